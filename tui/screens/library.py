"""The library: what was kept, in sections, with what can be done to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from tui.intake.reading_list import ReadingList
from tui.library import Library
from tui.library.articles.marks import Undo
from tui.library.articles.rows import Order, View
from tui.model.page import ReadingError
from tui.panes.find_bar import FindBar
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.library_list import LibraryList
from tui.panes.library_rows import Listing
from tui.panes.notice import Notice
from tui.panes.row_list import Rows
from tui.panes.sections import SectionsPane
from tui.screens.base import NewsScreen
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted

EMPTY = (
    "Nothing is kept yet",
    "Press a and give an address: a web page, or a file here.",
    "What is opened is kept, and can be read again offline.",
)
NOTHING_FITS = ("Nothing fits", "No kept article has these words in title, site or authors.", "Esc shows all again")
EMPTY_SECTION = ("Nothing here", "This section is empty.", "Esc shows everything")
ORDERS: tuple[Order, ...] = ("kept", "date", "title", "length")
BESIDE = 100  # columns from which the sections stand beside the list


class LibraryScreen(NewsScreen):
    """Lists a view of the library; every change can be undone while the screen is open."""

    CSS_PATH = stylesheet("library")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "open an address", id="library.add"),
        Binding("slash", "filter", "filter", id="library.filter"),
        Binding("f", "star", "star", id="library.star"),
        Binding("m", "toggle_read", "read/unread", id="library.toggle_read"),
        Binding("l", "later", "later", show=False, id="library.later", tooltip="put off for later, or no longer"),
        Binding("T", "tag", "tag", show=False, id="library.tag", tooltip="give a tag, or take it away with -name"),
        Binding("d,delete", "delete", "delete", id="library.delete"),
        Binding("u", "undo", "undo", id="library.undo"),
        Binding("O", "order", "sort", show=False, id="library.order", tooltip="sort by date kept, date, title, length"),
        Binding("R", "backwards", "turn the order round", show=False, id="library.backwards"),
        Binding("tab,shift+tab", "other_pane", "sections", id="library.sections"),
        Binding("o", "open", "open in the browser", show=False, id="library.open"),
        Binding("y", "copy", "copy the address", show=False, id="library.copy"),
        Binding(
            "E", "export", "export", show=False, id="library.export", tooltip="export the picked articles, or this"
        ),
        Binding("I", "import", "import", show=False, id="library.import", tooltip="take over articles from elsewhere"),
        Binding("r", "look_again", "look again", show=False, id="library.look_again"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.view = View()
        self._undos: list[Undo] = []
        self.articles = LibraryList(lambda: self.news.now(), id="library")
        self.sections = SectionsPane(id="sections")
        self._notice, self._find_bar = Notice(id="notice"), FindBar(id="find")
        self._list = Vertical(self.articles, self._notice)
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        with Horizontal(id="panes"):
            yield self.sections
            yield self._list
        yield self._find_bar
        yield self._footer

    def on_mount(self) -> None:
        self.set_focus(self.articles)
        self.show_rows()
        self.set_out()

    def on_screen_resume(self) -> None:
        if self.articles.listing:
            self.show_rows(stay=True)

    def on_resize(self, event: events.Resize) -> None:
        self.set_out()

    def set_out(self) -> None:
        """Show the sections beside the list where there is room, else the one that has the keys."""
        beside, turned = self.app.size.width >= BESIDE, self.sections.has_focus
        self.sections.display = beside or turned
        self.sections.set_class(not beside, "alone")
        self._list.display = beside or not turned

    # what is listed

    def show_rows(self, stay: bool = False) -> None:
        """Show the view as it is now."""
        try:
            self.articles.show(Listing(self.news.library, self.view), stay)
            self.sections.show(self.news.library)
        except ReadingError as error:
            self.news.say(str(error), severity="error")
        self._header.say(self._title())

    def _title(self) -> str:
        view = self.view
        parts = ["Library", view.name or (view.section.capitalize() if view.section != "all" else "")]
        order = "" if view.order == "kept" else f"by {view.order}"
        parts += [order + (" backwards" if view.backwards else ""), f"“{view.typed}”" if view.typed else ""]
        return " · ".join(part for part in parts if part.strip())

    def on_library_list_moved(self) -> None:
        shown, count = self.articles, self.articles.count
        picked = f" · {len(shown.picked)} picked" if shown.picked else ""
        said = counted(count, "article") + picked
        self._footer.say(said if count else "")
        self.articles.display = bool(count)
        self._notice.display = not count
        if not count:
            self._notice.say(*(NOTHING_FITS if self.view.typed else EMPTY if self.view == View() else EMPTY_SECTION))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("star", "toggle_read", "later", "tag", "delete", "open", "copy", "export"):
            return bool(self.articles.count)
        return bool(self._undos) if action == "undo" else True

    def _look_at(self, view: View) -> None:
        if view != self.view:
            self.view = view
            self.show_rows()

    def on_rows_moved(self, event: Rows.Moved) -> None:
        if event.by_hand and isinstance(event.key, tuple):
            section, name = event.key
            self._look_at(replace(self.view, section=section, name=name))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.action_other_pane()

    def action_other_pane(self) -> None:
        turn_to = self.articles if self.sections.has_focus else self.sections
        turn_to.display = True
        self.call_after_refresh(turn_to.focus)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.set_out()

    def action_order(self) -> None:
        self._look_at(replace(self.view, order=ORDERS[(ORDERS.index(self.view.order) + 1) % len(ORDERS)]))

    def action_backwards(self) -> None:
        self._look_at(replace(self.view, backwards=not self.view.backwards))

    def action_look_again(self) -> None:
        self.show_rows(stay=True)

    # opening

    def on_library_list_chosen(self, event: LibraryList.Chosen) -> None:
        if self.articles.listing:
            numbers = self.articles.listing.ids()
            self.news.read(ReadingList(numbers, numbers.index(event.row.id)))

    def action_add(self) -> None:
        from tui.screens.prompt import AskScreen

        def read(address: str | None) -> None:
            if address:
                self.news.read(ReadingList((address,)))

        self.app.push_screen(AskScreen("Address or file to open", placeholder="https://… or page.html"), read)

    def action_open(self) -> None:
        if row := self.articles.row:
            self.news.browse(row.url)

    def action_copy(self) -> None:
        if row := self.articles.row:
            self.news.copy(row.url, "address")

    def action_export(self) -> None:
        from tui.screens.import_export import export

        export(self.news, self.articles.chosen)

    def action_import(self) -> None:
        from tui.screens.import_export import take_in

        take_in(self.news, lambda: self.show_rows(stay=True))

    # filtering

    async def action_filter(self) -> None:
        await self._find_bar.open()

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        self._look_at(replace(self.view, typed=event.words.strip()))
        event.bar.say(self.articles.count)

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self.articles.action_cursor(event.step)

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not event.keep:
            self._look_at(replace(self.view, typed=""))
        self.articles.focus()

    def action_escape(self) -> None:
        bar = self._find_bar
        if bar.words:
            bar.close(keep=False)
        elif self.articles.picked:
            self.articles.action_drop_all()
        elif self.view.section != "all":
            self._look_at(View())
            self.sections.place_cursor(("all", ""))
        else:
            self.action_back()

    # marking

    def _change(self, change: Callable[[Library, list[int]], Undo]) -> None:
        numbers = self.articles.chosen
        if not numbers:
            return
        try:
            undo = change(self.news.library, numbers)
        except ReadingError as error:
            self.news.say(str(error), severity="error")
            return
        if undo.articles:
            self._undos.append(undo)
            self.news.say(f"{undo.saying.capitalize()}: u takes it back")
        else:
            self.news.say("Nothing to change")
        self.articles.action_drop_all()
        self.show_rows(stay=True)

    def action_star(self) -> None:
        if row := self.articles.row:
            self._change(lambda library, numbers: library.marks.star(numbers, not row.starred))

    def action_toggle_read(self) -> None:
        if row := self.articles.row:
            self._change(lambda library, numbers: library.marks.read(numbers, not row.read))

    def action_later(self) -> None:
        if row := self.articles.row:
            self._change(lambda library, numbers: library.marks.later(numbers, not row.later))

    def action_delete(self) -> None:
        self._change(lambda library, numbers: library.articles.remove(numbers))

    def action_tag(self) -> None:
        from tui.screens.prompt import AskScreen

        def tag(name: str | None) -> None:
            if name and name.startswith("-"):
                self._change(lambda library, numbers: library.marks.untag(numbers, name[1:].strip()))
            elif name:
                self._change(lambda library, numbers: library.marks.tag(numbers, name))

        self.app.push_screen(AskScreen("Tag (-name takes it away)"), tag)

    def action_undo(self) -> None:
        if self._undos:
            undo = self._undos.pop()
            try:
                self.news.library.marks.undo(undo)
                self.news.say(f"Taken back: {undo.saying}")
            except ReadingError as error:
                self.news.say(str(error), severity="error")
            self.show_rows(stay=True)
