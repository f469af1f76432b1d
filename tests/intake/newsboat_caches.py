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
