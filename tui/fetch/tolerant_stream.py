"""A connection whose response heads are mended before the HTTP parser sees them.

h11 refuses a whole response for one header line that is none; browsers skip such a line (Fetch, "parse a header").
"""

from __future__ import annotations

import re
import ssl
from typing import Any

import httpcore2

MAX_HEAD = 128 * 1024  # bytes; h11 gives up long before
HTTP = b"HTTP/"  # how every head begins
HEAD_END = re.compile(rb"\r?\n\r?\n")
LONGEST_END = 4  # bytes
LINE_END = re.compile(rb"\r?\n(?![ \t])")  # a line that begins with white space continues the one before
HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)", re.DOTALL)  # RFC 9110, 5.1: a name is a token
CONTROLS = bytes(c for c in range(32) if c not in b"\t\r\n") + b"\x7f"
LENGTH = b"content-length"
LENGTHS = re.compile(rb"[\s\d,]*\d[\s\d,]*")  # one, or several that must agree
INTERIM = re.compile(rb"HTTP/1\.[01] 1\d\d")  # "103 Early Hints": another head follows


class TolerantStream(httpcore2.AsyncNetworkStream):
    """A stream of HTTP/1.1, one request after the other, without header lines that no parser takes."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream
        self._head = bytearray()
        self._in_head = True

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes; a head comes whole and mended, so that it may be longer than ``max_bytes``."""
        if not self._in_head:
            return await self._stream.read(max_bytes, timeout)
        looked_at = 0
        while not (end := HEAD_END.search(self._head, looked_at)):
            looked_at = max(0, len(self._head) - LONGEST_END + 1)
            received = await self._stream.read(max_bytes, timeout)
            self._head += received
            if not received or len(self._head) > MAX_HEAD or not HTTP.startswith(self._head[: len(HTTP)]):
                self._in_head = False  # no head that could be mended
                return self._taken(len(self._head))
        self._in_head = INTERIM.match(self._head) is not None
        head = mended(self._taken(end.start()))
        return head + self._taken(end.end() - end.start()) + (b"" if self._in_head else self._taken(len(self._head)))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends; what comes next is the head of an answer."""
        self._in_head = True
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Closes the connection."""
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.AsyncNetworkStream:
        """The same over TLS."""
        return TolerantStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)

    def _taken(self, length: int) -> bytes:
        taken = bytes(self._head[:length])
        del self._head[:length]
        return taken


def mended(head: bytes) -> bytes:
    """A response's head, its end not included, without lines that are no header and without control characters.

    A length that is no number goes too, and the body ends with the connection, as in browsers.
    """
    status_line, *lines = LINE_END.split(head)
    found = [(line[1], line[2].translate(None, CONTROLS)) for line in map(HEADER.fullmatch, lines) if line]
    kept = [b"%b:%b" % (name, value) for name, value in found if name.lower() != LENGTH or LENGTHS.fullmatch(value)]
    return b"\r\n".join([status_line, *kept])
