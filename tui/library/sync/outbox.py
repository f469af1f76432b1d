"""What was marked here and is not at the server yet.

Triggers of the database write it with the mark itself, whoever marks; a second mark of a kind takes the place of the
first, so that only the last is sent.

A row of the kind "label" is the other way round and never sent: the server has said that the entry has this label,
so that one which it has no more was taken away there, not given here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from tui.library.articles.tags import key_of
from tui.library.store.connection import Connections
from tui.model.frozen import value

TO_BE_SENT = "mark != 'label'"


@value(frozen=True, slots=True)
class WaitingMark:
    """A mark that waits: "read", "starred" or "tag", then with the ``name`` of the tag; given or taken (``value``)."""

    id: int
    item: str
    mark: str
    name: str
    value: bool


def waiting(connections: Connections, account: int) -> list[WaitingMark]:
    """What waits to be sent, the oldest first."""
    with connections.reading() as db:
        rows = db.execute(
            "SELECT outbox.id, item, mark, name, value FROM outbox JOIN synced_entry ON synced_entry.id = entry"
            f" WHERE account = ? AND {TO_BE_SENT} ORDER BY outbox.id",
            (account,),
        ).fetchall()
    return [WaitingMark(number, item, mark, name, bool(value)) for number, item, mark, name, value in rows]


def count(connections: Connections, account: int) -> int:
    """How many marks wait."""
    with connections.reading() as db:
        row = db.execute(
            "SELECT count(*) FROM outbox JOIN synced_entry ON synced_entry.id = entry"
            f" WHERE account = ? AND {TO_BE_SENT}",
            (account,),
        ).fetchone()
    return int(row[0])


def sent(connections: Connections, marks: Iterable[WaitingMark]) -> None:
    """The server has these; what was marked anew meanwhile still waits."""
    with connections.writing() as db:
        for one in marks:
            if one.mark in ("read", "starred"):
                db.execute(
                    f"UPDATE synced_entry SET {one.mark} = ? WHERE id = (SELECT entry FROM outbox WHERE id = ?)",
                    (one.value, one.id),
                )
            db.execute("DELETE FROM outbox WHERE id = ? AND value = ?", (one.id, one.value))


def last(db: sqlite3.Connection) -> int:
    """The number of the last mark that waits, 0 where there is none."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM outbox").fetchone()[0])


def drop_known(db: sqlite3.Connection, after: int, tagged: Collection[tuple[int, str]] = ()) -> None:
    """Forgets what was written after a mark and says only what the server has said itself.

    ``tagged`` are entries, each with the key of a tag that the server gave it or took from it.
    """
    db.execute(
        "DELETE FROM outbox WHERE id > ? AND mark IN ('read', 'starred') AND value ="
        " (SELECT CASE mark WHEN 'read' THEN read ELSE starred END FROM synced_entry WHERE synced_entry.id = entry)",
        (after,),
    )
    written = db.execute("SELECT id, entry, name FROM outbox WHERE id > ? AND mark = 'tag'", (after,)).fetchall()
    known = [(number,) for number, entry, name in written if (entry, key_of(name)) in tagged]
    db.executemany("DELETE FROM outbox WHERE id = ?", known)
