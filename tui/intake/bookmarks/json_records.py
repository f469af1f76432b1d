"""JSON of any size, record by record, in bounded memory.

A record is an element of a list that holds records: the outermost list, or one of those that ``_holds_records`` names.
It comes as soon as it is whole, without the lists of records in it, whose records came before it.  A file that is cut
off gives what is whole.  Commas and colons are passed over: where one is missing, or is too many, nothing is lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tui.intake.bookmarks.export_limits import CHUNK, DEEPEST, LONGEST_TEXT, MOST_ENTRIES, MOST_HELD, TEXT_UNIT

Path = tuple[str, ...]
IN_LIST = "[]"  # in a path: an element of a list
# A sign, a text (1: without its quotation marks), or a number or word (2).  What is not closed does not match.
TOKEN = re.compile(r'[\s,:]*+(?:([\[\]{}])|"((?:[^"\\]++|\\.)*+)"|([^\s,:\[\]{}"]++))', re.DOTALL)
WORDS = {"true": True, "false": False, "null": None}
LONGEST_NUMBER = 40  # characters


class BrokenJsonError(Exception):
    """The text is no JSON from here on, or is nested or filled beyond all bounds."""


@dataclass(frozen=True, slots=True)
class Record:
    """An element of a list of records.

    ``number`` counts records in the order in which they begin, from 1; ``parent`` is that of the record whose list
    this one is in, 0 for the outermost.  ``path``: the names that lead to the list.
    """

    number: int
    parent: int
    path: Path
    value: Any


@dataclass(slots=True)
class _Frame:
    """A list or an object that is being read; ``weight`` is what it holds."""

    value: list[Any] | dict[str, Any]
    path: Path
    record: int
    holds_records: bool = False
    key: str | None = None
    weight: int = 0


def _holds_records(path: Path) -> bool:
    """Whether a list holds records: of bookmarks, of the lists that they are in, of folders in folders."""
    return path in ((), ("bookmarks",), ("lists",), ("collections",), ("collections", IN_LIST, "links")) or (
        path[:1] == ("roots",) and path[-1] == "children"
    )


def records(pieces: Iterable[str]) -> Iterator[Record]:
    """The records in a text; the outermost object comes last, as record 0.  Raises BrokenError."""
    builder = _Builder()
    for token in _tokens(iter(pieces)):
        sign, written, word = token.groups()
        if sign in ("{", "["):
            builder.begin(sign)
            continue
        if sign:
            record = builder.end(sign)
        elif written is not None:
            record = builder.add(_text(written), len(written) // TEXT_UNIT)
        else:
            record = builder.add(_value(word))
        if record is not None:
            yield record
    if builder.unfinished:
        raise BrokenJsonError


class _Builder:
    """Puts values together until a record is whole."""

    def __init__(self) -> None:
        self._stack: list[_Frame] = []
        self._held = self._number = 0
        self._begun = False

    @property
    def unfinished(self) -> bool:
        """Whether something is not closed, or nothing came."""
        return bool(self._stack) or not self._begun

    def begin(self, sign: str) -> None:
        """A list or an object begins."""
        if len(self._stack) >= DEEPEST or (self._begun and not self._stack):
            raise BrokenJsonError
        self._begun = True
        path: Path = ()
        record = 0
        if self._stack:
            above = self._stack[-1]
            path = (*above.path, IN_LIST if isinstance(above.value, list) else above.key or "")
            record = above.record
            if above.holds_records:
                record = self._next_number()
        value: list[Any] | dict[str, Any] = {} if sign == "{" else []
        self._stack.append(_Frame(value, path, record, sign == "[" and _holds_records(path)))

    def end(self, sign: str) -> Record | None:
        """A list or an object ends; the record that is whole now."""
        if not self._stack or isinstance(self._stack[-1].value, dict) != (sign == "}"):
            raise BrokenJsonError
        frame = self._stack.pop()
        if not self._stack:
            return Record(0, -1, (), frame.value) if sign == "}" else None
        if frame.holds_records:
            self._stack[-1].key = None
            return None
        above = self._stack[-1]
        if above.holds_records:
            self._held -= frame.weight
            return Record(frame.record, above.record, above.path, frame.value)
        self._put(frame.value, frame.weight + 1, 1)
        return None

    def add(self, value: Any, weight: int = 0) -> Record | None:
        """A text, a number or a word; as an element of a list of records it is one itself."""
        if not self._stack:
            raise BrokenJsonError
        above = self._stack[-1]
        if isinstance(above.value, dict) and above.key is None:
            if not isinstance(value, str):
                raise BrokenJsonError
            above.key = value
            return None
        if above.holds_records:
            return Record(self._next_number(), above.record, above.path, value)
        self._put(value, weight + 1, weight + 1)
        return None

    def _next_number(self) -> int:
        self._number += 1
        if self._number > MOST_ENTRIES:
            raise BrokenJsonError
        return self._number

    def _put(self, value: Any, weight: int, more: int) -> None:
        above = self._stack[-1]
        above.weight += weight
        self._held += more
        if self._held > MOST_HELD:
            raise BrokenJsonError
        if isinstance(above.value, list):
            above.value.append(value)
        else:
            above.value[above.key or ""] = value
            above.key = None


def _tokens(pieces: Iterator[str]) -> Iterator[re.Match[str]]:
    """The tokens of a text; raises BrokenError for what is none, or is longer than any text."""
    text, at, ended = next(pieces, "").lstrip("\ufeff"), 0, False
    while True:
        match = TOKEN.match(text, at)
        if match and (match[3] is None or match.end() < len(text) or ended):  # a number may go on in the next piece
            yield match
            at = match.end()
            continue
        if ended:
            if text[at:].strip(" \t\r\n,:"):
                raise BrokenJsonError
            return
        if len(text) - at > LONGEST_TEXT:
            raise BrokenJsonError
        more, wanted = [text[at:]], max(CHUNK, len(text) - at)
        while wanted > 0 and (piece := next(pieces, "")):  # twice as much each time: what is long is looked at rarely
            more.append(piece)
            wanted -= len(piece)
        ended = wanted > 0
        text, at = "".join(more), 0


def _text(written: str) -> str:
    if "\\" not in written:
        return written
    try:
        found: str = json.loads(f'"{written}"', strict=False)
    except ValueError:
        return written.replace("\\", "")
    return found


def _value(word: str) -> Any:
    if word in WORDS:
        return WORDS[word]
    if len(word) > LONGEST_NUMBER:
        raise BrokenJsonError
    try:
        return int(word) if word.lstrip("-").isdecimal() else float(word)
    except ValueError:
        raise BrokenJsonError from None
