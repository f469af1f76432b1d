"""Keeping articles: one row, one body, every address that leads to it, every version of its text."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.library.store import address_keys, body_blob, row_values
from tui.model.article import Article
from tui.model.corrections import carried
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.library.articles import freshness, outlet_names, pictures, text_difference, unfetched
    from tui.library.indexes import voice_counts, word_index
    from tui.library.indexes.word_index import Changes, Indexed
    from tui.library.store.connection import Connections
else:  # what is kept newly needs them, what is read does not
    freshness, outlet_names, pictures, text_difference, unfetched = lazy_modules(
        "tui.library.articles", "freshness outlet_names pictures text_difference unfetched"
    )
    voice_counts, word_index = lazy_modules("tui.library.indexes", "voice_counts word_index")

# Two texts under one canonical address are one article if this share of the shorter one's words is
# in the other: pages exist that all name their site's front page, or one another, as canonical.
SAME_ARTICLE = 0.5


def keep(
    connections: Connections,
    article: Article,
    now: float,
    etag: str | None = None,
    last_modified: str | None = None,
    lifetime: int = 0,
) -> int:
    """Keeps the article, or the newer text of one that is kept; the id under which it is found."""
    blob = body_blob.compress(article)
    index = word_index.Changes()
    with connections.writing() as db:
        number = put(db, article, blob, int(now), index)
        db.execute(
            "UPDATE address SET etag = ?, last_modified = ? WHERE key = ?",
            (etag, last_modified, address_keys.key(article.address)),
        )
        freshness.write_lifetime(db, article.address, now, lifetime)
        index.write(db)
    return number


def retain(connections: Connections, article: int) -> None:
    """Keeps for good what only a feed brought, since a person asked for it; a read-only library is left alone."""
    if connections.read_only:
        return
    with connections.writing() as db:
        _retain(db, article)


def _retain(db: sqlite3.Connection, article: int) -> None:
    db.execute("UPDATE article SET kept = 1, muted = 0 WHERE id = ? AND NOT kept", (article,))


def put(
    db: sqlite3.Connection,
    article: Article,
    blob: bytes,
    now: int,
    index: Changes,
    prepared: Indexed | None = None,
) -> int:
    """Keeps the article within an open transaction, at whose end ``index`` is to be written."""
    kept = known(db, article)
    if kept is None:
        kept = add(db, article, blob, now, index, prepared=prepared)
    else:
        put_page(db, kept, article, blob, now, index)
        _retain(db, kept)
    register_addresses(db, article, kept)
    return kept


def add(
    db: sqlite3.Connection,
    article: Article,
    blob: bytes,
    now: int,
    index: Changes,
    *,
    number: int | None = None,
    prepared: Indexed | None = None,
    state: Mapping[str, int | float | str | None] = row_values.NO_STATE,
) -> int:
    """A new article; ``number`` gives it an id that it had before; ``state`` as for its row."""
    added = row_values.add(db, row_values.NewRow(row_values.listed(article), now, state), number)
    _add_text(db, added, NewArticle(article, blob, now, state, prepared), index)
    return added


class NewArticle(NamedTuple):
    """An article of which nothing is kept yet: what ``add`` takes of it."""

    article: Article
    blob: bytes
    now: int
    state: Mapping[str, int | float | str | None]
    prepared: Indexed | None = None


def add_many(db: sqlite3.Connection, new: Sequence[NewArticle], index: Changes) -> list[int]:
    """New articles, whose states have the same columns, in less time than one by one; their ids."""
    numbers = row_values.add_many(
        db, [row_values.NewRow(row_values.listed(one.article), one.now, one.state) for one in new]
    )
    for number, one in zip(numbers, new, strict=True):
        _add_text(db, number, one, index)
    return numbers


def _add_text(db: sqlite3.Connection, number: int, new: NewArticle, index: Changes) -> None:
    db.execute("INSERT INTO body VALUES (?, ?)", (number, new.blob))
    index.add(number, new.article, new.prepared)
    voice_counts.count_sources(db, number, new.article)


def article(connections: Connections, number: int) -> Article:
    """The kept article; MissingError if there is none of that id."""
    with connections.reading() as db:
        return body_blob.stored(db, number)


def correct(connections: Connections, number: int, article: Article) -> None:
    """Puts an article in the place of the same one whose speakers were set right; MissingError if it is not kept."""
    blob = body_blob.compress(article)
    index = word_index.Changes()
    with connections.writing() as db:
        old = body_blob.stored(db, number)
        index.take_out(number, old)
        voice_counts.uncount_sources(db, number)
        db.execute("UPDATE body SET packed = ? WHERE article = ?", (blob, number))
        index.add(number, article)
        voice_counts.count_sources(db, number, article)
        index.write(db)


def find(connections: Connections, address: str) -> int | None:
    """The id of the article behind an address, as given or canonical."""
    with connections.reading() as db:
        return _behind(db, address_keys.key(address))


def validators(connections: Connections, address: str) -> tuple[str | None, str | None]:
    """What the server gave for the next conditional request: ETag and Last-Modified."""
    with connections.reading() as db:
        row = db.execute(
            "SELECT etag, last_modified FROM address WHERE key = ?", (address_keys.key(address),)
        ).fetchone()
    return (row[0], row[1]) if row else (None, None)


def register_addresses(db: sqlite3.Connection, article: Article, number: int) -> None:
    """Makes the article's addresses lead to it, unless the canonical one leads to another."""
    key = address_keys.key(article.address)
    if key:
        db.execute(
            "INSERT INTO address (key, article) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET article = excluded.article",
            (key, number),
        )
    if (canonical := canonical_key(article)) and canonical != key:
        db.execute("INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", (canonical, number))


