"""A picture decoded."""

from __future__ import annotations

from typing import NamedTuple


class Pixels(NamedTuple):
    """A picture as ``width`` × ``height`` pixels, row by row, three bytes (red, green, blue) each."""

    width: int
    height: int
    rgb: bytes
