"""What keys do to the articles of the library's list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.library import Library, Undo
from tui.library.pending_marks import has_mark
from tui.panes.marking_keys import marking_keys
from tui.screens.article_actions import ArticleActions
from tui.system.lazy_modules import lazy_modules
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.library.articles.marks import Mark
    from tui.library.articles.rows import View
    from tui.library.library_work import Write
    from tui.screens import import_export
    from tui.screens.library_panes import LibraryPanes
else:
    (import_export,) = lazy_modules("tui.screens", "import_export")


class LibraryActions(ArticleActions):
    """Around the library's panes; while its sections have the keys, nothing is done to a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *marking_keys("library", "Z,l"),
        Binding("E", "export", "export", False, id="library.export", tooltip="export the picked articles, or this one"),
        Binding("o", "open", "open in the browser", show=False, id="library.open"),
        Binding("y", "copy", "copy the address", show=False, id="library.copy"),
        Binding(
            "A", "mark_all_read", "mark all read", False, id="library.mark_all_read", tooltip="mark all listed as read"
        ),
        Binding(
            "minus",
            "take_apart",
            "take apart",
            False,
            key_display="-",
            id="library.take_apart",
            tooltip="take an article apart that several feeds have",
        ),
    ]

    def __init__(
        self, panes: LibraryPanes, view: Callable[[], View], show_changes: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(self._rows, self._marked, show_changes)
        self._panes, self._view = panes, view

    def _rows(self) -> Sequence[int]:
        return () if self._panes.sections.has_focus else self._panes.articles.chosen

    def _marked(self, mark: Mark) -> bool:
        row = self._panes.articles.row
        return row is not None and has_mark(row, mark)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("export", "open", "copy"):
            return bool(self._rows())
        if action == "take_apart":
            row = self._panes.articles.row
            return bool(self._rows()) and row is not None and row.feeds > 1
        return super().check_action(action, parameters)

    async def change(self, change: Write[Undo]) -> None:
        self._panes.articles.action_drop_all()
        await super().change(change)

    def action_export(self) -> None:
        import_export.export_articles(self.services, self._rows())

    def action_open(self) -> None:
        if row := self._panes.articles.row:
            self.services.browse(row.url)

    def action_copy(self) -> None:
        if row := self._panes.articles.row:
            self.services.copy(row.url, "address")

    async def action_mark_all_read(self) -> None:
        """Mark all that is listed read; what a refresh that is going on brings stays unread."""
        view, last = self._view(), self.services.refreshing.newest_before
        await self.change(self.services.library_work.write(lambda library: mark_all_read(library, view, last)))

    async def action_take_apart(self) -> None:
        """Give each feed that has the article under the cursor a row of its own."""
        row = self._panes.articles.row
        if row is None:
            return

        async def take_apart() -> None:
            made = await self.services.library_work.write(lambda library: library.feeds.take_apart(row.id))
            if made is not None:
                self.services.say(f"Taken apart: {counted(len(made) + 1, 'row')} now, which stay apart")

        await self.news_screen.ask(take_apart)


def mark_all_read(library: Library, view: View, last: int | None) -> Undo:
    """Marks the unread articles of a view read, up to the number ``last`` if it is given.  Raises LibraryError."""
    if not view.typed and view.section in ("all", "unread"):
        return library.feeds.mark_read(None, last)
    unread = library.articles.ids(replace(view, unread=True))
    chosen = [number for number in unread if last is None or number <= last]
    return library.marks.read(chosen) if chosen else Undo("read", ())
