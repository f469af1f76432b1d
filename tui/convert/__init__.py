"""Page → Article: decode, tree, metadata, captions, body, blocks, Markdown, sources.

Pure: no clock, no disk, no network.
"""

from __future__ import annotations

from tui.model.article import Article
from tui.model.page import Page


def convert(page: Page, *, plain: bool = False, left_out: bool = True) -> Article:
    """The article of a page; raises ReadingError when there is none to show.

    ``plain``: only what plain Markdown and text show, which is without the sources, a fifth of the work, what was left
    out of the page and the warnings that follow from it, and where the article first stood.  ``left_out=False`` makes
    an article without what was left out alone.
    """
    from tui.convert.conversion import article_of  # a kept article is opened without lxml and Beautiful Soup

    return article_of(page, plain=plain, left_out=left_out)
