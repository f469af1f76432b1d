"""Compressed bytes made plain in bounded pieces, so that a bomb stops at the limit of who reads it.

Only gzip and deflate: Python's zlib hands out at most as much as it is asked for.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tui.system.content_types import GZIP_MAGIC

PIECE = 256 * 1024  # bytes handed out at a time at most
# How a page begins, and neither gzip nor zlib does; some servers name a compression that they left out.
MARKUP = (b"<", b"\xef")
CODINGS = ("gzip", "x-gzip", "deflate", "identity")
MAX_CODINGS = 2  # layers of compression; a page is sent with one, two are a server's mistake, more an attack


class BrokenStreamError(Exception):
    """Bytes that are not what they are said to be compressed with, or end too early."""


class Inflater:
    """One layer of gzip (also of several members) or deflate (with zlib's header or without)."""

    def __init__(self, coding: str) -> None:
        self._window = 16 + zlib.MAX_WBITS if coding.endswith("gzip") else zlib.MAX_WBITS
        self._inner = zlib.decompressobj(self._window)
        self._started = False
        self._plain = False  # it is not compressed at all, whatever the header says

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The plain bytes of the next compressed ones, in pieces.  Raises BrokenError."""
        gzipped = self._window > zlib.MAX_WBITS  # only its first byte is always the same
        self._plain = self._plain or (gzipped and not self._started and data[:1] in MARKUP)
        if self._plain:
            yield data
            return
        while data:
            if self._inner.eof:
                if not data.startswith(GZIP_MAGIC[: len(data)]):
                    return  # padding after the last member
                self._inner = zlib.decompressobj(self._window)
            yield from self._pieces(data)
            data = self._inner.unused_data if self._inner.eof else b""

    def close(self) -> None:
        """Raises BrokenError when the compressed bytes ended too early."""
        if self._started and not self._inner.eof:
            raise BrokenStreamError("ends too early")

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        piece = self._first(data) if not self._started else self._step(data)
        while piece:
            yield piece
            piece = self._step(self._inner.unconsumed_tail)

    def _first(self, data: bytes) -> bytes:
        self._started = True
        try:
            return self._inner.decompress(data, PIECE)
        except zlib.error:
            # "deflate" without zlib's header is wrong, but servers that send it exist.
            self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
            return self._step(data)

    def _step(self, data: bytes) -> bytes:
        try:
            return self._inner.decompress(data, PIECE)
        except zlib.error as error:
            raise BrokenStreamError("is damaged") from error


class Plain:
    """No compression: the bytes as they come."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def close(self) -> None:
        """Nothing can be missing."""


class Layers:
    """What undoes the codings of a Content-Encoding header, named in the order in which they were applied."""

    def __init__(self, codings: list[str]) -> None:
        self._layers = [Inflater(coding) if coding != "identity" else Plain() for coding in reversed(codings)]

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Plain bytes in pieces of at most PIECE bytes where anything was compressed.  Raises BrokenError."""
        stream: Iterator[bytes] = iter((data,))
        for layer in self._layers:
            stream = _through(layer, stream)
        return stream

    def close(self) -> None:
        """Raises BrokenError when the compressed bytes ended too early."""
        for layer in self._layers:
            layer.close()


def _through(layer: Inflater | Plain, stream: Iterator[bytes]) -> Iterator[bytes]:
    for data in stream:
        yield from layer.feed(data)
