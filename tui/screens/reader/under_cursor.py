"""What is under the cursor, as it is copied: a quotation with its speaker, a caption with its credit, a link, code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.output.quotation import caption_with_credit, origin_of, passage_quoted, quoted
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.model.article import Article
    from tui.panes import elsewhere_rows
    from tui.panes.sources import SourcesPane
    from tui.screens.reader.panes import ReadingPanes
else:
    (elsewhere_rows,) = lazy_modules("tui.panes", "elsewhere_rows")


def under_cursor(panes: ReadingPanes, article: Article, selection: str | None) -> tuple[str, str]:
    """What is under the cursor of the pane that has the keys, as text to be copied, and what to call it."""
    sources, captions = panes.sources, panes.captions
    if panes.active == "captions" and captions.caption:
        return caption_with_credit(captions.caption[1]), "caption"
    if panes.active == "sources" and sources.link:
        return sources.link.url, "link"
    if panes.active == "sources" and (sources.elsewhere or (sources.source and sources.speech)):
        return _quotation(article, sources), "quotation"
    if panes.active == "article" and selection:
        return selection, "selection"
    if panes.active == "article" and (listings := panes.article.viewport.listings()):
        return listings[0].text, "listing"
    return origin_of(article), "title and address"


def _quotation(article: Article, sources: SourcesPane) -> str:
    """A quotation with its speaker, and every other outlet that has it."""
    recurrences = sources.elsewhere
    if sources.source and sources.speech:
        words = quoted(article, sources.source, sources.speech)
    else:
        words = passage_quoted(recurrences[0].passage, article)
    return "\n".join(part for part in (words, elsewhere_rows.outlets_line(recurrences)) if part)
