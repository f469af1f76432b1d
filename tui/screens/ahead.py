"""What keys will need, loaded beside the event loop while the first screen rests.

The first Enter in the library took 75 ms for the reader's modules, the first I 150 ms, in which no other key was
answered; the first R waited 150 ms before it asked anybody.
"""

from __future__ import annotations

import time
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.library import Library

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
# In the order in which a refresh loads them, in pieces of some 20 ms.
OF_REFRESHING = (
    "tui.library.feeds.arrivals",
    "tui.fetch.client",
    "tui.fetch.polite_client",
    "tui.intake.refreshing.refresh_round",
)
PAUSE = 0.05  # seconds after each, so that keys have the processor for themselves


def load(library: Library, *, offline: bool) -> None:
    """Load it, on a thread of its own; what cannot be loaded says so when its key is pressed.

    What refreshes only where there is a feed and a network to ask.
    """
    first, *others = MODULES
    for name in (first, *(OF_REFRESHING if not offline and library.feeds.any() else ()), *others):
        import_module(name)
        time.sleep(PAUSE)
