"""Searches with a name, which the library lists as sections."""

from __future__ import annotations

from tui.library.library_errors import LibraryError, MissingError
from tui.library.store.connection import Connections
from tui.model.frozen import value
from tui.text.cleaning import clean_line

LONGEST_NAME = 200  # characters


@value(frozen=True, slots=True)
class SavedSearchRow:
    """A search as it is kept; ``query`` is in the search's own syntax."""

    id: int
    name: str
    query: str


def searches(connections: Connections) -> list[SavedSearchRow]:
    """All saved searches, the oldest first."""
    with connections.reading() as db:
        return [SavedSearchRow(*row) for row in db.execute("SELECT id, name, query FROM saved_search ORDER BY id")]


def save(connections: Connections, name: str, query: str) -> int:
    """Keeps a search under a name, in the place of the one that had it; its number."""
    name, query = clean_line(name, LONGEST_NAME), clean_line(query)
    if not name or not query:
        raise LibraryError("a saved search needs a name and words")
    with connections.writing() as db:
        db.execute(
            "INSERT INTO saved_search (name, query) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET query = excluded.query",
            (name, query),
        )
        return int(db.execute("SELECT id FROM saved_search WHERE name = ?", (name,)).fetchone()[0])


def forget(connections: Connections, number: int) -> None:
    """Forgets a saved search."""
    with connections.writing() as db:
        if not db.execute("DELETE FROM saved_search WHERE id = ?", (number,)).rowcount:
            raise MissingError("there is no such saved search")
