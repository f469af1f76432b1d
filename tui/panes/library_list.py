"""The list of what is kept: rows with a cursor, read from the library as they are scrolled to, however many."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence, Set
from datetime import datetime
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.library import Row
from tui.library.library_work import moment
from tui.library.pending_marks import PendingMarks
from tui.panes.listing_pages import Listing, Pages
from tui.panes.pane_line import Line, Piece, strip
from tui.panes.row_lines import ListedRow, RowLines
from tui.panes.row_list import CURSOR_KEYS, EDGE, ROLES, row_styles
from tui.panes.textual_private import LineDrawnView, hold

ReadPages = Callable[[Listing, Sequence[int]], Awaitable[Pages]]
"""Reads pages of a listing, beside the event loop."""


class LibraryList(LineDrawnView, can_focus=True):
    """Kept articles with a cursor; rows can be picked, so that a mark or a tag goes to all of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{role}" for role in ROLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "read", id="rows.choose"),
        Binding("tab", "screen.other_pane", "sections", id="library.sections", tooltip="the sections, and back"),
        *CURSOR_KEYS,
        Binding("x", "pick", "pick", False, id="rows.pick", tooltip="pick it or not: keys act on all that are picked"),
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
        self.listing: Listing | None = None
        self._at = 0
        self._picked: set[int] = set()
        self._reading: set[int] = set()  # numbers of the pages that are on their way
        self._ground, self._width = Style.null(), 0  # as drawn
        self._style_of = row_styles(self)
        self._row_height = 1
        self._lines = RowLines(now(), False)

    # the rows

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.listing) if self.listing else 0

    @property
    def row(self) -> Row | None:
        """The row under the cursor, with marks that are not written yet."""
        row = self.listing.row(self._at) if self.listing else None
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

    @property
    def two_lines(self) -> bool:
        """Whether a row has two lines, the title in the whole width on the first."""
        return self._row_height == 2

    @two_lines.setter
    def two_lines(self, wanted: bool) -> None:
        if wanted != self.two_lines:
            self._row_height = 2 if wanted else 1
            self._settle()

    def heads(self, width: int) -> Line:
        """The names of the columns over the rows, in so many cells."""
        return (Piece(" "), *self._lines.heads(self.scrollable_content_region.width - 1)) if width else ()

    def show(self, listing: Listing, stay: bool = False, number: int | None = None) -> None:
        """Show other rows; with ``stay`` the cursor stays on its article, or on that ``number``, or where that was."""
        number = number or (self.row.id if stay and self.row else None)
        at = self._at if stay else 0
        scrolled = self.scroll_offset.y if stay else 0
        above = at * self._row_height - scrolled  # lines over the row under the cursor
        self.listing, self._reading = listing, set()
        if number is not None and ((row := listing.row(at)) is None or row.id != number):
            position = listing.position(number)
            at = at if position is None else position
        self._at = min(max(at, 0), max(0, len(listing) - 1))
        self._lines = RowLines(self._now(), listing.view.order == "kept", listing.first)
        self._settle()
        if scrolled:  # else what is new shows itself at the top
            self.scroll_to(y=self._at * self._row_height - above, animate=False, force=True)

    async def ids(self) -> Sequence[int]:
        """Numbers of all articles that are listed, in their order.  Raises LibraryError."""
        if self.listing is None:
            return ()
        if self.listing.ids is None:
            await self._fetch(self.listing, [])
        return self.listing.ids or ()

    async def _fetch(self, listing: Listing, numbers: Sequence[int]) -> None:
        """Read pages, and draw what they bring."""
        reading = self._reading
        reading.update(numbers)
        try:
            listing.add(await self._read(listing, numbers))
        finally:  # pages that failed, or that were given up since, are read again when they are seen again
            reading.difference_update(numbers)
        if listing is self.listing and numbers:
            self._settle()

    def _settle(self) -> None:
        hold(self, Size(1, self.count * self._row_height))  # rows are as wide as the list, whatever its width
        self._bring_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _bring_in_sight(self) -> None:
        """Have the row under the cursor on the screen.

        A row beyond an edge comes with half a screen of those behind it: to scroll is to send every row.
        """
        top, height = self._at * self._row_height, self.size.height
        over, under = self.scroll_offset.y - top, top + self._row_height - self.scroll_offset.y - height
        if height and max(over, under) > 0:
            half = height // 2 // self._row_height * self._row_height
            beyond = half if max(over, under) <= self._row_height else 0
            first = top - beyond if over > 0 else top
            self.scroll_to_region(Region(0, first, 1, self._row_height + beyond), animate=False, force=True)

    def fit(self, room: Size) -> None:
        self._bring_in_sight()

    # drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        # Worked out of the styles of all that the list stands in: once, not once a line.
        self._ground, self._width = self.rich_style, self.scrollable_content_region.width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width, (at, part) = self._width, divmod(y + self.scroll_offset.y, self._row_height)
        row = self.listing.row(at) if self.listing and at < self.count else None
        if row is None:
            if at < self.count:
                self.call_later(self._read_what_is_seen)
            return Strip.blank(width, self._ground)
        ground, edge = self._ground, Piece(" ")
        if at == self._at:
            ground, edge = ground + self._style_of("cursor"), Piece(EDGE, "edge")
        return strip((edge, *self._line(row, part, width - 1)), width, self._style_of, ground)

    def _line(self, row: Row, part: int, width: int) -> Line:
        pending, story = self._pending(), self.listing.part(row) if self.listing else None
        listed = ListedRow(pending.apply(row), row.id in self._picked, pending.removed(row.id), story)
        if self.two_lines:
            return self._lines.two_lines(listed, width)[part]
        return self._lines.one_line(listed, width)

    # moving

    async def _go(self, to: int) -> None:
        to = min(max(to, 0), self.count - 1)
        if self.listing and self.count and to != self._at:
            await self._read_rows(self._around(to))  # what is read in a moment is drawn at once
            for at in (self._at, to):
                self.refresh_lines(at * self._row_height, self._row_height)
            self._at = to
            self._bring_in_sight()
            self.post_message(self.Moved())

    def _around(self, position: int) -> range:
        """The positions that are on the screen wherever on it this one stands."""
        rows = -(-self.size.height // self._row_height)
        return range(position - rows, position + rows + 1)

    async def _read_what_is_seen(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        await self._read_rows(range(top // self._row_height, (top + height) // self._row_height + 1))

    async def _read_rows(self, positions: range) -> None:
        """Read the rows at these positions that were not read yet; wait for them as long as a key may wait."""
        if self.listing and (numbers := set(self.listing.missing(positions)) - self._reading):
            await moment(self._fetch(self.listing, sorted(numbers)))

    async def action_cursor(self, step: int) -> None:
        await self._go(self._at + step)

    async def action_page(self, pages: float) -> None:
        await self._go(self._at + int(pages * (self.size.height // self._row_height)))

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
        if offset is None or (at := (offset.y + self.scroll_offset.y) // self._row_height) >= self.count:
            return
        if at == self._at:
            self.action_choose()
        await self._go(at)
