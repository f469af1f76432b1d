"""Until when an address need not be asked again for the article that is kept of it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tui.library.store import address_keys
from tui.text.longest_lifetime import LONGEST_LIFETIME

if TYPE_CHECKING:
    from tui.library.store.connection import Connections


def is_fresh(connections: Connections, address: str, now: float) -> bool:
    """Whether it need not be asked; a moment that a wrong clock has put too far ahead does not count."""
    with connections.reading() as db:
        row = db.execute("SELECT until FROM freshness WHERE key = ?", (address_keys.key(address),)).fetchone()
    return row is not None and now < int(row[0]) <= now + LONGEST_LIFETIME


def set_lifetime(connections: Connections, address: str, now: float, lifetime: int) -> None:
    """The address was asked now, and need not be for so many seconds."""
    with connections.writing(durable=False) as db:
        write_lifetime(db, address, now, lifetime)


def write_lifetime(db: sqlite3.Connection, address: str, now: float, lifetime: int) -> None:
    """The same within an open transaction."""
    key = address_keys.key(address)
    if lifetime > 0:
        db.execute(
            "INSERT OR REPLACE INTO freshness SELECT key, ? FROM address WHERE key = ?", (int(now + lifetime), key)
        )
    else:
        db.execute("DELETE FROM freshness WHERE key = ?", (key,))
