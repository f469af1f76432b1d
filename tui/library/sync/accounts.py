"""The account: which server, as whom, and how the last sync went."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from tui.library.library_errors import LibraryError, MissingError
from tui.library.store.connection import Connections
from tui.library.store.moments import as_date
from tui.model.frozen import value
from tui.text.cleaning import clean_line

NONE = "there is no account; newsreader sync add URL makes one"
ONE_ALREADY = "there is an account already, {user} at {address}; newsreader sync remove ends it"
COLUMNS = "id, address, user, private, last_own_feed, synced_at, not_before, error"


@value(frozen=True, slots=True)
class Account:
    """An account.

    ``address`` is where the server's API begins; ``private``: it is on this machine or its network.
    ``last_own_feed`` is the number of the last feed that was here before the account: later ones go to the server.
    ``synced_at`` is the last time that all went well; ``not_before`` is when the server may be asked again, in
    seconds since 1970; ``error`` says why the last sync did not come to its end.
    """

    id: int
    address: str
    user: str
    private: bool
    last_own_feed: int
    synced_at: datetime | None
    not_before: int
    error: str | None


def find(connections: Connections) -> Account | None:
    """The account, if there is one."""
    with connections.reading() as db:
        return _found(db)


def add(connections: Connections, address: str, user: str, *, private: bool) -> Account:
    """Makes the account; LibraryError if there is another.  The same again is the one that there is."""
    with connections.writing() as db:
        found = _found(db)
        if found and (found.address, found.user) != (address, user):
            raise LibraryError(ONE_ALREADY.format(user=found.user, address=found.address))
        if not found:
            db.execute(
                "INSERT INTO account (address, user, private, last_own_feed)"
                " SELECT ?, ?, ?, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'feed'), 0)",
                (address, user, private),
            )
        made = _found(db)
        assert made
        return made


def remove(connections: Connections) -> Account:
    """Ends the account; feeds and articles stay, and the feeds are asked by themselves from now on."""
    with connections.writing() as db:
        found = _found(db)
        if found is None:
            raise MissingError(NONE)
        db.execute("UPDATE feed SET next_at = 0 WHERE id IN (SELECT feed FROM synced_feed WHERE stream IS NOT NULL)")
        db.execute("DELETE FROM account WHERE id = ?", (found.id,))
    return found


def note_success(connections: Connections, account: int, now: float) -> None:
    """A sync came to its end."""
    with connections.writing() as db:
        db.execute("UPDATE account SET synced_at = ?, not_before = 0, error = NULL WHERE id = ?", (int(now), account))


def note_failure(connections: Connections, account: int, why: str, not_before: float) -> None:
    """A sync did not come to its end; all that the server was not told of waits."""
    with connections.writing() as db:
        db.execute(
            "UPDATE account SET error = ?, not_before = ? WHERE id = ?",
            (clean_line(why, 300), int(not_before), account),
        )


def _found(db: sqlite3.Connection) -> Account | None:
    row = db.execute(f"SELECT {COLUMNS} FROM account ORDER BY id LIMIT 1").fetchone()
    if row is None:
        return None
    number, address, user, private, last, synced_at, not_before, error = row
    when = None if synced_at is None else as_date(synced_at)
    return Account(number, address, user, bool(private), last, when, not_before, error)
