"""What a reader marks, on one article or many, and how it is undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import Literal, get_args

from tui.library.articles import tags
from tui.library.articles.rows import is_kept
from tui.library.library_errors import MissingError
from tui.library.store.connection import Connections
from tui.model.frozen import value
from tui.text.amounts import counted

Mark = Literal["read", "starred", "later"]
MARKS: tuple[Mark, ...] = get_args(Mark)
Articles = int | Iterable[int]


@value(frozen=True, slots=True)
class Undo:
    """How to take back what was just done to ``articles``; ``saying`` is what was done, for the status line.

    ``kind`` is a mark, "tag" or "removed"; ``value`` what it was set to; ``name`` the tag.
    """

    kind: Literal["read", "starred", "later", "tag", "removed"]
    articles: tuple[int, ...]
    value: bool = True
    name: str = ""

    @property
    def saying(self) -> str:
        """Such as "3 articles starred"."""
        count = counted(len(self.articles), "article")
        if self.kind == "tag":
            return f"{count} {'tagged' if self.value else 'no longer tagged'} {self.name}"
        return f"{count} {SAYINGS[self.kind, self.value]}"


SAYINGS = {
    ("read", True): "marked read",
    ("read", False): "marked unread",
    ("starred", True): "starred",
    ("starred", False): "no longer starred",
    ("later", True): "put off for later",
    ("later", False): "no longer put off",
    ("removed", True): "removed",
}


def as_ids(articles: Articles) -> list[int]:
    """One id or many as a list."""
    return [articles] if isinstance(articles, int) else list(articles)


def mark(connections: Connections, articles: Articles, kind: Mark, value: bool, now: float) -> Undo:
    """Sets a mark; the undo names the articles that it changed.  MissingError if none of them is kept."""
    ids = as_ids(articles)
    with connections.writing() as db:
        changed = [number for number in ids if set_mark(db, number, kind, value, int(now))]
        if ids and not changed and not any(is_kept(db, number) for number in ids):
            raise MissingError("this article is no longer kept")
    return Undo(kind, tuple(changed), value)


def tag(connections: Connections, articles: Articles, name: str, value: bool) -> Undo:
    """Gives or takes a tag; the undo names the articles that it changed."""
    change: Callable[[sqlite3.Connection, str, Iterable[int]], list[int]] = tags.add_tag if value else tags.remove_tag
    with connections.writing() as db:
        return Undo("tag", tuple(change(db, name, as_ids(articles))), value, tags.as_name(name))


def set_mark(db: sqlite3.Connection, number: int, kind: Mark, value: bool, now: int) -> bool:
    """Sets a mark within an open transaction; whether that changed anything."""
    changed = db.execute(f"UPDATE article SET {kind} = ? WHERE id = ? AND {kind} != ?", (value, number, value)).rowcount
    if kind == "read" and changed:
        db.execute("UPDATE article SET read_at = ? WHERE id = ?", (now if value else None, number))
    return bool(changed)
