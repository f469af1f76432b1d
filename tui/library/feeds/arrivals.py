"""What came from a feed, taken in: all of it in one transaction, each entry once, nothing that was read new again."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache, cached_property

from tui.library.articles import kept_articles, marks, outlet_names
from tui.library.feeds import asking, feed_articles, feed_settings, mute_rules, shared_articles
from tui.library.feeds.asking import Answered
from tui.library.feeds.feed_articles import NewArticle, OwnText
from tui.library.indexes.word_index import Changes
from tui.library.library_errors import UNUSABLE, MissingError
from tui.library.store import row_values
from tui.library.store.connection import Connections
from tui.library.store.schema import UNREAD
from tui.model.entry_key import Key
from tui.model.frozen import value
from tui.text.dates import DAY

NEW_AT_FIRST = 10  # entries of a new subscription that are unread
DIGEST = 32  # characters of a key's digest that are kept
UNSUBSCRIBED = "this feed is not subscribed to any more"

Recognise = Callable[[Sequence[Key], Sequence[Key]], Sequence[int | None]]


@value(frozen=True, slots=True)
class Arrival:
    """A feed's document, what it came with, and how its entries are told apart and made into articles.

    ``keys`` are those of its entries in the order of the document, ``own_text`` gives what it has of each.  ``digest``
    is that of its bytes; ``moved_to`` the address that the feed has for good from now on; ``private``: it is on this
    machine or its network; ``next_at`` when to ask again; ``rhythm`` is kept for that and given back.  ``read``, where
    a server says it: which entries are read there; all others are new, however many.
    """

    keys: Collection[Key]
    recognise: Recognise
    own_text: Callable[[Key], OwnText]
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


def take_in_together(
    connections: Connections, came: Sequence[tuple[int, Arrival]], now: float
) -> list[Taken | Exception]:
    """Takes in what came of several feeds in one transaction, each whole or not at all; what came of each.

    Where one of them cannot be taken in, each is in a transaction of its own.  Raises what no feed is to blame for.
    """
    try:
        with connections.writing(durable=False):
            return [take_in(connections, feed, arrival, now) for feed, arrival in came]
    except UNUSABLE:
        raise
    except Exception as error:  # noqa: BLE001 - raised where what came of that feed is asked for
        if len(came) == 1:
            return [error]
    return [outcome for one in came for outcome in take_in_together(connections, [one], now)]


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
        self._keys = {stored_key(key): key for key in arrival.keys}
        self._owns = dict[Key, OwnText]()
        self._having = Counter[str | None]()  # how many entries of the feed have an address

    @cached_property
    def _outlets(self) -> Mapping[str, str]:
        """What is known of the outlets' names; asked once there are entries to be made into articles."""
        return outlet_names.of_feed(self._db, self._feed)

    def run(self) -> Taken:
        """Does all of it."""
        taken = Taken() if self._is_same_document() else self._take_entries()
        self._note_answer()
        return taken

    def _is_same_document(self) -> bool:
        return bool(self._arrival.digest) and self._arrival.digest == self._digest

    def _take_entries(self) -> Taken:
        known, arriving = known_keys(self._db, self._feed), list(self._keys)
        places = self._arrival.recognise([entry.key for entry in known], arriving)
        paired = list(zip(arriving, places, strict=True))
        found = [(key, known[place]) for key, place in paired if place is not None]
        fresh = self._oldest_first([key for key, place in paired if place is None])
        keys = {entry.id: entry.key for entry in known} | {entry.id: key for key, entry in found}
        self._having = Counter(key.address for key in (*keys.values(), *fresh))
        changed = sum(self._renew_entry(key, entry) for key, entry in found)
        self._see([entry.id for _, entry in found])
        known_ones: dict[Key, int | None] = {key: entry.article for key, entry in found}
        new, joined = self._take_new(fresh, self._unread_ones(fresh, is_first=not known))
        self._index.write(self._db)
        added = list(new.values())
        muted = mute_rules.apply_to_arrived(self._db, self._feed, added, list(joined.values()), self._now)
        articles = known_ones | new | joined
        return Taken(_unread(self._db, added), len(joined), changed, muted, articles, frozenset(added))

    def _own_text(self, key: Key) -> OwnText:
        """What the feed has of an entry; making it takes long."""
        if key not in self._owns:
            own = self._arrival.own_text(self._keys[key])
            self._owns[key] = own._replace(listed=outlet_names.named(own.listed, self._outlets))
        return self._owns[key]

    def _oldest_first(self, keys: list[Key]) -> list[Key]:
        """By date if each has one, else the other way round than in the document, where the newest stand first."""
        turned = keys[::-1]
        dates = {key: self._own_text(key).listed.dated for key in turned}
        if None not in dates.values():
            turned.sort(key=lambda key: dates[key] or 0)
        return turned

    def _unread_ones(self, fresh: list[Key], *, is_first: bool) -> set[Key]:
        """Those of the new entries, the oldest first, that are unread."""
        if self._arrival.read is not None:
            return set(fresh).difference(map(stored_key, self._arrival.read))
        return set(fresh[-NEW_AT_FIRST:] if is_first else fresh)

    def _take_new(self, fresh: list[Key], unread: set[Key]) -> tuple[dict[Key, int], dict[Key, int]]:
        """The articles of the new entries: those that are new, and those that were here."""
        owns = {key: self._own_text(key) for key in fresh}
        joined = shared_articles.shared(self._db, self._feed, owns, self._having)
        for key, article in joined.items():
            self._give_more(article, owns[key])
        new = {key: NewArticle(own, key.address, key in unread) for key, own in owns.items() if key not in joined}
        added = dict(zip(new, feed_articles.add(self._db, list(new.values()), self._now, self._index), strict=True))
        self._add_entries(owns, joined | added)
        self._queue((added[key], one.own) for key, one in new.items() if one.unread)
        return added, joined

    def _renew_article(self, number: int, own: OwnText) -> None:
        kept_articles.renew(self._db, number, own.article, own.body, self._now, self._index, file=True)
        self._db.execute("UPDATE article SET text = ? WHERE id = ?", (own.extent, number))
        if own.packed is not None:
            self._db.execute("INSERT OR REPLACE INTO own_text VALUES (?, ?)", (number, own.packed))
        self._queue([(number, own)])

    def _give_more(self, number: int, own: OwnText) -> None:
        """Puts this feed's text in the place of another's summary."""
        fetched, text = self._db.execute("SELECT fetched, text FROM article WHERE id = ?", (number,)).fetchone()
        if not fetched and text != "whole" and not own.summary:
            self._renew_article(number, own)

    def _add_entries(self, owns: Mapping[Key, OwnText], articles: Mapping[Key, int]) -> None:
        """Some a statement, as rows of articles."""
        rows = [(self._feed, articles[key], *key, self._now, self._now, own.summary) for key, own in owns.items()]
        for at in range(0, len(rows), row_values.ROWS_A_STATEMENT):
            some = rows[at : at + row_values.ROWS_A_STATEMENT]
            self._db.execute(_entries_added(len(some)), [value for row in some for value in row])

    def _queue(self, articles: Iterable[tuple[int, OwnText]]) -> None:
        """Has the pages fetched if it is set so, else what the feed has of them converted."""
        feed_articles.queue(self._db, articles, self._settings)

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
        own = self._own_text(key)
        if fetched:
            self._queue([(entry.article, own._replace(summary=True))])
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
        asking.note_answers(self._db, [Answered(self._feed, arrival.next_at, arrival.moved_to)], self._now)


def stored_key(key: Key) -> Key:
    """The key as it is kept: half of its digest tells texts apart as well."""
    return Key(key.guid, key.address, key.title, key.digest[:DIGEST])


@cache
def _entries_added(rows: int) -> str:
    columns = "feed, article, guid, address, title, digest, first_seen, last_seen, summary"
    return f"INSERT INTO entry ({columns}) VALUES {', '.join(['(?, ?, ?, ?, ?, ?, ?, ?, ?)'] * rows)}"


def _unread(db: sqlite3.Connection, numbers: list[int]) -> tuple[int, ...]:
    rows = db.execute(
        f"SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND {UNREAD} ORDER BY id",
        (json.dumps(numbers),),
    )
    return tuple(number for (number,) in rows)
