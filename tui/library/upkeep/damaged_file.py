"""A damaged SQLite file read page by page, without SQLite: every row of which there is anything left to read.

SQLite gives up a whole table for one page of it, and the whole file for one byte of its schema.  Here a page that
makes no sense costs what is on it: its tree is walked around it, and pages that no tree leads to any more are read
too.  The format: https://www.sqlite.org/fileformat2.html; section numbers in the comments are its own.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Value = int | float | str | bytes | None
PAGE_SIZES = tuple(2**power for power in range(9, 17))
USUAL_PAGE_SIZE = 16_384
INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13  # 1.6
INTERIOR = (INDEX_INTERIOR, TABLE_INTERIOR)
INTEGER_SIZES = (0, 1, 2, 3, 4, 6, 8)  # bytes of the serial types 0 to 6, 2.1
LOG_MAGIC = (0x377F0682, 0x377F0683)  # 4.1
FRAME_HEADER = struct.Struct(">6I")
NOT_READABLE = (IndexError, ValueError, struct.error, OverflowError)


class DamagedRow(NamedTuple):
    """A row as it lies there; ``rowid`` None in an index and in a table without rowids."""

    rowid: int | None
    values: list[Value]


class DamagedFile:
    """A database and the log beside it.  ``broken`` is how many of its pages and rows could not be read so far."""

    def __init__(self, path: Path) -> None:
        self._data = _content(path)
        header = self._data[:100]
        given = int.from_bytes(header[16:18], "big")
        size = 65_536 if given == 1 else given
        self.page_size = size if size in PAGE_SIZES else USUAL_PAGE_SIZE
        self._usable = self.page_size - (header[20] if len(header) > 20 and header[20] <= 32 else 0)
        self.user_version = int.from_bytes(header[60:64], "big")
        self._log = _log_pages(path.with_name(path.name + "-wal"), self.page_size)
        pages = -(-len(self._data) // self.page_size)
        self._pages = max((pages, *self._log))
        self._reached: set[int] = set()
        self.broken = 0

    def roots(self) -> dict[str, int]:
        """The first page of each table and index by its name, as far as the schema can be read (2.6)."""
        found = {}
        for _, values in self.rows(1):
            if len(values) == 5 and isinstance(values[1], str) and isinstance(values[3], int):
                found[values[1]] = values[3]
        return found

    def rows(self, root: int) -> Iterator[DamagedRow]:
        """The rows of a tree, those of pages that cannot be read left out."""
        coming, seen = [root], set[int]()
        while coming:
            number = coming.pop()
            if number in seen:
                continue
            seen.add(number)
            self._reached.add(number)
            page = _Page(self._page(number), 100 if number == 1 else 0)
            if not page.makes_sense:
                self.broken += 1
                continue
            coming += reversed(page.children)
            yield from self._rows_of(page)

    def stray_rows(self) -> Iterator[DamagedRow]:
        """The rows of pages that no tree read before led to and that are not free."""
        self._reach_free_pages()
        for number in range(2, self._pages + 1):
            if number not in self._reached:
                page = _Page(self._page(number), 0)
                if page.makes_sense:
                    yield from self._rows_of(page)

    def _rows_of(self, page: _Page) -> Iterator[DamagedRow]:
        if page.kind == TABLE_INTERIOR:
            return
        for at in page.cells:
            try:
                yield self._row(page, at)
            except NOT_READABLE:
                self.broken += 1

    def _row(self, page: _Page, at: int) -> DamagedRow:
        """A cell of a page (1.6)."""
        if page.kind == INDEX_INTERIOR:
            at += 4
        size, at = _varint(page.data, at)
        rowid = None
        if page.kind == TABLE_LEAF:
            rowid, at = _varint(page.data, at)
        return DamagedRow(_signed(rowid), _values(self._payload(page, at, size)))

    def _payload(self, page: _Page, at: int, size: int) -> bytes:
        """What a cell holds, with what of it lies on other pages (1.6, 1.7)."""
        usable = self._usable
        most = usable - 35 if page.kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if size <= most:
            content = page.data[at : at + size]
        else:
            if size > len(self._data) + len(self._log) * self.page_size:
                raise ValueError("longer than the file")
            least = (usable - 12) * 32 // 255 - 23
            here = least + (size - least) % (usable - 4)
            here = here if here <= most else least
            parts = [page.data[at : at + here]]
            self._follow(int.from_bytes(page.data[at + here : at + here + 4], "big"), size - here, parts)
            content = b"".join(parts)
        if len(content) != size:
            raise ValueError("cut short")
        return content

    def _follow(self, number: int, left: int, parts: list[bytes]) -> None:
        while left > 0:
            page = self._page(number)
            if not page:
                raise ValueError("a page is gone")
            self._reached.add(number)
            number = int.from_bytes(page[:4], "big")
            parts.append(page[4 : 4 + min(left, self._usable - 4)])
            left -= self._usable - 4

    def _page(self, number: int) -> bytes:
        """The page as it was written last, zeros for what was cut off of it; nothing if it is not there."""
        found = self._log.get(number)
        if found is None and 0 < number <= self._pages:
            found = self._data[(number - 1) * self.page_size : number * self.page_size]
        return found.ljust(self.page_size, b"\0") if found else b""

    def _reach_free_pages(self) -> None:
        """What stands on free pages was deleted (1.5)."""
        trunk = int.from_bytes(self._page(1)[32:36], "big")
        while trunk and trunk not in self._reached and (page := self._page(trunk)):
            self._reached.add(trunk)
            trunk, count = struct.unpack(">II", page[:8])
            count = min(count, self._usable // 4 - 2)
            self._reached.update(struct.unpack(f">{count}I", page[8 : 8 + 4 * count]))


class _Page:
    """A page of a tree: its ``kind``, where its ``cells`` are, and the pages below it."""

    def __init__(self, data: bytes, start: int) -> None:
        self.data = data
        self.kind = data[start] if data else 0
        self.cells: tuple[int, ...] = ()
        self.children: list[int] = []
        self.makes_sense = self.kind in (*INTERIOR, INDEX_LEAF, TABLE_LEAF)
        if not self.makes_sense:
            return
        interior = self.kind in INTERIOR
        count = int.from_bytes(data[start + 3 : start + 5], "big")
        first = start + (12 if interior else 8)
        if first + 2 * count > len(data):
            self.makes_sense = False
            return
        self.cells = tuple(at for at in struct.unpack(f">{count}H", data[first : first + 2 * count]) if at < len(data))
        if interior:
            self.children = [int.from_bytes(data[at : at + 4], "big") for at in self.cells]
            self.children.append(int.from_bytes(data[start + 8 : start + 12], "big"))


def _content(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if path.stat().st_size else b""


def _log_pages(path: Path, page_size: int) -> dict[int, bytes]:
    """The pages of the log that were committed, by number (4.1 to 4.3)."""
    log = path.read_bytes() if path.exists() else b""
    if len(log) < 32 or int.from_bytes(log[:4], "big") not in LOG_MAGIC:
        return {}
    order = "big" if log[3] & 1 else "little"
    if int.from_bytes(log[8:12], "big") != page_size:
        return {}
    salts, sums = log[16:24], _checksum(log[:24], (0, 0), order)
    committed: dict[int, bytes] = {}
    since: dict[int, bytes] = {}
    for at in range(32, len(log) - FRAME_HEADER.size - page_size + 1, FRAME_HEADER.size + page_size):
        number, pages_after, _, _, *given = FRAME_HEADER.unpack_from(log, at)
        page = log[at + FRAME_HEADER.size : at + FRAME_HEADER.size + page_size]
        sums = _checksum(page, _checksum(log[at : at + 8], sums, order), order)
        if log[at + 8 : at + 16] != salts or sums != tuple(given):
            break
        since[number] = page
        if pages_after:
            committed |= since
            since = {}
    return committed


def _checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """The running sums over the data (4.2)."""
    one, two = sums
    words = struct.unpack(f"{'>' if order == 'big' else '<'}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = (one + even + two) & 0xFFFFFFFF
        two = (two + odd + one) & 0xFFFFFFFF
    return one, two


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """An integer of one to nine bytes, and where it ends (1.6)."""
    value = 0
    for n in range(8):
        byte = data[at + n]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    return value << 8 | data[at + 8], at + 9


def _signed(value: int | None) -> int | None:
    return value - 2**64 if value is not None and value >= 2**63 else value


def _values(record: bytes) -> list[Value]:
    """The columns of a record (2.1)."""
    end, at = _varint(record, 0)
    if end > len(record):
        raise ValueError("a header longer than its record")
    kinds = []
    while at < end:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values, at = [], end
    for kind in kinds:
        value, at = _column(record, at, kind)
        values.append(value)
    return values


def _column(record: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in (8, 9):
        return kind - 8, at
    if kind in (10, 11):
        raise ValueError("no such type")
    size = 8 if kind == 7 else INTEGER_SIZES[kind] if kind < 7 else (kind - 12) // 2
    content = record[at : at + size]
    if len(content) != size:
        raise ValueError("a column longer than its record")
    if kind == 0:
        return None, at
    if kind < 7:
        return int.from_bytes(content, "big", signed=True), at + size
    if kind == 7:
        return float(struct.unpack(">d", content)[0]), at + size
    return (content if kind % 2 == 0 else content.decode("utf-8", "replace")), at + size
