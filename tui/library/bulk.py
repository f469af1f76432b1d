"""Keeping many articles at once: prepared on one thread, written on another, some hundred a transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from tui.article import Article
from tui.library import bodies, keeping
from tui.library.connection import LOG_PAGES, Connections
from tui.library.indexing import Changes, texts
from tui.library.progress import Progress, Report, Stopped, never, silent

if TYPE_CHECKING:
    import sqlite3

BATCH = 100  # articles a transaction: others who write wait about a tenth of a second for it
AHEAD = 3  # batches prepared before they are written
CACHE_KB = 65_536  # of the file's pages while so much is written

T = TypeVar("T")


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
    """Keeps the articles; each batch is acknowledged as a whole."""
    report = Report()
    index = Changes()
    with many_writes(connections):
        for batch in ahead(_prepared(articles)):
            if stopped():
                report.stopped = True
                break
            with connections.writing() as db:
                (before,) = db.execute("SELECT articles FROM tally WHERE section = 'all'").fetchone()
                for one in batch:
                    keeping.put(db, one.article, one.blob, int(now()), index, one.texts)
                index.write(db)
                (after,) = db.execute("SELECT articles FROM tally WHERE section = 'all'").fetchone()
            report.done += len(batch)
            report.known += len(batch) - (after - before)
            progress(report.done, total)
    return report


@contextmanager
def many_writes(connections: Connections) -> Iterator[None]:
    """Settings for writing much: a larger cache, fewer and larger merges of the index."""
    with connections.reading() as db:
        db.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        db.execute("PRAGMA wal_autocheckpoint = 2000")
        try:
            yield
        finally:
            _as_usual(db)


def ahead(batches: Iterator[list[T]]) -> Iterator[list[T]]:
    """The batches, the next ones made on another thread meanwhile; compressing and SQLite both leave Python free."""
    from concurrent.futures import Future, ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        waiting: list[Future[list[T] | None]] = [pool.submit(next, batches, None) for _ in range(AHEAD)]
        try:
            while (batch := waiting.pop(0).result()) is not None:
                waiting.append(pool.submit(next, batches, None))
                yield batch
        finally:
            for one in waiting:
                one.cancel()


def _as_usual(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA cache_size = -2000")
    db.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    db.execute("PRAGMA shrink_memory")


def _prepared(articles: Iterable[Article]) -> Iterator[list[Prepared]]:
    coming = iter(articles)
    while batch := [Prepared(article, bodies.compress(article), texts(article)) for article in islice(coming, BATCH)]:
        yield batch
