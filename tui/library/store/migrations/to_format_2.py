"""The second format: sections, tags, versions, undo, search and voices; bodies in two lines, with a dictionary."""

from __future__ import annotations

import json
import sqlite3
import zlib
from typing import Any

from tui.library.store.migrations.statements import run
from tui.model.stored_names import DICTIONARY

# Format 2 adds what is asked of a large library: sections with their counts kept by triggers, orders,
# a folded line to filter by, tags, versions, what was removed, the index of words, and voices.
TABLES = """
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

SHORTEST = 24  # characters of a block that are worth a number


def migrate(db: sqlite3.Connection) -> None:
    """Makes the tables, packs the bodies anew and fills what was known in another form."""
    run(db, TABLES)
    for number, blob in db.execute("SELECT article, packed FROM body").fetchall():
        db.execute("UPDATE body SET packed = ? WHERE article = ?", (packed_anew(blob), number))
    db.execute(
        "UPDATE article SET missing = (SELECT count(*) FROM picture WHERE article = id AND digest IS NULL),"
        " read_at = CASE WHEN read THEN kept_at END"
    )


def packed_anew(blob: bytes) -> bytes:
    """The body in the second form: Markdown with the numbers of blocks, then the article without these texts."""
    article = json.loads(zlib.decompress(blob).decode("utf-8", "surrogatepass"))
    markdown = _slim_markdown(article.pop("markdown", ""), article.get("blocks", []))
    for source in article.get("sources", []):
        for quote in source.get("quotes", []):
            if quote["text"] == _words(article.get("blocks", []), quote):
                quote["text"] = ""
    text = "\n".join(
        json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (markdown, article | {"markdown": ""})
    )
    stream = zlib.compressobj(6, zdict=DICTIONARY)
    return stream.compress(text.encode("utf-8", "surrogatepass")) + stream.flush()


def _slim_markdown(markdown: str, blocks: list[dict[str, Any]]) -> list[str | int]:
    parts: list[str | int] = []
    done = 0
    for number, block in enumerate(blocks):
        at = markdown.find(block["text"], done) if len(block["text"]) >= SHORTEST else -1
        if at >= 0:
            parts += [markdown[done:at], number]
            done = at + len(block["text"])
    return [*parts, markdown[done:]]


def _words(blocks: list[dict[str, Any]], quote: dict[str, Any]) -> str:
    block = quote["block"]
    return blocks[block]["text"][quote["start"] : quote["end"]] if 0 <= block < len(blocks) else ""
