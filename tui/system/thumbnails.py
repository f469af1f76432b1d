"""Small copies of pictures: decoded within bounds, made at the size that is shown, kept in the cache folder.

Needs Pillow, which comes with the optional extra ``images``; without it only ``available`` may be asked.  It takes a
twentieth of a second to load, so it is loaded with the first picture.
"""

from __future__ import annotations

import shlex
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.system import picture_copies
    from tui.system.pixels import Pixels
else:
    (picture_copies,) = lazy_modules("tui.system", "picture_copies")

# Into the environment that runs, by the names of packages that have owners.
GET_IT = f"{shlex.quote(sys.executable)} -m pip install pillow textual-image"


def available() -> bool:
    """Whether pictures can be decoded: whether Pillow is installed."""
    return find_spec("PIL") is not None


def measure(path: Path) -> tuple[int, int]:
    """Width and height of a picture as it is to be shown, from its header alone; ReadingError."""
    return picture_copies.measured(path)


def fitted(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """The largest size of a picture's shape that fits into a room, at least 1 × 1."""
    (width, height), (across, down) = size, room
    scale = min(across / max(1, width), down / max(1, height))
    return max(1, min(across, round(width * scale))), max(1, min(down, round(height * scale)))


def thumbnail(path: Path, width: int, height: int) -> Pixels:
    """The picture in a file of the library at exactly that size; from the cache if it is there; ReadingError.

    The library names a file by the hash of what is in it, so the copy is found by the file's name.
    """
    return picture_copies.copy_of(path, width, height)
