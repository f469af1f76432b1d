"""What of the article in the reader is kept: its marks, its pictures, and whether its address has a newer text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from tui.intake.reading_list import Opened, ReadingList
from tui.model.article import Article
from tui.model.page import ReadingError
from tui.panes.article.pane import ArticlePane
from tui.panes.captions import CaptionsPane
from tui.panes.completeness import of_pictures, of_sources, of_text
from tui.panes.header import NOTHING_KEPT, Kept
from tui.panes.sources import SourcesPane
from tui.screens.base import NewsScreen

if TYPE_CHECKING:
    from tui.library import Library

T = TypeVar("T")
MEGABYTE = 1_000_000  # bytes


class ReaderUpkeep(NewsScreen):
    """The reader's dealings with the library and, in the background, with the article's address."""

    opened: Opened
    reading: ReadingList
    article_pane: ArticlePane
    sources_pane: SourcesPane
    captions_pane: CaptionsPane

    def show_facts(self) -> None:
        raise NotImplementedError

    def show_article(self, place: tuple[int, int]) -> None:
        raise NotImplementedError

    def pictures_changed(self) -> None:
        """Show the pictures that are kept now where they are to be seen."""
        raise NotImplementedError

    @property
    def article(self) -> Article:
        """The article that is read."""
        return self.opened.article

    @property
    def article_id(self) -> int | None:
        """Its number in the library; None when it is not kept."""
        return self.opened.id

    # what is kept

    def kept(self, ask: Callable[[Library, int], T]) -> T | None:
        """What the library answers about this article; None when it is not kept or the library fails (it is said)."""
        if self.article_id is None:
            return None
        try:
            return ask(self.news.library, self.article_id)
        except ReadingError as error:
            self.news.say(str(error), severity="error")
            return None

    def picture_notes(self) -> dict[int, str]:
        """Why pictures are not here, by caption."""
        return self.kept(lambda library, number: library.pictures.notes(number)) or {}

    def brief_notes(self, notes: Mapping[int, str] | None = None) -> dict[int, str]:
        """The same in a few words, for the panes: the reason, without what to do about it."""
        given = self.picture_notes() if notes is None else notes
        return {caption: f"picture not here: {note.partition(';')[0]}" for caption, note in given.items()}

    def count_words(self) -> int:
        """Words of the article; the library knows them."""
        row = self.kept(lambda library, number: library.articles.row(number))
        return row.words if row else self.article.words

    def completeness(self) -> Kept:
        """What of the article is kept."""
        row = self.kept(lambda library, number: library.articles.row(number))
        if row is None:
            return NOTHING_KEPT
        looked_for = not self.article.has_warning("no_sources")
        return Kept(True, of_text(row), of_pictures(row), of_sources(row, looked_for), row.starred)

    def mark_read(self, read: bool) -> None:
        """Mark the article read or unread."""
        self.kept(lambda library, number: library.marks.read(number, read))

    async def complete(self) -> None:
        """Look whether the address has a newer text, then gather the pictures that are not here yet."""
        if not self.opened.fresh and self.article_id is not None and not isinstance(self.reading.target, int):
            await self._look_for_newer()
        await self._gather_pictures()

    async def _look_for_newer(self) -> None:
        """Show the newer text of the address, the reader's place kept; silence when it cannot be asked."""
        if self.news.offline and self.opened.article.address.startswith("http"):
            return
        from tui.intake.open import refresh_article

        try:
            newer = await refresh_article(self.opened, self.news.library)
        except ReadingError:
            return
        except Exception as error:  # noqa: BLE001 - the log has it, the article can be read on
            self.news.say(self.news.fault(error, "looking for a newer text"), severity="warning")
            return
        left = self not in self.app.screen_stack
        if newer.fresh and newer.article != self.article and not left:
            self.opened = newer
            self.show_article(self.kept(lambda library, number: library.articles.reading_position(number)) or (0, 0))
            self.news.say("The page has changed: this is its new text. D shows what is different")

    async def _gather_pictures(self) -> None:
        from tui.intake.open import gather_pictures

        def arrived(_caption: int) -> None:
            self.show_facts()
            self.pictures_changed()

        try:
            notes = await gather_pictures(self.opened, self.news.library, offline=self.news.offline, arrived=arrived)
        except ReadingError as error:
            self.news.say(str(error), severity="warning")
            return
        except Exception as error:  # noqa: BLE001 - the log has it, the article can be read on
            self.news.say(self.news.fault(error, "gathering pictures"), severity="warning")
            return
        brief = self.brief_notes(notes or None)
        self.captions_pane.note(brief)
        self.article_pane.note_figures(brief)
        self.show_facts()
        await self._keep_to_the_limit()

    async def _keep_to_the_limit(self) -> None:
        """Give up pictures of articles done with when all of them take more than the reader allows."""
        from tui.system.background import run_detached

        limit = self.news.config.picture_limit * MEGABYTE
        with suppress(ReadingError):
            await run_detached(self.news.library.pictures.evict, limit)
