"""The fourth format: feeds and what belongs to them, an account; what a person touched; words and stories filed."""

from __future__ import annotations

import sqlite3

from tui.library.store.migrations.statements import run

# ``kept`` is what a person touched (added, opened, starred, put off, tagged); what only a feed brought is not.
# ``text``: the "whole" article, a part that the "feed" gives, or "none"; ``fetched``: it is that of its page.
# ``feeds`` counts the feeds that have the article.
# What is ``muted`` is in no list and no count but its own, and never kept.
COLUMNS = """
ALTER TABLE article ADD COLUMN kept INTEGER NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN text TEXT NOT NULL DEFAULT 'whole';
ALTER TABLE article ADD COLUMN fetched INTEGER NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN feeds INTEGER NOT NULL DEFAULT 0;
DROP INDEX article_unread;
CREATE INDEX article_unread ON article (id) WHERE read = 0 AND muted = 0;
CREATE INDEX article_unread_dated ON article (dated, id) WHERE read = 0 AND muted = 0;
CREATE INDEX article_kept ON article (id) WHERE kept = 1;
CREATE INDEX article_muted ON article (id) WHERE muted = 1;
CREATE INDEX article_shared ON article (id) WHERE feeds > 1 AND read = 0 AND muted = 0;
CREATE INDEX article_passing ON article (kept_at) WHERE kept = 0;
"""

# ``private``: the feed is on this machine or its network: 0 no, 1 yes, 2 not known yet.
# An entry whose ``article`` is NULL was removed, or gave its time: its identity stays, so that it is not new again.
# ``apart``: taken apart from others by hand, and never joined again.
# ``freshness``: ``until`` when, in seconds since 1970, an address need not be asked again; repair leaves it away.
TABLES = """
CREATE TABLE feed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    site TEXT,
    added_at INTEGER NOT NULL,
    private INTEGER NOT NULL DEFAULT 2,
    etag TEXT,
    last_modified TEXT,
    digest TEXT,
    rhythm TEXT,
    asked_at INTEGER,
    next_at INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    errors INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    failing_since INTEGER,
    gone INTEGER NOT NULL DEFAULT 0,
    entries INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE feed_address (
    key TEXT PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE
);
CREATE INDEX feed_address_of ON feed_address (feed);
CREATE TABLE folder (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE feed_folder (
    id INTEGER PRIMARY KEY,
    folder INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    UNIQUE (folder, feed)
);
CREATE INDEX feed_folder_of ON feed_folder (feed);
CREATE TABLE feed_tag (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (feed, name)
);
CREATE TABLE feed_setting (
    id INTEGER PRIMARY KEY,
    feed INTEGER REFERENCES feed ON DELETE CASCADE,
    folder INTEGER REFERENCES folder ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL
);
CREATE UNIQUE INDEX feed_setting_of ON feed_setting (coalesce(feed, 0), coalesce(folder, 0), name);
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    article INTEGER REFERENCES article ON DELETE SET NULL,
    guid TEXT,
    address TEXT,
    title TEXT NOT NULL,
    digest TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    summary INTEGER NOT NULL DEFAULT 0,
    apart INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX entry_once ON entry (feed, article) WHERE article IS NOT NULL;
CREATE INDEX entry_of ON entry (article) WHERE article IS NOT NULL;
CREATE INDEX entry_gone ON entry (feed) WHERE article IS NULL;
CREATE INDEX entry_digest ON entry (digest);
CREATE TABLE own_text (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    packed BLOB NOT NULL
);
CREATE TABLE prefetch (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    stage TEXT NOT NULL DEFAULT 'page',
    tries INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL DEFAULT 0,
    note TEXT
);
CREATE TABLE freshness (
    key TEXT PRIMARY KEY REFERENCES address ON DELETE CASCADE,
    until INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE saved_search (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, query TEXT NOT NULL);
CREATE TABLE mute_rule (
    id INTEGER PRIMARY KEY,
    query TEXT NOT NULL,
    feed INTEGER REFERENCES feed ON DELETE CASCADE,
    folder INTEGER REFERENCES folder ON DELETE CASCADE,
    until INTEGER,
    hidden INTEGER NOT NULL DEFAULT 0
);
"""

