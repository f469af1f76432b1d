"""The index of words: what of an article can be searched, put in and taken out.

The index holds no text of its own (FTS5, contentless), only where each word stands; an article is
taken out by giving the index the very text that it was given.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from tui.library.indexes import recent_index
from tui.library.indexes.traces import Trace, TraceChanges, trace
from tui.library.store import address_keys
from tui.library.store.row_values import site
from tui.model.article import Article
from tui.text.folding import indexable

FIELDS = ("title", "body", "captions", "sources", "authors", "site")
# The statements name the table as {table}: the index of words, or a half of the recent one.
ADD = f"INSERT INTO {{table}} (rowid, {', '.join(FIELDS)}) VALUES (?{', ?' * len(FIELDS)})"
TAKE_OUT = f"INSERT INTO {{table}} ({{table}}, rowid, {', '.join(FIELDS)}) VALUES ('delete', ?{', ?' * len(FIELDS)})"
AT_ONCE = 500  # rows a statement; SQLite takes 32,766 values
LONGEST_FIELD = 10_000_000  # characters of one field that are indexed


class Indexed(NamedTuple):
    """What the index of words is given of an article, and what is filed of its quotations and its story."""

    texts: tuple[str, ...]
    trace: Trace | None = None


class Changes:
    """What is to be put into the index and taken out, written at the end of a transaction.

    FTS5 writes out what it has gathered whenever SQLite opens a savepoint, which an ordinary statement with a
    trigger or a foreign key does: with other statements in between, each article would become a
    segment of its own, and adding many would take three times as long.
    """

    def __init__(self, *, filing: bool = True) -> None:
        """Without ``filing`` what is filed of quotations and stories is left to the background."""
        self._filing = filing
        self._added: list[tuple[object, ...]] = []
        self._earlier: list[tuple[str, list[tuple[object, ...]]]] = []
        self._traces = TraceChanges()

    def add(self, number: int, article: Article, prepared: Indexed | None = None) -> None:
        """Puts an article's words into the index; ``prepared``: what is ``indexed`` of it if that is at hand."""
        self._added.append((number, *(prepared.texts if prepared else texts(article))))
        if self._filing:
            self._traces.add(number, (prepared.trace if prepared else None) or trace(article))
        else:
            self._traces.leave(number)

    def add_texts(self, number: int, texts: tuple[str, ...]) -> None:
        """Puts the words of an article into the index whose quotations and story are left to the background."""
        self._added.append((number, *texts))
        self._traces.leave(number)

    def take_out(self, number: int, article: Article) -> None:
        """Takes out the words of an article as it was when they were put in."""
        self._earlier += [(ADD, self._added), (TAKE_OUT, [(number, *texts(article))])]
        self._added = []
        self._traces.take_out(number, article)

    def join(self, later: Changes) -> None:
        """Does what another was asked after what this one was."""
        self._earlier += [(ADD, self._added), *later._earlier]
        self._added = later._added
        self._traces.join(later._traces)

    def write(self, db: sqlite3.Connection, *, with_recent: bool = True) -> None:
        """Does all that in the order in which it was asked."""
        steps = [step for step in (*self._earlier, (ADD, self._added)) if step[1]]
        for statement, values in steps:
            _write_all(db, statement, values)
        self._added, self._earlier = [], []
        self._traces.write(db)
        if with_recent:
            for statement, values in steps:
                recent_index.add(db, statement, values)
            recent_index.turn(db)


def _write_all(db: sqlite3.Connection, statement: str, rows: list[tuple[object, ...]]) -> None:
    """Does it for many rows in one call, in which Python is free for what another thread does."""
    before, _, one = statement.format(table="word").rpartition("VALUES ")
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        db.execute(f"{before}VALUES {', '.join([one] * len(some))}", [value for row in some for value in row])


def indexed(article: Article) -> Indexed:
    """All that is put into the indexes of an article."""
    return Indexed(texts(article), trace(article))


def texts(article: Article) -> tuple[str, ...]:
    """The text of each of FIELDS as the index is given it."""
    captions = (part for c in article.captions for part in (c.text, c.credit, c.alt) if part)
    sources = (part for s in article.sources for part in (s.name, s.role, s.affiliation) if part)
    host = address_keys.host(article.url or article.address) or ""
    fields = (
        article.title,
        article.text,
        "\n".join(captions),
        "\n".join(sources),
        "\n".join(article.authors),
        f"{site(article) or ''}\n{host}",
    )
    return tuple(indexable(field[:LONGEST_FIELD]) if field else "" for field in fields)
