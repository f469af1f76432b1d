"""The list of what is kept: a row a line, loaded as it is scrolled to, whatever the library's size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, TypeVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.article import minutes
from tui.dates import age
from tui.library import Row
from tui.panes.header import MARKS, Completeness
from tui.panes.line import Line, Piece, cut, spread, strip
from tui.panes.rows import EDGE, ROLES
from tui.panes.source_rows import bar

PAGE = 200  # rows asked for at once
AHEAD = 100  # rows that are loaded beyond what is in sight
SITE_ROOM, BAR_ROOM = 20, 5  # cells
WITH_SITE, WITH_BAR = 76, 66  # columns from which there is room for them

More = Callable[[Row | None], Sequence[Row]]
R = TypeVar("R")


class LibraryList(ScrollView, can_focus=True):
    """Kept articles with a cursor.  ``more`` gives the rows after a row (None: the first ones), none at the end."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{role}" for role in ROLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor(1)", "next row", show=False, id="rows.down"),
        Binding("up,k", "cursor(-1)", "previous row", show=False, id="rows.up"),
        Binding("pagedown,space,ctrl+f", "page(1)", "a page down", show=False, id="rows.page_down"),
        Binding("pageup,b,ctrl+b", "page(-1)", "a page up", show=False, id="rows.page_up"),
        Binding("ctrl+d", "page(0.5)", "half a page down", show=False, id="rows.half_down"),
        Binding("ctrl+u", "page(-0.5)", "half a page up", show=False, id="rows.half_up"),
        Binding("home,g", "edge(-1)", "the first row", show=False, id="rows.first"),
        Binding("end,G", "edge(1)", "the last row", show=False, id="rows.last"),
        Binding("enter", "choose", "read", id="rows.choose"),
    ]

    class Moved(Message):
        """The cursor stands on another row, or other rows are shown."""

    class Chosen(Message):
        """Enter, or a second click, on a row."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, now: Callable[[], datetime], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._now = now
        self._more: More = lambda after: ()
        self._rows: list[Row] = []
        self._whole = True
        self._at = 0

    # the rows

    @property
    def rows(self) -> Sequence[Row]:
        """The rows loaded so far."""
        return self._rows

    @property
    def whole(self) -> bool:
        """Whether there are no more rows than those loaded."""
        return self._whole

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self._at] if self._rows else None

    def show(self, more: More, stay: bool = False) -> None:
        """Show other rows; with ``stay`` the cursor stays on the article that it stands on, if it is among them."""
        number = self.row.id if stay and self.row else None
        loaded = self._at + 1 if stay else 0
        self._more, self._rows, self._whole = more, [], False
        self._load(max(loaded, self.size.height) + AHEAD)
        here = next((n for n, row in enumerate(self._rows) if row.id == number), None)
        self._at = here if here is not None else min(self._at if stay else 0, max(0, len(self._rows) - 1))
        self._settle()

    def _load(self, count: int) -> None:
        """Have at least that many rows loaded, if there are so many."""
        while not self._whole and len(self._rows) < count:
            page = self._more(self._rows[-1] if self._rows else None)
            self._rows += page
            self._whole = not page
        self.virtual_size = Size(self.size.width, len(self._rows))

    def _settle(self) -> None:
        self.scroll_to_region(Region(0, self._at, 1, 1), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._load(int(new_value) + self.size.height + AHEAD)

    def on_resize(self) -> None:
        self._load(self.scroll_offset.y + self.size.height + AHEAD)
        self._settle()

    # drawing

    def render_line(self, y: int) -> Strip:
        width, at = self.size.width, y + self.scroll_offset.y
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        ground, edge = self.rich_style, Piece(" ")
        if at == self._at:
            ground, edge = ground + self._style_of("cursor"), Piece(EDGE, "edge")
        return strip((edge, *self._line(self._rows[at], width - 1)), width, self._style_of, ground)

    def _line(self, row: Row, width: int) -> Line:
        right: list[Piece] = []
        if width >= WITH_SITE:
            right.append(Piece(fitted(row.site or "", SITE_ROOM) + "  ", "muted"))
        right.append(Piece(f"{age(row.kept_at.isoformat(), self._now()):>6}  ", "muted"))
        right.append(Piece(f"{minutes(row.words):>3} min ", "muted"))
        if width >= WITH_BAR:
            right += [
                Piece(f" {bar(row.fraction, BAR_ROOM):<{BAR_ROOM}}", "bar"),
                Piece(f"  {completeness(row)} ", "muted"),
            ]
        mark = Piece("● " if not row.read else "  ", "key")
        star = Piece("★ " if row.starred else "", "key")
        return spread((mark, star, Piece(row.title, "text" if row.read else "name"), Piece("  ")), right, width)

    def _style_of(self, role: str) -> Style:
        return self.get_component_rich_style(f"rows--{role}", partial=True)

    # moving

    def _go(self, to: int) -> None:
        self._load(to + AHEAD)
        to = min(max(to, 0), len(self._rows) - 1)
        if self._rows and to != self._at:
            self._at = to
            self._settle()

    def action_cursor(self, step: int) -> None:
        self._go(self._at + step)

    def action_page(self, pages: float) -> None:
        self._go(self._at + int(pages * self.size.height))

    def action_edge(self, end: int) -> None:
        if end > 0:
            while not self._whole:
                self._load(len(self._rows) + 1)
        self._go(len(self._rows) - 1 if end > 0 else 0)

    def action_choose(self) -> None:
        if self.row:
            self.post_message(self.Chosen(self.row))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or (at := offset.y + self.scroll_offset.y) >= len(self._rows):
            return
        if at == self._at:
            self.action_choose()
        self._go(at)


def fitted(text: str, width: int) -> str:
    """The text in exactly ``width`` cells."""
    short = cut(text, width)
    return short + " " * (width - cell_len(short))


def completeness(row: Row) -> str:
    """Marks for text, pictures and sources."""
    pictures: Completeness = "none"
    if row.captions:
        pictures = "whole" if row.pictures >= row.captions else "part" if row.pictures else "none"
    return "●" + (MARKS[pictures] if row.captions else "·") + ("●" if row.sources else "·")
