"""Which feeds are subscribed to, in which folders, under which names, and how each of them is doing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from tui.library.articles import address_keys
from tui.library.articles.row_values import as_date
from tui.library.feeds import feed_settings
from tui.library.feeds.feed_settings import FeedSettings
from tui.library.library_errors import LibraryError, MissingError
from tui.library.store.connection import Connections
from tui.model.frozen import value
from tui.model.subscription import Subscription
from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import clean_line, web_address
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.library.feeds import feed_records
else:
    (feed_records,) = lazy_modules("tui.library.feeds", "feed_records")

BETWEEN_NAMES = "\n"  # in the path of a folder, whose names are lines
ROOT: tuple[str, ...] = ()  # the path, of no name, of a feed in folders that stands at the root, too
MAX_NAME = 200
NO_FEED = "{spec} is no feed that is subscribed to: newsreader feeds list shows them"
FOLDER_PREFIX = "folder:"


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
    added_at: datetime
    asked_at: datetime | None
    next_at: datetime
    error: str | None
    since: datetime | None
    gone: bool
    settings: FeedSettings
    own_settings: dict[str, str] = field(default_factory=dict)


@value(frozen=True, slots=True)
class FolderRow:
    """A folder: its path, the feeds in it (not in the folders below it), and how many of the articles are unread that
    it and the folders below it have."""

    id: int
    path: tuple[str, ...]
    feeds: tuple[int, ...]
    unread: int


@value(frozen=True, slots=True)
class Scope:
    """What a command or a screen chose: feeds, and the folder, if one was named; neither of both: all feeds."""

    feeds: tuple[int, ...]
    folder: int | None = None


def subscribe(connections: Connections, wanted: Subscription | Iterable[Subscription], now: float) -> list[int]:
    """Subscribes to feeds; one that is there already gets the folders and tags that it has not.  Their numbers."""
    numbers = []
    with connections.writing() as db:
        for subscription in [wanted] if isinstance(wanted, Subscription) else wanted:
            address = web_address(subscription.address)
            if address is None:
                raise LibraryError(f"{clean_line(subscription.address, 80)} is no web address")
            number = known(db, address)
            if number is None:
                number = add_feed(db, address, subscription, int(now))
            else:
                db.execute("UPDATE feed SET private = 2, gone = 0, next_at = 0 WHERE id = ?", (number,))
            _put_into(db, number, subscription.folders, subscription.tags)
            numbers.append(number)
    return numbers


def unknown(connections: Connections, wanted: Iterable[Subscription]) -> set[str]:
    """The addresses of feeds that are not subscribed to, each feed once."""
    with connections.reading() as db:
        by_key = {address_keys.key(one.address) or one.address: one.address for one in wanted}
        return {address for address in by_key.values() if known(db, address) is None}


def known(db: sqlite3.Connection, address: str) -> int | None:
    """The feed that an address, however it is spelled, leads to."""
    found = db.execute("SELECT feed FROM feed_address WHERE key = ?", (address_keys.key(address),)).fetchone()
    return int(found[0]) if found else None


def add_address(db: sqlite3.Connection, number: int, address: str) -> None:
    """Makes an address lead to a feed, unless it leads to another."""
    db.execute("INSERT OR IGNORE INTO feed_address VALUES (?, ?)", (address_keys.key(address), number))


def rename(connections: Connections, number: int, name: str) -> None:
    """Gives a feed a name; "" leaves it its own title."""
    with connections.writing() as db:
        if not db.execute("UPDATE feed SET name = ? WHERE id = ?", (clean_line(name, MAX_NAME), number)).rowcount:
            raise MissingError(NO_FEED.format(spec=number))


def move(connections: Connections, number: int, folders: Sequence[tuple[str, ...]]) -> None:
    """Puts a feed into these folders, out of those that it was in."""
    with connections.writing() as db:
        put_into(db, number, folders)
        drop_empty_folders(db)


def put_into(db: sqlite3.Connection, number: int, folders: Sequence[tuple[str, ...]]) -> None:
    """Puts a feed into these folders, out of those that it was in; folders may be left without a feed."""
    db.execute("DELETE FROM feed_folder WHERE feed = ?", (number,))
    _put_into(db, number, tuple(folders), ())


def drop_empty_folders(db: sqlite3.Connection) -> None:
    """Forgets the folders that no feed is in."""
    db.execute("DELETE FROM folder WHERE id NOT IN (SELECT folder FROM feed_folder)")


def all_rows(connections: Connections, only: Iterable[int] | None = None) -> list[FeedRow]:
    """The feeds by title; ``only``: of these numbers."""
    with connections.reading() as db:
        rows = db.execute(
            "SELECT id, address, coalesce(nullif(name, ''), nullif(title, ''), address), site, entries, unread,"
            " added_at, asked_at, next_at, error, failing_since, gone FROM feed"
        ).fetchall()
        chosen = set(only) if only is not None else None
        rows = [row for row in rows if chosen is None or row[0] in chosen]
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
            as_date(added),
            _date(asked),
            as_date(following),
            error,
            _date(since),
            bool(gone),
            feed_settings.resolved(stored[number]),
            own.get(number, {}),
        )
        for number, address, title, site, entries, unread, added, asked, following, error, since, gone in rows
    ]
    return sorted(made, key=lambda row: (fold(row.title), row.id))


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


def stored_path(names: Iterable[str]) -> str:
    """A folder's path as it is stored, from the names that lead to it."""
    return BETWEEN_NAMES.join(clean_line(name, MAX_NAME) or "–" for name in names)


