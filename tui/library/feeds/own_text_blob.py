"""What an article is to be converted from, as it is stored.

Compressed without the dictionary of bodies: where a damaged file's pages have lost their tables, a row is taken for an
article's body if that dictionary opens it.
"""

from __future__ import annotations

import zlib

from tui.library.library_errors import DamagedError

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
