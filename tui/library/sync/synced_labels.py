"""Labels of entries at the server and tags here, kept in step with one another.

What the server said last of each entry is noted: what it has beyond that was given there, what it has no more was taken
away there.  What was given or taken here and waits to be sent stays as it is.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from tui.library.articles import tags
from tui.library.store.connection import Connections
from tui.library.sync import outbox
from tui.model.frozen import value

NOTE = "INSERT OR IGNORE INTO outbox (entry, mark, name, value) VALUES (?, 'label', ?, 1)"


@value(frozen=True, slots=True)
class ServerLabels:
    """The labels that a server has, and the ids of the entries that have each.

    ``untold`` are those of which it did not say which entries have them.
    """

    entries: Mapping[str, Collection[str]]
    untold: frozenset[str] = frozenset()

    @property
    def by_key(self) -> dict[str, tuple[str, frozenset[str]]]:
        """Each label and its entries by what it is as a tag; what can be none is left out."""
        return {key: (name, frozenset(items)) for name, items in self.entries.items() if (key := tags.key_of(name))}


def unread_of_tags(connections: Connections, account: int, unread: Collection[str]) -> dict[str, int]:
    """How many of these entries, which are unread at the server, have each tag here, by what a tag is known by.

    A tag that no entry of the server's has here is left out, one that none of these has is 0.
    """
    with connections.reading() as db:
        rows = db.execute(
            "SELECT key, item FROM synced_entry JOIN tagging ON tagging.article = synced_entry.article"
            " JOIN tag ON tag.id = tag WHERE account = ?",
            (account,),
        ).fetchall()
    counts = Counter({key: 0 for key, _ in rows})
    counts.update(key for key, item in rows if item in unread)
    return dict(counts)


def note_told(db: sqlite3.Connection, entry: int, name: str) -> None:
    """Notes that the server has said that an entry has a label."""
    db.execute(NOTE, (entry, name))


def given_there(connections: Connections, account: int, labels: ServerLabels) -> dict[str, list[str]]:
    """The entries here that the server seems to have given a label since it was asked last, by the label."""
    with connections.reading() as db:
        known, here = _articles(db, account), _tagged(db, account)
        settled = _noted(db, account).keys() | _waiting(db, account)
    return {
        name: sorted(
            item for item in items & known.keys() if (item, key) not in settled and (known[item][1], key) not in here
        )
        for key, (name, items) in labels.by_key.items()
    }


def apply(connections: Connections, account: int, labels: ServerLabels, given: Mapping[str, Collection[str]]) -> int:
    """Gives and takes away tags as labels were at the server; how many articles changed.

    ``given`` are of ``given_there`` those of which the entries themselves say that they have the label.
    """
    changed = set[int]()
    with connections.writing() as db:
        before, answered = outbox.last(db), set[tuple[int, str]]()
        known, noted, here = _articles(db, account), _noted(db, account), _tagged(db, account)
        waiting, there = _waiting(db, account), labels.by_key
        untold = {tags.key_of(name) for name in labels.untold}
        for key, (name, items) in there.items():
            for item in items & known.keys():
                entry, article = known[item]
                if (item, key) in noted:
                    continue
                if item in given.get(name, ()) and (item, key) not in waiting:
                    changed.update(tags.add_tag(db, name, [article]))
                    answered.add((entry, key))
                elif (article, key) not in here:
                    continue
                note_told(db, entry, name)
        taken = {
            of: note
            for of, note in noted.items()
            if of[1] not in untold and of[0] not in there.get(of[1], ("", frozenset()))[1]
        }
        for (item, key), (_, name) in taken.items():
            if (item, key) not in waiting:
                entry, article = known[item]
                changed.update(tags.remove_tag(db, name, [article]))
                answered.add((entry, key))
        outbox.drop_known(db, before, answered)
        db.executemany("DELETE FROM outbox WHERE id = ?", [(number,) for number, _ in taken.values()])
    return len(changed)


def _articles(db: sqlite3.Connection, account: int) -> dict[str, tuple[int, int]]:
    """The number and the article of each entry, by its id."""
    rows = db.execute(
        "SELECT item, synced_entry.id, article FROM synced_entry JOIN article ON article.id = article"
        " WHERE account = ?",
        (account,),
    )
    return {item: (entry, article) for item, entry, article in rows}


def _noted(db: sqlite3.Connection, account: int) -> dict[tuple[str, str], tuple[int, str]]:
    """What the server said last: the number of each note and the label, by entry and tag."""
    return {(item, tags.key_of(name)): (number, name) for item, name, number in _of_outbox(db, account, "label")}


def _waiting(db: sqlite3.Connection, account: int) -> set[tuple[str, str]]:
    return {(item, tags.key_of(name)) for item, name, _ in _of_outbox(db, account, "tag")}


def _of_outbox(db: sqlite3.Connection, account: int, mark: str) -> Iterable[tuple[str, str, int]]:
    return db.execute(
        "SELECT item, name, outbox.id FROM outbox JOIN synced_entry ON synced_entry.id = entry"
        " JOIN article ON article.id = article WHERE account = ? AND mark = ?",
        (account, mark),
    ).fetchall()


def _tagged(db: sqlite3.Connection, account: int) -> set[tuple[int, str]]:
    """The articles that are kept in step, each with the key of a tag that it has."""
    return set(
        db.execute(
            "SELECT article, key FROM tagging JOIN tag ON tag.id = tag"
            " WHERE article IN (SELECT article FROM synced_entry WHERE account = ?)",
            (account,),
        ).fetchall()
    )
