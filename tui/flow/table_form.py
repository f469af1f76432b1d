"""Tables fitted to the measure: columns share the width, cells wrap, rules stand between columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tui.flow.lines import Cells, Line, Run
from tui.flow.styling import show
from tui.flow.text_form import TextForm
from tui.model.article import Block

BETWEEN = " │ "
CROSS = "─┼─"
NARROWEST_COLUMN = 4  # cells; a table whose columns would be narrower is drawn as records, cell under cell
RECORD = "· "
MOST_WRAPPED = 200  # rows whose lines are held at once


class TableForm:
    """Rows of wrapped cells.  The heights of rows are worked out at once, cells are drawn when they are shown."""

    turned = False

    def __init__(self, block: Block, width: int, cells: Cells) -> None:
        self.block, self.cells = block, cells
        self.rows = _rows(block.text)
        columns = max(len(row) for row in self.rows)
        self.widths = fit(_natural(block.text, self.rows, columns, cells), width - len(BETWEEN) * (columns - 1))
        self.records = not self.widths
        if self.records:
            self.widths = [max(1, width - len(RECORD))]
        self.tops: list[int] = []
        self._wrapped: dict[int, list[TextForm]] = {}
        self.height = self._measure()

    def line(self, number: int) -> Line:
        row = self._row(number)
        start = self.rows[row][0][0]
        inside = number - self.tops[row]
        if inside == self._height(row):
            return self._rule(row)
        return self._stacked(row, inside, start) if self.records else self._beside(row, inside, start)

    def line_of(self, offset: int) -> int:
        row = bisect_right(self.rows, offset, key=lambda cells: cells[0][0]) - 1
        column = bisect_right([start for start, _ in self.rows[row]], offset) - 1
        forms = self._forms(row)
        above = sum(form.height for form in forms[:column]) if self.records else 0
        return self.tops[row] + above + forms[column].line_of(offset)

    def offset_of(self, number: int) -> int:
        return self.rows[self._row(number)][0][0]

    def _row(self, number: int) -> int:
        return bisect_right(self.tops, number) - 1

    def _forms(self, row: int) -> list[TextForm]:
        forms = self._wrapped.get(row)
        if forms is None:
            roles = ("table", "table-header") if row == 0 and self.block.header else ("table",)
            forms = [
                TextForm(show(self.block, start, end), self._width(column), self.cells, roles)
                for column, (start, end) in enumerate(self.rows[row])
            ]
            self._wrapped[row] = forms
        return forms

    def _width(self, column: int) -> int:
        return self.widths[0] if self.records else self.widths[column]

    def _height(self, row: int) -> int:
        heights = [form.height for form in self._forms(row)]
        return sum(heights) if self.records else max(heights)

    def _measure(self) -> int:
        height = 0
        for row in range(len(self.rows)):
            self.tops.append(height)
            height += self._height(row) + self._ruled(row)
            if len(self._wrapped) > MOST_WRAPPED:
                self._wrapped.clear()
        return height

    def _ruled(self, row: int) -> bool:
        """Whether a rule stands under a row: under the header, and between records."""
        return row < len(self.rows) - 1 and (self.records or (row == 0 and self.block.header))

    def _rule(self, row: int) -> Line:
        text = "─" * 3 if self.records else CROSS.join("─" * width for width in self.widths)
        end = self.rows[row][-1][1]
        return Line((Run(text, ("table-rule",)),), len(text), end, end)

    def _beside(self, row: int, inside: int, start: int) -> Line:
        runs: list[Run] = []
        forms = self._forms(row)
        for column, width in enumerate(self.widths):
            if column:
                runs.append(Run(BETWEEN, ("table-rule",)))
            line = forms[column].line(inside) if column < len(forms) and inside < forms[column].height else None
            runs += line.runs if line else ()
            space = width - (line.cells if line else 0)
            if space > 0:
                runs.append(Run(" " * space, ("table",)))
        return Line(tuple(runs), sum(self.widths) + len(BETWEEN) * (len(self.widths) - 1), start, self.rows[row][0][1])

    def _stacked(self, row: int, inside: int, start: int) -> Line:
        for form in self._forms(row):
            if inside < form.height:
                line = form.line(inside)
                mark = RECORD if inside == 0 else " " * len(RECORD)
                return Line((Run(mark, ("marker",)), *line.runs), line.cells + len(RECORD), line.start, line.end)
            inside -= form.height
        return Line((), 0, start, start)


def _rows(text: str) -> list[list[tuple[int, int]]]:
    """Start and end of each cell of each row."""
    rows: list[list[tuple[int, int]]] = []
    at = 0
    for row in text.split("\n"):
        cells: list[tuple[int, int]] = []
        for cell in row.split("\t"):
            cells.append((at, at + len(cell)))
            at += len(cell) + 1
        rows.append(cells)
    return rows


def _natural(text: str, rows: Iterable[list[tuple[int, int]]], columns: int, cells: Cells) -> list[int]:
    """The width of each column's widest cell."""
    natural = [1] * columns
    for row in rows:
        for column, (start, end) in enumerate(row):
            if end - start > natural[column] or (end - start) * 2 > natural[column]:
                natural[column] = max(natural[column], cells(text[start:end]))
    return natural


def fit(natural: list[int], room: int) -> list[int]:
    """Widths that add up to at most ``room``: narrow columns keep their own, the others share what is left.

    Empty when some column would be too narrow to read.
    """
    if sum(natural) <= room:
        return natural
    widths = [0] * len(natural)
    left = room
    order = sorted(range(len(natural)), key=natural.__getitem__)
    for done, column in enumerate(order):
        widths[column] = min(natural[column], left // (len(order) - done))
        left -= widths[column]
    return widths if all(w >= min(NARROWEST_COLUMN, n) for w, n in zip(widths, natural, strict=True)) else []
