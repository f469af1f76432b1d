"""The library's formats: what a new one is made of, and how an older one becomes a newer one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x4E657773  # "News" in the header of the file

# An article is one narrow row for lists, so that a page of rows touches a few pages of the file
# however long the articles are, and one compressed body apart.
FIRST_FORMAT = """
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


def _first(db: sqlite3.Connection) -> None:
    run(db, FIRST_FORMAT)


def run(db: sqlite3.Connection, script: str) -> None:
    """Each statement of a script inside the transaction that is open (``executescript`` would commit it)."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if statement.strip() and sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


# MIGRATIONS[n] makes format n + 1 out of format n; an empty file is format 0.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)
FORMAT = len(MIGRATIONS)
