"""Entries that a server has, too: brought by it, and their states kept in step with it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping

from tui.library.articles import marks, tags
from tui.library.feeds import arrivals, feed_articles, feed_settings
from tui.library.feeds.arrivals import Arrival, Taken
from tui.library.feeds.feed_articles import NewArticle, OwnText
from tui.library.indexes.word_index import Changes
from tui.library.store.connection import Connections
from tui.library.sync import outbox, synced_labels
from tui.library.sync.outbox import WaitingMark
from tui.model.entry_key import Key
from tui.model.frozen import value

NO_ARTICLE = 0
STATES: tuple[marks.Mark, ...] = ("read", "starred")


@value(frozen=True, slots=True)
class ServerStates:
    """The states of all entries of a server, from whole lists: what is not ``unread`` is read."""

    unread: frozenset[str]
    starred: frozenset[str]

    def of(self, item: str) -> dict[marks.Mark, bool]:
        """The state of one."""
        return {"read": item not in self.unread, "starred": item in self.starred}

    def has(self, mark: WaitingMark) -> bool:
        """Whether the server has a mark that waits already; of tags it is not known."""
        return any(name == mark.mark and value == mark.value for name, value in self.of(mark.item).items())

    def after(self, marks: Iterable[WaitingMark]) -> ServerStates:
        """The states once the server was sent these."""
        unread, starred = set(self.unread), set(self.starred)
        for one in marks:
            if one.mark == "read":
                (unread.discard if one.value else unread.add)(one.item)
            elif one.mark == "starred":
                (starred.add if one.value else starred.discard)(one.item)
        return ServerStates(frozenset(unread), frozenset(starred))


def known_items(connections: Connections, account: int) -> set[str]:
    """The ids of the entries that were brought, those whose articles are gone among them."""
    with connections.reading() as db:
        rows = db.execute("SELECT item FROM synced_entry WHERE account = ?", (account,))
        return {item for (item,) in rows}


def take_in(
    connections: Connections,
    account: int,
    feed: int,
    arrival: Arrival,
    items: Mapping[str, Key],
    states: ServerStates,
    now: float,
    labels: Mapping[str, Collection[str]] | None = None,
) -> Taken:
    """Takes in entries of a feed, each with its id and its state at the server, whole or not at all."""
    with connections.writing(durable=False) as db:
        before = outbox.last(db)
        taken = arrivals.take_in(connections, feed, arrival, now)
        tagged = set[tuple[int, str]]()
        for item, key in items.items():
            article = taken.articles.get(arrivals.stored_key(key)) or NO_ARTICLE
            joining = _Joining(db, account, feed, item, article, int(now))
            joining.join(states.of(item), is_new=article in taken.added)
            for name in (labels or {}).get(item, ()):
                if joining.entry and (tag := tags.key_of(name)):
                    tags.add_tag(db, name, [article])
                    tagged.add((joining.entry, tag))
                    synced_labels.note_told(db, joining.entry, name)
        outbox.drop_known(db, before, tagged)
    return taken


def take_in_starred(
    connections: Connections, account: int, entries: Mapping[str, tuple[Key, OwnText]], states: ServerStates, now: float
) -> int:
    """Takes in entries that are starred at the server and of no feed that is subscribed to; how many are new here."""
    index, added = Changes(), 0
    with connections.writing(durable=False) as db:
        before = outbox.last(db)
        for item, (key, own) in entries.items():
            found = db.execute("SELECT article FROM address WHERE key = ?", (key.address,)).fetchone()
            there = states.of(item)
            if found is None:
                new = NewArticle(own, key.address, unread=not there["read"])
                (number,) = feed_articles.add(db, [new], int(now), index)
                feed_articles.queue(db, [(number, own)], feed_settings.DEFAULTS)
                added += 1
            joining = _Joining(db, account, None, item, number if found is None else found[0], int(now))
            joining.join(there, is_new=found is None)
        index.write(db)
        outbox.drop_known(db, before)
    return added


class _Joining:
    """One entry that the server has, on its way to the article that it is here."""

    def __init__(
        self, db: sqlite3.Connection, account: int, feed: int | None, item: str, article: int, now: int
    ) -> None:
        self._db, self._account, self._feed, self._item = db, account, feed, item
        self._article, self._now = article, now
        self.entry = 0

    def join(self, there: dict[marks.Mark, bool], *, is_new: bool) -> None:
        """Notes what the server has; both sides get what either has of a person's marks."""
        here = self._marks_of_a_person()
        added = self._db.execute(
            "INSERT OR IGNORE INTO synced_entry (account, item, feed, article, read, starred)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (self._account, self._item, self._feed, self._article, there["read"], there["starred"]),
        )
        if not added.rowcount or not self._article:
            return
        assert added.lastrowid
        self.entry = added.lastrowid
        for mark in STATES:
            both = there[mark] or (here[mark] and not is_new)
            marks.set_mark(self._db, self._article, mark, both, self._now)
            if both != there[mark]:
                self._db.execute(
                    "INSERT INTO outbox (entry, mark, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    (self.entry, mark, both),
                )

    def _marks_of_a_person(self) -> dict[marks.Mark, bool]:
        """What was marked here.  That an entry was old when its feed was subscribed to is nobody's mark."""
        row = self._db.execute(
            "SELECT read AND (kept OR read_at IS NOT NULL"
            " OR EXISTS (SELECT 1 FROM synced_entry WHERE article = :article)), starred"
            " FROM article WHERE id = :article",
            {"article": self._article},
        ).fetchone()
        return {"read": bool(row[0]), "starred": bool(row[1])} if row else dict.fromkeys(STATES, False)


def apply_states(connections: Connections, account: int, states: ServerStates, now: float) -> int:
    """Marks here what has changed at the server, but for what waits to be sent; how many articles changed."""
    changed = set[int]()
    with connections.writing() as db:
        before = outbox.last(db)
        rows = db.execute(
            "SELECT id, article, item, read, starred FROM synced_entry WHERE account = ?", (account,)
        ).fetchall()
        for number, article, item, *was in rows:
            now_there = states.of(item)
            for mark, then in zip(STATES, was, strict=True):
                if now_there[mark] == bool(then):
                    continue
                db.execute(f"UPDATE synced_entry SET {mark} = ? WHERE id = ?", (now_there[mark], number))
                if _waits(db, article, mark, before):
                    continue
                if marks.set_mark(db, article, mark, now_there[mark], int(now)):
                    changed.add(article)
        outbox.drop_known(db, before)
        _forget_gone(db, account, states)
    return len(changed)


def _waits(db: sqlite3.Connection, article: int, mark: str, last: int) -> bool:
    """Whether a mark of the article waits that was made before this sync."""
    return bool(
        db.execute(
            "SELECT 1 FROM outbox JOIN synced_entry ON synced_entry.id = entry"
            " WHERE article = ? AND mark = ? AND outbox.id <= ? LIMIT 1",
            (article, mark, last),
        ).fetchone()
    )


def _forget_gone(db: sqlite3.Connection, account: int, states: ServerStates) -> None:
    """Forgets entries whose articles are gone for good and which the server would not bring again."""
    gone = db.execute(
        "SELECT id, item FROM synced_entry WHERE account = ? AND article NOT IN (SELECT id FROM article)"
        " AND article NOT IN (SELECT article FROM removed)",
        (account,),
    ).fetchall()
    forgotten = [number for number, item in gone if item not in states.unread and item not in states.starred]
    db.execute("DELETE FROM synced_entry WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(forgotten),))
