"""Setting right who said a quotation: one of the sources, a name that is typed, or nobody; and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.model.corrections import with_correction
from tui.panes.pane_line import cut
from tui.panes.source_rows import SourceKey
from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from tui.library import Library
    from tui.model.article import Article, Quote, Source
    from tui.screens import choose, prompt
    from tui.screens.base import AppServices
    from tui.screens.reader.kept_article import KeptArticle
    from tui.screens.reader.panes import ReadingPanes
else:
    choose, prompt = lazy_modules("tui.screens", "choose prompt")

TYPED, NOBODY, AS_BEFORE = "another name …", "nobody", "undo the last correction"
LONGEST_NAME = 80  # characters of a name
QUOTED = 56  # cells of the quotation that is asked about


class SpeakerCorrection:
    """The corrections of the article in the reader; the panes show it anew after each.

    ``written`` is called when one is kept, for what the library tells of the article's sources.
    """

    def __init__(
        self,
        services: AppServices,
        kept_article: KeptArticle,
        panes: ReadingPanes,
        written: Callable[[], None],
    ) -> None:
        self._services, self._kept_article, self._panes = services, kept_article, panes
        self._written = written
        self._before: list[Article] = []

    def ask(self) -> None:
        """Ask about the quotation under the cursor of the sources."""
        sources = self._panes.sources
        if self._panes.active == "sources" and sources.source and sources.speech:
            self.offer(sources.source, sources.speech)
        else:
            self._services.say("Put the cursor on a quotation in the sources first")

    def offer(self, source: Source, speech: Sequence[Quote]) -> None:
        """Ask who said a quotation that is given to ``source``, and keep the answer."""
        names = [each.name for each in self._kept_article.article.sources if each is not source]
        labels = [*names, TYPED, NOBODY, *([AS_BEFORE] if self._before else [])]

        def chosen(position: int | None) -> None:
            if position is None:
                return
            label = labels[position]
            if position < len(names):
                self._correct(speech, label)
            elif label == TYPED:
                self._services.push_screen(prompt.AskScreen("Who said it?"), typed)
            elif label == NOBODY:
                self._correct(speech, None)
            else:
                self.undo()

        def typed(name: str | None) -> None:
            if name := clean_line(name or "", LONGEST_NAME):
                self._correct(speech, name)

        question = f"Who said “{cut(speech[0].text, QUOTED)}”?"
        self._services.push_screen(choose.ChooseScreen(question, labels), chosen)

    def undo(self) -> None:
        """Take back the last correction, if there is one."""
        if self._before:
            self._put(self._before.pop())
            self._services.say("The correction was taken back")

    def _correct(self, speech: Sequence[Quote], speaker: str | None) -> None:
        article = self._kept_article.opened.article  # not as it is shown, with parts that were left out put in
        self._before.append(article)
        for quote in speech:
            article = with_correction(article, quote.text, speaker)
        self._put(article)
        self._stand_on(speaker)
        self._services.say(f"Now given to {speaker or 'nobody'} · C offers undo")

    def _put(self, article: Article) -> None:
        """Show the article's own text, with what was put in, and keep it if it is kept."""
        kept_article = self._kept_article
        kept_article.opened = kept_article.opened._replace(article=article)
        if kept_article.id is not None:
            write = self._services.library_work.write(partial(_keep, number=kept_article.id, article=article))
            write.add_done_callback(lambda _: self._written())
        self._panes.sources.show(kept_article.article, kept_article.words)
        self._panes.arrange_panes()

    def _stand_on(self, speaker: str | None) -> None:
        """Put the cursor on who said it now."""
        sources = self._kept_article.article.sources
        if (at := next((n for n, source in enumerate(sources) if source.name == speaker), None)) is not None:
            self._panes.sources.place_cursor(SourceKey(at))


def _keep(library: Library, number: int, article: Article) -> None:
    library.articles.correct(number, article)
