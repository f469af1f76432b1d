"""The first format: articles, their addresses and pictures."""

from __future__ import annotations

import sqlite3

from tui.library.store.migrations.statements import run

# An article is one narrow row for lists, so that a page of rows touches a few pages of the file
# however long the articles are, and one compressed body apart.
TABLES = """
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    site TEXT,
    url TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    published TEXT,
    words INTEGER NOT NULL,
    captions INTEGER NOT NULL,
    pictures INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    fraction REAL NOT NULL DEFAULT 0,
    block INTEGER NOT NULL DEFAULT 0,
    "offset" INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE body (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    packed BLOB NOT NULL
);
CREATE TABLE address (
    key TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    etag TEXT,
    last_modified TEXT
) WITHOUT ROWID;
CREATE INDEX address_of ON address (article);
CREATE TABLE picture (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    caption INTEGER NOT NULL,
    digest TEXT,
    media_type TEXT,
    bytes INTEGER NOT NULL DEFAULT 0,
    note TEXT,
    PRIMARY KEY (article, caption)
) WITHOUT ROWID;
CREATE INDEX picture_file ON picture (digest) WHERE digest IS NOT NULL;
"""


def migrate(db: sqlite3.Connection) -> None:
    """Makes the tables."""
    run(db, TABLES)
