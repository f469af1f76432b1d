"""What feeds have of an article, as JSON values: part of its record in archives and in what is kept back for undo."""

from __future__ import annotations

import sqlite3
from typing import Any

from tui.library.articles.own_texts import pack_own_text, unpack_own_text
from tui.library.library_errors import DamagedError
from tui.model.stored_names import ENTRIES, ENTRY, FEED, OWN_TEXT

COLUMNS = ", ".join(ENTRY.values())
_SAME = " AND ".join(f"{column} IS ?" for column in ("guid", "address", "title", "digest"))

FLAGS = ("summary", "apart")

Record = dict[str, Any]


def read_entries(db: sqlite3.Connection, article: int) -> Record:
    """The entries that lead to an article, and their own text while it is not converted."""
    of_entry = ", ".join(f"entry.{column}" for column in ENTRY.values())
    rows = db.execute(
        f"SELECT feed.address, {of_entry} FROM entry JOIN feed ON feed.id = entry.feed WHERE article = ?"
        " ORDER BY entry.id",
        (article,),
    ).fetchall()
    own = db.execute("SELECT packed FROM own_text WHERE article = ?", (article,)).fetchone()
    found: Record = {ENTRIES: [dict(zip((FEED, *ENTRY), row, strict=True)) for row in rows]} if rows else {}
    try:
        return found | ({OWN_TEXT: unpack_own_text(own[0])} if own else {})
    except DamagedError:
        return found


def write_entries(db: sqlite3.Connection, record: Record, article: int) -> None:
    """Makes the entries of the feeds that are subscribed to lead to an article that is put back."""
    for entry in record.get(ENTRIES, ()):
        feed = db.execute("SELECT id FROM feed WHERE address = ?", (entry[FEED],)).fetchone()
        if feed:
            _lead_to(db, feed[0], entry, article)
    if own := record.get(OWN_TEXT):
        db.execute("INSERT OR IGNORE INTO own_text VALUES (?, ?)", (article, pack_own_text(own)))


def _lead_to(db: sqlite3.Connection, feed: int, entry: Record, article: int) -> None:
    if db.execute("SELECT 1 FROM entry WHERE feed = ? AND article = ?", (feed, article)).fetchone():
        return
    key = tuple(entry[name] for name in ("guid", "address", "title", "digest"))
    gone = db.execute(f"SELECT id FROM entry WHERE feed = ? AND article IS NULL AND {_SAME}", (feed, *key)).fetchone()
    if gone:
        db.execute("UPDATE entry SET article = ? WHERE id = ?", (article, gone[0]))
        return
    db.execute(
        f"INSERT INTO entry (feed, article, {COLUMNS}) VALUES (?, ?{', ?' * len(ENTRY)})",
        (feed, article, *(_value(entry, name) for name in ENTRY)),
    )


def _value(entry: Record, name: str) -> Any:
    return int(bool(entry.get(name))) if name in FLAGS else entry.get(name)
