"""Pictures as half cells: each cell an upper half block, its two colours the two pixels one above the other."""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.system.pixels import Pixels

UPPER = "▀"

Cell = tuple[bytes, bytes]
"""Upper and lower pixel, three bytes each."""


def half_cells(pixels: Pixels) -> list[Strip]:
    """A picture of an even height, a strip for every two rows of pixels; equal neighbours share a segment."""
    styles: dict[Cell, Style] = {}
    return [_row(pixels, row, styles) for row in range(pixels.height // 2)]


def _row(pixels: Pixels, row: int, styles: dict[Cell, Style]) -> Strip:
    rgb, length = pixels.rgb, pixels.width * 3
    upper = 2 * row * length
    segments: list[Segment] = []
    before, count = None, 0
    for at in range(upper, upper + length, 3):
        cell = rgb[at : at + 3], rgb[at + length : at + length + 3]
        if before is not None and cell != before:
            segments.append(Segment(UPPER * count, _style(before, styles)))
            count = 0
        before, count = cell, count + 1
    if before is not None:
        segments.append(Segment(UPPER * count, _style(before, styles)))
    return Strip(segments, pixels.width)


def _style(cell: Cell, styles: dict[Cell, Style]) -> Style:
    style = styles.get(cell)
    if style is None:
        upper, lower = (Color.from_rgb(*pixel) for pixel in cell)
        style = styles[cell] = Style.from_color(upper, lower)
    return style
