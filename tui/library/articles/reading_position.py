"""Where reading stopped."""

from __future__ import annotations

from tui.library.store.connection import Connections


def place(connections: Connections, article: int) -> tuple[int, int]:
    """Block and character offset where reading stopped."""
    with connections.reading() as db:
        found = db.execute('SELECT block, "offset" FROM article WHERE id = ?', (article,)).fetchone()
    return (int(found[0]), int(found[1])) if found else (0, 0)


def set_place(connections: Connections, article: int, block: int, offset: int, fraction: float) -> None:
    """Remembers the place; a library that can only be read is left alone, so that reading goes on."""
    if connections.read_only:
        return
    with connections.writing(durable=False) as db:
        db.execute(
            'UPDATE article SET block = ?, "offset" = ?, fraction = ?, kept = 1, muted = 0 WHERE id = ?',
            (max(0, block), max(0, offset), min(1.0, max(0.0, fraction)), article),
        )
