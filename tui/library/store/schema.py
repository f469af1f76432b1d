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


# Format 2 adds what is asked of a large library: sections with their counts kept by triggers, orders,
# a folded line to filter by, tags, versions, what was removed, the index of words, and voices.
SECOND_FORMAT = """
ALTER TABLE article ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN dated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN partial INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN versions INTEGER NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN read_at INTEGER;
CREATE INDEX article_dated ON article (dated, id);
CREATE INDEX article_title ON article (title_key, id);
CREATE INDEX article_words ON article (words, id);
CREATE INDEX article_site ON article (site, id);
CREATE INDEX article_unread ON article (id) WHERE read = 0;
CREATE INDEX article_starred ON article (id) WHERE starred = 1;
CREATE INDEX article_later ON article (id) WHERE later = 1;
CREATE TABLE line (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    folded TEXT NOT NULL
);
CREATE TABLE tally (section TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO tally VALUES ('all', 0), ('unread', 0), ('starred', 0), ('later', 0);
CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL DEFAULT 0);
CREATE TABLE tag (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE tagging (
    tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (tag, article)
) WITHOUT ROWID;
CREATE INDEX tagging_of ON tagging (article);
CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    kept_at INTEGER NOT NULL,
    packed BLOB NOT NULL
);
CREATE INDEX version_of ON version (article, id);
CREATE TABLE removed (
    article INTEGER PRIMARY KEY,
    removed_at INTEGER NOT NULL,
    record BLOB NOT NULL
);
CREATE TABLE voice (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    affiliation TEXT,
    affiliation_key TEXT NOT NULL,
    role TEXT,
    articles INTEGER NOT NULL DEFAULT 0,
    joined INTEGER REFERENCES voice,
    by_hand INTEGER NOT NULL DEFAULT 0,
    UNIQUE (name_key, kind, affiliation_key)
);
CREATE INDEX voice_heads ON voice (articles, id) WHERE joined IS NULL;
CREATE INDEX voice_members ON voice (joined) WHERE joined IS NOT NULL;
CREATE TABLE citation (
    voice INTEGER NOT NULL REFERENCES voice,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    source INTEGER NOT NULL,
    site INTEGER,
    quotes INTEGER NOT NULL,
    PRIMARY KEY (voice, article, source)
) WITHOUT ROWID;
CREATE INDEX citation_of ON citation (article);
CREATE VIRTUAL TABLE word USING fts5 (
    title, body, captions, sources, authors, site,
    content = '', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    UPDATE tally SET articles = articles + 1 WHERE section = 'all';
    UPDATE tally SET articles = articles + 1 WHERE section = 'unread' AND NOT new.read;
    UPDATE tally SET articles = articles + 1 WHERE section = 'starred' AND new.starred;
    UPDATE tally SET articles = articles + 1 WHERE section = 'later' AND new.later;
    INSERT OR IGNORE INTO site (name) VALUES (coalesce(new.site, ''));
    UPDATE site SET articles = articles + 1 WHERE name = coalesce(new.site, '');
END;
CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
    UPDATE tally SET articles = articles - 1 WHERE section = 'all';
    UPDATE tally SET articles = articles - 1 WHERE section = 'unread' AND NOT old.read;
    UPDATE tally SET articles = articles - 1 WHERE section = 'starred' AND old.starred;
    UPDATE tally SET articles = articles - 1 WHERE section = 'later' AND old.later;
    UPDATE site SET articles = articles - 1 WHERE name = coalesce(old.site, '');
END;
CREATE TRIGGER article_marked AFTER UPDATE OF read, starred, later ON article BEGIN
    UPDATE tally SET articles = articles + old.read - new.read WHERE section = 'unread' AND new.read != old.read;
    UPDATE tally SET articles = articles + new.starred - old.starred
        WHERE section = 'starred' AND new.starred != old.starred;
    UPDATE tally SET articles = articles + new.later - old.later WHERE section = 'later' AND new.later != old.later;
END;
CREATE TRIGGER article_moved AFTER UPDATE OF site ON article WHEN new.site IS NOT old.site BEGIN
    UPDATE site SET articles = articles - 1 WHERE name = coalesce(old.site, '');
    INSERT OR IGNORE INTO site (name) VALUES (coalesce(new.site, ''));
    UPDATE site SET articles = articles + 1 WHERE name = coalesce(new.site, '');
END;
CREATE TRIGGER tagging_added AFTER INSERT ON tagging BEGIN
    UPDATE tag SET articles = articles + 1 WHERE id = new.tag;
END;
CREATE TRIGGER tagging_gone AFTER DELETE ON tagging BEGIN
    UPDATE tag SET articles = articles - 1 WHERE id = old.tag;
END;
"""

# Format 3 adds the index of what was kept last.
RECENT = """
CREATE VIRTUAL TABLE {table} USING fts5 (
    title, body, captions, sources, authors, site,
    content = '', tokenize = 'unicode61 remove_diacritics 2'
);
"""
THIRD_FORMAT = (
    RECENT.format(table="recent_0")
    + RECENT.format(table="recent_1")
    + """
CREATE TABLE recent (half INTEGER PRIMARY KEY, first INTEGER NOT NULL);
"""
)


def _first(db: sqlite3.Connection) -> None:
    run(db, FIRST_FORMAT)


def _second(db: sqlite3.Connection) -> None:
    from tui.library.store import upgrade

    run(db, SECOND_FORMAT)
    upgrade.fill_second_format(db)


def _third(db: sqlite3.Connection) -> None:
    from tui.library.search import recent_index

    run(db, THIRD_FORMAT)
    recent_index.fill(db)


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
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _second, _third)
FORMAT = len(MIGRATIONS)
