"""The library's panes: its sections, the list beside them, a notice where there is nothing to list."""

from __future__ import annotations

from asyncio import TimerHandle
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from tui.model.page import ReadingError
from tui.panes.bar import Bar, roles
from tui.panes.find_bar import FindBar
from tui.panes.holders import Beside, Column
from tui.panes.library_list import LibraryList
from tui.panes.notice import Notice
from tui.panes.preview import Preview, Previewed
from tui.panes.row_lines import LEGEND
from tui.panes.sections import Groups, SectionsPane, count_sections
from tui.panes.story_listing import ByStory, listing
from tui.panes.workers import call_soon, run_beside
from tui.screens.base import AppServices
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from datetime import datetime

    from tui.library import Library
    from tui.library.articles.rows import View
    from tui.library.indexes import query
    from tui.library.pending_marks import PendingMarks
    from tui.panes.listing_pages import Listing, Pages
    from tui.panes.pane_line import Line
    from tui.panes.row_list import Rows
else:
    (query,) = lazy_modules("tui.library.indexes", "query")

BESIDE = 100  # columns from which the sections stand beside the list
PREVIEWED = 150  # columns from which the article under the cursor is shown beside the list
REST = 0.1  # seconds that the cursor rests on a row before it is
# Columns from which a row is one line, without and with the preview: some sixty of them are then left to the title.
ONE_LINE, ONE_LINE_PREVIEWED = 136, 192
EMPTY = (
    "Nothing is kept yet",
    "Press a and give an address: a site with news, its feed, a page, or a file here.",
    "All of it is kept, and can be read offline. Coming from another reader? I imports what it exports.",
)
ALL_READ = ("Nothing unread", "All that is here was read.", "R asks the feeds for news · Esc shows everything")
WORDS_NOWHERE = "has these words in title, site or authors."
NOTHING_FITS = ("Nothing found", f"No kept article {WORDS_NOWHERE}", "Esc shows all again")
NONE_IN_SECTION = ("Nothing found", f"No article of this section {WORDS_NOWHERE}", "Esc shows the section again")
EMPTY_SECTION = ("Nothing here", "This section is empty.", "Esc shows everything")
OF_SECTIONS = {  # what is said of those whose articles a person puts there
    "all": EMPTY,
    "unread": ALL_READ,
    "starred": ("Nothing starred", "f stars the article under the cursor, or the one that is read.", EMPTY_SECTION[2]),
    "later": (
        "Nothing for later",
        "Z puts the article under the cursor here, or the one that is read.",
        EMPTY_SECTION[2],
    ),
}


GOING = ("feed", "folder", "search")  # sections that a person makes and ends


class Contents(NamedTuple):
    """What the library has for its screen."""

    listing: Listing
    sections: Groups

    @classmethod
    def read(
        cls,
        library: Library,
        view: View,
        seen: range = range(0),
        number: int | None = None,
        how: ByStory = ByStory(),  # noqa: B008 - a frozen value
    ) -> Contents:
        """The rows of a view, those ``seen`` and those around an article too, and the counts of the sections.

        ``seen`` are positions, ``number`` is the article's, ``how``: by story or not.  Beside the event
        loop.  Raises LibraryError.
        """
        return cls(listing(library, view, how, seen, number), count_sections(library))

    @property
    def lacks_section(self) -> bool:
        """Whether what is listed is a feed, a folder or a saved search that is no longer there."""
        view = self.listing.view
        listed = (row.key[:2] for _, rows in self.sections for row in rows)
        return view.section in GOING and (view.section, view.name) not in listed


