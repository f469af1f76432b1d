"""The garbage collector rests while the app is loaded and first painted, which makes only what stays.

Imported before everything else: a sixth of the time to the first article went into collections that found nothing.
"""

from __future__ import annotations

import gc

gc.disable()


def over() -> None:
    """The first screen is painted: leave what was made until now alone, and collect from here on."""
    gc.freeze()
    gc.enable()