def is_below(path: str, above: str) -> bool:
    """Whether a folder is another one or stands in it."""
    return f"{path}{BETWEEN_NAMES}".startswith(above + BETWEEN_NAMES)


def _shared(db: sqlite3.Connection) -> list[set[int]]:
    """The feeds of each unread article that several have."""
    shared: dict[int, set[int]] = {}
    for article, feed in db.execute(
        "SELECT entry.article, entry.feed FROM article CROSS JOIN entry ON entry.article = article.id"
        " WHERE feeds > 1 AND read = 0 AND muted = 0"
    ):
        shared.setdefault(article, set()).add(feed)
    return list(shared.values())


def _counted_too_often(shared: list[set[int]], feeds: set[int]) -> int:
    return sum(max(0, len(having & feeds) - 1) for having in shared)


def find(connections: Connections, spec: str) -> Scope:
    """What a number, an address or ``folder:NAME`` means; MissingError where it is none of them.

    The name of a folder is its last or its whole path, parted by slashes, in any case.
    """
    spec = spec.strip()
    if spec.lower().startswith(FOLDER_PREFIX):
        return _folder(connections, spec[len(FOLDER_PREFIX) :])
    with connections.reading() as db:
        if spec.isascii() and spec.isdecimal() and len(spec) < 16:
            found = db.execute("SELECT id FROM feed WHERE id = ?", (int(spec),)).fetchone()
            number = found[0] if found else None
        else:
            number = known(db, spec)
    if number is None:
        raise MissingError(NO_FEED.format(spec=clean_line(spec, 80)))
    return Scope((number,))


def _folder(connections: Connections, name: str) -> Scope:
    wanted = fold(name.strip(" /"))
    rows = folder_rows(connections)
    found = [row for row in rows if fold("/".join(row.path)) == wanted]
    found = found or [row for row in rows if fold(row.path[-1]) == wanted]
    if not found:
        raise MissingError(f"there is no folder “{clean_line(name, 80)}”: newsreader feeds list shows them")
    if len(found) > 1:
        paths = ", ".join("folder:" + "/".join(row.path) for row in found)
        raise MissingError(f"several folders are called so: {paths}")
    return _with_those_below(rows, found[0].path)


def in_folder(connections: Connections, path: tuple[str, ...]) -> Scope:
    """The feeds of the folder at a path and of those below it."""
    return _with_those_below(folder_rows(connections), path)


def _with_those_below(rows: Sequence[FolderRow], path: tuple[str, ...]) -> Scope:
    below = [row.feeds for row in rows if row.path[: len(path)] == path]
    number = next((row.id for row in rows if row.path == path), None)
    return Scope(tuple(dict.fromkeys(feed for feeds in below for feed in feeds)), number)


def add_feed(db: sqlite3.Connection, address: str, subscription: Subscription, now: int) -> int:
    """A feed that was not there; its number."""
    added = db.execute(
        "INSERT INTO feed (address, title, name, site, added_at) VALUES (?, '', ?, ?, ?)",
        (address, clean_line(subscription.title, MAX_NAME), web_address(subscription.site or ""), now),
    ).lastrowid
    assert added is not None
    add_address(db, added, address)
    return added


def _put_into(db: sqlite3.Connection, number: int, folders: tuple[tuple[str, ...], ...], tags: tuple[str, ...]) -> None:
    for path in folders if folders != ((),) else ():
        folder = feed_records.folder_of(db, stored_path(path))
        db.execute("INSERT OR IGNORE INTO feed_folder (folder, feed) VALUES (?, ?)", (folder, number))
    for tag in tags:
        db.execute("INSERT OR IGNORE INTO feed_tag (feed, name) VALUES (?, ?)", (number, clean_line(tag, MAX_NAME)))


def _folders_by_feed(db: sqlite3.Connection) -> dict[int, tuple[tuple[str, ...], ...]]:
    found: dict[int, tuple[tuple[str, ...], ...]] = {}
    for feed, path in db.execute("SELECT feed, path FROM feed_folder JOIN folder ON folder.id = folder ORDER BY path"):
        found[feed] = (*found.get(feed, ()), tuple(path.split(BETWEEN_NAMES)) if path else ROOT)
    return found


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
