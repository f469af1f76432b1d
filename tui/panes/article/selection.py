"""Selecting an article's text: by mouse as Textual does it, by keyboard with ``V`` and movements."""

from __future__ import annotations

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.selection import Selection

from tui.flow.excerpt import excerpt
from tui.flow.layout import At
from tui.panes.article.strips import Overlay
from tui.panes.article.viewport import ArticleText, Place

LINES = 1 << 20  # lines that a piece may have in the names of rows


def _extending(keys: str, name: str, unit: str, step: int, to: str) -> Binding:
    return Binding(keys, f"extend('{unit}', {step})", to, show=False, id=f"select.{name}")


# Keys that work while one selects; they come before what else the same keys do.
SELECTION_KEYS: list[BindingType] = [
    _extending("w,e,right", "word", "word", 1, "to the next end of a word"),
    _extending("b,left", "word_back", "word", -1, "to the beginning of a word before"),
    _extending("right_parenthesis", "sentence", "sentence", 1, "to the end of the sentence"),
    _extending("left_parenthesis", "sentence_back", "sentence", -1, "to the beginning of the sentence"),
    _extending("right_curly_bracket", "paragraph", "paragraph", 1, "to the end of the paragraph"),
    _extending("left_curly_bracket", "paragraph_back", "paragraph", -1, "to the beginning of the paragraph"),
    _extending("j,down", "line", "line", 1, "a line further"),
    _extending("k,up", "line_back", "line", -1, "a line back"),
    _extending("G,end", "end", "article", 1, "to the end of the article"),
    _extending("g,home", "beginning", "article", -1, "to the beginning of the article"),
    Binding("o", "swap_ends", "move the other end", show=False, id="select.other_end"),
    Binding("escape", "end_selection", "select nothing", show=False, id="select.leave"),
]


