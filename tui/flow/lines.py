"""What a laid-out line is made of: runs of text in one style, each knowing where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Cells = Callable[[str], int]
"""Measures a string in terminal cells, exactly as the screen will draw it."""

DECORATION = -1


class Run(NamedTuple):
    """Characters of one line in one style.

    ``start`` is the offset of the first character in the block's text and the others follow it one to
    one, unless ``offsets`` gives the offset of each (text drawn from right to left).  ``DECORATION``
    marks what is no part of the text: bars, markers, boxes, padding.  ``roles`` name its styles,
    the later over the earlier.  ``url`` is set in links.
    """

    text: str
    roles: tuple[str, ...] = ()
    start: int = DECORATION
    url: str | None = None
    offsets: tuple[int, ...] | None = None

    def offset(self, index: int) -> int:
        """Offset in the block's text of the run's character ``index``; DECORATION if it has none."""
        if self.offsets is not None:
            return self.offsets[index]
        return self.start + index if self.start >= 0 else DECORATION


class Line(NamedTuple):
    """One line as drawn, from the measure's left edge; ``cells`` wide, what is right of it is empty.

    ``start`` and ``end`` are the offsets of the text that it shows (of its first cell, in tables).
    """

    runs: tuple[Run, ...]
    cells: int
    start: int
    end: int

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def offset_at(self, index: int) -> int:
        """Offset in the block's text that the character ``index`` of the drawn line stands for.

        Decoration stands for the text after it, or at the end of the line for the line's end.
        """
        at = 0
        for run in self.runs:
            end = at + len(run.text)
            if index < end and (run.start >= 0 or run.offsets is not None):
                return run.offset(max(0, index - at))
            at = end
        return self.end

    def index_of(self, offset: int) -> int | None:
        """Where in the drawn line the character at ``offset`` stands, or None if it is not shown here."""
        at = 0
        for run in self.runs:
            if run.offsets is not None:
                if offset in run.offsets:
                    return at + run.offsets.index(offset)
            elif run.start >= 0 and run.start <= offset < run.start + len(run.text):
                return at + offset - run.start
            at += len(run.text)
        return None
