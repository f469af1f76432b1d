"""Which entries wait for their pages, their own texts to be converted, or their pictures; it outlives a stop."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal

from tui.library.articles import freshness, kept_articles, rows
from tui.library.feeds import feed_settings
from tui.library.feeds.feed_settings import FeedSettings, resolved
from tui.library.library_errors import UNUSABLE
from tui.library.store import address_keys, body_blob
from tui.library.store.connection import Connections
from tui.model.article import Article
from tui.model.frozen import value
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.library.feeds import feed_articles
    from tui.library.indexes import word_index
else:
    (feed_articles,) = lazy_modules("tui.library.feeds", "feed_articles")
    (word_index,) = lazy_modules("tui.library.indexes", "word_index")

Stage = Literal["page", "own", "pictures"]
GATHERED = 120  # seconds in which the pictures of an article that was opened have mostly come
MOST_TRIES = 5  # of a page, after which it is left to be fetched by hand


@value(frozen=True, slots=True)
class Waiting:
    """An article that waits: for its ``page``, its ``own`` text to be converted, or its ``pictures``.

    ``url`` is its page's address; ``private``: a feed that has it may fetch from this machine and its network, or no
    feed has it, but a person kept its address;
    ``settings`` are those of the first feed that has it, ``feed_address`` is where that stands, "" without one.
    """

    article: int
    stage: Stage
    url: str
    tries: int
    private: bool
    settings: FeedSettings
    feed_address: str


@value(frozen=True, slots=True)
class Converted:
    """What a feed has of the article of that number, converted; ``pictures``: these are next."""

    number: int
    article: Article
    pictures: bool


def waiting(connections: Connections, now: float, feeds: Collection[int] | None = None) -> list[Waiting]:
    """What waits and whose time has come, the newest first; ``feeds``: of these alone."""
    with connections.reading() as db:
        rows = db.execute(
            "SELECT prefetch.article, stage, url, tries, min(entry.id), entry.feed, coalesce(feed.address, ''),"
            " max(private = 1)"
            " FROM prefetch CROSS JOIN article ON article.id = prefetch.article"
            " LEFT JOIN entry ON entry.article = article.id LEFT JOIN feed ON feed.id = entry.feed"
            " WHERE prefetch.next_at <= ? AND tries < ? AND muted = 0 GROUP BY article.id ORDER BY article.id DESC",
            (int(now), MOST_TRIES),
        ).fetchall()
        having = {feed for *_, feed, _, _ in rows if feed is not None}
        settings = {feed: resolved(stored) for feed, stored in feed_settings.stored_for(db, having).items()}
    return [
        Waiting(
            number,
            stage,
            url,
            tries,
            feed is None or bool(private),
            settings.get(feed, feed_settings.DEFAULTS),
            address,
        )
        for number, stage, url, tries, _, feed, address, private in rows
        if feeds is None or feed in feeds
    ]


def has_page(
    connections: Connections,
    number: int,
    article: Article,
    now: float,
    *,
    etag: str | None,
    last_modified: str | None,
    lifetime: int,
    pictures: bool,
) -> None:
    """Puts the whole article in the place of what a feed has of it; its pictures are next, if they are wanted."""
    blob, index = body_blob.compress(article), word_index.Changes()
    with connections.writing(durable=False) as db:
        if not rows.is_kept(db, number):
            return
        kept_articles.put_page(db, number, article, blob, int(now), index)
        if _register(db, number, article, etag, last_modified):
            freshness.write_lifetime(db, article.address, now, lifetime)
        _next_stage(db, number, article, pictures=pictures)
        index.write(db)


def have_own_texts(connections: Connections, converted: Sequence[Converted], now: float) -> list[Exception | None]:
    """Puts what feeds have of articles, converted, in the place of their plain texts, all in one transaction.

    Where one of them cannot be put there, each is in a transaction of its own, and what was raised for it is given
    back.  Raises what no article is to blame for.
    """
    try:
        blobs = [body_blob.compress(one.article) for one in converted]
        with connections.writing(durable=False) as db:
            index = word_index.Changes()
            for one, blob in zip(converted, blobs, strict=True):
                _put_own_text(db, one, blob, int(now), index)
            index.write(db)
    except UNUSABLE:
        raise
    except Exception as error:  # noqa: BLE001 - raised where what came of that article is asked for
        if len(converted) == 1:
            return [error]
        return [outcome for one in converted for outcome in have_own_texts(connections, [one], now)]
    return [None] * len(converted)


def _put_own_text(db: sqlite3.Connection, one: Converted, blob: bytes, now: int, index: word_index.Changes) -> None:
    if not db.execute("SELECT 1 FROM own_text WHERE article = ?", (one.number,)).fetchone():
        return  # the page, or another process, came first
    kept_articles.renew(db, one.number, one.article, blob, now, index, file=False)
    db.execute("DELETE FROM prefetch WHERE article = ? AND stage = 'own'", (one.number,))
    _next_stage(db, one.number, one.article, pictures=one.pictures)


def done(connections: Connections, number: int) -> None:
    """Nothing more is to be had."""
    with connections.writing(durable=False) as db:
        db.execute("DELETE FROM prefetch WHERE article = ?", (number,))


def queue_pictures(connections: Connections, number: int, now: float) -> None:
    """Has the pictures of an article fetched that are being gathered, unless that comes to its end before."""
    with connections.writing(durable=False) as db:
        db.execute(
            "INSERT OR IGNORE INTO prefetch (article, stage, next_at)"
            " SELECT id, 'pictures', ? FROM article WHERE id = ?",
            (int(now) + GATHERED, number),
        )


def pictures_done(connections: Connections, number: int) -> None:
    """The pictures of an article were asked for."""
    with connections.reading() as db:
        if not db.execute("SELECT 1 FROM prefetch WHERE article = ? AND stage = 'pictures'", (number,)).fetchone():
            return
    with connections.writing(durable=False) as db:
        db.execute("DELETE FROM prefetch WHERE article = ? AND stage = 'pictures'", (number,))


def failed(connections: Connections, number: int, why: str, next_at: float | None) -> None:
    """Notes why something could not be had, and when to try again; ``next_at`` None: not by itself any more."""
    with connections.writing(durable=False) as db:
        db.execute(
            "UPDATE prefetch SET tries = CASE WHEN :next_at IS NULL THEN :most ELSE tries + 1 END,"
            " next_at = coalesce(:next_at, next_at), note = :why WHERE article = :article",
            {
                "next_at": None if next_at is None else int(next_at),
                "most": MOST_TRIES,
                "why": why,
                "article": number,
            },
        )


def note(connections: Connections, number: int) -> str | None:
    """Why the page of an article could not be fetched."""
    with connections.reading() as db:
        row = db.execute("SELECT note FROM prefetch WHERE article = ? AND stage != 'pictures'", (number,)).fetchone()
    return row[0] if row else None


def queue_again(connections: Connections, feeds: Collection[int]) -> int:
    """Has fetched what the settings of these feeds ask for now, entries that are here already too; how many wait.

    Unread entries, and those that are starred or put off.
    """
    with connections.writing() as db:
        settings = {feed: resolved(stored) for feed, stored in feed_settings.stored_for(db, feeds).items()}
        for feed, wish in settings.items():
            rows = db.execute(
                "SELECT article.id, max(entry.summary) FROM entry JOIN article ON article.id = entry.article"
                " WHERE entry.feed = ? AND fetched = 0 AND muted = 0 AND (read = 0 OR starred OR later)"
                " AND url LIKE 'http%' GROUP BY article.id",
                (feed,),
            ).fetchall()
            wanted = [number for number, summary in rows if feed_articles.wants_page(wish, bool(summary))]
            db.execute(
                "INSERT INTO prefetch (article, stage) SELECT value, 'page' FROM json_each(?) WHERE true"
                " ON CONFLICT (article) DO UPDATE SET stage = 'page' WHERE stage != 'page'",
                (json.dumps(wanted),),
            )
            unwanted = [number for number, summary in rows if not feed_articles.wants_page(wish, bool(summary))]
            db.execute(
                "UPDATE prefetch SET stage = 'own' WHERE stage = 'page'"
                " AND article IN (SELECT value FROM json_each(?))",
                (json.dumps(unwanted),),
            )
        return int(db.execute("SELECT count(*) FROM prefetch WHERE tries < ?", (MOST_TRIES,)).fetchone()[0])


def queue_saved(connections: Connections) -> int:
    """Has fetched what a person kept of which only the address is here; how many articles these are."""
    with connections.writing() as db:
        return db.execute(
            "INSERT INTO prefetch (article, stage) SELECT id, 'page' FROM article"
            " WHERE kept = 1 AND words = 0 AND partial = 1 AND url LIKE 'http%'"
            " ON CONFLICT (article) DO UPDATE SET stage = 'page', next_at = 0, tries = 0"
        ).rowcount


def _next_stage(db: sqlite3.Connection, number: int, article: Article, *, pictures: bool) -> None:
    if pictures and article.captions:
        db.execute("INSERT OR REPLACE INTO prefetch (article, stage) VALUES (?, 'pictures')", (number,))


def _register(
    db: sqlite3.Connection, number: int, article: Article, etag: str | None, last_modified: str | None
) -> bool:
    """The page's addresses lead to the article where they lead to no other; whether the one that was asked does."""
    key = address_keys.key(article.address)
    db.execute("INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", (key, number))
    leads_here = db.execute(
        "UPDATE address SET etag = ?, last_modified = ? WHERE key = ? AND article = ?",
        (etag, last_modified, key, number),
    ).rowcount
    if canonical := kept_articles.canonical_key(article):
        db.execute("INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", (canonical, number))
    return bool(leads_here)
