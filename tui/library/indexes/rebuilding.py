"""What is worked out from the articles, worked out anew: their rows, the index of words, voices, counts."""

from __future__ import annotations

import sqlite3

from tui.library.indexes import recent_index, traces, voice_counts
from tui.library.indexes.word_index import ADD, Changes, texts
from tui.library.library_errors import DamagedError
from tui.library.store import body_blob, row_values


def rebuild(db: sqlite3.Connection, parts: frozenset[str]) -> None:
    """Works these parts (``store.schema`` names them) out anew within an open transaction."""
    if "rows" in parts:
        rebuild_rows(db)
    if "words" in parts:
        rebuild_index(db)
    elif "recent" in parts:
        rebuild_recent(db)


def rebuild_rows(db: sqlite3.Connection) -> None:
    """What lists show and are ordered by, and the counts of the sections."""
    for number, kept_at in db.execute("SELECT id, kept_at FROM article ORDER BY id").fetchall():
        row_values.change(db, number, body_blob.stored(db, number), kept_at)
    recount(db)


def rebuild_index(db: sqlite3.Connection) -> None:
    """The index of words, what is filed to be found elsewhere, and the voices, from the texts that can be read."""
    db.execute("INSERT INTO word (word) VALUES ('delete-all')")
    traces.empty(db)
    index = Changes()
    for (number,) in db.execute("SELECT id FROM article ORDER BY id").fetchall():
        try:
            article = body_blob.stored(db, number)
        except (DamagedError, ValueError):
            continue
        index.add(number, article)
        index.write(db, with_recent=False)
        voice_counts.uncount_sources(db, number)
        voice_counts.count_sources(db, number, article)
    rebuild_recent(db)


def rebuild_recent(db: sqlite3.Connection) -> None:
    """The index of what was kept last."""
    recent_index.empty(db)
    (articles,) = db.execute("SELECT articles FROM tally WHERE section = 'all'").fetchone()
    if articles < recent_index.LARGE:
        return
    newest = [n for (n,) in db.execute("SELECT id FROM article ORDER BY id DESC LIMIT ?", (recent_index.FULL,))]
    recent_index.begin(db, 0, newest[-1])
    rows = ((number, *texts(body_blob.stored(db, number))) for number in reversed(newest))
    db.executemany(ADD.format(table=recent_index.TABLES[0]), rows)


# Which articles are counted in a section, how many feeds an article has, and how many articles a feed.
SECTIONS = {
    "all": "NOT muted",
    "unread": "NOT read AND NOT muted",
    "starred": "starred",
    "later": "later",
    "kept": "kept",
    "muted": "muted",
}
COUNT_FEEDS = "SELECT count(*) FROM entry WHERE entry.article = article.id"
COUNT_ENTRIES = "SELECT count(*) FROM entry WHERE entry.feed = feed.id AND article IS NOT NULL"
COUNT_UNREAD = (
    "SELECT count(*) FROM entry JOIN article ON article.id = entry.article"
    " WHERE entry.feed = feed.id AND NOT read AND NOT muted"
)


def recount(db: sqlite3.Connection) -> None:
    """Every number that is kept rather than counted, counted."""
    for section, condition in SECTIONS.items():
        db.execute(
            f"UPDATE tally SET articles = (SELECT count(*) FROM article WHERE {condition}) WHERE section = ?",
            (section,),
        )
    db.execute(f"UPDATE article SET feeds = ({COUNT_FEEDS}) WHERE feeds != ({COUNT_FEEDS})")
    db.execute(f"UPDATE feed SET entries = ({COUNT_ENTRIES}), unread = ({COUNT_UNREAD})")
    db.execute("INSERT OR IGNORE INTO site (name) SELECT DISTINCT coalesce(site, '') FROM article")
    db.execute(
        "UPDATE site SET articles = (SELECT count(*) FROM article WHERE coalesce(site, '') = name AND NOT muted)"
    )
    db.execute("UPDATE tag SET articles = (SELECT count(*) FROM tagging WHERE tag = tag.id)")