def register_where_free(db: sqlite3.Connection, number: int) -> None:
    """Makes the addresses of an article that none leads to lead to it, as far as they lead to no other."""
    if db.execute("SELECT 1 FROM address WHERE article = ?", (number,)).fetchone():
        return
    article = body_blob.stored(db, number)
    for key in {address_keys.key(article.address), canonical_key(article)} - {None}:
        db.execute("INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", (key, number))


def canonical_key(article: Article) -> str | None:
    """The key of the canonical address, if it can stand for one article."""
    return address_keys.key(article.url) if article.url and address_keys.names_an_article(article.url) else None


def _behind(db: sqlite3.Connection, key: str | None) -> int | None:
    row = db.execute("SELECT article FROM address WHERE key = ?", (key,)).fetchone() if key else None
    return int(row[0]) if row else None


def known(db: sqlite3.Connection, article: Article) -> int | None:
    """The id of the kept article that this one is a text of, if there is one.

    The same web address is the same article whatever became of its text.  The same file, or the same
    canonical address under another address, is so only if the texts have enough in common.
    """
    key, canonical = address_keys.key(article.address), canonical_key(article)
    kept = _behind(db, key)
    if kept is not None and address_keys.host(article.address):
        return kept
    if kept is None and canonical != key:
        kept = _behind(db, canonical)
    if kept is None:
        return None
    if text_difference.in_common(body_blob.stored(db, kept), article) < SAME_ARTICLE:
        return None
    return kept


def put_page(db: sqlite3.Connection, number: int, article: Article, blob: bytes, now: int, index: Changes) -> None:
    """Puts what its page has in the place of what is kept; a text that came from a feed is no version of it."""
    fetched, url = db.execute("SELECT fetched, url FROM article WHERE id = ?", (number,)).fetchone()
    renew(db, number, article, blob, now, index, file=bool(fetched))
    outlet_names.share(db, number, address_keys.host(url))
    db.execute("DELETE FROM prefetch WHERE article = ?", (number,))
    if not fetched:
        db.execute("UPDATE article SET text = 'whole', fetched = 1 WHERE id = ?", (number,))


def renew(
    db: sqlite3.Connection, number: int, article: Article, blob: bytes, now: int, index: Changes, *, file: bool
) -> None:
    """Puts a newer text in the place of the one kept; ``file``: the older becomes a version if its words differ."""
    db.execute("DELETE FROM own_text WHERE article = ?", (number,))
    old = body_blob.stored(db, number)
    if old.corrections:
        article = carried(old, article)
        blob = body_blob.compress(article)
    if old == article:
        return
    (kept_at,) = db.execute("SELECT kept_at FROM article WHERE id = ?", (number,)).fetchone()
    if not old.blocks:  # there was no text: nothing to keep as an earlier version
        _begin_at_fraction(db, number, article)
    elif file and not text_difference.same_words(old, article):
        _file_away(db, number, old, article, now)
    index.take_out(number, old)
    voice_counts.uncount_sources(db, number)
    row_values.change(db, number, article, kept_at)
    pictures.follow(db, number, old, article)
    db.execute("UPDATE body SET packed = ? WHERE article = ?", (blob, number))
    index.add(number, article)
    voice_counts.count_sources(db, number, article)


def _file_away(db: sqlite3.Connection, number: int, old: Article, new: Article, now: int) -> None:
    """Keeps the older text and moves the place with its words."""
    db.execute(
        "INSERT INTO version (article, kept_at, packed) SELECT article, ?, packed FROM body WHERE article = ?",
        (now, number),
    )
    place = db.execute('SELECT block, "offset" FROM article WHERE id = ?', (number,)).fetchone()
    block, offset = text_difference.moved((int(place[0]), int(place[1])), old, new)
    db.execute(
        'UPDATE article SET versions = versions + 1, block = ?, "offset" = ? WHERE id = ?', (block, offset, number)
    )


def _begin_at_fraction(db: sqlite3.Connection, number: int, article: Article) -> None:
    """Puts the place where reading goes on where the share says that was read elsewhere."""
    (fraction,) = db.execute("SELECT fraction FROM article WHERE id = ?", (number,)).fetchone()
    block, offset = unfetched.place_at(article, fraction)
    db.execute('UPDATE article SET block = ?, "offset" = ? WHERE id = ?', (block, offset, number))
