"""A list of rows of several lines each, with a cursor: what the sources, captions and other lists are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.model.frozen import value
from tui.panes.pane_line import Line, Piece, strip
from tui.panes.textual_private import LineDrawnView, hold

ROLES: tuple[str, ...] = (
    "text",
    "name",
    "muted",
    "group",
    "bar",
    "quote",
    "reported",
    "inferred",
    "credit",
    "link",
    "note",
    "key",
)
ROLES += ("cursor", "edge", "hit", "added", "removed")
EDGE = "▌"  # stands before the lines of the row under the cursor, so that colour does not say it alone

CURSOR_KEYS: list[BindingType] = [
    Binding("down,j", "cursor(1)", "next row", show=False, id="rows.down"),
    Binding("up,k", "cursor(-1)", "previous row", show=False, id="rows.up"),
    Binding("pagedown,space,ctrl+f", "page(1)", "a page down", show=False, id="rows.page_down"),
    Binding("pageup,b,ctrl+b", "page(-1)", "a page up", show=False, id="rows.page_up"),
    Binding("ctrl+d", "page(0.5)", "half a page down", show=False, id="rows.half_down"),
    Binding("ctrl+u", "page(-0.5)", "half a page up", show=False, id="rows.half_up"),
    Binding("home,g", "edge(-1)", "the first row", show=False, id="rows.first"),
    Binding("end,G", "edge(1)", "the last row", show=False, id="rows.last"),
]


@value(frozen=True, slots=True)
class Row:
    """Lines that belong together; ``key`` says what they stand for and survives a new width.

    A row without a key is a heading: the cursor passes over it.
    """

    key: Hashable | None
    lines: tuple[Line, ...]


def heading_row(text: str, width: int, *, apart: bool) -> Row:
    """A heading with a line behind it as far as the list is wide; ``apart``: below an empty line."""
    line = (Piece(f" {text} ", "group"), Piece("─" * max(0, width - len(text) - 3), "muted"))
    return Row(None, ((), line) if apart else (line,))


def row_styles(view: LineDrawnView) -> Callable[[str], Style]:
    """What gives the style of each of the ``ROLES`` in a view."""
    return lambda role: view.get_component_rich_style(f"rows--{role}", partial=True)


class Rows(LineDrawnView, can_focus=True):
    """Rows laid out for the width at hand; the cursor stands on one of those that have a key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{role}" for role in ROLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        *CURSOR_KEYS,
        Binding("enter", "choose", "go to", id="rows.choose"),
    ]
    CHOOSES_ON_CLICK: ClassVar[bool] = True
    ON_A_ROW: ClassVar[tuple[str, ...]] = ("choose",)  # actions that need a row

    class Moved(Message):
        """The cursor stands on another row, ``by_hand``: a key or the mouse put it there."""

        def __init__(self, rows: Rows, key: Hashable, by_hand: bool) -> None:
            super().__init__()
            self.rows, self.key, self.by_hand = rows, key, by_hand

    class Chosen(Message):
        """Enter or a click on a row."""

        def __init__(self, rows: Rows, key: Hashable) -> None:
            super().__init__()
            self.rows, self.key = rows, key

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._starts: list[int] = [0]
        self._laid_out = (-1, -1)  # width and edition for which the rows were laid out
        self._edition = 0
        self.held_back = False  # nothing is listed yet: something else is to be seen first
        self._at: Hashable | None = None
        self._ground, self._width = Style.null(), 0  # as drawn
        self._style_of = row_styles(self)

    def rows_for(self, width: int) -> Sequence[Row]:
        """The rows at a width of ``width`` cells."""
        raise NotImplementedError

    # what stands where

    @property
    def cursor(self) -> Hashable | None:
        """Key of the row under the cursor; None when there is no row."""
        return self._at

    def changed(self) -> None:
        """Lay out anew: what the rows say has changed."""
        self._edition += 1
        self._lay_out()
        self.refresh()

    def place_cursor(self, key: Hashable, by_hand: bool = False) -> None:
        """Put the cursor on the row with that key, if there is one, and bring it in sight."""
        if self.held_back and self.size:
            self._at = key  # where it will stand
        if key == self._at or self._index(key) is None:
            return
        self._at = key
        self._bring_in_sight()
        self.refresh()
        self.post_message(self.Moved(self, key, by_hand))

    def _index(self, key: Hashable | None) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.key == key), None) if key is not None else None

    def _lay_out(self) -> None:
        width = 0 if self.held_back else self.scrollable_content_region.width
        if not width:
            self.fitted_to = None  # to be laid out as soon as it is shown
        if not width or self._laid_out == (width, self._edition):
            return
        self._laid_out = (width, self._edition)
        self._rows = self.rows_for(width - 1)
        self._starts = [0]
        for row in self._rows:
            self._starts.append(self._starts[-1] + len(row.lines))
        hold(self, Size(width, self._starts[-1]))
        if self._index(self._at) is None:
            before, self._at = self._at, next((row.key for row in self._rows if row.key is not None), None)
            if (before is None) != (self._at is None) and self.has_focus:
                self.screen.refresh_bindings()

    def fit(self, room: Size) -> None:
        self._lay_out()
        self._bring_in_sight()

    def _bring_in_sight(self) -> None:
        index = self._index(self._at)
        if index is None:
            return
        top = self._starts[index]
        if index and self._rows[index - 1].key is None:
            top = self._starts[index - 1]  # its heading with it
        height = min(self._starts[index + 1] - top, self.size.height)
        self.scroll_to_region(Region(0, top, 1, max(1, height)), animate=False, force=True)

    # drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        # Worked out of the styles of all that the list stands in: once, not once a line.
        self._ground, self._width = self.rich_style, self.scrollable_content_region.width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width, at = self._width, y + self.scroll_offset.y
        if at >= self._starts[-1]:
            return Strip.blank(width, self._ground)
        index = bisect_right(self._starts, at) - 1
        row, ground, edge = self._rows[index], self._ground, Piece(" ")
        if row.key is not None and row.key == self._at:
            ground, edge = ground + self._style_of("cursor"), Piece(EDGE, "edge")
        return strip((edge, *row.lines[at - self._starts[index]]), width, self._style_of, ground)

    # moving

    def _keys(self) -> list[Hashable]:
        return [row.key for row in self._rows if row.key is not None]

    def action_cursor(self, step: int) -> None:
        keys = self._keys()
        if self._at in keys:
            to = min(max(keys.index(self._at) + step, 0), len(keys) - 1)
            if keys[to] == self._at:
                self.scroll_relative(y=step, animate=False)
            self.place_cursor(keys[to], by_hand=True)

    def action_page(self, pages: float) -> None:
        index = self._index(self._at)
        if index is None:
            return
        aim = self._starts[index] + int(pages * self.size.height)
        row = min(max(bisect_right(self._starts, aim) - 1, 0), len(self._rows) - 1)
        ahead = range(row, len(self._rows)) if pages > 0 else range(row, -1, -1)
        key = next((self._rows[n].key for n in ahead if self._rows[n].key is not None), None)
        if key is None:
            self.action_edge(pages)
        elif key == self._at:
            self.action_cursor(1 if pages > 0 else -1)
        else:
            self.place_cursor(key, by_hand=True)

    def action_edge(self, end: float) -> None:
        if keys := self._keys():
            self.place_cursor(keys[-1 if end > 0 else 0], by_hand=True)
            self.scroll_to(y=self.max_scroll_y if end > 0 else 0, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._at is not None if action in self.ON_A_ROW else super().check_action(action, parameters)

    def action_choose(self) -> None:
        if self._at is not None:
            self.post_message(self.Chosen(self, self._at))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or (at := offset.y + self.scroll_offset.y) >= self._starts[-1]:
            return
        key = self._rows[bisect_right(self._starts, at) - 1].key
        if key is None:
            return
        again = key == self._at
        self.place_cursor(key, by_hand=True)
        if self.CHOOSES_ON_CLICK or again:
            self.post_message(self.Chosen(self, key))
