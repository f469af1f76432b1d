"""Selecting an article's text: what is selected is text, whatever its wrapping, not rows and columns of the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.flow.excerpt import excerpt
from tui.flow.layout import At
from tui.flow.movement import end_of, start_of
from tui.panes.article.strips import Overlay

if TYPE_CHECKING:
    from tui.panes.article.viewport import Place, Viewport

LINES = 1 << 20  # lines that a piece may have in the names of rows

Cell = tuple[int, int]
"""A column of the pane, and the name of a row: a number made of its piece and line, in the order of the lines."""


class TextSelection:
    """A range of the article, set by mouse or moved by keyboard; ``changed`` is called when it is another.

    Textual's selection is in rows and columns; here a row's name is its piece and line, and a column is turned into
    the character that stands there.
    """

    def __init__(self, viewport: Viewport, changed: Callable[[], None]) -> None:
        self._viewport, self._changed = viewport, changed
        self.range: tuple[Place, Place] | None = None  # pieces and offsets, in order
        self._fixed: Place | None = None  # where a selection by keyboard began
        self._caret: Place = (0, 0)

    @property
    def by_keyboard(self) -> bool:
        """Whether keys move the end of the selection."""
        return self._fixed is not None

    def text(self, places: tuple[Place, Place] | None) -> str | None:
        """The text between two places as it stands in the article, or None."""
        if places is None or self._viewport.flow is None:
            return None
        return excerpt(self._viewport.flow.blocks, *places) or None

    @property
    def selected_text(self) -> str | None:
        """The selected text, or None."""
        return self.text(self.range)

    def select(self, start: Place, end: Place) -> None:
        """Select what is between two places, in either order."""
        self.range = (start, end) if start <= end else (end, start)
        self._changed()

    def end(self) -> None:
        """Select nothing."""
        self.range = self._fixed = None

    def within(self, piece: int) -> Place | None:
        """The part of a piece's text that is selected, as start and end."""
        if self.range is None or self._viewport.flow is None:
            return None
        (first, start), (last, end) = self.range
        if not first <= piece <= last:
            return None
        return start if piece == first else 0, end if piece == last else len(self._viewport.flow.blocks[piece].text)

    def overlays(self, piece: int) -> list[Overlay]:
        """How the selected part of a piece is drawn."""
        span = self.within(piece)
        return [Overlay(*span, "selection")] if span is not None else []

    # rows and columns

    def row_name(self, at: At) -> int:
        """A number for a line, in the order of the lines, that stays the same while heights settle."""
        return at.piece * LINES + at.line

    def cell_of(self, place: Place) -> Cell:
        """Where a character stands."""
        flow = self._viewport.flow
        assert flow is not None
        at = flow.find(*place)
        line = flow.line(at)
        index = line.index_of(place[1])
        return self._viewport.left + (len(line.text) if index is None else index), self.row_name(at)

    def places_of(self, start: Cell | None, end: Cell | None) -> tuple[Place, Place] | None:
        """The places that two cells stand for, in order; without a cell, the article's beginning or end."""
        flow = self._viewport.flow
        if flow is None:
            return None
        last = len(flow.blocks) - 1
        first_place = self._place_of(start) if start is not None else (0, 0)
        last_place = self._place_of(end) if end is not None else (last, len(flow.blocks[last].text))
        return (first_place, last_place) if first_place <= last_place else (last_place, first_place)

    def _place_of(self, cell: Cell) -> Place:
        flow = self._viewport.flow
        assert flow is not None
        piece, number = divmod(cell[1], LINES)
        piece = min(piece, len(flow.blocks) - 1)
        flow.form(piece)
        line = flow.line(At(piece, min(number, flow.heights[piece] - 1)))
        index = cell[0] - self._viewport.left
        return piece, line.start if index < 0 else line.offset_at(index)

    # by keyboard

    def begin(self) -> None:
        """Select the first line with text on the screen; keys move its end."""
        flow = self._viewport.flow
        if flow is None:
            return
        rows = self._viewport.visible()
        at = next((at for at in rows if at.line >= flow.frames[at.piece].gap), self._viewport.top)
        line = flow.line(at)
        self._fixed, self._caret = (at.piece, line.start), (at.piece, line.end)
        self.select(self._fixed, self._caret)

    def swap_ends(self) -> None:
        """Move the other end from here on."""
        if self._fixed is not None:
            self._fixed, self._caret = self._caret, self._fixed
            self._show_caret()

    def extend(self, unit: str, step: int) -> None:
        """Move the end by a word, a sentence, a paragraph, a line or to the article's end."""
        if self._viewport.flow is None or self._fixed is None:
            return
        self._caret = self._line_end(step) if unit == "line" else self._unit_end(unit, step)
        self.select(self._fixed, self._caret)
        self._show_caret()

    def _unit_end(self, unit: str, step: int) -> Place:
        assert self._viewport.flow is not None
        blocks = self._viewport.flow.blocks
        if unit == "article":
            return (len(blocks) - 1, len(blocks[-1].text)) if step > 0 else (0, 0)
        return (end_of if step > 0 else start_of)(unit, blocks, self._caret)

    def _line_end(self, step: int) -> Place:
        """The end of the next line with text (the start of the one before) seen from the caret."""
        flow = self._viewport.flow
        assert flow is not None
        assert self._fixed is not None
        piece, offset = self._caret
        at = flow.find(piece, offset - 1 if self._caret > self._fixed else offset)
        there = flow.step(at, step)
        while there.line < flow.frames[there.piece].gap and there != At(0, 0):
            there = flow.step(there, step)
        line = flow.line(there)
        backwards = (there.piece, line.start) < self._fixed
        return there.piece, line.start if backwards else line.end

    def _show_caret(self) -> None:
        flow = self._viewport.flow
        assert flow is not None
        at = flow.find(*self._caret)
        rows = self._viewport.visible()
        if at not in rows:
            below = rows and at > rows[-1]
            self._viewport.put(flow.step(at, 1 - self._viewport.height) if below else at)
