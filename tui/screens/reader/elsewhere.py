"""What of the article that is read stands elsewhere: its quotations, its text, its original."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from tui.model.page import ReadingError
from tui.panes.workers import run_beside

if TYPE_CHECKING:
    from tui.library import Library, Row
    from tui.library.elsewhere.same_words import Recurrence
    from tui.model.article import Article
    from tui.screens.base import AppServices
    from tui.screens.reader.kept_article import KeptArticle
    from tui.screens.reader.panes import ReadingPanes


class FoundElsewhere(NamedTuple):
    """What stands elsewhere; ``original``: the kept article that this one is republished from, or a copy of it."""

    recurrences: list[Recurrence]
    original: Row | None


class ReaderElsewhere:
    """Looks for it beside the event loop and shows it in the panes."""

    def __init__(
        self,
        services: AppServices,
        kept_article: KeptArticle,
        panes: ReadingPanes,
        show_facts: Callable[[], None],
    ) -> None:
        self._services, self._kept_article, self._panes = services, kept_article, panes
        self._show_facts = show_facts

    def look(self) -> None:
        """Look for what of the article stands elsewhere, beside reading; what cannot be read is not shown."""
        run_beside(self._panes, self._look, "elsewhere", exclusive=True)

    async def _look(self) -> None:
        number, opened = self._kept_article.id, self._kept_article.opened
        if number is None:
            return
        with suppress(ReadingError):
            found = await self._services.library_work.read(lambda library: find(library, number, opened.article))
            if self._kept_article.opened is opened and self._panes.is_attached:
                self._show(found)

    def _show(self, found: FoundElsewhere) -> None:
        # Places are those of the kept text; with parts put in that were left out they are others.
        if self._kept_article.article is self._kept_article.opened.article and found.recurrences:
            self._panes.sources.show_elsewhere(found.recurrences)
        if found.original is not None:
            self._kept_article.original = found.original
            self._show_facts()


def find(library: Library, number: int, shown: Article) -> FoundElsewhere:
    """What of an article stands elsewhere; no quotation where what is ``shown`` is not its kept text any more.

    Raises LibraryError.
    """
    original = library.elsewhere.original(number)
    if original is None:
        own = library.articles.row(number)
        earlier = [row for row in library.elsewhere.copies(number) if own and (row.dated, row.id) < (own.dated, own.id)]
        original = earlier[0] if earlier else None
    recurrences = library.elsewhere.of(number)
    kept = library.articles.get(number)  # after them: a refresh may have put the whole in the place of the feed's text
    is_shown = (kept.blocks, kept.sources) == (shown.blocks, shown.sources)
    return FoundElsewhere(recurrences if is_shown else [], original)
