"""What is under the cursor, as it is copied: a quotation with its speaker, a caption with its credit, a link, code."""

from __future__ import annotations

from tui.model.article import Article
from tui.output.quotation import caption_with_credit, origin_of, quoted
from tui.screens.reader.panes import ReadingPanes


def under_cursor(panes: ReadingPanes, article: Article, selection: str | None) -> tuple[str, str]:
    """What is under the cursor of the pane that has the keys, as text to be copied, and what to call it."""
    sources, captions = panes.sources, panes.captions
    if panes.active == "captions" and captions.caption:
        return caption_with_credit(captions.caption[1]), "caption"
    if panes.active == "sources" and sources.link:
        return sources.link.url, "link"
    if panes.active == "sources" and sources.source and sources.speech:
        return quoted(article, sources.source, sources.speech), "quotation"
    if panes.active == "article" and selection:
        return selection, "selection"
    if panes.active == "article" and (listing := panes.article.listing):
        return listing, "listing"
    return origin_of(article), "title and address"
