"""A second, small index of the articles kept last, for what would make the large one slow.

The beginning of a word ("con") stands for thousands of words; FTS5 gathers where each of them stands in
the whole library before it gives the first hit: half a second in 100,000 articles.  In the last few
thousand it takes a few milliseconds, and if enough is found there, nothing older need be looked at; if
not, the word is rare and the large index is quick too.

The small index has two halves.  New articles go into the current one; when it is full the other is
emptied and becomes the current one.  Together they hold every article from the ``first`` of the older
half on.  Small libraries have none.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

FULL = 3_000  # articles in a half
LARGE = 10_000  # articles in a library from which on it has one
TABLES = ("recent_0", "recent_1")


def tables(db: sqlite3.Connection) -> list[str]:
    """The halves in use, that of the newer articles first."""
    return [TABLES[half] for half, _ in _halves(db)]


def completions(db: sqlite3.Connection, beginning: str) -> Counter[str]:
    """The words that begin so in the articles kept last, with how many of these articles have each."""
    found: Counter[str] = Counter()
    for table in tables(db):
        vocabulary = f"{table}_vocabulary"
        db.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{vocabulary} USING fts5vocab('main', '{table}', 'row')")
        words = db.execute(
            f"SELECT term, doc FROM temp.{vocabulary} WHERE term >= ? AND term < ?",
            (beginning, beginning[:-1] + chr(ord(beginning[-1]) + 1)),
        )
        found.update(dict(words.fetchall()))
    return found


def add(db: sqlite3.Connection, statement: str, values: Iterable[tuple[object, ...]]) -> None:
    """Does to the halves what was done to the index of words; ``statement`` names the table as ``{table}``."""
    halves = _halves(db)
    for row in values:
        number = row[0]
        assert isinstance(number, int)
        table = next((TABLES[half] for half, first in halves if number >= first), None)
        if table:
            db.execute(statement.format(table=table), row)


def turn(db: sqlite3.Connection) -> None:
    """Begins a half when the current one is full, or when the library has become large."""
    halves = _halves(db)
    (articles,) = db.execute("SELECT articles FROM tally WHERE section = 'all'").fetchone()
    if not halves and articles < LARGE:
        return
    if not halves or _size(db, halves[0][0]) >= FULL:
        (last,) = db.execute("SELECT max(id) FROM article").fetchone()
        begin(db, 1 - halves[0][0] if halves else 0, last + 1)


def empty(db: sqlite3.Connection) -> None:
    """Holds nothing: before much is kept at once, or when it must be built anew."""
    for half, _ in _halves(db):
        db.execute(f"INSERT INTO {TABLES[half]} ({TABLES[half]}) VALUES ('delete-all')")
    db.execute("DELETE FROM recent")


def _halves(db: sqlite3.Connection) -> list[tuple[int, int]]:
    """(half, id of its first article), the newer first."""
    return db.execute("SELECT half, first FROM recent ORDER BY first DESC, half").fetchall()


def _size(db: sqlite3.Connection, half: int) -> int:
    (size,) = db.execute(f"SELECT count(*) FROM {TABLES[half]}_docsize").fetchone()
    return int(size)


def begin(db: sqlite3.Connection, half: int, first: int) -> None:
    """Makes a half, emptied, the current one; it holds the articles from the ``first`` on."""
    db.execute(f"INSERT INTO {TABLES[half]} ({TABLES[half]}) VALUES ('delete-all')")
    db.execute("INSERT OR REPLACE INTO recent VALUES (?, ?)", (half, first))
