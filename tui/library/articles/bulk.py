"""Keeping many articles at once, some hundred a transaction.

A batch is prepared (made into JSON, words for the index) while SQLite writes the index of the one before and
commits it: two long calls that leave Python free.  Beside SQLite's many short calls only compressing goes on,
which leaves Python free too: each of them would wait for its turn to go on in Python.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from tui.library.articles import kept_articles
from tui.library.indexes import recent_index
from tui.library.indexes.rebuilding import rebuild_recent
from tui.library.indexes.word_index import Changes, Indexed, indexed
from tui.library.store import body_blob
from tui.library.store.connection import LOG_PAGES, Connections
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.model.article import Article
from tui.model.frozen import value
from tui.system.threads import SerialThread

if TYPE_CHECKING:
    from concurrent.futures import Future

BATCH = 500  # articles a transaction: others who write wait about half a second for it
WITH_RECENT = 500  # articles that go into the index of the last ones one by one
GIVING_WAY = 0.015  # seconds between two transactions, in which others may write
CACHE_KB = 65_536  # of the file's pages while so much is written
# What FTS5 gathers before it writes a segment: whole transactions, so that less has to be merged later.
HASH_SIZE = "INSERT INTO word (word, rank) VALUES ('hashsize', ?)"
HASH_BYTES, MANY_HASH_BYTES = 1_048_576, 8_388_608


@value(frozen=True, slots=True)
class Prepared:
    """An article ready to be written."""

    article: Article
    blob: Future[bytes]
    indexed: Indexed


def keep_many(
    connections: Connections,
    articles: Iterable[Article],
    now: Callable[[], float],
    *,
    total: int | None = None,
    progress: Progress = silent,
    stopped: Stopped = never,
) -> Report:
    """Keeps the articles; what ``progress`` tells of survives a killed process, what is returned a power cut."""
    report, coming = Report(), iter(articles)
    with many_writes(connections), _Preparing() as preparing:
        preparing.begin(list(islice(coming, BATCH)))
        while batch := preparing.batch():
            if stopped():
                report.stopped = True
                break
            following = list(islice(coming, BATCH))
            with connections.writing(durable=False) as db:
                index = _put(db, batch, int(now()), report)
                preparing.begin(following)
                _write_index(db, index, report)
            progress(report.done, total)
            time.sleep(GIVING_WAY)
        with connections.writing() as db:  # with it, all those before it are on the disk
            if report.done > WITH_RECENT:
                rebuild_recent(db)
    return report


def _put(db: sqlite3.Connection, batch: list[Prepared], now: int, report: Report) -> Changes:
    """One transaction's articles; what is to be done to the index at its end."""
    index = Changes()
    (before,) = db.execute("SELECT articles FROM tally WHERE section = 'all'").fetchone()
    for one in batch:
        kept_articles.put(db, one.article, one.blob.result(), now, index, one.indexed)
    (after,) = db.execute("SELECT articles FROM tally WHERE section = 'all'").fetchone()
    report.done += len(batch)
    report.known += len(batch) - (after - before)
    return index


def _write_index(db: sqlite3.Connection, index: Changes, report: Report) -> None:
    """The index of the last ones is left for the end once there are many."""
    if report.done > WITH_RECENT:
        recent_index.empty(db)
    index.write(db, with_recent=report.done <= WITH_RECENT)


@contextmanager
def many_writes(connections: Connections) -> Iterator[None]:
    """Settings for writing much: a larger cache, fewer and larger merges of the index."""
    with connections.writing() as db:
        db.execute(HASH_SIZE, (MANY_HASH_BYTES,))
    with connections.reading() as db:
        db.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        db.execute("PRAGMA wal_autocheckpoint = 2000")
        try:
            yield
        finally:
            _as_usual(db)
            with connections.writing() as db:
                db.execute(HASH_SIZE, (HASH_BYTES,))


def _as_usual(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA cache_size = -2000")
    db.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    db.execute("PRAGMA shrink_memory")


class _Preparing:
    """The batch that comes next, made ready in a thread of its own; its bodies are compressed in another."""

    def __init__(self) -> None:
        self._prepare, self._compress = SerialThread("prepare"), SerialThread("compress")
        self._coming: Future[list[Prepared]] | None = None
        self._given_up = False

    def __enter__(self) -> _Preparing:
        return self

    def __exit__(self, *_: object) -> None:
        self._given_up = True
        self._prepare.end()
        self._compress.end()

    def begin(self, articles: list[Article]) -> None:
        """Begin with the next batch."""
        self._coming = self._prepare.submit(lambda: self._prepared(articles))

    def batch(self) -> list[Prepared]:
        """The batch that was begun; empty at the end."""
        assert self._coming
        return self._coming.result()

    def _prepared(self, articles: list[Article]) -> list[Prepared]:
        return [
            Prepared(article, self._compressed(body_blob.slimmed(article)), indexed(article)) for article in articles
        ]

    def _compressed(self, slimmed: str) -> Future[bytes]:
        return self._compress.submit(lambda: b"" if self._given_up else body_blob.squeeze(slimmed))