# An account with a server that keeps feeds in step, and what the server had of each thing then.
# ``synced_feed``: ``stream`` is the server's name for a feed, NULL where the server does not take it; ``feed`` is NULL
# when it was unsubscribed here and not there yet; ``labels`` and ``title`` are the server's, ``own_labels`` the folders
# that the feed had here then.
# ``synced_entry``: ``item`` is the server's id in the long form.  ``article`` stays when the article is removed: it
# comes back neither as new nor, put back, as a stranger.
# ``outbox``: what was marked here and is not there yet; the last mark of a kind counts.
ACCOUNT = """
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    user TEXT NOT NULL,
    private INTEGER NOT NULL,
    last_own_feed INTEGER NOT NULL,
    synced_at INTEGER,
    not_before INTEGER NOT NULL DEFAULT 0,
    error TEXT
);
CREATE TABLE synced_feed (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    feed INTEGER UNIQUE REFERENCES feed ON DELETE SET NULL,
    stream TEXT,
    title TEXT NOT NULL,
    labels TEXT NOT NULL,
    own_labels TEXT NOT NULL
);
CREATE UNIQUE INDEX synced_feed_of ON synced_feed (account, stream) WHERE stream IS NOT NULL;
CREATE TABLE synced_entry (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    item TEXT NOT NULL,
    feed INTEGER REFERENCES feed ON DELETE CASCADE,
    article INTEGER NOT NULL,
    read INTEGER NOT NULL,
    starred INTEGER NOT NULL,
    UNIQUE (account, item)
);
CREATE INDEX synced_entry_of ON synced_entry (article);
CREATE INDEX synced_entry_in ON synced_entry (feed);
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES synced_entry ON DELETE CASCADE,
    mark TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    value INTEGER NOT NULL,
    UNIQUE (entry, mark, name)
);
CREATE TRIGGER read_waits AFTER UPDATE OF read ON article WHEN new.read != old.read BEGIN
    INSERT INTO outbox (entry, mark, value) SELECT id, 'read', new.read FROM synced_entry WHERE article = new.id
        ON CONFLICT (entry, mark, name) DO UPDATE SET value = excluded.value;
END;
CREATE TRIGGER starred_waits AFTER UPDATE OF starred ON article WHEN new.starred != old.starred BEGIN
    INSERT INTO outbox (entry, mark, value) SELECT id, 'starred', new.starred FROM synced_entry WHERE article = new.id
        ON CONFLICT (entry, mark, name) DO UPDATE SET value = excluded.value;
END;
CREATE TRIGGER tag_waits AFTER INSERT ON tagging BEGIN
    INSERT INTO outbox (entry, mark, name, value)
        SELECT synced_entry.id, 'tag', tag.name, 1 FROM synced_entry JOIN tag ON tag.id = new.tag
        WHERE article = new.article
        ON CONFLICT (entry, mark, name) DO UPDATE SET value = excluded.value;
END;
CREATE TRIGGER untag_waits AFTER DELETE ON tagging BEGIN
    INSERT INTO outbox (entry, mark, name, value)
        SELECT synced_entry.id, 'tag', tag.name, 0 FROM synced_entry JOIN tag ON tag.id = old.tag
        WHERE article = old.article AND EXISTS (SELECT 1 FROM article WHERE article.id = old.article)
        ON CONFLICT (entry, mark, name) DO UPDATE SET value = excluded.value;
END;
"""

