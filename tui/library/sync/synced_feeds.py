"""Which feeds a server has, too: its subscriptions and folders taken over, and ours given to it.

Of each feed it is kept what the server said last and which folders it was in here then: what differs from that now
was changed here, or there.  What was changed here wins until the server has it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Literal

from tui.library.feeds import retention, subscriptions
from tui.library.feeds.feed_rows import BETWEEN_NAMES
from tui.library.store.connection import Connections
from tui.model.frozen import value
from tui.model.server_feed import ServerFeed
from tui.model.subscription import Subscription
from tui.text.cleaning import web_address

BETWEEN_FOLDERS = (
    "/"  # in the label of a folder of several names; a label of the server's is one name, whatever is in it
)


@value(frozen=True, slots=True)
class FeedChange:
    """What was done to a feed here that the server does not know of.

    ``subscribe``: it has no ``stream`` yet, and is called ``title`` here; ``edit``: its ``title``, if that is not None,
    or its folders are others; ``unsubscribe``: there is no feed of that here any more.
    """

    kind: Literal["subscribe", "edit", "unsubscribe"]
    feed: int
    stream: str
    address: str = ""
    title: str | None = None
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class FeedsTaken:
    """What came of a server's list: how many feeds are new here, and how many were unsubscribed there."""

    added: int = 0
    gone: int = 0


@value(frozen=True, slots=True)
class _Known:
    id: int
    feed: int | None
    stream: str | None
    title: str
    labels: list[str]
    own_labels: list[str]


def apply_list(connections: Connections, account: int, feeds: Sequence[ServerFeed], now: float) -> FeedsTaken:
    """Takes over a whole list of subscriptions.  One that is empty where there were feeds takes nothing away."""
    with connections.writing() as db:
        known = {one.stream: one for one in _known(db, account) if one.stream is not None}
        added = sum(_take_over(db, account, one, known.get(one.stream), int(now)) for one in feeds)
        listed = {one.stream for one in feeds}
        gone = [one for stream, one in known.items() if stream not in listed] if feeds else []
        subscriptions.drop_empty_folders(db)
    ended = [one.feed for one in gone if one.feed is not None]
    for feed in ended:
        retention.unsubscribe(connections, feed, now)
    with (
        connections.writing() as db
    ):  # at the end: a feed that the server is not known to have had would be given to it
        db.executemany("DELETE FROM synced_feed WHERE id = ?", [(one.id,) for one in gone])
    return FeedsTaken(added, len(ended))


def feeds_of_streams(connections: Connections, account: int) -> dict[str, int]:
    """The feeds by the server's names for them."""
    with connections.reading() as db:
        return {one.stream: one.feed for one in _known(db, account) if one.stream and one.feed}


def changes(connections: Connections, account: int) -> list[FeedChange]:
    """What the server is to be told of feeds."""
    with connections.reading() as db:
        new = db.execute(
            "SELECT feed.id, feed.address, coalesce(nullif(name, ''), title) FROM feed JOIN account ON account.id = ?"
            " WHERE feed.id > last_own_feed AND feed.id NOT IN (SELECT feed FROM synced_feed WHERE feed NOT NULL)"
            " ORDER BY feed.id",
            (account,),
        ).fetchall()
        found = [FeedChange("subscribe", feed, "", address, title) for feed, address, title in new]
        for one in _known(db, account):
            if one.stream and one.feed is None:
                found.append(FeedChange("unsubscribe", 0, one.stream))
            elif one.stream and one.feed and (edit := _edit(db, one.feed, one.stream, one)):
                found.append(edit)
    return found


def note_subscribed(connections: Connections, account: int, feed: int, stream: str | None) -> None:
    """The server has the feed under that name, or (None) does not take it."""
    with connections.writing() as db:
        if not db.execute("SELECT 1 FROM feed WHERE id = ?", (feed,)).fetchone():
            return
        if stream is not None:
            db.execute("DELETE FROM synced_feed WHERE account = ? AND stream = ?", (account, stream))
        db.execute(
            "INSERT OR REPLACE INTO synced_feed (account, feed, stream, title, labels, own_labels)"
            " VALUES (?, ?, ?, '', '[]', '[]')",
            (account, feed, stream),
        )


def note_edited(connections: Connections, account: int, change: FeedChange) -> None:
    """The server has the name and the folders of a feed."""
    with connections.writing() as db:
        row = db.execute(
            "SELECT own_labels FROM synced_feed WHERE account = ? AND stream = ?", (account, change.stream)
        ).fetchone()
        labels = set(json.loads(row[0]) if row else ()).difference(change.remove).union(change.add)
        db.execute(
            "UPDATE synced_feed SET title = coalesce(?, title), own_labels = ? WHERE account = ? AND stream = ?",
            (change.title, _as_json(labels), account, change.stream),
        )


def note_unsubscribed(connections: Connections, account: int, stream: str) -> None:
    """The server has the feed no more."""
    with connections.writing() as db:
        db.execute("DELETE FROM synced_feed WHERE account = ? AND stream = ? AND feed IS NULL", (account, stream))


