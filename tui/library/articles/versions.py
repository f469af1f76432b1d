"""The texts that an article has had."""

from __future__ import annotations

from datetime import datetime
from itertools import zip_longest

from tui.library.articles import text_difference
from tui.library.library_errors import MissingError
from tui.library.store import body_blob
from tui.library.store.connection import Connections
from tui.library.store.moments import as_date
from tui.model.article import Article
from tui.model.frozen import value


@value(frozen=True, slots=True)
class Version:
    """A text that an article had: ``number`` 1 is the oldest.

    It was kept at ``kept_at`` and replaced at ``until`` (both UTC); ``until`` None: it is the current one.
    """

    number: int
    kept_at: datetime
    until: datetime | None


def versions(connections: Connections, article: int) -> list[Version]:
    """All texts of an article, oldest first; the last is the current one."""
    with connections.reading() as db:
        kept = db.execute("SELECT kept_at FROM article WHERE id = ?", (article,)).fetchall()
        replaced = db.execute("SELECT kept_at FROM version WHERE article = ? ORDER BY id", (article,)).fetchall()
    moments = [as_date(at) for (at,) in (*kept, *replaced)]
    return [Version(n, at, until) for n, (at, until) in enumerate(zip_longest(moments, moments[1:]), start=1)]


def version(connections: Connections, article: int, number: int) -> Article:
    """The article as it was in that version."""
    with connections.reading() as db:
        rows = db.execute("SELECT id FROM version WHERE article = ? ORDER BY id", (article,)).fetchall()
        if number == len(rows) + 1:
            return body_blob.stored(db, article)
        if not 1 <= number <= len(rows):
            raise MissingError("there is no such version of this article")
        (blob,) = db.execute("SELECT packed FROM version WHERE id = ?", rows[number - 1]).fetchone()
    return body_blob.expand(blob)


def difference(connections: Connections, article: int, old: int | None, new: int | None) -> text_difference.Difference:
    """What changed from one version to another; by default from the last but one to the current."""
    last = len(versions(connections, article))
    newer = last if new is None else new
    older = max(1, newer - 1) if old is None else old
    return text_difference.difference(version(connections, article, older), version(connections, article, newer))
