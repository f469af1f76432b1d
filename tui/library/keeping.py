"""Keeping articles: one row, one body, every address that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import Article
from tui.library import addresses, bodies, pictures
from tui.library.connection import Connections
from tui.library.errors import MissingError

if TYPE_CHECKING:
    import sqlite3

ROW_TITLE = 300  # characters of a title in the list; the whole one is in the body


def keep(
    connections: Connections, article: Article, now: float, etag: str | None = None, last_modified: str | None = None
) -> int:
    """Keeps the article, or the newer text of one that is kept; the id under which it is found."""
    blob = bodies.compress(article)
    with connections.writing() as db:
        kept = _find(db, article.address) or (_find(db, article.url) if article.url else None)
        found = _change(db, kept, article, blob) if kept else _add(db, article, blob, now)
        _lead(db, article.address, found)
        if article.url and addresses.names_an_article(article.url):
            _lead(db, article.url, found)
        db.execute(
            "UPDATE address SET etag = ?, last_modified = ? WHERE key = ?",
            (etag, last_modified, addresses.key(article.address)),
        )
    return found


def article(connections: Connections, number: int) -> Article:
    """The kept article; MissingError if there is none of that id."""
    with connections.reading() as db:
        row = db.execute("SELECT packed FROM body WHERE article = ?", (number,)).fetchone()
    if row is None:
        raise MissingError("this article is no longer kept")
    return bodies.expand(row[0])


def find(connections: Connections, address: str) -> int | None:
    """The id of the article behind an address, as given or canonical."""
    with connections.reading() as db:
        return _find(db, address)


def validators(connections: Connections, address: str) -> tuple[str | None, str | None]:
    """What the server gave for the next conditional request: ETag and Last-Modified."""
    with connections.reading() as db:
        row = db.execute("SELECT etag, last_modified FROM address WHERE key = ?", (addresses.key(address),)).fetchone()
    return (row[0], row[1]) if row else (None, None)


def remove(connections: Connections, number: int) -> None:
    """Removes the article with everything of it."""
    with connections.writing() as db:
        files = db.execute(
            "SELECT digest, media_type FROM picture WHERE article = ? AND digest IS NOT NULL", (number,)
        ).fetchall()
        if not db.execute("DELETE FROM article WHERE id = ?", (number,)).rowcount:
            raise MissingError("this article is no longer kept")
    pictures.unlink_unused(connections, files)


def _find(db: sqlite3.Connection, address: str | None) -> int | None:
    key = addresses.key(address) if address else None
    row = db.execute("SELECT article FROM address WHERE key = ?", (key,)).fetchone() if key else None
    return int(row[0]) if row else None


def _add(db: sqlite3.Connection, article: Article, blob: bytes, now: float) -> int:
    number = db.execute(
        "INSERT INTO article (title, site, url, kept_at, published, words, captions, sources)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*_row(article)[:3], int(now), *_row(article)[3:]),
    ).lastrowid
    assert number is not None
    db.execute("INSERT INTO body VALUES (?, ?)", (number, blob))
    return number


def _change(db: sqlite3.Connection, number: int, article: Article, blob: bytes) -> int:
    db.execute(
        "UPDATE article SET title = ?, site = ?, url = ?, published = ?, words = ?, captions = ?, sources = ?"
        " WHERE id = ?",
        (*_row(article), number),
    )
    db.execute("UPDATE body SET packed = ? WHERE article = ?", (blob, number))
    return number


def _row(article: Article) -> tuple[str, str | None, str, str | None, int, int, int]:
    return (
        article.title[:ROW_TITLE],
        article.site or addresses.host(article.url or article.address),
        article.url or article.address,
        article.published,
        article.words,
        len(article.captions),
        len(article.sources),
    )


def _lead(db: sqlite3.Connection, address: str, number: int) -> None:
    key = addresses.key(address)
    if key:
        db.execute("INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", (key, number))