def _known(db: sqlite3.Connection, account: int) -> list[_Known]:
    rows = db.execute(
        "SELECT id, feed, stream, title, labels, own_labels FROM synced_feed WHERE account = ? ORDER BY id", (account,)
    ).fetchall()
    return [
        _Known(number, feed, stream, title, json.loads(labels), json.loads(own))
        for number, feed, stream, title, labels, own in rows
    ]


def _take_over(db: sqlite3.Connection, account: int, there: ServerFeed, known: _Known | None, now: int) -> bool:
    """Takes over what the server says of one feed; whether the feed is new here."""
    if known is None:
        return _join(db, account, there, now)
    if known.feed is None:  # unsubscribed here: the server is told
        return False
    _take_over_address(db, known.feed, there)
    labels = list(_as_labels(there.labels))
    own_labels = known.own_labels
    if labels != known.labels and _labels_of(db, known.feed) == own_labels:
        _put_into(db, known.feed, labels)
        own_labels = _labels_of(db, known.feed)
    _take_over_title(db, known, there)
    db.execute(
        "UPDATE synced_feed SET title = ?, labels = ?, own_labels = ? WHERE id = ?",
        (there.title, _as_json(labels), _as_json(own_labels), known.id),
    )
    return False


def _join(db: sqlite3.Connection, account: int, there: ServerFeed, now: int) -> bool:
    """Makes a feed of the server's that of its address here, or a new one."""
    feed = subscriptions.known(db, there.address)
    taken = db.execute("SELECT 1 FROM synced_feed WHERE feed = ? AND stream NOT NULL", (feed,)).fetchone()
    if taken:  # the server has it twice
        return False
    is_new = feed is None
    if feed is None:
        if web_address(there.address) is None:
            return False
        feed = subscriptions.add_feed(db, there.address, Subscription(there.address, site=there.site), now)
    db.execute(
        "UPDATE feed SET title = ?, error = NULL, failing_since = NULL, gone = 0 WHERE id = ?", (there.title, feed)
    )
    labels = list(_as_labels(there.labels))
    if labels:
        _put_into(db, feed, labels)
    own_labels = _labels_of(db, feed) if labels else []
    db.execute(
        "INSERT OR REPLACE INTO synced_feed (account, feed, stream, title, labels, own_labels)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (account, feed, there.stream, there.title, _as_json(labels), _as_json(own_labels)),
    )
    return is_new


def _take_over_address(db: sqlite3.Connection, feed: int, there: ServerFeed) -> None:
    if web_address(there.address) and subscriptions.known(db, there.address) is None:
        db.execute("UPDATE OR IGNORE feed SET address = ? WHERE id = ?", (there.address, feed))
        subscriptions.add_address(db, feed, there.address)


def _take_over_title(db: sqlite3.Connection, known: _Known, there: ServerFeed) -> None:
    """The server's title is the feed's own; a name that was given here stands before it until the server has it."""
    db.execute("UPDATE feed SET title = ? WHERE id = ? AND title != ?", (there.title, known.feed, there.title))
    if there.title != known.title:
        db.execute("UPDATE feed SET name = '' WHERE id = ? AND name = ?", (known.feed, known.title))


def _edit(db: sqlite3.Connection, feed: int, stream: str, known: _Known) -> FeedChange | None:
    """What was changed of a feed here."""
    (name,) = db.execute("SELECT name FROM feed WHERE id = ?", (feed,)).fetchone()
    title = name if name and name != known.title else None
    labels = _labels_of(db, feed)
    add = tuple(label for label in labels if label not in known.own_labels)
    remove = tuple(label for label in known.own_labels if label not in labels)
    if title is None and not add and not remove:
        return None
    if remove and not add:  # where a feed is in one folder only, leaving any takes it out of all
        add = tuple(labels[:1])
    return FeedChange("edit", feed, stream, title=title, add=add, remove=remove)


def _labels_of(db: sqlite3.Connection, feed: int) -> list[str]:
    """The folders that a feed is in here, as labels."""
    rows = db.execute("SELECT path FROM feed_folder JOIN folder ON folder.id = folder WHERE feed = ?", (feed,))
    return _as_labels(path.replace(BETWEEN_NAMES, BETWEEN_FOLDERS) for (path,) in rows if path)


def _put_into(db: sqlite3.Connection, feed: int, labels: Sequence[str]) -> None:
    """Puts a feed into the folders of these labels, out of all others; a folder that is there is not made again."""
    paths = db.execute("SELECT path FROM folder").fetchall()
    folders = {path.replace(BETWEEN_NAMES, BETWEEN_FOLDERS): tuple(path.split(BETWEEN_NAMES)) for (path,) in paths}
    subscriptions.put_into(db, feed, [folders.get(label, (label,)) for label in labels])


def _as_labels(labels: Iterable[str]) -> list[str]:
    return sorted(set(labels))


def _as_json(labels: Iterable[str]) -> str:
    return json.dumps(sorted(labels), ensure_ascii=False)
