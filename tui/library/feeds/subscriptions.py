"""Which feeds are subscribed to, in which folders, under which names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.library.feeds.feed_rows import BETWEEN_NAMES, FolderRow, folder_rows
from tui.library.library_errors import LibraryError, MissingError
from tui.library.store import address_keys
from tui.library.store.connection import Connections
from tui.model.frozen import value
from tui.model.subscription import LONGEST_NAME, Subscription
from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import clean_line, web_address
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.library.feeds import feed_records
else:
    (feed_records,) = lazy_modules("tui.library.feeds", "feed_records")

NO_FEED = "no such feed is subscribed to; see newsreader feeds list"
FOLDER_PREFIX = "folder:"


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
        if not db.execute("UPDATE feed SET name = ? WHERE id = ?", (clean_line(name, LONGEST_NAME), number)).rowcount:
            raise MissingError(NO_FEED)


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


def stored_path(names: Iterable[str]) -> str:
    """A folder's path as it is stored, from the names that lead to it."""
    return BETWEEN_NAMES.join(clean_line(name, LONGEST_NAME) or "–" for name in names)


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
        raise MissingError(NO_FEED)
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
        (address, clean_line(subscription.title, LONGEST_NAME), web_address(subscription.site or ""), now),
    ).lastrowid
    assert added is not None
    add_address(db, added, address)
    return added


def readdress(connections: Connections, number: int, address: str) -> None:
    """Has a feed asked at another address, which leads to it as the one before does."""
    with connections.writing() as db:
        db.execute("UPDATE OR IGNORE feed SET address = ? WHERE id = ?", (address, number))
        add_address(db, number, address)


def _put_into(db: sqlite3.Connection, number: int, folders: tuple[tuple[str, ...], ...], tags: tuple[str, ...]) -> None:
    for path in folders if folders != ((),) else ():
        folder = feed_records.folder_of(db, stored_path(path))
        db.execute("INSERT OR IGNORE INTO feed_folder (folder, feed) VALUES (?, ?)", (folder, number))
    for tag in tags:
        db.execute("INSERT OR IGNORE INTO feed_tag (feed, name) VALUES (?, ?)", (number, clean_line(tag, LONGEST_NAME)))
