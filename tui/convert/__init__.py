"""Page → Article: decode, tree, metadata, captions, body, blocks, Markdown, sources.

Pure: no clock, no disk, no network.
"""

from __future__ import annotations

from tui.model.article import Article
from tui.model.page import Page


def convert(page: Page, *, cited: bool = True) -> Article:
    """The article of a page; raises ReadingError when there is none to show.

    ``cited=False`` leaves the sources out: a fifth of the work, which plain Markdown and text do not show.
    """
    from tui.convert.conversion import article_of  # a kept article is opened without lxml and Beautiful Soup

    return article_of(page, cited)
