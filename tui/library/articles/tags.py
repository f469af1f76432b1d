"""Tags: names given by hand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from functools import lru_cache

from tui.library.library_errors import LibraryError
from tui.library.store.connection import Connections
from tui.model.frozen import value
from tui.text.cleaning import clean_line
from tui.text.folding import fold

LONGEST_TAG = 80  # characters
PAIRS_A_STATEMENT = 400  # SQLite before 3.32 takes 999 values


@value(frozen=True, slots=True)
class Count:
    """A section's name and how many articles are in it."""

    name: str
    articles: int


def tags(connections: Connections) -> list[Count]:
    """Every tag in use, in alphabetical order."""
    with connections.reading() as db:
        return [Count(*row) for row in db.execute("SELECT name, articles FROM tag WHERE articles > 0 ORDER BY key")]


def as_name(typed: str) -> str:
    """The tag that was typed, with or without #; LibraryError if it is nothing."""
    name = _name(typed)
    if not name:
        raise LibraryError("a tag needs a name")
    return name


def key_of(name: str) -> str:
    """What all spellings of a tag share; "" for what names none."""
    return fold(_name(name))


def names_of(db: sqlite3.Connection, article: int) -> list[str]:
    """The tags of an article, in alphabetical order."""
    found = db.execute(
        "SELECT name FROM tagging JOIN tag ON tag.id = tagging.tag WHERE article = ? ORDER BY key", (article,)
    )
    return [str(name) for (name,) in found]


def names_of_each(connections: Connections, articles: Iterable[int]) -> dict[int, list[str]]:
    """The tags of each of these articles that has any, in alphabetical order."""
    found: dict[int, list[str]] = {}
    with connections.reading() as db:
        rows = db.execute(
            "SELECT article, name FROM tagging JOIN tag ON tag.id = tagging.tag"
            " WHERE article IN (SELECT value FROM json_each(?)) ORDER BY key",
            (json.dumps(list(articles)),),
        )
        for article, name in rows:
            found.setdefault(article, []).append(name)
    return found


def add_tag(db: sqlite3.Connection, name: str, articles: Iterable[int]) -> list[int]:
    """Tags the articles; those that did not have the tag before."""
    tag = _tag(db, name)
    return [
        article
        for article in articles
        if db.execute("INSERT OR IGNORE INTO tagging SELECT ?, id FROM article WHERE id = ?", (tag, article)).rowcount
    ]


def add_tags(db: sqlite3.Connection, names: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Gives each of these articles, which are there, its tags: some a statement, for all of them change the same
    pages, which SQLite copies before each statement that has triggers."""
    ids: dict[str, int] = {}
    pairs: list[int] = []
    for article, its_names in names:
        for name in its_names:
            if name not in ids:
                ids[name] = _tag(db, name)
            pairs += (ids[name], article)
    for at in range(0, len(pairs), 2 * PAIRS_A_STATEMENT):
        some = pairs[at : at + 2 * PAIRS_A_STATEMENT]
        db.execute(f"INSERT OR IGNORE INTO tagging VALUES {', '.join(['(?, ?)'] * (len(some) // 2))}", some)


def remove_tag(db: sqlite3.Connection, name: str, articles: Iterable[int]) -> list[int]:
    """Takes the tag from the articles; those that had it."""
    found = db.execute("SELECT id FROM tag WHERE key = ?", (key_of(name),)).fetchone()
    if found is None:
        return []
    return [
        article
        for article in articles
        if db.execute("DELETE FROM tagging WHERE tag = ? AND article = ?", (found[0], article)).rowcount
    ]


@lru_cache(maxsize=1_024)  # an import names the same tags again and again
def _name(typed: str) -> str:
    return clean_line(typed.strip().lstrip("#"), LONGEST_TAG)


def _tag(db: sqlite3.Connection, name: str) -> int:
    """The tag of that name however it is spelled, made if there is none."""
    name = as_name(name)
    key = fold(name)
    found = db.execute("SELECT id FROM tag WHERE key = ?", (key,)).fetchone()
    if found:
        return int(found[0])
    made = db.execute("INSERT INTO tag (name, key) VALUES (?, ?)", (name, key)).lastrowid
    assert made is not None
    return made