class ColumnHeads(Bar):
    """The names of the columns over the list; ``heads`` makes them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = roles("muted")

    def __init__(self, heads: Callable[[int], Line]) -> None:
        super().__init__(id="heads")
        self._heads = heads
        self.tooltip = "\n".join(LEGEND)

    def line(self, width: int) -> Line:
        return self._heads(width)


class LibraryPanes(Column):
    """Shows the contents; the sections stand beside the list where there is room, else in its place."""

    def __init__(self) -> None:
        super().__init__(id="browsing")
        self.articles = LibraryList(self._now, self._read_pages, self._pending, id="library")
        self.sections = SectionsPane(id="sections")
        self.find_bar = FindBar(id="find")
        self._notice = Notice(id="notice")
        self._notice.can_focus = True  # it has the keys in the place of a list that is empty
        self._heads = ColumnHeads(self.articles.heads)
        self._list = Column(self._heads, self.articles, self._notice)
        self._preview = Preview(id="preview")
        self._resting: TimerHandle | None = None

    def compose(self) -> ComposeResult:
        self.sections.begin_folded(self._services.remembered.folded)
        self.articles.display = True  # said before it is laid out; said first by show_notice, all is drawn once more
        with Beside(id="panes"):
            yield self.sections
            yield self._list
            yield self._preview
        yield self.find_bar

    def on_sections_pane_folded(self, event: SectionsPane.Folded) -> None:
        self._services.remember(self._services.remembered._replace(folded=event.folded))

    @property
    def _services(self) -> AppServices:
        return cast(AppServices, self.app)

    def _now(self) -> datetime:
        return self._services.now()

    def _pending(self) -> PendingMarks:
        return self._services.library_work.pending

    async def _read_pages(self, listing: Listing, numbers: Sequence[int]) -> Pages:
        return await self._services.library_work.read(lambda library: listing.read(library, numbers))

    def show(self, contents: Contents, stay: bool, number: int | None = None) -> None:
        """Show the contents; with ``stay`` the cursor stays on its article, or on that ``number``, or where it was."""
        self.articles.show(contents.listing, stay, number)
        self._heads.refresh()
        self.sections.show(contents.sections)

    def preview_soon(self) -> None:
        """Show what the row under the cursor stands for once the cursor has rested there."""
        if self._resting:
            self._resting.cancel()
        if self._preview.display:
            self._resting = call_soon(self, REST, self._preview_now)

    def _preview_now(self) -> None:
        run_beside(self, self._read_preview, "preview", exclusive=True)

    async def _read_preview(self) -> None:
        row = self.articles.row
        try:
            read = self._services.library_work.read
            self._preview.show(await read(lambda library: Previewed.read(library, row)) if row else None)
        except ReadingError:  # it was removed meanwhile, or cannot be read; to open it says why
            self._preview.show(None)

    def show_notice(self, view: View) -> None:
        """Say why nothing is listed, if nothing is."""
        there, had_focus = bool(self.articles.count), not self.sections.has_focus and not self.find_bar.display
        self.articles.display = there
        self._heads.display = there and not self.articles.two_lines
        if there:
            self._notice.hide()
        else:
            unknown = query.parse(view.typed).unknown
            empty = OF_SECTIONS.get(view.section, EMPTY_SECTION)
            unfit = NOTHING_FITS if view.section == "all" else NONE_IN_SECTION
            heading, why, advice = unfit if view.typed else empty
            row = self.sections.row_of(view)
            why = row.note if row and row.note and not view.typed else why
            self._notice.say(heading, f"Not understood: {', '.join(unknown)}" if unknown else why, advice)
        if had_focus and not self.list.has_focus:  # Textual draws a list anew that is given the keys it has
            self.list.focus()

    def arrange_panes(self) -> None:
        """Show the sections beside the list where there is room, else the one that has the keys."""
        beside, turned = self.app.size.width >= BESIDE, self.sections.has_focus
        self.sections.display = beside or turned
        self.sections.set_class(not beside, "alone")
        self._list.display = beside or not turned
        self._preview.display = self.app.size.width >= PREVIEWED
        self.articles.two_lines = self.app.size.width < (ONE_LINE_PREVIEWED if self._preview.display else ONE_LINE)
        self._heads.display = self.articles.display and not self.articles.two_lines

    @property
    def list(self) -> Widget:
        """What has the keys beside the sections: the list, or what stands in its place while it is empty."""
        return self.articles if self.articles.count else self._notice

    def turn(self) -> None:
        """Give the keys to the other pane."""
        other = self.list if self.sections.has_focus else self.sections
        other.display = True
        self.call_after_refresh(other.focus)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.turn()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.arrange_panes()

    async def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        await self.articles.action_cursor(event.step)
