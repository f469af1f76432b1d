"""While the app starts: how often is painted, and when garbage is collected.

The collector rests while the app is loaded and first painted, which makes only what stays: a sixth of the time to
the first article went into collections that found nothing.  Textual paints what changes just after something else
was painted two of its frames later; sixty frames a second would make what is found while one types 33 ms late.
"""

from __future__ import annotations

import gc
import os

FRAMES = "240"  # a second, at most; nothing is painted that has not changed

_begun = False


def begin() -> None:
    """Call before Textual is loaded, which asks then how often it may paint; ``over`` must follow."""
    global _begun
    _begun = True
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    gc.disable()


def over() -> None:
    """The first screen is painted, or will not be: leave what was made until now alone, and collect from here on."""
    global _begun
    if _begun:
        _begun = False
        gc.freeze()
        gc.enable()
