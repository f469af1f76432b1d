"""Filing what came from feeds, and the articles of a library of before: a few a transaction, while it is in use."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tui.library.work_report import Progress, Stopped, never, silent
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.library.indexes import traces
    from tui.library.indexes.traces import TraceChanges
    from tui.library.store import body_blob
    from tui.library.store.connection import Connections
else:  # whether anything waits is asked at every start
    (body_blob,) = lazy_modules("tui.library.store", "body_blob")
    (traces,) = lazy_modules("tui.library.indexes", "traces")

BATCH = 40  # articles a transaction, prepared before it begins: others who write wait some milliseconds for it
GIVING_WAY = 0.01  # seconds between two transactions


def waiting(connections: Connections) -> int:
    """How many articles are not filed yet, at most: the number below which they are."""
    with connections.reading() as db:
        (below,) = db.execute("SELECT below FROM tracing").fetchone()
        return int(below) - 1


def bring_up(connections: Connections, *, progress: Progress = silent, stopped: Stopped = never) -> bool:
    """Files what is not filed yet; whether all is.  What was filed stays so when it is stopped or killed."""
    done = 0
    while (left := waiting(connections)) and not stopped():
        with connections.reading() as db:
            batch = db.execute(
                "SELECT id, packed FROM article LEFT JOIN body ON body.article = id"
                " WHERE id <= ? AND id NOT IN (SELECT article FROM trace) ORDER BY id DESC LIMIT ?",
                (left, BATCH),
            ).fetchall()
        prepared = [(number, packed, _prepared(number, packed)) for number, packed in batch]
        with connections.writing(durable=False) as db:
            for number, packed, filed in prepared:
                same = db.execute("SELECT 1 FROM body WHERE article = ? AND packed = ?", (number, packed)).fetchone()
                if same:  # no newer text came meanwhile, which files itself
                    filed.write(db)
            below = batch[-1][0] if len(batch) == BATCH else 1
            db.execute("UPDATE tracing SET below = min(below, ?)", (below,))
        done += len(batch)
        progress(done, None)
        time.sleep(GIVING_WAY)
    return not waiting(connections)


def _prepared(number: int, packed: bytes | None) -> TraceChanges:
    """What is to be filed of an article; nothing of one whose text cannot be read."""
    changes = traces.TraceChanges()
    try:
        if packed is not None:
            changes.add(number, traces.trace(body_blob.expand(packed)))
    except body_blob.UNREADABLE:
        pass
    return changes
