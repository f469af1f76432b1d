"""Bookmarks on their way from an export into the library: any number of them, with their texts, in little memory."""

from __future__ import annotations

import hashlib
import json
from array import array
from dataclasses import fields, replace
from tempfile import SpooledTemporaryFile
from typing import Any

from tui.library.store import address_keys
from tui.model.bookmark import Bookmark
from tui.text.addresses import without_login

IN_MEMORY = 16_000_000  # bytes; what is more goes into a file that has no name
DIGEST = 16  # bytes that stand for an address
NAMES = tuple(field.name for field in fields(Bookmark))
LISTS = ("tags", "authors")
UNDATED = -1
TEXT, READ, STARRED = 1, 2, 4


class BookmarkSpool:
    """Bookmarks, each address once: what an export says of one several times is put together."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed with this
        self._places, self._saved, self._kinds = array("q"), array("q"), array("B")
        self._known: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self._places)

    def close(self) -> None:
        """Gives its room back."""
        self._file.close()

    def add(self, bookmark: Bookmark) -> bool:
        """Adds a bookmark; False where its address was there: then it is joined with what was said of it before.

        A login in its address is left out.
        """
        bookmark = replace(bookmark, address=without_login(bookmark.address))
        key = key_of(bookmark.address)
        digest = hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=DIGEST).digest()
        at = self._known.setdefault(digest, len(self._places))
        if at < len(self._places):
            if (both := joined(before := self[at], bookmark)) != before:
                self._write(at, both, key)
            return False
        for values in (self._places, self._saved, self._kinds):
            values.append(0)
        self._write(at, bookmark, key)
        return True

    def __getitem__(self, at: int) -> Bookmark:
        self._file.seek(self._places[at])
        _, _, written = self._file.readline().partition(b"\t")
        values: dict[str, Any] = dict(zip(NAMES, json.loads(written), strict=True))
        for name in LISTS:
            values[name] = tuple(values[name])
        return Bookmark(**values)

    def key(self, at: int) -> str:
        """The key of the address of one, without reading what else is said of it."""
        self._file.seek(self._places[at])
        return self._file.readline().partition(b"\t")[0].decode("utf-8", "surrogatepass")

    def has_text(self, at: int) -> bool:
        """Whether its text comes with it."""
        return bool(self._kinds[at] & TEXT)

    def is_read(self, at: int) -> bool:
        """Whether it was read."""
        return bool(self._kinds[at] & READ)

    def count(self, kind: int) -> int:
        """How many are of a kind: TEXT, READ or STARRED."""
        return sum(1 for kinds in self._kinds if kinds & kind)

    @property
    def moments(self) -> list[int]:
        """When they were saved, as far as it is known."""
        return [saved for saved in self._saved if saved != UNDATED]

    def oldest_first(self, now: int) -> list[int]:
        """The positions in the order in which the bookmarks were saved; those without a date count as saved now.

        Exports have the newest first, and what was added last is what a list begins with.
        """
        moments = [now if saved == UNDATED else min(saved, now) for saved in self._saved]
        return sorted(range(len(moments)), key=lambda at: (moments[at], -at))

    def _write(self, at: int, bookmark: Bookmark, key: str) -> None:
        self._places[at] = self._file.seek(0, 2)
        self._saved[at] = UNDATED if bookmark.saved is None else bookmark.saved
        self._kinds[at] = TEXT * bool(bookmark.html) + READ * bookmark.read + STARRED * bookmark.starred
        values = [getattr(bookmark, name) for name in NAMES]
        self._file.write(key.encode("utf-8", "surrogatepass") + b"\t" + json.dumps(values).encode() + b"\n")


def key_of(address: str) -> str:
    """What all spellings of an address share."""
    return address_keys.key(address) or address


def joined(first: Bookmark, second: Bookmark) -> Bookmark:
    """Two entries of one address: all tags, the earlier date; read only if both are, starred if one is."""
    names = {tag.casefold(): tag for tag in (*second.tags, *first.tags)}
    dates = [bookmark.saved for bookmark in (first, second) if bookmark.saved is not None]
    with_text = second if second.html and not first.html else first
    return replace(
        with_text,
        title=first.title or second.title,
        saved=min(dates, default=None),
        tags=tuple(dict.fromkeys(names[tag.casefold()] for tag in (*first.tags, *second.tags))),
        read=first.read and second.read,
        starred=first.starred or second.starred,
        progress=max(first.progress, second.progress),
    )