# Every number that a list shows is kept, not counted: the triggers move them with each row.
TRIGGERS = """
INSERT INTO tally SELECT 'kept', count(*) FROM article;
INSERT INTO tally VALUES ('muted', 0);
DROP TRIGGER article_added;
DROP TRIGGER article_gone;
DROP TRIGGER article_marked;
DROP TRIGGER article_moved;
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    UPDATE tally SET articles = articles + CASE section
        WHEN 'all' THEN NOT new.muted
        WHEN 'unread' THEN NOT new.read AND NOT new.muted
        WHEN 'starred' THEN new.starred
        WHEN 'later' THEN new.later
        WHEN 'kept' THEN new.kept
        WHEN 'muted' THEN new.muted
        ELSE 0
    END;
    INSERT OR IGNORE INTO site (name) VALUES (coalesce(new.site, ''));
    UPDATE site SET articles = articles + 1 WHERE name = coalesce(new.site, '') AND NOT new.muted;
END;
CREATE TRIGGER article_leaves BEFORE DELETE ON article BEGIN
    UPDATE feed SET entries = entries - 1, unread = unread - (NOT old.read AND NOT old.muted)
        WHERE id IN (SELECT feed FROM entry WHERE article = old.id);
END;
CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
    UPDATE tally SET articles = articles - CASE section
        WHEN 'all' THEN NOT old.muted
        WHEN 'unread' THEN NOT old.read AND NOT old.muted
        WHEN 'starred' THEN old.starred
        WHEN 'later' THEN old.later
        WHEN 'kept' THEN old.kept
        WHEN 'muted' THEN old.muted
        ELSE 0
    END;
    UPDATE site SET articles = articles - 1 WHERE name = coalesce(old.site, '') AND NOT old.muted;
END;
CREATE TRIGGER article_marked AFTER UPDATE OF read, starred, later, kept, muted ON article BEGIN
    UPDATE tally SET articles = articles + CASE section
        WHEN 'all' THEN old.muted - new.muted
        WHEN 'unread' THEN (NOT new.read AND NOT new.muted) - (NOT old.read AND NOT old.muted)
        WHEN 'starred' THEN new.starred - old.starred
        WHEN 'later' THEN new.later - old.later
        WHEN 'kept' THEN new.kept - old.kept
        WHEN 'muted' THEN new.muted - old.muted
        ELSE 0
    END;
    UPDATE site SET articles = articles + old.muted - new.muted
        WHERE new.muted != old.muted AND name = coalesce(new.site, '');
    UPDATE feed SET unread = unread + (NOT new.read AND NOT new.muted) - (NOT old.read AND NOT old.muted)
        WHERE (NOT new.read AND NOT new.muted) != (NOT old.read AND NOT old.muted)
        AND id IN (SELECT feed FROM entry WHERE article = new.id);
END;
CREATE TRIGGER article_touched AFTER UPDATE OF starred, later ON article
WHEN NOT new.kept AND (new.starred OR new.later) BEGIN
    UPDATE article SET kept = 1, muted = 0 WHERE id = new.id;
END;
CREATE TRIGGER article_moved AFTER UPDATE OF site ON article WHEN new.site IS NOT old.site AND NOT new.muted BEGIN
    UPDATE site SET articles = articles - 1 WHERE name = coalesce(old.site, '');
    INSERT OR IGNORE INTO site (name) VALUES (coalesce(new.site, ''));
    UPDATE site SET articles = articles + 1 WHERE name = coalesce(new.site, '');
END;
CREATE TRIGGER tagging_touched AFTER INSERT ON tagging BEGIN
    UPDATE article SET kept = 1, muted = 0 WHERE id = new.article AND NOT kept;
END;
CREATE TRIGGER entry_added AFTER INSERT ON entry WHEN new.article IS NOT NULL BEGIN
    UPDATE article SET feeds = feeds + 1 WHERE id = new.article;
    UPDATE feed SET entries = entries + 1,
        unread = unread + coalesce((SELECT NOT read AND NOT muted FROM article WHERE id = new.article), 0)
        WHERE id = new.feed;
END;
CREATE TRIGGER entry_gone AFTER DELETE ON entry WHEN old.article IS NOT NULL BEGIN
    UPDATE article SET feeds = feeds - 1 WHERE id = old.article;
    UPDATE feed SET entries = entries - 1,
        unread = unread - coalesce((SELECT NOT read AND NOT muted FROM article WHERE id = old.article), 0)
        WHERE id = old.feed;
END;
CREATE TRIGGER entry_moved AFTER UPDATE OF article ON entry WHEN new.article IS NOT old.article BEGIN
    UPDATE article SET feeds = feeds - 1 WHERE id = old.article;
    UPDATE feed SET entries = entries - 1,
        unread = unread - (SELECT NOT read AND NOT muted FROM article WHERE id = old.article)
        WHERE id = old.feed AND EXISTS (SELECT 1 FROM article WHERE id = old.article);
    UPDATE article SET feeds = feeds + 1 WHERE id = new.article;
    UPDATE feed SET entries = entries + 1,
        unread = unread + (SELECT NOT read AND NOT muted FROM article WHERE id = new.article)
        WHERE id = new.feed AND EXISTS (SELECT 1 FROM article WHERE id = new.article);
END;
"""

# ``quoted``: the words of each passage in quotation marks; ``trace``: what an article is about (see ``elsewhere``).
# ``tracing``: articles with numbers ``below`` it that have no trace are filed in the background, the newest first.
# There are no foreign keys: a trace goes with what the index has of the article, at the end of a transaction.
ELSEWHERE = """
CREATE VIRTUAL TABLE quoted USING fts5 (
    words, content = '', columnsize = 0, detail = none,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mn Mc Co'"
);
CREATE TABLE trace (article INTEGER PRIMARY KEY, profile BLOB NOT NULL);
CREATE TABLE tracing (below INTEGER NOT NULL);
INSERT INTO tracing SELECT coalesce(max(id), 0) + 1 FROM article;
"""


def migrate(db: sqlite3.Connection) -> None:
    """Makes the columns, tables and triggers; all that is there counts as kept, and is filed later."""
    run(db, COLUMNS + TABLES + ACCOUNT + TRIGGERS + ELSEWHERE)
