"""Caches of newsboat, as it makes them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

FEED = "https://coast.example/feed"
FEEDS = "CREATE TABLE rss_feed (rssurl TEXT PRIMARY KEY NOT NULL, url TEXT, title TEXT)"
ITEMS = (
    "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid, title, author, url, feedurl, pubDate,"
    " content, unread, deleted NOT NULL DEFAULT 0, flags)"
)


def item(number: int, **other: Any) -> dict[str, Any]:
    """An unread entry of that number, whose other fields may have any value that SQLite takes."""
    values = {
        "guid": f"guid {number}",
        "title": f"Tide {number}",
        "author": "R. Sand",
        "url": f"https://coast.example/{number}",
        "feedurl": FEED,
        "pubDate": 1_770_000_000 + number,
        "content": f"<p>Tide {number} is as high as the wall, and nobody sails before it falls again at noon.</p>",
        "unread": 1,
        "deleted": 0,
        "flags": None,
    }
    return values | other


def cache(file: Path, *items: dict[str, Any], title: object = "Coast") -> Path:
    """A cache with these entries of one feed, which has that title."""
    with closing(sqlite3.connect(file)) as db, db:
        db.execute(FEEDS)
        db.execute(ITEMS)
        db.execute("INSERT INTO rss_feed VALUES (?, '', ?)", (FEED, title))
        for one in items:
            marks = ", ".join("?" * len(one))
            db.execute(f"INSERT INTO rss_item ({', '.join(one)}) VALUES ({marks})", tuple(one.values()))
    return file


def cache_of_2_21(file: Path) -> None:
    """A cache with all columns that newsboat 2.21 makes: five entries, one of them deleted, two without a text."""
    with sqlite3.connect(file) as db:
        db.executescript(
            "CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,"
            " title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0,"
            " is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT '');"
            "CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,"
            " title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,"
            " feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,"
            " unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),"
            " enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,"
            " base VARCHAR(128) NOT NULL DEFAULT '');"
            "INSERT INTO rss_feed (rssurl, url, title) VALUES ('https://coast.example/feed', '', 'Coast');"
        )
        items = [
            ("Tides", "<p>The tide is high today.</p>", 0, "ab", 0),
            ("Boats", "<p>Boats sail at noon.</p>", 1, None, 0),
            ("Empty", "", 1, None, 0),
            ("Odd", "<p> </p>", 1, None, 0),
            ("Deleted", "<p>Gone.</p>", 1, None, 1),
        ]
        for n, (title, content, unread, flags, deleted) in enumerate(items):
            db.execute(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted)"
                " VALUES (?, ?, 'R. Sand', ?, 'https://coast.example/feed', ?, ?, ?, ?, ?)",
                (f"g{n}", title, f"https://coast.example/{n}", 1_700_000_000 + n, content, unread, flags, deleted),
            )
    db.close()
