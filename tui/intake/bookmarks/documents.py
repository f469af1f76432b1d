"""A file of an export as its readers see it: bytes that can be read more than once, and what lies beside it."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from tui.feeds.decoding import MARKS, WIDE
from tui.intake.bookmarks.export_limits import CHUNK, HEAD, LARGEST_FILE
from tui.model.bookmark import Bookmark
from tui.model.subscription import Skipped, Subscription

Item = Bookmark | Subscription | Skipped
TOO_LARGE = Skipped("the file goes on for longer than any export: the rest is not read", failed=True)
CUT_OFF = "the file is damaged or cut off here"


@dataclass(frozen=True, slots=True)
class Document:
    """A file; ``open`` gives its bytes from the beginning, ``beside`` those of another file by its path from this one.

    ``size`` is in bytes, as far as it is known before it is read.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]
    beside: Callable[[str], bytes | None] = lambda _: None

    def head(self, size: int = HEAD) -> bytes:
        """Its first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def head_text(self) -> str:
        """The text that its first bytes are."""
        return _decoded_head(self.head())

    def text(self) -> io.TextIOWrapper:
        """Its text as a stream, line ends as they are; a byte that the encoding does not know is replaced."""
        stream = self.open()
        stream.read(_mark_length(self.head(4)))
        return io.TextIOWrapper(stream, encoding=self._encoding(), errors="replace", newline="")

    def pieces(self) -> Iterator[str]:
        """Its text in pieces; nothing after ``LARGEST_FILE``."""
        with self.text() as text:
            room = LARGEST_FILE
            while room > 0 and (piece := text.read(CHUNK)):
                room -= len(piece)
                yield piece

    def _encoding(self) -> str:
        """The encoding: by its mark or its zeros, else UTF-8 if the bytes are that, else what Windows writes."""
        wide = _wide(self.head(8))
        if wide:
            return wide
        decoder = codecs.getincrementaldecoder("utf-8")()
        foreign = False
        with self.open() as stream:
            try:
                for _ in range(0, LARGEST_FILE, CHUNK):
                    piece = stream.read(CHUNK)
                    foreign = not decoder.decode(piece, final=not piece).isascii() or foreign
                    if not piece:
                        break
            except UnicodeDecodeError as error:
                # What is UTF-8 up to here, and not only ASCII, is UTF-8 with a fault in it.
                foreign = foreign or not error.object[: error.start].isascii()
                return "utf-8" if foreign else "cp1252"
        return "utf-8"


def _decoded_head(head: bytes) -> str:
    body = head[_mark_length(head) :]
    wide = _wide(head)
    if wide:
        return body.decode(wide, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _wide(head: bytes) -> str | None:
    """The encoding of a text in wide characters."""
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    return next((name for beginning, name in WIDE if beginning.match(head)), _wide_letters(head))


def _wide_letters(head: bytes) -> str | None:
    """The encoding where plain letters have zeros beside them, as a table or a list of addresses begins."""
    if len(head) < 4 or head.count(b"\0", 0, 4) != 2:
        return None
    return "utf-16-le" if head[1] == head[3] == 0 else "utf-16-be" if head[0] == head[2] == 0 else None


def _mark_length(head: bytes) -> int:
    marks = (mark for mark, _ in (*MARKS, (codecs.BOM_UTF8, "utf-8")))
    return next((len(mark) for mark in marks if head.startswith(mark)), 0)
