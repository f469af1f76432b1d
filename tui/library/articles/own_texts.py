"""What an article is to be converted from, where a feed had it: as it is stored, asked for and dropped.

Compressed without the dictionary of bodies: where a damaged file's pages have lost their tables, a row is taken for an
article's body if that dictionary opens it.
"""

from __future__ import annotations

import zlib

from tui.library.library_errors import DamagedError
from tui.library.store.connection import Connections

LEVEL = 1  # it does not stay long
WINDOW = 12  # bits of what is looked back on in a small text; to make ready for more takes longer than to compress it
DAMAGED = "what a feed has of this article is damaged: run newsreader doctor --repair"


def pack_own_text(text: str) -> bytes:
    """The blob of a text."""
    data = text.encode("utf-8", "surrogatepass")
    window = WINDOW if len(data) <= 2**WINDOW else zlib.MAX_WBITS
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, window, min(8, window - 7))
    return stream.compress(data) + stream.flush()


def unpack_own_text(blob: bytes) -> str:
    """The text in a blob; DamagedError if it is not that any more."""
    try:
        return zlib.decompress(blob).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError, TypeError) as error:
        raise DamagedError(DAMAGED) from error


def own_text(connections: Connections, number: int) -> str | None:
    """What the article is to be converted from, None where that is done or there is nothing."""
    with connections.reading() as db:
        row = db.execute("SELECT packed FROM own_text WHERE article = ?", (number,)).fetchone()
    return unpack_own_text(row[0]) if row else None


def drop_own_text(connections: Connections, number: int) -> None:
    """Leaves an article its plain text: there is nothing to convert in what its feed has."""
    with connections.writing(durable=False) as db:
        db.execute("DELETE FROM own_text WHERE article = ?", (number,))
        db.execute("DELETE FROM prefetch WHERE article = ? AND stage = 'own'", (number,))
