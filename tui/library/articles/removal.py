"""Removing articles so that it can be undone, and on a full disk too."""

from __future__ import annotations

import sqlite3

from tui.library.articles import pictures, records, rows
from tui.library.articles.marks import Articles, Undo, as_ids
from tui.library.indexes import voice_counts
from tui.library.indexes.word_index import Changes
from tui.library.library_errors import FullError, MissingError
from tui.library.store import body_blob, disk_reserve
from tui.library.store.connection import Connections
from tui.text.dates import DAY

KEPT_BACK_DAYS = 14  # how long what was removed can be put back
KEPT_BACK = 500  # and how many articles of it


def remove(connections: Connections, articles: Articles, now: float) -> Undo:
    """Removes articles.  They are kept back for a while, so that it can be undone, unless the disk is full."""
    ids = as_ids(articles)
    try:
        gone = _remove(connections, ids, int(now), kept_back=True)
    except FullError:
        with disk_reserve.released(connections):
            for number in ids:  # each in a log of its own, which the reserve is large enough for
                _remove(connections, [number], int(now), kept_back=False)
                connections.fold_log()
        return Undo("removed", ())
    if ids and not gone:
        raise MissingError("this article is no longer kept")
    purge(connections, now)
    return Undo("removed", tuple(gone))


def restore(connections: Connections, articles: tuple[int, ...]) -> list[int]:
    """Puts removed articles back under their ids; those that could be.

    On a disk that has no room for all of them at once, one after the other; FullError where it has none for the next.
    """
    try:
        return _restore(connections, articles)
    except FullError:
        back = list[int]()
        with disk_reserve.released(connections):
            for number in articles:
                back += _restore(connections, (number,))
                connections.fold_log()
        return back


def _restore(connections: Connections, articles: tuple[int, ...]) -> list[int]:
    back = []
    index = Changes()
    with connections.writing() as db:
        for number in articles:
            row = db.execute("SELECT record FROM removed WHERE article = ?", (number,)).fetchone()
            if row:
                db.execute("DELETE FROM removed WHERE article = ?", (number,))
                record = records.unsqueeze(row[0])
                back.append(records.write_record(db, record, records.article_of(record), index, as_id=number))
        index.write(db)
    return back


def purge(connections: Connections, now: float) -> None:
    """Gives up what was kept back for too long, or is more than KEPT_BACK articles, with its pictures."""
    with connections.writing() as db:
        old = db.execute(
            "SELECT article, record FROM removed WHERE removed_at < ? OR article NOT IN"
            " (SELECT article FROM removed ORDER BY removed_at DESC, article DESC LIMIT ?)",
            (int(now) - KEPT_BACK_DAYS * DAY, KEPT_BACK),
        ).fetchall()
        db.executemany("DELETE FROM removed WHERE article = ?", ((number,) for number, _ in old))
    if old:
        pictures.unlink_unused(connections, [file for _, blob in old for file in pictures.in_record(blob)])


def _remove(connections: Connections, ids: list[int], now: int, *, kept_back: bool) -> list[int]:
    files: list[tuple[str, str | None]] = []
    index = Changes()
    with connections.writing() as db:
        gone = [number for number in ids if take_out(db, number, now, index, files, kept_back=kept_back)]
        index.write(db)
    if not kept_back:
        pictures.unlink_unused(connections, files)
    return gone


def take_out(
    db: sqlite3.Connection,
    number: int,
    now: int,
    index: Changes,
    files: list[tuple[str, str | None]],
    *,
    kept_back: bool,
) -> bool:
    """Takes one article out within a transaction, at whose end ``index`` is written; ``files`` gains its pictures."""
    if not rows.is_kept(db, number):
        return False
    if kept_back:
        record = records.squeeze(records.read_record(db, number))
        db.execute("INSERT OR REPLACE INTO removed VALUES (?, ?, ?)", (number, now, record))
    files += db.execute("SELECT digest, media_type FROM picture WHERE article = ? AND digest NOT NULL", (number,))
    index.take_out(number, body_blob.stored(db, number))
    voice_counts.uncount_sources(db, number)
    db.execute("DELETE FROM article WHERE id = ?", (number,))
    return True
