"""Pieces of pages as sites have them, by what they are: each stands in ``pieces/`` under a line with its name."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "pieces"
NAME = re.compile(r"^=== (.+)\n", re.M)


def pieces(file: str) -> dict[str, str]:
    """The pieces of a file by their names."""
    _, *found = NAME.split((FOLDER / file).read_text("utf-8"))
    return {name: text.removesuffix("\n") for name, text in zip(found[::2], found[1::2], strict=True)}
