"""What came from a feed, taken in: all of it in one transaction, each entry once, nothing that was read new again."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field, replace

from tui.library.articles import address_keys, body_blob, kept_articles, marks, row_values
from tui.library.feeds import feed_settings, mute_rules, subscriptions
from tui.library.feeds.feed_settings import FeedSettings
from tui.library.feeds.own_text_blob import pack_own_text
from tui.library.library_errors import MissingError
from tui.library.search.index import Changes, Indexed, texts
from tui.library.store.connection import Connections
from tui.model.article import Article
from tui.model.entry_key import Key
from tui.model.feed import Entry
from tui.model.frozen import value

NEW_AT_FIRST = 10  # entries of a new subscription that are unread
DIGEST = 32  # characters of a key's digest that are kept
WORDS_OF_A_COPY = 30  # from which on the same title and text in two feeds are one article
DAY = 86_400
UNSUBSCRIBED = "this feed is not subscribed to any more"

Recognise = Callable[[Sequence[Key], Sequence[Key]], Sequence[int | None]]


@value(frozen=True, slots=True)
class OwnText:
    """What a feed has of an article.

    ``article`` is a plain text of it, at once to be had; ``packed`` what it is to be converted from, None when there is
    nothing more to it; ``summary``: the article itself is elsewhere.  ``body`` and ``texts`` are what the library
    stores and indexes of the article.
    """

    article: Article
    packed: bytes | None
    summary: bool
    body: bytes
    texts: tuple[str, ...]

    @classmethod
    def of(cls, article: Article, packed: str | None, *, summary: bool) -> OwnText:
        """All that can be made of it without the library."""
        stored = None if packed is None else pack_own_text(packed)
        return cls(article, stored, summary, body_blob.compress(article), texts(article))


@value(frozen=True, slots=True)
class Arrival:
    """A feed's document, what it came with, and how its entries are told apart and made into articles.

    ``entries`` stand in the order of the document.  ``digest`` is that of its bytes; ``moved_to`` the address that the
    feed has for good from now on; ``private``: it is on this machine or its network; ``next_at`` when to ask again;
    ``rhythm`` is kept for that and given back.  ``read``, where a server says it: which entries are read there; all
    others are new, however many.
    """

    entries: Mapping[Key, Entry]
    recognise: Recognise
    own_text: Callable[[Entry], OwnText]
    title: str = ""
    site: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    digest: str = ""
    rhythm: str = ""
    next_at: float = 0
    moved_to: str | None = None
    private: bool = False
    read: Collection[Key] | None = None


@value(frozen=True, slots=True)
class Taken:
    """What came of it: the articles that are new to the library, unread and in order, and how many changed.

    ``articles``: that of each entry, None where it was removed; ``added``: those that were not here before.
    """

    new: tuple[int, ...] = ()
    joined: int = 0
    changed: int = 0
    muted: int = 0
    articles: Mapping[Key, int | None] = field(default_factory=dict)
    added: frozenset[int] = frozenset()


@value(frozen=True, slots=True)
class _Known:
    id: int
    article: int | None
    key: Key


def take_in(connections: Connections, feed: int, arrival: Arrival, now: float) -> Taken:
    """Takes in what came, whole or not at all.  MissingError if the feed is not subscribed to any more."""
    with connections.writing(durable=False) as db:
        return _TakingIn(db, feed, arrival, int(now)).run()


def known_keys(db: sqlite3.Connection, feed: int) -> list[_Known]:
    """The entries that a feed has had, those whose articles are gone among them."""
    rows = db.execute("SELECT id, article, guid, address, title, digest FROM entry WHERE feed = ?", (feed,))
    return [_Known(number, article, Key(*key)) for number, article, *key in rows]


class _TakingIn:
    """One document on its way into the library, within a transaction."""

    def __init__(self, db: sqlite3.Connection, feed: int, arrival: Arrival, now: int) -> None:
        self._db, self._feed, self._arrival, self._now = db, feed, arrival, now
        row = db.execute("SELECT digest FROM feed WHERE id = ?", (feed,)).fetchone()
        if row is None:
            raise MissingError(UNSUBSCRIBED)
        self._digest: str | None = row[0]
        self._settings = feed_settings.resolved(feed_settings.stored_for(db, [feed])[feed])
        self._index = Changes(filing=False)
        self._entries = {stored_key(key): entry for key, entry in arrival.entries.items()}
        self._having = Counter[str | None]()  # how many entries of the feed have an address

    def run(self) -> Taken:
        """Does all of it."""
        taken = Taken() if self._is_same_document() else self._take_entries()
        self._note_answer()
        return taken

    def _is_same_document(self) -> bool:
        return bool(self._arrival.digest) and self._arrival.digest == self._digest

    def _take_entries(self) -> Taken:
        known, arriving = known_keys(self._db, self._feed), list(self._entries)
        places = self._arrival.recognise([entry.key for entry in known], arriving)
        paired = list(zip(arriving, places, strict=True))
        found = [(key, known[place]) for key, place in paired if place is not None]
        fresh = _oldest_first([key for key, place in paired if place is None], self._entries)
        keys = {entry.id: entry.key for entry in known} | {entry.id: key for key, entry in found}
        self._having = Counter(key.address for key in (*keys.values(), *fresh))
        changed = sum(self._renew_entry(key, entry) for key, entry in found)
        self._see([entry.id for _, entry in found])
        articles: dict[Key, int | None] = {key: entry.article for key, entry in found}
        unread = self._unread_ones(fresh, is_first=not known)
        added, joined = list[int](), list[int]()
        for key in fresh:
            number, is_new = self._take_new(key, unread=key in unread)
            articles[key] = number
            (added if is_new else joined).append(number)
        self._index.write(self._db)
        muted = mute_rules.apply_to_arrived(self._db, self._feed, added, joined, self._now)
        return Taken(_unread(self._db, added), len(joined), changed, muted, articles, frozenset(added))

    def _unread_ones(self, fresh: list[Key], *, is_first: bool) -> set[Key]:
        """Those of the new entries, the oldest first, that are unread."""
        if self._arrival.read is not None:
            return set(fresh).difference(map(stored_key, self._arrival.read))
        return set(fresh[-NEW_AT_FIRST:] if is_first else fresh)

    def _take_new(self, key: Key, *, unread: bool) -> tuple[int, bool]:
        """The article of a new entry, and whether it is new."""
        own = self._arrival.own_text(self._entries[key])
        same = self._same_article(key, own.article)
        if same is not None:
            self._give_more(same, own)
            self._add_entry(key, same, own)
            return same, False
        number = add_article(self._db, own, self._now, self._index, key.address, unread=unread)
        self._add_entry(key, number, own)
        if unread:
            self._queue(number, own)
        return number, True

    def _same_article(self, key: Key, article: Article) -> int | None:
        """The article that another feed, or a person, brought: of the same address, or a copy of its text.

        An address under which this feed has several entries is not that of one article.
        """
        found = None
        if key.address and self._having[key.address] < 2 and address_keys.key_names_an_article(key.address):
            found = self._db.execute("SELECT article FROM address WHERE key = ?", (key.address,)).fetchone()
        if found is None and key.digest and article.words >= WORDS_OF_A_COPY:
            found = self._db.execute(
                "SELECT article FROM entry WHERE digest = ? AND article IS NOT NULL AND NOT apart ORDER BY id LIMIT 1",
                (key.digest,),
            ).fetchone()
        if found is None:
            return None
        taken = self._db.execute(
            "SELECT 1 FROM entry WHERE article = ? AND (feed = ? OR apart)", (found[0], self._feed)
        ).fetchone()
        return None if taken else int(found[0])

    def _renew_article(self, number: int, own: OwnText) -> None:
        kept_articles.renew(self._db, number, own.article, own.body, self._now, self._index, file=True)
        self._db.execute("UPDATE article SET text = ? WHERE id = ?", (_text_of(own), number))
        if own.packed is not None:
            self._db.execute("INSERT OR REPLACE INTO own_text VALUES (?, ?)", (number, own.packed))
        self._queue(number, own)

    def _give_more(self, number: int, own: OwnText) -> None:
        """Puts this feed's text in the place of another's summary."""
        fetched, text = self._db.execute("SELECT fetched, text FROM article WHERE id = ?", (number,)).fetchone()
        if not fetched and text != "whole" and not own.summary:
            self._renew_article(number, own)

    def _add_entry(self, key: Key, article: int, own: OwnText) -> None:
        self._db.execute(
            "INSERT INTO entry (feed, article, guid, address, title, digest, first_seen, last_seen, summary)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self._feed, article, key.guid, key.address, key.title, key.digest, self._now, self._now, own.summary),
        )

    def _queue(self, number: int, own: OwnText) -> None:
        """Has the page fetched if it is set so, else what the feed has of it converted."""
        queue(self._db, number, own, self._settings)

    def _renew_entry(self, key: Key, entry: _Known) -> bool:
        """Whether the article of a known entry has changed; what it is known by is kept as it is now."""
        if key == entry.key:
            return False
        self._db.execute(
            "UPDATE entry SET guid = ?, address = ?, title = ?, digest = ? WHERE id = ?",
            (key.guid, key.address, key.title, key.digest, entry.id),
        )
        if entry.article is None or key.digest == entry.key.digest or not self._is_first_entry(entry):
            return False
        (fetched,) = self._db.execute("SELECT fetched FROM article WHERE id = ?", (entry.article,)).fetchone()
        own = self._arrival.own_text(self._entries[key])
        if fetched:
            self._queue(entry.article, replace(own, summary=True))
        else:
            self._renew_article(entry.article, own)
        if self._settings.update == "mark_unread":
            marks.set_mark(self._db, entry.article, "read", False, self._now)
        return True

    def _is_first_entry(self, entry: _Known) -> bool:
        """Whether the article's text is this feed's and not that of one that had it before."""
        (first,) = self._db.execute("SELECT min(id) FROM entry WHERE article = ?", (entry.article,)).fetchone()
        return bool(first == entry.id)

    def _see(self, entries: list[int]) -> None:
        """Notes once a day that these are in the document still."""
        self._db.execute(
            "UPDATE entry SET last_seen = ? WHERE last_seen < ? AND id IN (SELECT value FROM json_each(?))",
            (self._now, self._now - DAY, json.dumps(entries)),
        )

    def _note_answer(self) -> None:
        arrival = self._arrival
        self._db.execute(
            "UPDATE feed SET title = coalesce(nullif(?, ''), title), site = coalesce(?, site), etag = ?,"
            " last_modified = ?, digest = ?, rhythm = ?, private = ? WHERE id = ?",
            (
                arrival.title,
                arrival.site,
                arrival.etag,
                arrival.last_modified,
                arrival.digest,
                arrival.rhythm,
                arrival.private,
                self._feed,
            ),
        )
        note_success(self._db, self._feed, self._now, arrival.next_at, arrival.moved_to)


def add_article(
    db: sqlite3.Connection, own: OwnText, now: int, index: Changes, address: str | None, *, unread: bool
) -> int:
    """A new article of what a feed has of it, found by its address from then on."""
    state: dict[str, int | str] = {"kept": 0, "fetched": 0, "text": _text_of(own), "read": int(not unread)}
    number = kept_articles.add(db, own.article, own.body, now, index, prepared=Indexed(own.texts), state=state)
    if (row_values.moment(own.article.published) or 0) > now:  # no date of the future stays on top for ever
        db.execute("UPDATE article SET dated = ? WHERE id = ?", (now, number))
    if own.packed is not None:
        db.execute("INSERT INTO own_text VALUES (?, ?)", (number, own.packed))
    if address:
        db.execute("INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", (address, number))
    return number


def queue(db: sqlite3.Connection, number: int, own: OwnText, settings: FeedSettings) -> None:
    """Has the page of an article fetched if it is set so, else what a feed has of it converted."""
    if wants_page(settings, own.summary) and own.article.url:
        db.execute("INSERT OR IGNORE INTO prefetch (article, stage) VALUES (?, 'page')", (number,))
    elif own.packed is not None:
        db.execute("INSERT OR IGNORE INTO prefetch (article, stage) VALUES (?, 'own')", (number,))


def _text_of(own: OwnText) -> str:
    """How much of the article that is."""
    return "whole" if not own.summary else "feed" if own.article.blocks else "none"


def wants_page(settings: FeedSettings, summary: bool) -> bool:
    """Whether the pages of entries are to be fetched."""
    return settings.full_text == "always" or (settings.full_text == "auto" and summary)


def note_success(db: sqlite3.Connection, feed: int, now: int, next_at: float, moved_to: str | None) -> None:
    """A feed answered; if it moved, it is asked at the new address from now on, unless that is another feed's."""
    db.execute(
        "UPDATE feed SET asked_at = ?, next_at = ?, not_before = 0, errors = 0, error = NULL, failing_since = NULL,"
        " gone = 0 WHERE id = ?",
        (now, int(next_at), feed),
    )
    if moved_to and subscriptions.known(db, moved_to) in (None, feed):
        db.execute("UPDATE OR IGNORE feed SET address = ? WHERE id = ?", (moved_to, feed))
        subscriptions.add_address(db, feed, moved_to)


def stored_key(key: Key) -> Key:
    """The key as it is kept: half of its digest tells texts apart as well."""
    return Key(key.guid, key.address, key.title, key.digest[:DIGEST])


def _oldest_first(keys: list[Key], entries: Mapping[Key, Entry]) -> list[Key]:
    """By date if each has one, else the other way round than in the document, where the newest stand first."""
    turned = keys[::-1]
    moments = {key: row_values.moment(entries[key].published or entries[key].updated) for key in turned}
    if all(moment is not None for moment in moments.values()):
        turned.sort(key=lambda key: moments[key] or 0)
    return turned


def _unread(db: sqlite3.Connection, numbers: list[int]) -> tuple[int, ...]:
    rows = db.execute(
        "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND read = 0 AND muted = 0 ORDER BY id",
        (json.dumps(numbers),),
    )
    return tuple(number for (number,) in rows)
