"""The third format: an index of the articles kept last."""

from __future__ import annotations

import sqlite3

from tui.library.store.migrations.statements import run

RECENT = """
CREATE VIRTUAL TABLE {table} USING fts5 (
    title, body, captions, sources, authors, site,
    content = '', tokenize = 'unicode61 remove_diacritics 2'
);
"""
TABLES = (
    RECENT.format(table="recent_0")
    + RECENT.format(table="recent_1")
    + """
CREATE TABLE recent (half INTEGER PRIMARY KEY, first INTEGER NOT NULL);
"""
)


def migrate(db: sqlite3.Connection) -> None:
    """Makes the tables."""
    run(db, TABLES)
