"""The library: what was kept, in sections, with what can be done to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.intake.reading_list import ReadingList
from tui.library.articles.rows import Order, View
from tui.panes.find_bar import FindBar
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.library_list import LibraryList
from tui.panes.row_list import Rows
from tui.panes.sections import Key
from tui.screens.base import NewsScreen
from tui.screens.feeds.feed_actions import FeedActions
from tui.screens.library_actions import LibraryActions
from tui.screens.library_panes import Contents, LibraryPanes
from tui.screens.library_stories import StoryActions
from tui.system.lazy_modules import lazy_modules
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.library import Library
    from tui.screens import choose, import_export
else:
    import_export, choose = lazy_modules("tui.screens", "import_export choose")

FIRST = View(order="date")  # what is listed first
ORDERS: dict[Order, tuple[str, str]] = {  # what each is called, and the other way round
    "date": ("by day, the latest first", "by day, the earliest first"),
    "kept": ("by day kept, the latest first", "by day kept, the earliest first"),
    "title": ("by title, from A", "by title, from Z"),
    "length": ("by length, the longest first", "by length, the shortest first"),
}


class LibraryScreen(NewsScreen):
    """Lists a view of the library."""

    BLANK: ClassVar[bool] = True  # panes cover all of it
    CSS_PATH = stylesheet("library")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", id="library.filter", tooltip="filter the list by words"),
        Binding("O", "order", "sort", False, id="library.order", tooltip="sort by day, day kept, title or length"),
        Binding(
            "tab,shift+tab",
            "other_pane",
            "sections",
            show=False,
            id="library.sections",
            tooltip="the sections, and back",
        ),
        Binding("I", "import", "import", show=False, id="library.import", tooltip="import articles from elsewhere"),
        Binding("r", "look_again", "reload", show=False, id="library.look_again", tooltip="reload the list"),
    ]

    def __init__(self, contents: Contents | None = None) -> None:
        super().__init__()
        self.view = FIRST
        self.panes = LibraryPanes()
        self._stories = StoryActions(self.panes.articles, self._list_again)
        self._contents = contents  # what is shown first, if it was read before there was a screen
        self._was_seen = False  # from the first time on that it was the screen that one sees
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        with (
            LibraryActions(self.panes, lambda: self.view, self.show_changes),
            FeedActions(self.panes, lambda: self.view, self.show_changes),
            self._stories,
        ):
            yield self.panes
        yield self._footer

    async def on_mount(self) -> None:
        self.set_focus(self.panes.articles)
        self.services.refreshing.progressed.subscribe(self, self._say_where)
        self.panes.arrange_panes()
        if self._contents:
            self.view = self._contents.listing.view
            self.panes.sections.begin_at(self.view)
            self.panes.show(self._contents, stay=False)
            self._say_title()
        else:
            await self._show_rows()

    def on_resize(self, event: events.Resize) -> None:
        self.panes.arrange_panes()

    # what is listed

    async def _show_rows(self, stay: bool = False) -> None:
        """Show the view as it is now."""
        self._say_title()
        await self.ask(partial(self._read_rows, stay))

    def _say_title(self) -> None:
        row = self.panes.sections.row_of(self.view)
        listing = self.panes.articles.listing
        self._header.say(title_of(self.view, row.label if row else "", by_story=bool(listing and listing.by_story)))

    async def _read_rows(self, stay: bool, number: int | None = None) -> None:
        """Show what the library has, the cursor on the article of that ``number`` if it is listed."""
        view, how, seen = self.view, self._stories.how, self.panes.articles.seen if stay else range(0)
        contents = await self.services.library_work.read(
            lambda library: Contents.read(library, view, seen, number, how)
        )
        if view != self.view:
            return  # who chose another view meanwhile has that read
        if contents.lacks_section:  # a folder was renamed, a feed unsubscribed from
            self.view = replace(view, section="all", name="")
            await self._read_rows(stay, number)
        elif self.is_attached:
            self.panes.show(contents, stay, number)
            self._say_title()
            self.panes.find_bar.say(self.panes.articles.count)

    async def _list_again(self, number: int | None) -> None:
        await self.ask(partial(self._read_rows, True, number))

    async def show_changes(self) -> None:
        """Show what the library has now."""
        await self._read_rows(True)

    def on_screen_suspend(self) -> None:
        self.services.last_read = None

    async def on_screen_resume(self, event: events.ScreenResume) -> None:
        again, self._was_seen = self._was_seen, True
        if again:  # what is shown for the first time has just been read
            await self.ask(partial(self._read_rows, True, self.services.last_read))

    async def library_changed(self) -> None:
        if not self.services.changes.under_way:  # else what changes it looks by itself
            await self._show_rows(stay=True)

    async def action_look_again(self) -> None:
        await self._show_rows(stay=True)

    def on_library_list_moved(self) -> None:
        self._say_where()
        self.panes.show_notice(self.view)
        self.panes.preview_soon()
        self.refresh_bindings()

    def _say_where(self, *_line: str) -> None:
        """Say in the footer how far a refresh is, else what is wrong with the feed that is listed, else the count."""
        count, picked = self.panes.articles.count, len(self.panes.articles.picked)
        picks = f" · {picked} picked" if picked else ""
        listing = self.panes.articles.listing
        rows = "row" if listing and listing.by_story else "article"  # of which one may stand for many
        where = f"{counted(count, rows)}{picks}" if count else ""
        row = self.panes.sections.row_of(self.view)
        self._footer.leads_back = self._stories.how.wanted is True
        self._footer.say(self.services.refreshing.line or (row.note if row and not picked else "") or where)

    async def _look_at(self, view: View) -> None:
        if view != self.view:
            self.view = view
            await self._show_rows()

    async def on_rows_moved(self, event: Rows.Moved) -> None:
        if event.by_hand and isinstance(event.key, Key):
            await self._look_at(replace(self.view, section=event.key.section, name=event.key.name))

    def action_other_pane(self) -> None:
        self.panes.turn()

    def action_order(self) -> None:
        """Choose an order; the one that is chosen already is turned round."""
        view, orders = self.view, list(ORDERS)
        labels = [ORDERS[order][not view.backwards if order == view.order else 0] for order in orders]

        async def sort(at: int | None) -> None:
            if at is not None:
                again = orders[at] == view.order
                await self._look_at(replace(self.view, order=orders[at], backwards=again and not view.backwards))

        self.app.push_screen(choose.ChooseScreen("Sort", labels, orders.index(view.order)), sort)

    # opening

    async def on_library_list_chosen(self, event: LibraryList.Chosen) -> None:
        await self.ask(partial(self._open, event.row.id), group="opening")

    async def _open(self, article: int) -> None:
        numbers = await self.panes.articles.ids()
        if article in numbers:
            await self.services.read(ReadingList(numbers, numbers.index(article)))

    def action_import(self) -> None:
        import_export.import_articles(self.services, self.action_look_again)

    # filtering

    async def action_filter(self) -> None:
        await self.panes.find_bar.open()

    async def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        await self._look_at(replace(self.view, typed=event.words.strip()))

    async def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not event.keep:
            await self._look_at(replace(self.view, typed=""))
        self.panes.list.focus()

    def action_back(self) -> None:
        """From the list by story, which a key called, back to the articles; else to the screen before."""
        if self._stories.how.wanted:
            self.call_later(self._stories.leave)
        else:
            super().action_back()

    async def leave_one(self) -> None:
        if self.panes.find_bar.words:
            self.panes.find_bar.close(keep=False)
        elif self.panes.articles.picked:
            self.panes.articles.action_drop_all()
        elif self.services.refreshing.going:
            self.services.refreshing.stop()
        elif self._stories.how.wanted:
            await self._stories.leave()
        elif self.view.section != "all":
            await self._look_at(replace(self.view, section="all", name=""))
            self.panes.sections.place_cursor(Key("all"))
        else:
            self.action_back()


def first_view(library: Library) -> View:
    """What is listed first: what is unread where there are feeds, else all.  Raises LibraryError."""
    return replace(FIRST, section="unread") if library.feeds.any() else FIRST


def first_contents(library: Library) -> Contents:
    """What is listed first, read.  Raises LibraryError."""
    return Contents.read(library, first_view(library))


def title_of(view: View, label: str = "", *, by_story: bool = False) -> str:
    """What the header says of a view; ``label`` is what its section is called."""
    order = "" if (view.order, view.backwards) == (FIRST.order, FIRST.backwards) else ORDERS[view.order][view.backwards]
    parts = ["Library", label if view.section != "all" else "", "by story" if by_story else ""]
    return " · ".join(part for part in (*parts, order, f"“{view.typed}”" if view.typed else "") if part)
