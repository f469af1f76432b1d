"""The modules of the screens that keys open, loaded beside the event loop while the first screen rests.

The first Enter in the library took 75 ms for the reader's, the first I 150 ms, in which no other key was answered.
"""

from __future__ import annotations

import time
from importlib import import_module

# The likeliest first: what is asked for meanwhile is loaded as it ever was.
MODULES = (
    "tui.screens.reader.screen",
    "tui.screens.places",
    "tui.screens.help",
    "tui.screens.prompt",
    "tui.screens.opening",
    "tui.screens.outline",
    "tui.screens.palette",
    "tui.screens.choose",
    "tui.screens.feeds.adding",
    "tui.screens.feeds.looking_after",
    "tui.screens.feeds.muting",
    "tui.screens.import_export",
)
PAUSE = 0.05  # seconds after each, so that keys have the processor for themselves


def load() -> None:
    """Load them, on a thread of its own; what cannot be loaded says so when its key is pressed."""
    for name in MODULES:
        import_module(name)
        time.sleep(PAUSE)
