"""Page → Article: decode, tree, metadata, captions, body, blocks, Markdown, sources.

Pure: no clock, no disk, no network.
"""

from __future__ import annotations

from tui.model.article import Article
from tui.model.page import Page


def convert(page: Page, *, cited: bool = True, left_out: bool = True, warned: bool = True) -> Article:
    """The article of a page; raises ReadingError when there is none to show.

    Plain Markdown and text show neither the sources, a fifth of the work, nor what was left out of the page, nor the
    warnings that follow from it; ``cited=False``, ``left_out=False`` and ``warned=False`` make an article without them.
    """
    from tui.convert.conversion import article_of  # a kept article is opened without lxml and Beautiful Soup

    return article_of(page, cited=cited, left_out=left_out, warned=warned)
