"""While the app starts: how often is painted, and when garbage is collected.

Textual paints what changes just after something else was painted two of its frames later; sixty frames a second
would make what is found while one types 33 ms late.
"""

from __future__ import annotations

import os

from tui.system import garbage

FRAMES = "240"  # a second, at most; nothing is painted that has not changed


def begin() -> None:
    """Call before Textual is loaded, which asks then how often it may paint; ``over`` must follow."""
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    garbage.rest()


def over() -> None:
    """The first screen is painted, or will not be: leave what was made until now alone, and collect from here on."""
    garbage.resume()
