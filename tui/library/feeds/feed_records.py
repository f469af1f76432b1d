"""Feeds as JSON values: what an archive holds of them, and what repair takes over.

A record a thing: ``{"feed": …}``, ``{"folder": …}`` (its settings; the path "" stands for all feeds), ``{"search": …}``
and ``{"mute": …}``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from tui.library.articles import entry_records
from tui.model.stored_names import (
    ADDRESSES_OF_FEED,
    ENTRY,
    FEED,
    FOLDERS,
    FORGOTTEN,
    MUTE_RULE,
    SAVED_SEARCH,
    SETTINGS,
    SUBSCRIPTION,
    TAGS,
)

FOLDER, SEARCH, MUTE, PATH = "folder", "search", "mute", "path"
Record = dict[str, Any]


def read_feed_records(db: sqlite3.Connection) -> Iterator[Record]:
    """Everything that is kept of feeds, but their entries that are articles."""
    for number, *values in db.execute(f"SELECT id, {_columns(SUBSCRIPTION)} FROM feed ORDER BY id").fetchall():
        yield {FEED: dict(zip(SUBSCRIPTION, values, strict=True)) | _what_belongs_to_it(db, number)}
    for number, path in [(None, ""), *db.execute("SELECT id, path FROM folder ORDER BY id").fetchall()]:
        yield {FOLDER: {PATH: path, SETTINGS: _settings(db, "folder IS ? AND feed IS NULL", number)}}
    for values in db.execute(f"SELECT {_columns(SAVED_SEARCH)} FROM saved_search ORDER BY id").fetchall():
        yield {SEARCH: dict(zip(SAVED_SEARCH, values, strict=True))}
    rules = db.execute(
        f"SELECT feed.address, folder.path, {_columns(MUTE_RULE)} FROM mute_rule LEFT JOIN feed ON feed.id = feed"
        " LEFT JOIN folder ON folder.id = folder ORDER BY mute_rule.id"
    )
    for feed, folder, *values in rules.fetchall():
        yield {MUTE: {FEED: feed, FOLDER: folder, **dict(zip(MUTE_RULE, values, strict=True))}}


def write_feed_record(db: sqlite3.Connection, record: Record) -> None:
    """Puts back one thing; what is there already of that name stays as it is."""
    if feed := record.get(FEED):
        _write_feed(db, feed)
    elif (folder := record.get(FOLDER)) is not None:
        _write_settings(db, None, folder_of(db, folder[PATH]) if folder[PATH] else None, folder[SETTINGS])
    elif search := record.get(SEARCH):
        db.execute(
            f"INSERT OR IGNORE INTO saved_search ({_columns(SAVED_SEARCH)}) VALUES (?, ?)",
            [search[name] for name in SAVED_SEARCH],
        )
    elif rule := record.get(MUTE):
        _write_rule(db, rule)


def folder_of(db: sqlite3.Connection, path: str) -> int:
    """The number of the folder of that path, made if there is none."""
    db.execute("INSERT OR IGNORE INTO folder (path) VALUES (?)", (path,))
    return int(db.execute("SELECT id FROM folder WHERE path = ?", (path,)).fetchone()[0])


def _what_belongs_to_it(db: sqlite3.Connection, feed: int) -> Record:
    folders = db.execute(
        "SELECT path FROM feed_folder JOIN folder ON folder.id = folder WHERE feed = ? ORDER BY path", (feed,)
    )
    keys = db.execute("SELECT key FROM feed_address WHERE feed = ? ORDER BY key", (feed,))
    names = db.execute("SELECT name FROM feed_tag WHERE feed = ? ORDER BY name", (feed,))
    gone = db.execute(f"SELECT {entry_records.COLUMNS} FROM entry WHERE feed = ? AND article IS NULL", (feed,))
    return {
        FOLDERS: [path for (path,) in folders.fetchall()],
        ADDRESSES_OF_FEED: [key for (key,) in keys.fetchall()],
        TAGS: [name for (name,) in names.fetchall()],
        SETTINGS: _settings(db, "feed IS ? AND folder IS NULL", feed),
        FORGOTTEN: [dict(zip(ENTRY, row, strict=True)) for row in gone.fetchall()],
    }


def _settings(db: sqlite3.Connection, where: str, number: int | None) -> dict[str, str]:
    return dict(db.execute(f"SELECT name, value FROM feed_setting WHERE {where} ORDER BY name", (number,)).fetchall())


def _write_feed(db: sqlite3.Connection, record: Record) -> None:
    known = db.execute("SELECT 1 FROM feed WHERE address = ?", (record["address"],)).fetchone()
    if known:
        return
    marks = ", ".join("?" * len(SUBSCRIPTION))
    added = db.execute(
        f"INSERT INTO feed ({_columns(SUBSCRIPTION)}) VALUES ({marks})", [record.get(name) for name in SUBSCRIPTION]
    ).lastrowid
    assert added is not None
    for key in record[ADDRESSES_OF_FEED]:
        db.execute("INSERT OR IGNORE INTO feed_address VALUES (?, ?)", (key, added))
    for path in record[FOLDERS]:
        db.execute("INSERT INTO feed_folder (folder, feed) VALUES (?, ?)", (folder_of(db, path), added))
    for name in record[TAGS]:
        db.execute("INSERT OR IGNORE INTO feed_tag (feed, name) VALUES (?, ?)", (added, name))
    _write_settings(db, added, None, record[SETTINGS])
    entries = ((added, *(entry.get(name) for name in ENTRY)) for entry in record[FORGOTTEN])
    db.executemany(
        f"INSERT INTO entry (feed, {entry_records.COLUMNS}) VALUES (?{', ?' * len(ENTRY)})",
        entries,
    )


def _write_settings(db: sqlite3.Connection, feed: int | None, folder: int | None, settings: dict[str, str]) -> None:
    for name, value in settings.items():
        db.execute(
            "INSERT OR IGNORE INTO feed_setting (feed, folder, name, value) VALUES (?, ?, ?, ?)",
            (feed, folder, name, value),
        )


def _write_rule(db: sqlite3.Connection, rule: Record) -> None:
    found = db.execute("SELECT id FROM feed WHERE address = ?", (rule[FEED],)).fetchone() if rule[FEED] else (None,)
    if found is None:  # of a feed that is not subscribed
        return
    folder = folder_of(db, rule[FOLDER]) if rule[FOLDER] else None
    values = (rule["query"], found[0], folder, rule["until"])
    if not db.execute(
        "SELECT 1 FROM mute_rule WHERE query = ? AND feed IS ? AND folder IS ? AND until IS ?", values
    ).fetchone():
        db.execute("INSERT INTO mute_rule (query, feed, folder, until) VALUES (?, ?, ?, ?)", values)


def _columns(names: dict[str, str]) -> str:
    return ", ".join(names.values())
