"""Columns fitted to the width of a terminal, and text that is wrapped below them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui.flow.graphemes import clusters
from tui.flow.wrap import line_end, wrap

GAP = "  "  # between two columns
DIM, BOLD, MATCH, PLAIN = "\x1b[2m", "\x1b[1m", "\x1b[1;33m", "\x1b[0m"
COLOURS = {MATCH: BOLD}  # what has a colour, and what stands for it without


class Column(NamedTuple):
    """``share`` is the part of the terminal that it takes at most, ``style`` that of its cells."""

    title: str = ""
    right: bool = False
    share: float = 1.0
    style: str = ""


class Cell(NamedTuple):
    """What stands in a column of a row, in a style of its own if it has one."""

    text: str
    style: str = ""


class Table(NamedTuple):
    """Columns, and how they yield where there is no room: (column, cells that are left to it) one after the other.

    A column that is left no cells, or that is empty in every row, is not shown.
    """

    columns: tuple[Column, ...]
    yields: tuple[tuple[int, int], ...]

    def lines(self, rows: Sequence[Sequence[Cell]], width: int, *, headed: bool = False) -> Iterator[str]:
        """A line a row, below the columns' titles if it is ``headed``."""
        heading = [tuple(Cell(column.title, DIM) for column in self.columns)] if headed else []
        widths = self._widths(rows, heading, width)
        for row in (*heading, *rows):
            yield self._line(row, widths)

    def _widths(self, rows: Sequence[Sequence[Cell]], heading: Sequence[Sequence[Cell]], width: int) -> list[int]:
        """Cells of each column, 0 for one that is not shown."""
        widths = [max(cell_len(row[n].text) for row in rows) for n in range(len(self.columns))]
        for row in heading:
            widths = [wide and max(wide, cell_len(cell.text)) for wide, cell in zip(widths, row, strict=True)]
        widths = [min(one, int(width * column.share)) for one, column in zip(widths, self.columns, strict=True)]
        for column, least in self.yields:
            over = sum(widths) + len(GAP) * (sum(map(bool, widths)) - 1) - width
            if over > 0:
                widths[column] = max(min(widths[column], least), widths[column] - over)
        return widths

    def _line(self, row: Sequence[Cell], widths: list[int]) -> str:
        cells = [one for one in zip(row, self.columns, widths, strict=True) if one[2]]
        shown = []
        while cells:
            cell, column, room = cells.pop(0)
            while cell_len(cell.text) > room and cells and not cells[0][0].text:
                room += len(GAP) + cells.pop(0)[2]  # nothing stands beside it: it need not be cut
            shown.append(styled(padded(cell.text, room, right=column.right), cell.style or column.style))
        return GAP.join(shown).rstrip()


def below(text: str, width: int, marks: Iterable[tuple[int, int]] = (), indent: str = "    ") -> Iterator[str]:
    """Lines of a text that is wrapped below a row; ``marks`` are (start, end) of what is emphasised in it."""
    starts = list(wrap(text, width - len(indent), cell_len))
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        end = line_end(text, start, following)
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and b > start]
        yield indent + marked(text[start:end], inside)


def marked(line: str, marks: Iterable[tuple[int, int]]) -> str:
    """The line with these places of it emphasised."""
    for start, end in sorted(marks, reverse=True):
        line = line[:start] + styled(line[start:end], MATCH) + line[end:]
    return line


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly so many cells, cut with "…" where it is longer."""
    room = width - cell_len(text)
    if room < 0:
        text, room = _cut(text, width)
    return " " * room + text if right else text + " " * room


def styled(text: str, style: str) -> str:
    """The text in a style, as far as the terminal has it; white space at its end in none."""
    if os.environ.get("NO_COLOR"):
        style = COLOURS.get(style, style)
    words = text.rstrip()
    if not style or not words or os.environ.get("TERM") in (None, "", "dumb"):
        return text
    return f"{style}{words}{PLAIN}{text[len(words) :]}"


def terminal_width() -> int:
    """Columns of the terminal."""
    return max(20, shutil.get_terminal_size().columns)


def _cut(text: str, width: int) -> tuple[str, int]:
    """As much of the text as there is room for with "…" behind it, and the cells that are left."""
    room, at = width - 1, 0
    for _, end, cells in clusters(text, cell_len):
        if cells > room:
            break
        room, at = room - cells, end
    return text[:at] + "…", room
