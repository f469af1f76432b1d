"""Search over everything kept: by words, newest first or ranked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import replace

from tui.library.articles import rows
from tui.library.articles.rows import Row
from tui.library.indexes import recent_index
from tui.library.indexes.query import Query, parse
from tui.library.search.snippets import Snippet, snippet
from tui.library.store.connection import Connections
from tui.library.store.schema import MUTED
from tui.model.frozen import value

# Importance of a word in title, body, captions, sources, authors and site.
WEIGHTS = "8.0, 1.0, 2.0, 2.0, 1.0, 1.0"
RANKED_AMONG = 5_000  # a search with more hits is ranked among the newest of them: ranking reads every one
# A beginning whose words are in so many of the articles kept last stands, in older ones, for its commonest words.
MANY, COMPLETIONS = 300, 16
ENOUGH_RECENT = 100  # hits among the articles kept last that are worth ranking without looking at older ones


@value(frozen=True, slots=True)
class Hit:
    """An article found, with the words in their sentence."""

    row: Row
    snippet: Snippet


def search(connections: Connections, typed: str, *, ranked: bool, limit: int, skip: int, typing: bool) -> list[Hit]:
    """The hits from ``skip`` on."""
    query = parse(typed, typing=typing)
    if not query.understood:
        return []
    find = _ranked if ranked and query.match else _newest
    with connections.reading() as db:
        numbers = find(db, _shown(db, query), limit, skip)
        return [hit for number in numbers if (hit := _hit(db, number, query))]


def count(connections: Connections, typed: str, at_most: int, *, typing: bool) -> int:
    """How many hits there are, counted up to ``at_most``."""
    query = parse(typed, typing=typing)
    if not query.understood:
        return 0
    with connections.reading() as db:
        return len(_newest(db, _shown(db, query), at_most, 0))


def matching(db: sqlite3.Connection, typed: str, among: Collection[int]) -> list[int]:
    """Which of these articles a search finds; none for one that asks nothing."""
    query = parse(typed)
    if not query.understood or not among:
        return []
    where, values = _where(query, "word")
    source = "word CROSS JOIN article ON article.id = word.rowid" if query.match else "article"
    found = db.execute(
        f"SELECT article.id FROM {source} WHERE {where} AND article.id IN (SELECT value FROM json_each(?))",
        (*values, json.dumps(list(among))),
    )
    return [number for (number,) in found]


def _newest(db: sqlite3.Connection, query: Query, limit: int, skip: int) -> list[int]:
    """Ids in the order of keeping, last first; an index of words gives them in that order by itself."""
    if query.begins:
        among = [n for table in recent_index.tables(db) for n in _newest_in(db, table, query, limit + skip, 0)]
        if len(among) >= limit + skip:
            return among[skip : skip + limit]
    return _newest_in(db, "word", _with_completions(db, query), limit, skip)


def _newest_in(db: sqlite3.Connection, table: str, query: Query, limit: int, skip: int) -> list[int]:
    where, values = _where(query, table)
    source, order = f"{table} CROSS JOIN article ON article.id = {table}.rowid", f"{table}.rowid"
    if not query.match:
        source, order = "article", "article.id"
    elif not query.conditions:
        source = table
    sql = f"SELECT {order} FROM {source} WHERE {where} ORDER BY {order} DESC LIMIT ? OFFSET ?"
    return [number for (number,) in db.execute(sql, (*values, limit, skip))]


def _ranked(db: sqlite3.Connection, query: Query, limit: int, skip: int) -> list[int]:
    """Ids by weight of the words in them, best first."""
    if query.begins:
        weighed = [one for table in recent_index.tables(db) for one in _weighed(db, table, query, 0, RANKED_AMONG)]
        if len(weighed) >= ENOUGH_RECENT + skip:
            return [number for _, number in sorted(weighed)[skip : skip + limit]]
    query = _with_completions(db, query)
    earliest = db.execute(
        "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?", (_match(query), RANKED_AMONG)
    ).fetchone()
    weighed = _weighed(db, "word", query, earliest[0] if earliest else 0, limit + skip)
    return [number for _, number in weighed[skip:]]


def _weighed(db: sqlite3.Connection, table: str, query: Query, earliest: int, limit: int) -> list[tuple[float, int]]:
    """(weight, id), best (least) first, of the articles after ``earliest``."""
    where, values = _where(query, table)
    return db.execute(
        f"SELECT bm25({table}, {WEIGHTS}) AS weight, {table}.rowid FROM {table} CROSS JOIN article"
        f" ON article.id = {table}.rowid WHERE {where} AND {table}.rowid > ?"
        f" ORDER BY weight, {table}.rowid DESC LIMIT ?",
        (*values, earliest, limit),
    ).fetchall()


def _with_completions(db: sqlite3.Connection, query: Query) -> Query:
    """The query with the commonest words that the unfinished one may become, if it may become too many."""
    if not query.unfinished or not recent_index.tables(db):
        return query
    found = recent_index.completions(db, query.unfinished)
    if found.total() < MANY:
        return query
    return query.finished_as([query.unfinished, *(word for word, _ in found.most_common(COMPLETIONS))])


def _match(query: Query) -> str:
    return f"({query.match}) NOT ({query.without})" if query.without else query.match


def _shown(db: sqlite3.Connection, query: Query) -> Query:
    """The query without what is muted, where anything is, unless it asks for that."""
    if MUTED in query.conditions or not rows.any_muted(db):
        return query
    return replace(query, conditions=(*query.conditions, rows.NOT_MUTED))


def _where(query: Query, table: str) -> tuple[str, tuple[object, ...]]:
    conditions, values = list(query.conditions), list(query.values)
    if query.match:
        conditions.insert(0, f"{table} MATCH ?")
        values.insert(0, _match(query))
    elif query.without:
        conditions.append("article.id NOT IN (SELECT rowid FROM word WHERE word MATCH ?)")
        values.append(query.without)
    return " AND ".join(conditions), tuple(values)


def _hit(db: sqlite3.Connection, number: int, query: Query) -> Hit | None:
    row = rows.row(db, number)
    found = db.execute("SELECT packed FROM body WHERE article = ?", (number,)).fetchone()
    return Hit(row, snippet(found[0], query.words)) if row and found else None
