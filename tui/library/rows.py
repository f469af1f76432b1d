"""The list: narrow rows, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tui.library.connection import Connections


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list.

    ``kept_at`` is in UTC; ``published`` as the page gave it; ``fraction`` 0–1, how far it was read;
    ``captions``, ``pictures`` (kept) and ``sources`` are counts.
    """

    id: int
    title: str
    site: str | None
    url: str
    kept_at: datetime
    published: str | None
    words: int
    read: bool
    starred: bool
    fraction: float
    captions: int
    pictures: int
    sources: int


COLUMNS = "id, title, site, url, kept_at, published, words, read, starred, fraction, captions, pictures, sources"


def from_columns(values: tuple[Any, ...]) -> Row:
    """The Row made of COLUMNS."""
    number, title, site, url, kept_at, published, words, read, starred, *rest = values
    kept = datetime.fromtimestamp(kept_at, UTC)
    return Row(number, title, site, url, kept, published, words, bool(read), bool(starred), *rest)


def page(connections: Connections, limit: int, after: Row | int | None) -> list[Row]:
    """The next rows after that one, newest first."""
    before = after.id if isinstance(after, Row) else after
    with connections.reading() as db:
        found = db.execute(
            f"SELECT {COLUMNS} FROM article WHERE ? IS NULL OR id < ? ORDER BY id DESC LIMIT ?",
            (before, before, limit),
        )
        return [from_columns(values) for values in found]
