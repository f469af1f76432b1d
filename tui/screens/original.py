"""A republished article compared with its original, word by word."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.library import Library
from tui.library.articles.text_difference import Difference, difference
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.screens.base import AppServices, NewsScreen
from tui.screens.choose import ChooseScreen
from tui.screens.difference import ChangeRows, show_changes
from tui.system.stylesheets import stylesheet


class OriginalScreen(NewsScreen):
    """What an article has that its original does not have, and the other way round."""

    CSS_PATH = stylesheet("search")

    def __init__(self, article: int, original: int, title: str, outlet: str) -> None:
        super().__init__()
        self._article, self._original, self._title_of, self._outlet = article, original, title, outlet
        self._rows = ChangeRows(id="changes")
        self._header, self._footer = Header(id="header"), Footer(id="footer")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._rows
        yield self._footer

    async def on_mount(self) -> None:
        self._header.say(f"“{self._title_of}” and the same text from {self._outlet}")
        self.set_focus(self._rows)
        await self.ask(self._show)

    async def _show(self) -> None:
        found = await self.services.library_work.read(self._compared)
        if self.is_attached:
            self._rows.show(found)
            self._footer.say(f"+{found.added} −{found.removed} words, compared with the text from {self._outlet}")

    def _compared(self, library: Library) -> Difference:
        return difference(library.articles.get(self._original), library.articles.get(self._article))


async def show_differences(services: AppServices, article: int, title: str, original: tuple[int, str] | None) -> None:
    """Show what a newer text or the original (its number and outlet) changed; offer both where there are both.

    Raises LibraryError.
    """
    if original is None:
        await show_changes(services, article, title)
        return
    versions = await services.library_work.read(lambda library: library.versions.of(article))
    compared = OriginalScreen(article, original[0], title, original[1])
    if len(versions) < 2:
        services.push_screen(compared)
        return

    async def chosen(at: int | None) -> None:
        if at == 0:
            await show_changes(services, article, title)
        elif at == 1:
            services.push_screen(compared)

    offered = ["the text of this page before", f"the same text from {original[1]}"]
    services.push_screen(ChooseScreen("Compare with", offered), chosen)
