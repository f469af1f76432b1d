"""Which voices were joined and parted by hand, as JSON values: what an archive holds, and what repair takes over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from tui.library.indexes import voice_counts
from tui.model.stored_names import HEAD, MEMBER, VOICE


def read_voice_records(db: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """A record of each voice that was joined to another by hand, or parted from one."""
    keys = ", ".join(f"voice.{column}" for column in VOICE.values())
    head = ", ".join(f"head.{column}" for column in VOICE.values())
    for row in db.execute(
        f"SELECT {keys}, {head} FROM voice LEFT JOIN voice AS head ON head.id = voice.joined"
        " WHERE voice.by_hand ORDER BY voice.id"
    ):
        of_member, of_head = row[: len(VOICE)], row[len(VOICE) :]
        joined = dict(zip(VOICE, of_head, strict=True)) if any(of_head) else None
        yield {MEMBER: dict(zip(VOICE, of_member, strict=True)), HEAD: joined}


def write_voice_record(db: sqlite3.Connection, record: dict[str, Any]) -> None:
    """Joins or parts a voice as it was; one that no kept article cites is made, for the articles that will."""
    member = _voice(db, record[MEMBER])
    head = _voice(db, record[HEAD]) if record[HEAD] else None
    (before,) = db.execute("SELECT coalesce(joined, id) FROM voice WHERE id = ?", (member,)).fetchone()
    db.execute("UPDATE voice SET joined = ?, by_hand = 1 WHERE id = ?", (head, member))
    voice_counts.recount(db, {member, before, *([head] if head else [])})


def _voice(db: sqlite3.Connection, key: dict[str, Any]) -> int:
    known = voice_counts.known(db, key)
    if known is not None:
        return known
    columns = ", ".join(VOICE.values())
    values = [key[name] for name in VOICE]
    added = db.execute(f"INSERT INTO voice ({columns}) VALUES ({', '.join('?' * len(values))})", values).lastrowid
    assert added is not None
    return added
