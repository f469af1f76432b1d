"""Feeds and folders as they are listed: with what is unread, why one could not be had, what is set for it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.library.store.moments import as_date
from tui.library.store.schema import UNREAD
from tui.model.frozen import value
from tui.system.lazy_modules import lazy_modules
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.library.feeds import feed_settings
    from tui.library.feeds.feed_settings import FeedSettings
    from tui.library.store.connection import Connections
else:
    (feed_settings,) = lazy_modules("tui.library.feeds", "feed_settings")

BETWEEN_NAMES = "\n"  # in the path of a folder, whose names are lines
ROOT: tuple[str, ...] = ()  # the path, of no name, of a feed in folders that stands at the root, too
# A feed's title in a statement: as it was named, else as it calls itself.
TITLE = "coalesce(nullif(feed.name, ''), nullif(feed.title, ''), feed.address)"
ROWS = f"SELECT id, address, {TITLE}, site, entries, unread, asked_at, next_at, error, failing_since, gone FROM feed"
OF_THESE = "WHERE id IN (SELECT value FROM json_each(?))"


@value(frozen=True, slots=True)
class FeedRow:
    """A feed as it is listed.

    ``title`` is the name that was given, else the feed's own, else its address; ``folders`` are paths of names.
    ``error`` says why it could not be had the last time, ``since`` when it could not for the first time; ``gone``: its
    server said that it will not come back.  ``entries`` and ``unread`` count articles.  ``settings`` is what is set for
    it, by itself, its folders or all; ``own_settings`` by itself alone, as stored.
    """

    id: int
    address: str
    title: str
    site: str | None
    folders: tuple[tuple[str, ...], ...]
    tags: tuple[str, ...]
    entries: int
    unread: int
    asked_at: datetime | None
    next_at: datetime
    error: str | None
    since: datetime | None
    gone: bool
    settings: FeedSettings
    own_settings: dict[str, str] = field(default_factory=dict)


class ListedFeed(NamedTuple):
    """What the sections show of a feed: of a ``FeedRow`` what is known without its settings, tags and dates.

    ``since`` is in seconds since 1970.
    """

    id: int
    title: str
    folders: tuple[tuple[str, ...], ...]
    unread: int
    error: str | None
    since: int | None


@value(frozen=True, slots=True)
class FolderRow:
    """A folder: its path, the feeds in it (not in the folders below it), and how many of the articles are unread that
    it and the folders below it have."""

    id: int
    path: tuple[str, ...]
    feeds: tuple[int, ...]
    unread: int


def listed(connections: Connections) -> list[ListedFeed]:
    """The feeds by title, in a quarter of the time that their rows take."""
    with connections.reading() as db:
        rows = db.execute(f"SELECT id, {TITLE}, unread, error, failing_since FROM feed").fetchall()
        folders = _folders_by_feed(db)
    found = [
        ListedFeed(number, title, folders.get(number, ()), unread, error, since)
        for number, title, unread, error, since in rows
    ]
    return sorted(found, key=_by_title)


def _by_title(feed: FeedRow | ListedFeed) -> tuple[str, int]:
    return fold(feed.title), feed.id


def all_rows(connections: Connections, only: Iterable[int] | None) -> list[FeedRow]:
    """The feeds by title; ``only``: of these numbers."""
    with connections.reading() as db:
        found = db.execute(ROWS) if only is None else db.execute(f"{ROWS} {OF_THESE}", (json.dumps(list(only)),))
        rows = found.fetchall()
        stored = feed_settings.stored_for(db, [row[0] for row in rows])
        own = _own_settings(db)
        folders, tags = _folders_by_feed(db), _tags_by_feed(db)
    made = [
        FeedRow(
            number,
            address,
            title,
            site,
            folders.get(number, ()),
            tags.get(number, ()),
            entries,
            unread,
            _date(asked),
            as_date(following),
            error,
            _date(since),
            bool(gone),
            feed_settings.resolved(stored[number]),
            own.get(number, {}),
        )
        for number, address, title, site, entries, unread, asked, following, error, since, gone in rows
    ]
    return sorted(made, key=_by_title)


def folder_rows(connections: Connections) -> list[FolderRow]:
    """The folders by path, each with the feeds in it; an article of several of them is counted once."""
    with connections.reading() as db:
        in_folders: dict[int, list[int]] = {}
        for folder, feed in db.execute("SELECT folder, feed FROM feed_folder ORDER BY feed").fetchall():
            in_folders.setdefault(folder, []).append(feed)
        unread = dict(db.execute("SELECT id, unread FROM feed").fetchall())
        paths = db.execute("SELECT id, path FROM folder WHERE path != ''").fetchall()
        shared = _shared(db)
    made = []
    for number, path in paths:
        below = {feed for other, at in paths if is_below(at, path) for feed in in_folders.get(other, ())}
        count = sum(unread[feed] for feed in below) - _counted_too_often(shared, below)
        made.append(FolderRow(number, tuple(path.split(BETWEEN_NAMES)), tuple(in_folders.get(number, ())), count))
    return sorted(made, key=lambda row: [fold(name) for name in row.path])


def is_below(path: str, above: str) -> bool:
    """Whether a folder is another one or stands in it."""
    return f"{path}{BETWEEN_NAMES}".startswith(above + BETWEEN_NAMES)


def _shared(db: sqlite3.Connection) -> list[set[int]]:
    """The feeds of each unread article that several have."""
    shared: dict[int, set[int]] = {}
    for article, feed in db.execute(
        "SELECT entry.article, entry.feed FROM article CROSS JOIN entry ON entry.article = article.id"
        f" WHERE feeds > 1 AND {UNREAD}"
    ):
        shared.setdefault(article, set()).add(feed)
    return list(shared.values())


def _counted_too_often(shared: list[set[int]], feeds: set[int]) -> int:
    return sum(max(0, len(having & feeds) - 1) for having in shared)


def _folders_by_feed(db: sqlite3.Connection) -> dict[int, tuple[tuple[str, ...], ...]]:
    found: dict[int, tuple[tuple[str, ...], ...]] = {}
    for feed, path in db.execute("SELECT feed, path FROM feed_folder JOIN folder ON folder.id = folder ORDER BY path"):
        found[feed] = (*found.get(feed, ()), _names(path))
    return found


@lru_cache(256)  # a folder has many feeds
def _names(path: str) -> tuple[str, ...]:
    return tuple(path.split(BETWEEN_NAMES)) if path else ROOT


def _tags_by_feed(db: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for feed, name in db.execute("SELECT feed, name FROM feed_tag ORDER BY id"):
        found[feed] = (*found.get(feed, ()), name)
    return found


def _own_settings(db: sqlite3.Connection) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for feed, name, stored in db.execute("SELECT feed, name, value FROM feed_setting WHERE feed IS NOT NULL"):
        found.setdefault(feed, {})[name] = stored
    return found


def _date(moment: int | None) -> datetime | None:
    return None if moment is None else as_date(moment)
