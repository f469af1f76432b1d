"""How the terminal shows pictures: by Kitty's or the Sixel protocol through textual-image, else by half cells.

textual-image asks the terminal when it is imported, which takes up to 2 s where no answer comes and cannot
be done beside a running app, whose answers go to the app.  So the terminal is known here by what it says
of itself in the environment, once, and textual-image is imported without a terminal to ask.
"""

from __future__ import annotations

import fcntl
import io
import os
import struct
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.system.pixels import Pixels

GraphicsProtocol = Literal["kitty", "sixel", "half-cells"]

# Terminals with Kitty's protocol including its placeholder characters, which scroll and clip like text.
KITTY_TERMS, KITTY_PROGRAMS = ("xterm-kitty", "xterm-ghostty"), ("ghostty",)
KITTY_SIGNS = ("KITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR")
# Terminals that have Sixel switched on as they are delivered.
SIXEL_TERMS, SIXEL_PROGRAMS = ("foot", "foot-extra", "mlterm", "contour"), ("WezTerm", "iTerm.app", "mintty")
MULTIPLEXERS = ("TMUX", "STY", "ZELLIJ")  # they stand between, and pass such sequences on only when told to
CELL = (10, 20)  # pixels, where the terminal does not tell: those of the VT340, as textual-image assumes
CELL_VARIABLES = ("TEXTUAL_CELL_WIDTH", "TEXTUAL_CELL_HEIGHT")  # where textual-image reads them without a terminal


@cache
def protocol(wish: str) -> GraphicsProtocol:
    """The best that this terminal is known to have, or what the reader's settings say, as far as it can be done."""
    how: GraphicsProtocol = known(os.environ) if wish == "auto" else _named(wish)
    return how if how == "half-cells" or how in _kinds() else "half-cells"


def _named(wish: str) -> GraphicsProtocol:
    return "kitty" if wish == "kitty" else "sixel" if wish == "sixel" else "half-cells"


def known(environment: Mapping[str, str]) -> GraphicsProtocol:
    """What the terminal has by its environment; half cells, which every terminal has, when that is not sure."""
    term, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    if any(environment.get(name) for name in MULTIPLEXERS) or term.startswith(("screen", "tmux")):
        return "half-cells"
    if term in KITTY_TERMS or program in KITTY_PROGRAMS or any(environment.get(name) for name in KITTY_SIGNS):
        return "kitty"
    if term in SIXEL_TERMS or program in SIXEL_PROGRAMS:
        return "sixel"
    return "half-cells"


@cache
def cell_pixels() -> tuple[int, int]:
    """Width and height of a cell in pixels."""
    with suppress(Exception):  # no terminal, no such call on this system
        packed = fcntl.ioctl(sys.__stdout__.fileno(), termios.TIOCGWINSZ, b"\0" * 8)  # type: ignore[union-attr]
        rows, columns, width, height = struct.unpack("HHHH", packed)
        if width >= columns and height >= rows:
            return width // columns, height // rows
    return CELL


@cache
def _kinds() -> dict[GraphicsProtocol, Any]:
    """textual-image's widgets; empty if it is not installed."""
    before = {name: os.environ.get(name) for name in CELL_VARIABLES}
    os.environ.update(zip(CELL_VARIABLES, map(str, cell_pixels()), strict=True))
    terminal, sys.__stdout__ = sys.__stdout__, io.StringIO()  # type: ignore[misc,assignment]
    try:
        from textual_image.widget import SixelImage, TGPImage
    except Exception:  # noqa: BLE001 - not installed, or another version that is not understood: half cells do
        return {}
    finally:
        sys.__stdout__ = terminal  # type: ignore[misc]
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    return {"kitty": TGPImage, "sixel": SixelImage}


def image_widget(how: GraphicsProtocol, pixels: Pixels, columns: int, rows: int) -> Widget:
    """A widget that shows the pixels in so many cells by a protocol that ``protocol`` named."""
    from PIL import Image

    widget: Widget = _kinds()[how](Image.frombytes("RGB", pixels[:2], pixels.rgb))
    widget.styles.width, widget.styles.height = columns, rows
    return widget


def release(widget: Widget) -> None:
    """Let the terminal forget a picture: what Kitty's protocol shows is kept there."""
    kind = _kinds().get("kitty")
    if kind is not None and isinstance(widget, kind):
        widget.image = None
