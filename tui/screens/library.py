"""The library: what was kept, in sections, with what can be done to it."""

from __future__ import annotations

from collections.abc import Sequence
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
from tui.screens.base import NewsScreen
from tui.screens.library_changes import LibraryChanges
from tui.screens.library_panes import Contents, LibraryPanes
from tui.screens.prompt import AskScreen
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.library import Library, Undo
    from tui.library.articles.marks import Mark
    from tui.library.library_work import Write

ORDERS: tuple[Order, ...] = ("kept", "date", "title", "length")


class LibraryScreen(NewsScreen):
    """Lists a view of the library; every change can be undone while the screen is open."""

    CSS_PATH = stylesheet("library")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "open an address", id="library.add"),
        Binding("slash", "filter", "filter", id="library.filter"),
        Binding("f", "mark('starred')", "star", id="library.star"),
        Binding("m", "mark('read')", "read/unread", id="library.toggle_read"),
        Binding(
            "l",
            "mark('later')",
            "later",
            show=False,
            id="library.later",
            tooltip="put into Later, or take out of it",
        ),
        Binding("T", "tag", "tag", show=False, id="library.tag", tooltip="tag, or remove a tag with -name"),
        Binding("d,delete", "delete", "delete", id="library.delete"),
        Binding("u", "undo", "undo", id="library.undo"),
        Binding(
            "O",
            "order(False)",
            "sort",
            show=False,
            id="library.order",
            tooltip="sort by date kept, date, title, length",
        ),
        Binding("R", "order(True)", "reverse the order", show=False, id="library.backwards"),
        Binding("tab,shift+tab", "other_pane", "sections", id="library.sections"),
        Binding(
            "E", "export", "export", show=False, id="library.export", tooltip="export the picked articles, or this"
        ),
        Binding("I", "import", "import", show=False, id="library.import", tooltip="import articles from elsewhere"),
        Binding("r", "look_again", "reload", show=False, id="library.look_again"),
    ]

    def __init__(self, contents: Contents | None = None) -> None:
        super().__init__()
        self.view = View()
        self.panes = LibraryPanes()
        self._contents = contents  # what is shown first, if it was read before there was a screen
        self._was_seen = False  # from the first time on that it was the screen that one sees
        self._changes = LibraryChanges(lambda: self.services, partial(self._read_rows, True))
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self.panes
        yield self._footer

    async def on_mount(self) -> None:
        self.set_focus(self.panes.articles)
        self._header.say(title_of(self.view))
        self.panes.arrange_panes()
        if self._contents:
            self.panes.show(self._contents, stay=False)
        else:
            await self._show_rows()

    def on_resize(self, event: events.Resize) -> None:
        self.panes.arrange_panes()

    # what is listed

    async def _show_rows(self, stay: bool = False) -> None:
        """Show the view as it is now."""
        self._header.say(title_of(self.view))
        await self.ask(partial(self._read_rows, stay))

    async def _read_rows(self, stay: bool) -> None:
        view, seen = self.view, self.panes.articles.seen if stay else range(0)
        contents = await self.services.library_work.read(lambda library: Contents.read(library, view, seen))
        self.panes.show(contents, stay)
        self.panes.find_bar.say(self.panes.articles.count)

    async def on_screen_resume(self) -> None:
        again, self._was_seen = self._was_seen, True
        if again:  # what is shown for the first time has just been read
            await self._show_rows(stay=True)

    async def library_changed(self) -> None:
        if not self._changes.under_way:  # else what changes it looks by itself
            await self._show_rows(stay=True)

    async def action_look_again(self) -> None:
        await self._show_rows(stay=True)

    def on_library_list_moved(self) -> None:
        count, picked = self.panes.articles.count, len(self.panes.articles.picked)
        picks = f" · {picked} picked" if picked else ""
        self._footer.say(f"{counted(count, 'article')}{picks}" if count else "")
        self.panes.show_notice(self.view)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("mark", "tag", "delete", "export"):
            return bool(self.panes.articles.count)
        return bool(self._changes) if action == "undo" else True

    async def _look_at(self, view: View) -> None:
        if view != self.view:
            self.view = view
            await self._show_rows()

    async def on_rows_moved(self, event: Rows.Moved) -> None:
        if event.by_hand and isinstance(event.key, tuple):
            section, name = event.key
            await self._look_at(replace(self.view, section=section, name=name))

    def action_other_pane(self) -> None:
        self.panes.turn()

    async def action_order(self, backwards: bool) -> None:
        """Another order, or the same one backwards."""
        view = self.view
        after = ORDERS[(ORDERS.index(view.order) + 1) % len(ORDERS)]
        await self._look_at(replace(view, backwards=not view.backwards) if backwards else replace(view, order=after))

    # opening

    async def on_library_list_chosen(self, event: LibraryList.Chosen) -> None:
        await self.ask(partial(self._open, event.row.id), group="opening")

    async def _open(self, article: int) -> None:
        numbers = await self.panes.articles.ids()
        if article in numbers:
            await self.services.read(ReadingList(numbers, numbers.index(article)))

    def action_add(self) -> None:
        async def read(address: str | None) -> None:
            if address:
                await self.services.read(ReadingList((address,)))

        self.app.push_screen(AskScreen("Address or file to open", placeholder="https://… or page.html"), read)

    def action_export(self) -> None:
        from tui.screens.import_export import export_articles

        export_articles(self.services, self.panes.articles.chosen)

    def action_import(self) -> None:
        from tui.screens.import_export import import_articles

        import_articles(self.services, self.action_look_again)

    # filtering

    async def action_filter(self) -> None:
        await self.panes.find_bar.open()

    async def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        await self._look_at(replace(self.view, typed=event.words.strip()))

    async def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not event.keep:
            await self._look_at(replace(self.view, typed=""))
        self.panes.articles.focus()

    async def action_escape(self) -> None:
        if self.panes.find_bar.words:
            self.panes.find_bar.close(keep=False)
        elif self.panes.articles.picked:
            self.panes.articles.action_drop_all()
        elif self.view.section != "all":
            await self._look_at(replace(self.view, section="all", name=""))
            self.panes.sections.place_cursor(("all", ""))
        else:
            self.action_back()

    # changing

    async def _change(self, change: Write[Undo]) -> None:
        self._changes.add(change)
        self.panes.articles.action_drop_all()
        await self.ask(partial(self._changes.follow, change), exclusive=False)

    async def action_mark(self, mark: Mark) -> None:
        """Set the mark of the row under the cursor the other way, and that of all that are picked as this one's."""
        articles = self.panes.articles
        if articles.row and (chosen := articles.chosen):
            marked = {"read": articles.row.read, "starred": articles.row.starred, "later": articles.row.later}[mark]
            await self._change(self.services.library_work.mark(chosen, mark, not marked))

    async def action_delete(self) -> None:
        if chosen := self.panes.articles.chosen:
            work = self.services.library_work
            removed = work.pending.add(chosen, "removed", True)
            await self._change(work.write(lambda library: library.articles.remove(chosen), removed))

    def action_tag(self) -> None:
        async def tag(name: str | None) -> None:
            chosen = self.panes.articles.chosen
            if name and chosen:
                await self._change(self.services.library_work.write(lambda library: _tag(library, chosen, name)))

        self.app.push_screen(AskScreen("Tag (-name removes it)"), tag)

    async def action_undo(self) -> None:
        if self._changes:
            await self.ask(self._changes.undo, exclusive=False)


def _tag(library: Library, articles: Sequence[int], name: str) -> Undo:
    if name.startswith("-"):
        return library.marks.untag(articles, name[1:].strip())
    return library.marks.tag(articles, name)


def title_of(view: View) -> str:
    """What the header says of a view."""
    order = "" if view.order == "kept" else f"by {view.order}"
    parts = ["Library", view.name or (view.section.capitalize() if view.section != "all" else "")]
    parts += [order + (" backwards" if view.backwards else ""), f"“{view.typed}”" if view.typed else ""]
    return " · ".join(part for part in parts if part.strip())
