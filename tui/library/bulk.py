"""Keeping many articles at once, some hundred a transaction.

A second thread only compresses, which leaves Python free; preparing whole articles there was slower, as
each of SQLite's short calls then waits for its turn to go on in Python.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tui.article import Article
from tui.library import bodies, keeping, recent
from tui.library.connection import LOG_PAGES, Connections
from tui.library.indexing import Changes, texts
from tui.library.progress import Progress, Report, Stopped, never, silent

if TYPE_CHECKING:
    import sqlite3
    from concurrent.futures import Future

BATCH = 500  # articles a transaction: others who write wait about half a second for it
WITH_RECENT = 500  # articles that go into the index of the last ones one by one
GIVING_WAY = 0.015  # seconds between two transactions, in which others may write
CACHE_KB = 65_536  # of the file's pages while so much is written
# What FTS5 gathers before it writes a segment: whole transactions, so that less has to be merged later.
HASH_SIZE = "INSERT INTO word (word, rank) VALUES ('hashsize', ?)"
HASH_BYTES, MANY_HASH_BYTES = 1_048_576, 8_388_608


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be written."""

    article: Article
    blob: bytes
    texts: tuple[str, ...]


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
    report = Report()
    with many_writes(connections):
        for batch in _prepared(articles):
            if stopped():
                report.stopped = True
                break
            with connections.writing(durable=False) as db:
                _write(db, batch, int(now()), report)
            progress(report.done, total)
            time.sleep(GIVING_WAY)
        with connections.writing() as db:  # with it, all those before it are on the disk
            if report.done > WITH_RECENT:
                recent.fill(db)
    return report


def _write(db: sqlite3.Connection, batch: list[Prepared], now: int, report: Report) -> None:
    """One transaction's articles; the index of the last ones is left for the end once there are many."""
    index = Changes()
    (before,) = db.execute("SELECT articles FROM tally WHERE section = 'all'").fetchone()
    for one in batch:
        keeping.put(db, one.article, one.blob, now, index, one.texts)
    report.done += len(batch)
    if report.done > WITH_RECENT:
        recent.empty(db)
    index.write(db, with_recent=report.done <= WITH_RECENT)
    (after,) = db.execute("SELECT articles FROM tally WHERE section = 'all'").fetchone()
    report.known += len(batch) - (after - before)


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


def _prepared(articles: Iterable[Article]) -> Iterator[list[Prepared]]:
    """The batches, each compressed while the one before it is written."""
    from concurrent.futures import ThreadPoolExecutor

    coming = iter(articles)
    with ThreadPoolExecutor(1) as pool:
        waiting: tuple[list[Article], Future[list[bytes]]] | None = None
        while batch := list(islice(coming, BATCH)):
            following = (batch, pool.submit(_squeezed, [bodies.slimmed(article) for article in batch]))
            if waiting:
                yield _with_blobs(*waiting)
            waiting = following
        if waiting:
            yield _with_blobs(*waiting)


def _squeezed(bodies_: list[str]) -> list[bytes]:
    return [bodies.squeeze(body) for body in bodies_]


def _with_blobs(batch: list[Article], blobs: Future[list[bytes]]) -> list[Prepared]:
    return [Prepared(article, blob, texts(article)) for article, blob in zip(batch, blobs.result(), strict=True)]
