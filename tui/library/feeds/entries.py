"""The entries of feeds among the articles: whose they are, read at once, taken apart."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable

from tui.library.articles import kept_articles
from tui.library.articles.marks import Undo
from tui.library.feeds.feed_rows import TITLE
from tui.library.indexes.word_index import Changes
from tui.library.library_errors import MissingError
from tui.library.store import body_blob
from tui.library.store.connection import ARTICLES_A_STATEMENT, Connections
from tui.library.store.schema import UNREAD


def titles_of(connections: Connections, articles: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The names of the feeds that have each of these articles, the first that had it first."""
    found: dict[int, tuple[str, ...]] = {}
    with connections.reading() as db:
        rows = db.execute(
            f"SELECT article, {TITLE} FROM entry"
            " JOIN feed ON feed.id = entry.feed WHERE article IN (SELECT value FROM json_each(?)) ORDER BY entry.id",
            (json.dumps(list(articles)),),
        )
        for article, title in rows:
            found[article] = (*found.get(article, ()), title)
    return found


def mark_read(connections: Connections, feeds: Collection[int] | None, last: int | None, now: float) -> Undo:
    """Marks unread articles read: of these feeds, or all; only up to the number ``last``, the last that was seen."""
    conditions, values = [UNREAD], list[object]()
    if feeds is not None:
        conditions.append(
            "id IN (SELECT article FROM entry WHERE feed IN (SELECT value FROM json_each(?)) AND article IS NOT NULL)"
        )
        values.append(json.dumps(list(feeds)))
    if last is not None:
        conditions.append("id <= ?")
        values.append(last)
    with connections.writing() as db:
        rows = db.execute(f"SELECT id FROM article WHERE {' AND '.join(conditions)}", values).fetchall()
        numbers = tuple(number for (number,) in rows)
        for at in range(0, len(numbers), ARTICLES_A_STATEMENT):
            db.execute(
                "UPDATE article SET read = 1, read_at = ? WHERE id IN (SELECT value FROM json_each(?))",
                (int(now), json.dumps(numbers[at : at + ARTICLES_A_STATEMENT])),
            )
    return Undo("read", numbers)


def take_apart(connections: Connections, article: int, now: float) -> list[int]:
    """Gives each feed but the first a row of its own for an article that several have; the new rows.

    They stay apart, whatever the feeds say later.
    """
    index, made = Changes(), []
    with connections.writing() as db:
        rows = db.execute("SELECT id FROM entry WHERE article = ? ORDER BY id", (article,)).fetchall()
        if not rows:
            raise MissingError("no feed has this article")
        db.execute("UPDATE entry SET apart = 1 WHERE article = ?", (article,))
        for (entry,) in rows[1:]:
            made.append(_own_row(db, article, entry, int(now), index))
        index.write(db)
    return made


def _own_row(db: sqlite3.Connection, article: int, entry: int, now: int, index: Changes) -> int:
    names = ("read", "kept", "text", "fetched")
    values = db.execute(f"SELECT {', '.join(names)} FROM article WHERE id = ?", (article,)).fetchone()
    state = dict(zip(names, values, strict=True))
    text = body_blob.stored(db, article)
    number = kept_articles.add(db, text, body_blob.compress(text), now, index, state=state)
    db.execute("UPDATE entry SET article = ? WHERE id = ?", (number, entry))
    db.execute(
        "UPDATE synced_entry SET article = ? WHERE article = ? AND feed = (SELECT feed FROM entry WHERE id = ?)",
        (number, article, entry),
    )
    return number
