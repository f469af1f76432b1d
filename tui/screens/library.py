"""The library: what was kept, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.library import Row
from tui.page import ReadingError
from tui.panes.find_bar import FindBar
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.library_list import PAGE, LibraryList
from tui.panes.notice import Notice
from tui.reading import ReadingList
from tui.screens.base import NewsScreen
from tui.stylesheets import stylesheet

EMPTY = (
    "Nothing is kept yet",
    "a asks for an address to open: a web page, or a file here.",
    "Whatever is opened is kept and can be read again offline. ? shows every key.",
)
NOTHING_FOUND = ("Nothing fits", "No kept article has these words in its title or site.", "Esc shows everything again")
LOOKED_THROUGH = 20_000  # rows that a filter looks through for one screen


class LibraryScreen(NewsScreen):
    """Lists the kept articles; what is deleted stays until one leaves the list, so that it can be brought back."""

    CSS_PATH = stylesheet("library")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "open an address", id="library.add"),
        Binding("slash", "filter", "filter", id="library.filter"),
        Binding("f", "star", "star", id="library.star"),
        Binding("m", "toggle_read", "read/unread", id="library.toggle_read"),
        Binding("d,delete", "delete", "delete", id="library.delete"),
        Binding("u", "undo", "undo", id="library.undo"),
        Binding("o", "open", "open in the browser", show=False, id="library.open"),
        Binding("y", "copy", "copy the address", show=False, id="library.copy"),
        Binding("r", "refresh", "look again", show=False, id="library.refresh"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._deleted: list[int] = []
        self._words = ""

    def compose(self) -> ComposeResult:
        yield Header(id="header")
        yield LibraryList(self.news.now, id="library")
        yield Notice(id="notice")
        yield FindBar(id="find")
        yield Footer(id="footer")

    @property
    def list(self) -> LibraryList:
        return self.query_one(LibraryList)

    def on_mount(self) -> None:
        self.query_one(Header).say("Library")
        self.list.focus()
        self.show_rows()

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.show_rows(stay=True)

    def show_rows(self, stay: bool = False) -> None:
        """Show what is kept and fits the filter."""
        self.list.show(self._rows_after, stay)

    def _rows_after(self, after: Row | None) -> Sequence[Row]:
        found: list[Row] = []
        looked = 0
        try:
            while not found and looked < LOOKED_THROUGH:
                page = self.news.library.rows(PAGE, after)
                if not page:
                    break
                after, looked = page[-1], looked + len(page)
                found = [row for row in page if row.id not in self._deleted and self._fits(row)]
        except ReadingError as error:
            self.news.say(str(error), severity="error")
        return found

    def _fits(self, row: Row) -> bool:
        text = f"{row.title} {row.site or ''}".casefold()
        return all(word in text for word in self._words.casefold().split())

    def on_library_list_moved(self) -> None:
        shown, rows = self.list, self.list.rows
        unread = sum(not row.read for row in rows)
        more = "" if shown.whole else "+"
        count = f"{len(rows)}{more} article{'s' * (len(rows) != 1)}"
        self.query_one(Footer).say(f"{count} · {unread}{more} unread" if rows else "")
        self.list.display = bool(rows)
        self.query_one(Notice).display = not rows
        if not rows:
            self.query_one(Notice).say(*(NOTHING_FOUND if self._words else EMPTY))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("star", "toggle_read", "delete", "open", "copy", "filter"):
            return bool(self.list.rows) or (action == "filter" and bool(self._words))
        return bool(self._deleted) if action == "undo" else True

    # opening

    def on_library_list_chosen(self, event: LibraryList.Chosen) -> None:
        numbers = [row.id for row in self.list.rows]
        self.news.read(ReadingList(numbers, numbers.index(event.row.id)))

    def action_add(self) -> None:
        from tui.screens.ask import AskScreen

        def read(address: str | None) -> None:
            if address:
                self.news.read(ReadingList((address,)))

        self.app.push_screen(AskScreen("Address or file to open", placeholder="https://… or page.html"), read)

    def action_open(self) -> None:
        if row := self.list.row:
            self.news.browse(row.url)

    def action_copy(self) -> None:
        if row := self.list.row:
            self.news.copy(row.url, "address")

    def action_refresh(self) -> None:
        self.show_rows(stay=True)

    # filtering

    async def action_filter(self) -> None:
        await self.query_one(FindBar).open()

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        self._words = event.words
        self.show_rows()
        event.bar.say(len(self.list.rows))

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self.list.action_cursor(event.step)

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not event.keep and self._words:
            self._words = ""
            self.show_rows(stay=True)
        self.list.focus()

    def action_escape(self) -> None:
        if self._words:
            self.query_one(FindBar).close(keep=False)
        else:
            self.action_back()

    # marking

    def _change(self, change: str, value: bool) -> None:
        row = self.list.row
        if row is None:
            return
        try:
            getattr(self.news.library, change)(row.id, value)
        except ReadingError as error:
            self.news.say(str(error), severity="error")
        self.show_rows(stay=True)

    def action_star(self) -> None:
        if row := self.list.row:
            self._change("star", not row.starred)

    def action_toggle_read(self) -> None:
        if row := self.list.row:
            self._change("mark_read", not row.read)

    def action_delete(self) -> None:
        if row := self.list.row:
            self._deleted.append(row.id)
            self.show_rows(stay=True)
            self.news.say(f"Deleted “{row.title}”: u brings it back")

    def action_undo(self) -> None:
        if self._deleted:
            self._deleted.pop()
            self.show_rows(stay=True)

    def on_unmount(self) -> None:
        for number in self._deleted:
            try:
                self.news.library.remove(number)
            except ReadingError as error:
                self.news.say(str(error), severity="error")