class ArticleSelection(ArticleText):
    """Textual's selection is in rows and columns; here a row's name is its piece and line, and a column is turned
    into the character that stands there, so that what is selected is text, whatever its wrapping."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._range: tuple[Place, Place] | None = None
        self._fixed: Place | None = None  # where a selection by keyboard began
        self._caret: Place = (0, 0)

    # -- what is selected ----------------------------------------------------------------------------------------

    def selected_text(self) -> str | None:
        """The selected text as it stands in the article, or None."""
        return self._excerpt(self._range)

    @property
    def selecting(self) -> bool:
        """Whether keys move the end of a selection."""
        return self._fixed is not None

    def end_selection(self) -> None:
        """Select nothing."""
        self._fixed = None
        if self.text_selection is not None:
            self.screen.clear_selection()
        elif self._range is not None:
            self.selection_updated(None)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        text = self._excerpt(self._places(selection))
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        if selection is None:
            self._fixed = None
        places = None if selection is None else self._places(selection)
        if places != self._range:
            self._range = places
            self._redraw()

    def _excerpt(self, places: tuple[Place, Place] | None) -> str | None:
        if places is None or self.flow is None:
            return None
        return excerpt(self.flow.blocks, *places) or None

    def _places(self, selection: Selection) -> tuple[Place, Place] | None:
        if self.flow is None:
            return None
        last = len(self.flow.blocks) - 1
        start = self._place_of(selection.start) if selection.start is not None else (0, 0)
        end = self._place_of(selection.end) if selection.end is not None else (last, len(self.flow.blocks[last].text))
        return (start, end) if start <= end else (end, start)

    def _place_of(self, offset: Offset) -> Place:
        """The character that a column of a named row stands for."""
        assert self.flow is not None
        piece, number = divmod(offset.y, LINES)
        piece = min(piece, len(self.flow.blocks) - 1)
        self.flow.form(piece)
        line = self.flow.line(At(piece, min(number, self.flow.heights[piece] - 1)))
        index = offset.x - self.left
        return piece, line.start if index < 0 else line.offset_at(index)

    def _row_name(self, at: At) -> int:
        return at.piece * LINES + at.line

    def _name_of(self, place: Place) -> Offset:
        """The named row and column where a character stands."""
        assert self.flow is not None
        at = self.flow.find(*place)
        line = self.flow.line(at)
        index = line.index_of(place[1])
        return Offset(self.left + (len(line.text) if index is None else index), self._row_name(at))

    def _selected_in(self, piece: int) -> Place | None:
        if self._range is None or self.flow is None:
            return None
        (first, start), (last, end) = self._range
        if not first <= piece <= last:
            return None
        return start if piece == first else 0, end if piece == last else len(self.flow.blocks[piece].text)

    def _overlays(self, piece: int, start: int, end: int) -> list[Overlay]:
        span = self._selected_in(piece)
        return [Overlay(*span, "selection")] if span is not None else []

    def _lay_out(self) -> None:
        places = self._range
        super()._lay_out()
        if places is not None and self.flow is not None and self.text_selection is not None:
            self._select(*places)

    def _select(self, start: Place, end: Place) -> None:
        if start > end:
            start, end = end, start
        self.screen.selections = {self: Selection(self._name_of(start), self._name_of(end))}
        self._range = (start, end)
        self._redraw()

    # -- by keyboard ---------------------------------------------------------------------------------------------

    def action_select(self) -> None:
        """Begin a selection with the line on top, or end it."""
        if self._fixed is not None or self.flow is None:
            self.end_selection()
            return
        at = self._first_line()
        line = self.flow.line(at)
        self._fixed, self._caret = (at.piece, line.start), (at.piece, line.end)
        self._select(self._fixed, self._caret)

    def _first_line(self) -> At:
        """The line at which a selection begins: the first with text on the screen."""
        rows = self._visible()
        assert self.flow is not None
        return next((at for at in rows if at.line >= self.flow.frames[at.piece].gap), self._top)

    def on_key(self, event: events.Key) -> None:
        """Esc ends here: Textual's screen would clear the selection and hand the key on to what else it does."""
        if event.key == "escape" and self.text_selection is not None:
            event.stop()
            event.prevent_default()
            self.end_selection()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.selecting if action in ("extend", "swap_ends", "end_selection") else True

    def action_end_selection(self) -> None:
        self.end_selection()

    def action_swap_ends(self) -> None:
        """Move the other end of the selection from here on."""
        if self._fixed is not None:
            self._fixed, self._caret = self._caret, self._fixed
            self._show_caret()

    def action_extend(self, unit: str, step: int) -> None:
        """Move the end of the selection by a word, a sentence, a paragraph, a line or to the article's end."""
        if self.flow is None or self._fixed is None:
            return
        self._caret = self._line_end(step) if unit == "line" else self._unit_end(unit, step)
        self._select(self._fixed, self._caret)
        self._show_caret()

    def _unit_end(self, unit: str, step: int) -> Place:
        from tui.flow.movement import end_of, start_of

        assert self.flow is not None
        blocks = self.flow.blocks
        if unit == "article":
            return (len(blocks) - 1, len(blocks[-1].text)) if step > 0 else (0, 0)
        return (end_of if step > 0 else start_of)(unit, blocks, self._caret)

    def _line_end(self, step: int) -> Place:
        """The end of the next line with text (the start of the one before) seen from the caret."""
        assert self.flow is not None
        assert self._fixed is not None
        piece, offset = self._caret
        at = self.flow.find(piece, offset - 1 if self._caret > self._fixed else offset)
        there = self.flow.step(at, step)
        while there.line < self.flow.frames[there.piece].gap and there != At(0, 0):
            there = self.flow.step(there, step)
        line = self.flow.line(there)
        backwards = (there.piece, line.start) < self._fixed
        return there.piece, line.start if backwards else line.end

    def _show_caret(self) -> None:
        assert self.flow is not None
        at = self.flow.find(*self._caret)
        rows = self._visible()
        if at not in rows:
            below = rows and at > rows[-1]
            self._put(self.flow.step(at, 1 - self.size.height) if below else at)
