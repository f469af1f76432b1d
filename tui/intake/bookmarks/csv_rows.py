"""Tables (CSV) row by row, each as a mapping from the names in the first row; what is no row is left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from tui.intake.bookmarks.documents import TOO_LARGE, Document, Item
from tui.intake.bookmarks.export_limits import (
    LARGEST_FILE,
    LONGEST_ROW,
    LONGEST_TEXT,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ENTRIES,
    MOST_TOO_LONG,
)
from tui.intake.bookmarks.field_values import line
from tui.model.subscription import Skipped

Cells = dict[str, str]
MARKS = ",;\t"  # what parts cells; the one that the first row has most of
TOO_LONG = "a row is longer than any article"
csv.field_size_limit(LONGEST_TEXT)  # for the process; nothing else in it reads tables


class _TooLongError(Exception):
    """A row that is not read to its end."""


def header(text: str) -> tuple[str, ...]:
    """The names in the first row of a text, in small letters; () where that is no row of a table."""
    first = text.lstrip("\r\n").split("\n", 1)[0][:10_000]
    if not (mark := _mark(first)):
        return ()
    try:
        names = next(csv.reader([first], delimiter=mark), [])
    except csv.Error:
        return ()
    return tuple(_name(name) for name in names[:MOST_COLUMNS])


def rows(document: Document) -> Iterator[Cells | Skipped]:
    """The rows after the first one; a cell that a row lacks is ""."""
    with document.text() as text:
        lines = _Lines(text)
        try:
            first = next((written for written in lines if written.strip()), "")
        except _TooLongError:
            yield Skipped(TOO_LONG, "line 1", failed=True)
            return
        names = header(first)
        mark = _mark(first) or ","
        reader, too_long = csv.reader(lines, delimiter=mark), 0
        for _ in range(MOST_ENTRIES):
            lines.begin_row(mark)
            try:
                cells = next(reader)
            except StopIteration:
                break
            except (_TooLongError, csv.Error):
                yield Skipped(TOO_LONG, f"line {lines.number}", failed=True)
                too_long += 1
                if too_long >= MOST_TOO_LONG:
                    return
                continue
            if any(cells):
                yield dict(zip(reversed(names), reversed((cells + [""] * len(names))[: len(names)]), strict=True))
        else:
            yield TOO_LARGE
        if lines.room <= 0:
            yield TOO_LARGE


def row_items(document: Document, of_row: Callable[[Cells], Iterable[Item]]) -> Iterator[Item]:
    """What there is in each row of a table, by what ``of_row`` makes of its cells, and rows that are none."""
    for row in rows(document):
        if isinstance(row, Skipped):
            yield row
        else:
            yield from of_row(row)


def _mark(first: str) -> str:
    """What parts the cells of a row; "" for a row of one cell."""
    most = max(MARKS, key=first.count)
    return most if most in first else ""


def _name(written: str) -> str:
    return " ".join(line(written).lower().replace("_", " ").split())


class _Lines:
    """The lines of a text, counted row by row; raises _TooLongError, after which it goes on with the next line."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self.number, self.room = 0, LARGEST_FILE
        self._text = text
        self._mark, self._length, self._marks = ",", 0, 0

    def begin_row(self, mark: str) -> None:
        """What comes belongs to another row, whose cells that sign parts."""
        self._mark, self._length, self._marks = mark, 0, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        written = self._text.readline(LONGEST_ROW)
        if not written or self.room <= 0:
            raise StopIteration
        self.number += 1
        self.room -= len(written)
        self._length += len(written)
        self._marks += written.count(self._mark)
        if self._length >= LONGEST_ROW or self._marks > MOST_CELLS:
            self._skip_line(written)
            raise _TooLongError
        return written

    def _skip_line(self, written: str) -> None:
        while written and not written.endswith(("\n", "\r")) and self.room > 0:
            written = self._text.readline(LONGEST_ROW)
            self.room -= len(written)
