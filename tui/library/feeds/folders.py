"""Folders renamed, moved and removed, with what stands in them."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tui.library.feeds import mute_rules
from tui.library.feeds.feed_records import folder_of
from tui.library.feeds.feed_rows import BETWEEN_NAMES, is_below
from tui.library.feeds.subscriptions import stored_path
from tui.library.library_errors import LibraryError, MissingError

if TYPE_CHECKING:
    from tui.library.store.connection import Connections

Path = tuple[str, ...]
NO_FOLDER = "there is no such folder any more"
NO_NAME = "a folder needs a name"
IN_ITSELF = "a folder cannot stand in itself"


def move(connections: Connections, path: Path, to: Path) -> None:
    """Gives a folder another path, and those below it likewise; where there is one of that path they become one.

    Settings and mute rules go with it; where both are set for something, those of the folder that was there stay.
    """
    before = BETWEEN_NAMES.join(path)
    after = stored_path(to)
    if not after:
        raise LibraryError(NO_NAME)
    if after == before:
        return
    if is_below(after, before):
        raise LibraryError(IN_ITSELF)
    with connections.writing() as db:
        for number, old in _with_those_below(db, before):
            _join(db, number, folder_of(db, after + old[len(before) :]))


def remove(connections: Connections, path: Path, now: float) -> None:
    """Forgets a folder and those below it, with what is set for them; their feeds stay, in no folder or in others.

    What only their mute rules hid is seen again.
    """
    with connections.writing() as db:
        for number, _ in _with_those_below(db, BETWEEN_NAMES.join(path)):
            for (rule,) in db.execute("SELECT id FROM mute_rule WHERE folder = ?", (number,)).fetchall():
                mute_rules.remove(connections, rule, now)
            db.execute("DELETE FROM folder WHERE id = ?", (number,))


def _with_those_below(db: sqlite3.Connection, path: str) -> list[tuple[int, str]]:
    rows = [row for row in db.execute("SELECT id, path FROM folder").fetchall() if is_below(row[1], path)]
    if not rows:
        raise MissingError(NO_FOLDER)
    return rows


def _join(db: sqlite3.Connection, number: int, into: int) -> None:
    """Puts what belongs to a folder into another, and forgets the first."""
    for table in ("feed_folder", "feed_setting", "mute_rule"):
        db.execute(f"UPDATE OR IGNORE {table} SET folder = ? WHERE folder = ?", (into, number))
    db.execute("DELETE FROM folder WHERE id = ?", (number,))
