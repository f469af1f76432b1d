"""What stands above an article's body: its title, who wrote it where and when, and what is to be known of it."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.article import Article, Block
from tui.text.dates import day
from tui.text.headlines import headline

WARNING = "! "  # marks a warning, so that colour need not


class HeadPart(NamedTuple):
    """A line of the head: drawn as ``role`` ("title", "byline", "warning")."""

    block: Block
    role: str


def head(article: Article) -> list[HeadPart]:
    """Title, byline and warnings as blocks, so that they wrap, are selected and are found like the body."""
    parts = [HeadPart(Block("paragraph", headline(article.title, article.address)), "title")]
    if line := byline(article):
        parts.append(HeadPart(Block("paragraph", line), "byline"))
    of_text = (warning for warning in article.warnings if warning.is_of_text)  # the others stand where they belong
    parts += [HeadPart(Block("paragraph", WARNING + warning.text), "warning") for warning in of_text]
    return parts


def byline(article: Article) -> str:
    """Authors · site · day, what is known of them."""
    authors = ", ".join(article.authors)
    published = day(article.published) or article.published
    return " · ".join(part for part in (authors, article.site, published) if part)
