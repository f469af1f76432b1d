"""What keys do to the articles of the library's list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.library import Undo
from tui.panes.article_keys import article_keys
from tui.screens.article_actions import ArticleActions
from tui.screens.import_export import export_articles
from tui.screens.library_panes import LibraryPanes

if TYPE_CHECKING:
    from tui.library.articles.marks import Mark
    from tui.library.library_work import Write


class LibraryActions(ArticleActions):
    """Around the library's panes; while its sections have the keys, nothing is done to a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *article_keys("library", "Z,l"),
        Binding("E", "export", "export", False, id="library.export", tooltip="export the picked, or this one"),
        Binding("o", "open", "open in the browser", show=False, id="library.open"),
        Binding("y", "copy", "copy the address", show=False, id="library.copy"),
    ]

    def __init__(self, panes: LibraryPanes, show_changes: Callable[[], Awaitable[None]]) -> None:
        super().__init__(self._rows, self._marked, show_changes)
        self._panes = panes

    def _rows(self) -> Sequence[int]:
        return () if self._panes.sections.has_focus else self._panes.articles.chosen

    def _marked(self, mark: Mark) -> bool:
        row = self._panes.articles.row
        return row is not None and {"read": row.read, "starred": row.starred, "later": row.later}[mark]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("export", "open", "copy"):
            return bool(self._rows())
        return super().check_action(action, parameters)

    async def change(self, change: Write[Undo]) -> None:
        self._panes.articles.action_drop_all()
        await super().change(change)

    def action_export(self) -> None:
        export_articles(self.services, self._rows())

    def action_open(self) -> None:
        if row := self._panes.articles.row:
            self.services.browse(row.url)

    def action_copy(self) -> None:
        if row := self._panes.articles.row:
            self.services.copy(row.url, "address")
