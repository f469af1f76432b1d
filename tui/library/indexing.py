"""The index of words: what of an article can be searched, put in and taken out.

The index holds no text of its own (FTS5, contentless), only where each word stands; an article is
taken out by giving the index the very text that it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Article
from tui.library import addresses
from tui.library.entries import site
from tui.library.folding import indexable

if TYPE_CHECKING:
    import sqlite3

FIELDS = ("title", "body", "captions", "sources", "authors", "site")
LONGEST = 10_000_000  # characters of one field that are indexed


def add(db: sqlite3.Connection, number: int, article: Article) -> None:
    """Puts an article's words into the index."""
    db.execute(
        f"INSERT INTO word (rowid, {', '.join(FIELDS)}) VALUES (?{', ?' * len(FIELDS)})", (number, *texts(article))
    )


def take_out(db: sqlite3.Connection, number: int, article: Article) -> None:
    """Takes out the words of an article as it was when they were put in."""
    db.execute(
        f"INSERT INTO word (word, rowid, {', '.join(FIELDS)}) VALUES ('delete', ?{', ?' * len(FIELDS)})",
        (number, *texts(article)),
    )


def texts(article: Article) -> tuple[str, ...]:
    """The text of each of FIELDS as the index is given it."""
    captions = (part for c in article.captions for part in (c.text, c.credit, c.alt) if part)
    sources = (part for s in article.sources for part in (s.name, s.role, s.affiliation) if part)
    host = addresses.host(article.url or article.address) or ""
    fields = (
        article.title,
        article.text,
        "\n".join(captions),
        "\n".join(sources),
        "\n".join(article.authors),
        f"{site(article) or ''}\n{host}",
    )
    return tuple(indexable(field[:LONGEST]) for field in fields)
