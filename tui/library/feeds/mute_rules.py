"""Mute rules: searches whose finds are hidden when they arrive, in all feeds, a folder or a feed, until a day.

What a rule hides is stored with the article, so that no list and no count has to ask the rules.  What a person touched
is never hidden.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from tui.library.library_errors import LibraryError, MissingError
from tui.library.store.connection import ARTICLES_A_STATEMENT, Connections
from tui.library.store.moments import as_date
from tui.model.frozen import value
from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from tui.library.indexes import query as search_words
    from tui.library.search import full_text
else:  # most libraries have no rules
    (search_words,) = lazy_modules("tui.library.indexes", "query")
    (full_text,) = lazy_modules("tui.library.search", "full_text")

ASKS_NOTHING = "“{query}” asks for nothing: a mute rule is a search, such as title:football"


@value(frozen=True, slots=True)
class MuteRule:
    """A rule: of all feeds, or of the ``feed`` or ``folder`` of that number; ``hidden`` counts what it hid so far."""

    id: int
    query: str
    feed: int | None
    folder: int | None
    until: datetime | None
    hidden: int


def rules(connections: Connections) -> list[MuteRule]:
    """All rules, those of all feeds first."""
    with connections.reading() as db:
        rows = db.execute("SELECT id, query, feed, folder, until, hidden FROM mute_rule ORDER BY feed, folder, id")
        return [
            MuteRule(number, query, feed, folder, None if until is None else as_date(until), hidden)
            for number, query, feed, folder, until, hidden in rows
        ]


def add(connections: Connections, query: str, feed: int | None, folder: int | None, until: datetime | None) -> int:
    """A new rule, which hides at once what it finds of what nobody touched; its number."""
    query = clean_line(query)
    if not search_words.parse(query).understood:
        raise LibraryError(ASKS_NOTHING.format(query=query))
    moment = None if until is None else int(until.timestamp())
    with connections.writing() as db:
        added = db.execute(
            "INSERT INTO mute_rule (query, feed, folder, until) VALUES (?, ?, ?, ?)", (query, feed, folder, moment)
        ).lastrowid
        assert added is not None
        passing = [number for (number,) in db.execute("SELECT id FROM article WHERE kept = 0 AND muted = 0")]
        _hide(db, [(added, query, feed, folder)], passing)
    return added


def remove(connections: Connections, number: int, now: float) -> None:
    """Forgets a rule; what no other rule hides is seen again."""
    with connections.writing() as db:
        if not db.execute("DELETE FROM mute_rule WHERE id = ?", (number,)).rowcount:
            raise MissingError("there is no such mute rule")
        _show_again(db, int(now))


def end_expired(connections: Connections, now: float) -> None:
    """Forgets the rules whose day has come."""
    with connections.reading() as db:
        if not db.execute("SELECT 1 FROM mute_rule WHERE until <= ?", (int(now),)).fetchone():
            return
    with connections.writing() as db:
        if db.execute("DELETE FROM mute_rule WHERE until <= ?", (int(now),)).rowcount:
            _show_again(db, int(now))


def apply_to_arrived(db: sqlite3.Connection, feed: int, added: list[int], joined: list[int], now: int) -> int:
    """Hides what the rules find among new articles of a feed, and shows what this feed's rules do not hide."""
    active = _active(db, now, feed)
    muted = _hide(db, active, added)
    for number in joined:
        (is_muted,) = db.execute("SELECT muted FROM article WHERE id = ?", (number,)).fetchone()
        if is_muted and not any(full_text.matching(db, rule[1], [number]) for rule in active):
            db.execute("UPDATE article SET muted = 0 WHERE id = ?", (number,))
    return muted


Active = list[tuple[int, str, int | None, int | None]]


def _active(db: sqlite3.Connection, now: int, feed: int | None = None) -> Active:
    """The rules in force; of a feed, with those of its folders and of all."""
    rows = db.execute(
        "SELECT id, query, feed, folder FROM mute_rule WHERE (until IS NULL OR until > ?) ORDER BY id", (now,)
    ).fetchall()
    if feed is None:
        return rows
    folders = {folder for (folder,) in db.execute("SELECT folder FROM feed_folder WHERE feed = ?", (feed,))}
    return [
        rule
        for rule in rows
        if (rule[2] is None and rule[3] is None) or rule[2] == feed or (rule[3] is not None and rule[3] in folders)
    ]


def _hide(db: sqlite3.Connection, rules: Active, among: list[int]) -> int:
    """Hides what the rules find among these articles, each counted by the first rule that does; how many."""
    hidden, left = 0, list(among)
    for number, query, feed, folder in rules:
        found = full_text.matching(db, query, _of_scope(db, left, feed, folder))
        changed = _set_muted(db, found, 1)
        db.execute("UPDATE mute_rule SET hidden = hidden + ? WHERE id = ?", (changed, number))
        hidden += changed
        left = list(set(left) - set(found))
    return hidden


def _of_scope(db: sqlite3.Connection, among: list[int], feed: int | None, folder: int | None) -> list[int]:
    """Those of these articles that only feeds of a scope have: one that another feed has, too, is not hidden."""
    if feed is None and folder is None:
        return among
    of = "feed = ?" if feed is not None else "feed IN (SELECT feed FROM feed_folder WHERE folder = ?)"
    found = db.execute(
        "SELECT article FROM entry WHERE article IN (SELECT value FROM json_each(?))"
        f" GROUP BY article HAVING min({of})",
        (json.dumps(among), feed if feed is not None else folder),
    )
    return [number for (number,) in found]


def _show_again(db: sqlite3.Connection, now: int) -> None:
    """Shows what is hidden, and hides what the rules that are left find of it."""
    muted = [number for (number,) in db.execute("SELECT id FROM article WHERE muted = 1")]
    _set_muted(db, muted, 0)
    before = db.execute("SELECT id, hidden FROM mute_rule").fetchall()
    _hide(db, _active(db, now), muted)
    db.executemany("UPDATE mute_rule SET hidden = ? WHERE id = ?", ((hidden, number) for number, hidden in before))


def _set_muted(db: sqlite3.Connection, articles: Iterable[int], muted: int) -> int:
    numbers = list(articles)
    return sum(
        db.execute(
            "UPDATE article SET muted = ? WHERE kept = 0 AND muted != ? AND id IN (SELECT value FROM json_each(?))",
            (muted, muted, json.dumps(numbers[at : at + ARTICLES_A_STATEMENT])),
        ).rowcount
        for at in range(0, len(numbers), ARTICLES_A_STATEMENT)
    )
