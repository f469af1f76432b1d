"""The list of what is kept: a line an article, read from the library as it is scrolled to, whatever its size."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence, Set
from datetime import datetime
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.library import Row
from tui.library.library_work import moment
from tui.library.pending_marks import PendingMarks
from tui.panes.completeness import MARKS, of_pictures, of_sources, of_text
from tui.panes.library_rows import Listing, Pages
from tui.panes.pane_line import Line, Piece, cut, spread, strip
from tui.panes.row_list import CURSOR_KEYS, EDGE, ROLES
from tui.panes.source_rows import bar
from tui.text.dates import age
from tui.text.word_count import minutes

SITE_ROOM, BAR_ROOM = 20, 5  # cells
WITH_SITE, WITH_BAR = 76, 58  # columns from which there is room for them

ReadPages = Callable[[Listing, Sequence[int]], Awaitable[Pages]]
"""Reads pages of a listing, beside the event loop."""


class LibraryList(ScrollView, can_focus=True):
    """Kept articles with a cursor; rows can be picked, so that a mark or a tag goes to all of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{role}" for role in ROLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "read", id="rows.choose"),
        *CURSOR_KEYS,
        Binding(
            "x", "pick", "pick", show=False, id="rows.pick", tooltip="pick or unpick the row, for what is done next"
        ),
        Binding("X", "drop_all", "unpick all", show=False, id="rows.drop_all"),
    ]

    class Moved(Message):
        """The cursor stands on another row, or other rows are shown."""

    class Chosen(Message):
        """Enter, or a second click, on a row."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(
        self,
        now: Callable[[], datetime],
        read: ReadPages,
        pending: Callable[[], PendingMarks],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._now, self._read, self._pending = now, read, pending
        self._listing: Listing | None = None
        self._at = 0
        self._picked: set[int] = set()
        self._reading: set[int] = set()  # numbers of the pages that are on their way
        self._ground = Style.null()

    # the rows

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._listing) if self._listing else 0

    @property
    def row(self) -> Row | None:
        """The row under the cursor, with marks that are not written yet."""
        row = self._listing.row(self._at) if self._listing else None
        return self._pending().apply(row) if row else None

    @property
    def seen(self) -> range:
        """The positions around the cursor."""
        return self._around(self._at)

    @property
    def chosen(self) -> list[int]:
        """Numbers of the articles picked, else of the one under the cursor; not of those that are being removed."""
        chosen = sorted(self._picked) if self._picked else [self.row.id] if self.row else []
        return [number for number in chosen if not self._pending().removed(number)]

    @property
    def picked(self) -> Set[int]:
        """Numbers of the articles picked."""
        return self._picked

    def show(self, listing: Listing, stay: bool = False) -> None:
        """Show other rows; with ``stay`` the cursor stays on its article, or where that was."""
        number = self.row.id if stay and self.row else None
        at = self._at if stay else 0
        self._listing, self._reading = listing, set()
        if number is not None and ((row := listing.row(at)) is None or row.id != number):
            position = listing.position(number)
            at = at if position is None else position
        self._at = min(max(at, 0), max(0, len(listing) - 1))
        self._settle()

    async def ids(self) -> Sequence[int]:
        """Numbers of all articles that are listed, in their order.  Raises LibraryError."""
        if self._listing is None:
            return ()
        if self._listing.ids is None:
            await self._fetch(self._listing, [])
        return self._listing.ids or ()

    async def _fetch(self, listing: Listing, numbers: Sequence[int]) -> None:
        """Read pages, and draw what they bring."""
        reading = self._reading
        reading.update(numbers)
        try:
            listing.add(await self._read(listing, numbers))
        finally:  # pages that failed, or that were given up since, are read again when they are seen again
            reading.difference_update(numbers)
        if listing is self._listing and numbers:
            self._settle()

    def _settle(self) -> None:
        self.virtual_size = Size(self.size.width, self.count)
        self.scroll_to_region(Region(0, self._at, 1, 1), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        self._settle()

    # drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        self._ground = self.rich_style  # made of the styles of all that the list stands in: once, not once a line
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width, at = self.size.width, y + self.scroll_offset.y
        row = self._listing.row(at) if self._listing and at < self.count else None
        if row is None:
            if at < self.count:
                self.call_later(self._read_what_is_seen)
            return Strip.blank(width, self._ground)
        row = self._pending().apply(row)
        ground, edge = self._ground, Piece(" ")
        if at == self._at:
            ground, edge = ground + self._style_of("cursor"), Piece(EDGE, "edge")
        return strip((edge, *self._line(row, width - 1)), width, self._style_of, ground)

    def _line(self, row: Row, width: int) -> Line:
        right: list[Piece] = []
        if width >= WITH_SITE:
            right.append(Piece(fitted(row.site or "", SITE_ROOM), "muted"))
        right.append(Piece(f"  {age(row.kept_at.isoformat(), self._now()):>6}  ", "muted"))
        right.append(Piece(f"{minutes(row.words):>3} min " if row.words else "        ", "muted"))
        if width >= WITH_BAR:
            right += [
                Piece(f" {bar(row.fraction, BAR_ROOM):<{BAR_ROOM}}", "bar"),
                Piece(f"  {completeness(row)} ", "muted"),
            ]
        if self._pending().removed(row.id):
            right = [Piece("is being removed ", "muted")]
        marks = "✓ " if row.id in self._picked else "● " if not row.read else "  "
        flags = ("★ " if row.starred else "") + ("◷ " if row.later else "")
        title = Piece(row.title or row.url, "text" if row.read else "name")
        return spread((Piece(marks, "key"), Piece(flags, "key"), title, Piece("  ")), right, width)

    def _style_of(self, role: str) -> Style:
        return self.get_component_rich_style(f"rows--{role}", partial=True)

    # moving

    async def _go(self, to: int) -> None:
        to = min(max(to, 0), self.count - 1)
        if self._listing and self.count and to != self._at:
            await self._read_rows(self._around(to))  # what is read in a moment is drawn at once
            self._at = to
            self._settle()

    def _around(self, position: int) -> range:
        """The positions that are on the screen wherever on it this one stands."""
        return range(position - self.size.height, position + self.size.height + 1)

    async def _read_what_is_seen(self) -> None:
        top = self.scroll_offset.y
        await self._read_rows(range(top, top + self.size.height))

    async def _read_rows(self, positions: range) -> None:
        """Read the rows at these positions that were not read yet; wait for them as long as a key may wait."""
        if self._listing and (numbers := set(self._listing.missing(positions)) - self._reading):
            await moment(self._fetch(self._listing, sorted(numbers)))

    async def action_cursor(self, step: int) -> None:
        await self._go(self._at + step)

    async def action_page(self, pages: float) -> None:
        await self._go(self._at + int(pages * self.size.height))

    async def action_edge(self, end: int) -> None:
        await self._go(self.count - 1 if end > 0 else 0)

    def action_choose(self) -> None:
        if self.row:
            self.post_message(self.Chosen(self.row))

    async def action_pick(self) -> None:
        if self.row:
            self._picked ^= {self.row.id}
            await self._go(self._at + 1)
            self._settle()

    def action_drop_all(self) -> None:
        self._picked.clear()
        self._settle()

    async def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or (at := offset.y + self.scroll_offset.y) >= self.count:
            return
        if at == self._at:
            self.action_choose()
        await self._go(at)


def fitted(text: str, width: int) -> str:
    """The text in exactly ``width`` cells."""
    short = cut(text, width)
    return short + " " * (width - cell_len(short))


def completeness(row: Row) -> str:
    """Marks for text, pictures and sources; "·" where the article has none."""
    kept = (of_text(row), of_pictures(row), of_sources(row))
    return "".join(MARKS[how] if how else "·" for how in kept)
