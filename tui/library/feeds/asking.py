"""When each feed is asked, with what, and how it went: what a refresh needs of a feed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple

from tui.library.feeds import feed_settings, subscriptions
from tui.library.feeds.feed_rows import TITLE
from tui.library.feeds.feed_settings import FeedSettings, resolved
from tui.library.store.connection import Connections
from tui.model.frozen import value
from tui.text.cleaning import clean_line

# A feed that no server keeps in step.
OWN = "id NOT IN (SELECT feed FROM synced_feed WHERE feed NOT NULL AND stream NOT NULL)"


@value(frozen=True, slots=True)
class Asked:
    """A feed to be asked: where, with which validators, and what is known of how often it changes (``rhythm``).

    ``private``: it may be asked on this machine or its network.
    """

    id: int
    address: str
    title: str
    etag: str | None
    last_modified: str | None
    rhythm: str | None
    errors: int
    private: bool
    settings: FeedSettings


def due(
    connections: Connections, now: float, *, feeds: Collection[int] | None = None, only_due: bool = False
) -> list[Asked]:
    """The feeds to be asked now, those first that wait longest; none before the time that its server named.

    ``only_due``: those whose time has come.  What is gone is asked only when it is named in ``feeds``; what a server
    brings, never.
    """
    conditions, values = ["not_before <= ?", OWN], [int(now)]
    if only_due:
        conditions.append("next_at <= ?")
        values.append(int(now))
    if feeds is None:
        conditions.append("gone = 0")
    with connections.reading() as db:
        rows = db.execute(
            f"SELECT id, address, {TITLE}, etag, last_modified, rhythm, errors, private FROM feed"
            f" WHERE {' AND '.join(conditions)} ORDER BY next_at, id",
            values,
        ).fetchall()
        rows = [row for row in rows if feeds is None or row[0] in feeds]
        stored = feed_settings.stored_for(db, [row[0] for row in rows])
    return [
        Asked(number, address, title, etag, last_modified, rhythm, errors, bool(private), resolved(stored[number]))
        for number, address, title, etag, last_modified, rhythm, errors, private in rows
    ]


class Answered(NamedTuple):
    """A feed that answered: when to ask it again, and the address that it has for good from now on, if another."""

    feed: int
    next_at: float
    moved_to: str | None = None


def unchanged(connections: Connections, feeds: Iterable[Answered], now: float) -> None:
    """The servers of these feeds said that nothing has changed."""
    with connections.writing(durable=False) as db:
        note_answers(db, list(feeds), int(now))


def note_answers(db: sqlite3.Connection, feeds: Collection[Answered], now: int) -> None:
    """Notes that these answered; one that moved is asked at the new address, unless that is another feed's."""
    db.executemany(
        "UPDATE feed SET asked_at = ?, next_at = ?, not_before = 0, errors = 0, error = NULL, failing_since = NULL,"
        " gone = 0 WHERE id = ?",
        [(now, int(one.next_at), one.feed) for one in feeds],
    )
    for feed, _, moved_to in feeds:
        if moved_to and subscriptions.known(db, moved_to) in (None, feed):
            db.execute("UPDATE OR IGNORE feed SET address = ? WHERE id = ?", (moved_to, feed))
            subscriptions.add_address(db, feed, moved_to)


def failed(
    connections: Connections,
    feed: int,
    why: str,
    now: float,
    *,
    next_at: float,
    not_before: float = 0,
    gone: bool = False,
) -> None:
    """It could not be had: that is all that changes.  ``gone``: it will not come back, and is asked no more."""
    with connections.writing(durable=False) as db:
        db.execute(
            "UPDATE feed SET asked_at = :now, next_at = :next_at, not_before = :not_before, errors = errors + 1,"
            " error = :why, failing_since = coalesce(failing_since, :now), gone = :gone WHERE id = :feed",
            {
                "now": int(now),
                "next_at": int(next_at),
                "not_before": int(not_before),
                "why": clean_line(why, 300),
                "gone": gone,
                "feed": feed,
            },
        )
