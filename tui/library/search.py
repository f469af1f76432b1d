"""Search over everything kept: by words, newest first or ranked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.library import rows
from tui.library.connection import Connections
from tui.library.query import Query, parse
from tui.library.rows import Row
from tui.library.snippets import Snippet, snippet

if TYPE_CHECKING:
    import sqlite3

# Importance of a word in title, body, captions, sources, authors and site.
WEIGHTS = "8.0, 1.0, 2.0, 2.0, 1.0, 1.0"
RANKED_AMONG = 5_000  # a search with more hits is ranked among the newest of them: ranking reads every one


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found, with the words in their sentence."""

    row: Row
    snippet: Snippet


def search(connections: Connections, typed: str, *, ranked: bool, limit: int, skip: int, typing: bool) -> list[Hit]:
    """The hits from ``skip`` on."""
    query = parse(typed, typing=typing)
    if not query.understood:
        return []
    with connections.reading() as db:
        numbers = _ranked(db, query, limit, skip) if ranked and query.match else _newest(db, query, limit, skip)
        return [hit for number in numbers if (hit := _hit(db, number, query))]


def count(connections: Connections, typed: str, at_most: int) -> int:
    """How many hits there are, counted up to ``at_most``."""
    query = parse(typed)
    if not query.understood:
        return 0
    with connections.reading() as db:
        return len(_newest(db, query, at_most, 0))


def _newest(db: sqlite3.Connection, query: Query, limit: int, skip: int) -> list[int]:
    """Ids in the order of keeping, last first; the index of words gives them in that order by itself."""
    if query.match:
        source, order = "word CROSS JOIN article ON article.id = word.rowid", "word.rowid"
        if not query.conditions:
            source = "word"
    else:
        source, order = "article", "article.id"
    where, values = _where(query)
    sql = f"SELECT {order} FROM {source} WHERE {where} ORDER BY {order} DESC LIMIT ? OFFSET ?"
    return [number for (number,) in db.execute(sql, (*values, limit, skip))]


def _ranked(db: sqlite3.Connection, query: Query, limit: int, skip: int) -> list[int]:
    """Ids by weight of the words in them, best first."""
    where, values = _where(query)
    expression = _match(query)
    earliest = db.execute(
        "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?", (expression, RANKED_AMONG)
    ).fetchone()
    sql = (
        f"SELECT word.rowid FROM word CROSS JOIN article ON article.id = word.rowid WHERE {where} AND word.rowid > ?"
        f" ORDER BY bm25(word, {WEIGHTS}), word.rowid DESC LIMIT ? OFFSET ?"
    )
    return [number for (number,) in db.execute(sql, (*values, earliest[0] if earliest else 0, limit, skip))]


def _match(query: Query) -> str:
    return f"({query.match}) NOT ({query.without})" if query.without else query.match


def _where(query: Query) -> tuple[str, tuple[object, ...]]:
    conditions, values = list(query.conditions), list(query.values)
    if query.match:
        conditions.insert(0, "word MATCH ?")
        values.insert(0, _match(query))
    elif query.without:
        conditions.append("article.id NOT IN (SELECT rowid FROM word WHERE word MATCH ?)")
        values.append(query.without)
    return " AND ".join(conditions), tuple(values)


def _hit(db: sqlite3.Connection, number: int, query: Query) -> Hit | None:
    row = rows.row(db, number)
    found = db.execute("SELECT packed FROM body WHERE article = ?", (number,)).fetchone()
    return Hit(row, snippet(found[0], query.words)) if row and found else None
