"""What only feeds brought goes after its time; its identity stays, so that it never comes back as new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

from tui.library.articles import pictures, removal
from tui.library.feeds import feed_settings, subscriptions
from tui.library.feeds.feed_settings import DEFAULTS, FeedSettings
from tui.library.indexes.word_index import Changes
from tui.library.store.connection import Connections
from tui.library.work_report import Stopped, never
from tui.model.frozen import value
from tui.text.dates import DAY

ANNOUNCED = "removal_announced"  # among the settings of all: since when it is known that entries go
NOTICE = DAY  # between saying so and the first time
BATCH = 100  # articles a transaction
FORGET = 400 * DAY  # after which the identity of an entry goes that its feed has no more


@value(frozen=True, slots=True)
class Swept:
    """How many entries went, and how many will: that is said once, a day before the first go."""

    removed: int = 0
    announced: int = 0


def sweep(connections: Connections, now: float, *, stopped: Stopped = never) -> Swept:
    """Removes the entries that nobody touched in the ``keep_days`` of their feeds."""
    moment = int(now)
    with connections.reading() as db:
        due = list(_due(db, moment))
        announced = db.execute("SELECT value FROM feed_setting WHERE name = ?", (ANNOUNCED,)).fetchone()
    if due and announced is None:
        with connections.writing() as db:
            feed_settings.put(db, None, None, ANNOUNCED, str(moment))
        return Swept(announced=len(due))
    if due and moment < int(announced[0]) + NOTICE:
        return Swept()
    removed, coming = 0, iter(due)
    while not stopped() and (batch := list(islice(coming, BATCH))):
        removed += remove_untouched(connections, batch, moment)
    with connections.writing() as db:
        db.execute("DELETE FROM entry WHERE article IS NULL AND last_seen < ?", (moment - FORGET,))
    return Swept(removed)


def remove_untouched(connections: Connections, articles: list[int], now: int) -> int:
    """Removes those of these articles that nobody touched, for good, in one transaction; how many."""
    files: list[tuple[str, str | None]] = []
    index, removed = Changes(), 0
    with connections.writing(durable=False) as db:
        for number in articles:
            if db.execute("SELECT 1 FROM article WHERE id = ? AND kept = 0", (number,)).fetchone():
                removed += removal.take_out(db, number, now, index, files, kept_back=False)
        index.write(db)
    pictures.unlink_unused(connections, files)
    return removed


def _due(db: sqlite3.Connection, now: int) -> Iterator[int]:
    """The articles whose time is over in every feed that has them."""
    feeds = [number for (number,) in db.execute("SELECT id FROM feed")]
    days = {feed: _days(feed_settings.resolved(stored)) for feed, stored in feed_settings.stored_for(db, feeds).items()}
    shortest = min(days.values(), default=DEFAULTS.keep_days)
    passing = db.execute(
        "SELECT id, kept_at FROM article WHERE kept = 0 AND kept_at < ? ORDER BY kept_at", (now - shortest * DAY,)
    ).fetchall()
    for number, kept_at in passing:
        having = db.execute("SELECT feed FROM entry WHERE article = ?", (number,)).fetchall()
        longest = max((days[feed] for (feed,) in having), default=DEFAULTS.keep_days)
        if kept_at < now - longest * DAY:
            yield number


def _days(settings: FeedSettings) -> int:
    return settings.keep_days or 10**6  # 0 stands for ever


def passing(connections: Connections, feed: int) -> list[int]:
    """The articles of a feed that nobody touched and no other feed has."""
    with connections.reading() as db:
        alone = db.execute(
            "SELECT article.id FROM entry JOIN article ON article.id = entry.article"
            " WHERE feed = ? AND kept = 0 AND feeds = 1",
            (feed,),
        )
        return [number for (number,) in alone]


def unsubscribe(connections: Connections, feed: int, now: float) -> int:
    """Ends a subscription; what nobody touched and no other feed has goes with it.  How many articles went."""
    numbers = passing(connections, feed)
    removed = sum(
        remove_untouched(connections, numbers[at : at + BATCH], int(now)) for at in range(0, len(numbers), BATCH)
    )
    with connections.writing() as db:
        db.execute("DELETE FROM entry WHERE feed = ?", (feed,))
        db.execute("DELETE FROM feed WHERE id = ?", (feed,))
        subscriptions.drop_empty_folders(db)
    return removed
