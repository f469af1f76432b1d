"""What an older format lacks, worked out from the articles in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.articles import body_blob, row_values
from tui.library.search.index import Changes
from tui.library.voices import voice_counts

if TYPE_CHECKING:
    import sqlite3

    from tui.model.article import Article


def fill_second_format(db: sqlite3.Connection) -> None:
    """Orders, lines, counts, words and voices of the articles of format 1; their bodies in the newer form."""
    db.execute("UPDATE tally SET articles = (SELECT count(*) FROM article) WHERE section = 'all'")
    db.execute("UPDATE tally SET articles = (SELECT count(*) FROM article WHERE NOT read) WHERE section = 'unread'")
    db.execute("UPDATE tally SET articles = (SELECT count(*) FROM article WHERE starred) WHERE section = 'starred'")
    db.execute("INSERT INTO site (name, articles) SELECT coalesce(site, ''), count(*) FROM article GROUP BY 1")
    index = Changes()
    for (number,) in db.execute("SELECT id FROM article ORDER BY id").fetchall():
        _fill(db, number, index)
    index.write(db, with_recent=False)  # which the next format brings


def _fill(db: sqlite3.Connection, number: int, index: Changes) -> None:
    (blob,) = db.execute("SELECT packed FROM body WHERE article = ?", (number,)).fetchone()
    (kept_at,) = db.execute("SELECT kept_at FROM article WHERE id = ?", (number,)).fetchone()
    article = _first_body(blob)
    row_values.change(db, number, article, kept_at)
    db.execute("UPDATE body SET packed = ? WHERE article = ?", (body_blob.compress(article), number))
    db.execute(
        "UPDATE article SET missing = (SELECT count(*) FROM picture WHERE article = id AND digest IS NULL),"
        " read_at = CASE WHEN read THEN kept_at END WHERE id = ?",
        (number,),
    )
    index.add(number, article)
    voice_counts.count_sources(db, number, article)


def _first_body(blob: bytes) -> Article:
    """Format 1 kept the packed article as it was."""
    import zlib

    from tui.model.article_json import unpack

    return unpack(zlib.decompress(blob).decode("utf-8", "surrogatepass"))
