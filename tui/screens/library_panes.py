"""The library's panes: its sections, the list beside them, a notice where there is nothing to list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from tui.library.articles.rows import View
from tui.panes.find_bar import FindBar
from tui.panes.library_list import LibraryList
from tui.panes.library_rows import Listing, Pages
from tui.panes.notice import Notice
from tui.panes.row_list import Rows
from tui.panes.sections import Groups, SectionsPane, count_sections
from tui.screens.base import AppServices

if TYPE_CHECKING:
    from datetime import datetime

    from tui.library import Library
    from tui.library.pending_marks import PendingMarks

BESIDE = 100  # columns from which the sections stand beside the list
EMPTY = (
    "Nothing is kept yet",
    "Press a and give an address: a web page, or a file here.",
    "What is opened is kept, and can be read again offline.",
)
NOTHING_FITS = ("Nothing found", "No kept article has these words in title, site or authors.", "Esc shows all again")
EMPTY_SECTION = ("Nothing here", "This section is empty.", "Esc shows everything")


class Contents(NamedTuple):
    """What the library has for its screen."""

    listing: Listing
    sections: Groups

    @classmethod
    def read(cls, library: Library, view: View, seen: range = range(0)) -> Contents:
        """The rows of a view, those at the positions ``seen`` too, and the counts of the sections.

        Beside the event loop.  Raises LibraryError.
        """
        return cls(Listing(library, view, seen), count_sections(library))


class LibraryPanes(Vertical):
    """Shows the contents; the sections stand beside the list where there is room, else in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "open in the browser", show=False, id="library.open"),
        Binding("y", "copy", "copy the address", show=False, id="library.copy"),
    ]

    def __init__(self) -> None:
        super().__init__(id="browsing")
        self.articles = LibraryList(self._now, self._read_pages, self._pending, id="library")
        self.sections = SectionsPane(id="sections")
        self.find_bar = FindBar(id="find")
        self._notice = Notice(id="notice")
        self._list = Vertical(self.articles, self._notice)

    def compose(self) -> ComposeResult:
        with Horizontal(id="panes"):
            yield self.sections
            yield self._list
        yield self.find_bar

    @property
    def _services(self) -> AppServices:
        return cast(AppServices, self.app)

    def _now(self) -> datetime:
        return self._services.now()

    def _pending(self) -> PendingMarks:
        return self._services.library_work.pending

    async def _read_pages(self, listing: Listing, numbers: Sequence[int]) -> Pages:
        return await self._services.library_work.read(lambda library: listing.read(library, numbers))

    def show(self, contents: Contents, stay: bool) -> None:
        """Show the contents; with ``stay`` the cursor stays on its article, or where that was."""
        self.articles.show(contents.listing, stay)
        self.sections.show(contents.sections)

    def show_notice(self, view: View) -> None:
        """Say why nothing is listed, if nothing is."""
        there = bool(self.articles.count)
        self.articles.display, self._notice.display = there, not there
        if not there:
            self._notice.say(*(NOTHING_FITS if view.typed else EMPTY if view.section == "all" else EMPTY_SECTION))

    def arrange_panes(self) -> None:
        """Show the sections beside the list where there is room, else the one that has the keys."""
        beside, turned = self.app.size.width >= BESIDE, self.sections.has_focus
        self.sections.display = beside or turned
        self.sections.set_class(not beside, "alone")
        self._list.display = beside or not turned

    def turn(self) -> None:
        """Give the keys to the other pane."""
        other = self.articles if self.sections.has_focus else self.sections
        other.display = True
        self.call_after_refresh(other.focus)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.articles.count) if action in ("open", "copy") else True

    def action_open(self) -> None:
        if row := self.articles.row:
            self._services.browse(row.url)

    def action_copy(self) -> None:
        if row := self.articles.row:
            self._services.copy(row.url, "address")

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.turn()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.arrange_panes()

    async def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        await self.articles.action_cursor(event.step)
