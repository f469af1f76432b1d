"""Room for pictures: when they take more than is allowed, those longest done with go first.

First those of articles that were read, longest ago first; then those of unread ones, longest kept
first; those of starred articles and of articles put off for later never.  Text is never given up.
"""

from __future__ import annotations

from tui.library.articles import pictures
from tui.library.store.connection import Connections
from tui.model.frozen import value

GIVEN_UP = "given up for space; shown again when the article is opened online"
CANDIDATES = (
    "SELECT picture.article, caption, digest, media_type, bytes FROM picture"
    " JOIN article ON article.id = picture.article WHERE digest IS NOT NULL AND NOT starred AND NOT later"
    " ORDER BY read DESC, coalesce(read_at, kept_at), article.id"
)


@value(frozen=True, slots=True)
class PictureRoom:
    """What pictures take: ``files`` and ``bytes`` now, and the ``freed`` bytes that were given up."""

    files: int
    bytes: int
    freed: int = 0


def room(connections: Connections) -> PictureRoom:
    """What the pictures take; one that is in two articles counts once."""
    with connections.reading() as db:
        found = db.execute(
            "SELECT count(*), coalesce(sum(bytes), 0) FROM"
            " (SELECT max(bytes) AS bytes FROM picture WHERE digest IS NOT NULL GROUP BY digest)"
        ).fetchone()
    return PictureRoom(*found)


def evict(connections: Connections, limit: int) -> PictureRoom:
    """Gives up pictures until they take at most ``limit`` bytes, or none is left that may go."""
    before = room(connections)
    if before.bytes <= limit:
        return before
    over = before.bytes - limit
    files: list[tuple[str, str | None]] = []
    with connections.writing() as db:
        for article, caption, digest, media_type, size in db.execute(CANDIDATES).fetchall():
            pictures.give_up(db, article, caption, GIVEN_UP)
            files.append((digest, media_type))
            if not db.execute(pictures.NAMED, (digest,)).fetchone():
                over -= size
            if over <= 0:
                break
    pictures.unlink_unused(connections, files)
    after = room(connections)
    return PictureRoom(after.files, after.bytes, before.bytes - after.bytes)
