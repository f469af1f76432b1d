"""Safari's reading list, in its file of bookmarks."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.parsers.expat import ExpatError

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import CUT_OFF, Document, Item
from tui.intake.bookmarks.export_limits import (
    LARGEST_PLIST,
    MOST_PLIST_OBJECTS,
    MOST_PLIST_REFERENCES,
)
from tui.model.subscription import Skipped

BINARY = b"bplist00"
READING_LIST, OUTSIDE = "com.apple.ReadingList", "bookmarks outside the reading list"
TOO_LARGE = "the file is larger than any list of bookmarks"
TRAILER = 32  # bytes at the end of a binary file: what its parts are
CONTAINERS = (0xA, 0xC, 0xD)  # array, set, dictionary
DICTIONARY = 0xD
EXTENDED = 0xF  # a count that does not fit: an integer follows
UNREADABLE = (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError, IndexError, OverflowError)


def read_bookmarks(document: Document) -> Iterator[Item]:
    """The reading list; other bookmarks are counted."""
    with document.open() as stream:
        body = stream.read(LARGEST_PLIST + 1)
    if len(body) > LARGEST_PLIST or not _is_bounded(body):
        yield Skipped(CUT_OFF if _counts_too_much(body) else TOO_LARGE, failed=True)
        return
    try:
        root = plistlib.loads(body)
    except (*UNREADABLE, AttributeError, RecursionError, MemoryError):
        yield Skipped(CUT_OFF, failed=True)
        return
    yield from _leaves(root)


def _leaves(root: Any) -> Iterator[Item]:
    """What hangs on the tree, each object once however often it is referred to."""
    seen: set[int] = set()
    waiting = [(root, False)]
    while waiting:
        node, listed = waiting.pop()
        if not isinstance(node, dict) or id(node) in seen:
            continue
        seen.add(id(node))
        if "URLString" in node:
            yield _of_leaf(node) if listed else Skipped(OUTSIDE)
        children = node.get("Children")
        listed = listed or node.get("Title") == READING_LIST
        waiting += [(child, listed) for child in reversed(children if isinstance(children, list) else [])]


def _of_leaf(leaf: dict[str, Any]) -> Item:
    names, about = leaf.get("URIDictionary"), leaf.get("ReadingList")
    names, about = (found if isinstance(found, dict) else {} for found in (names, about))
    return values.bookmark(
        leaf["URLString"],
        names.get("title"),
        saved=_moment(about.get("DateAdded")),
        read=about.get("DateLastViewed") is not None,
    )


def _moment(when: Any) -> int | None:
    """Seconds since 1970 of a date of a plist, which is in UTC and does not say so."""
    return values.written_moment(when.replace(tzinfo=UTC).isoformat()) if isinstance(when, datetime) else None


def _is_bounded(body: bytes) -> bool:
    """Whether what is in the file takes no more room than a list of bookmarks may."""
    if not body.startswith(BINARY):
        return body.count(b"<") <= 2 * MOST_PLIST_OBJECTS
    trailer = body[-TRAILER:]
    width, count = trailer[6], int.from_bytes(trailer[8:16], "big")
    table = int.from_bytes(trailer[24:32], "big")
    if count > MOST_PLIST_OBJECTS or not 0 < width <= 8:
        return count <= MOST_PLIST_OBJECTS
    references = 0
    for at in range(table, min(table + count * width, len(body)), width):
        references += _references(body, int.from_bytes(body[at : at + width], "big"))
        if references > MOST_PLIST_REFERENCES:
            return False
    return True


def _counts_too_much(body: bytes) -> bool:
    """Whether a binary file says that it has more objects than bytes: its end is not the one that was written."""
    return body.startswith(BINARY) and int.from_bytes(body[-TRAILER:][8:16], "big") > len(body)


def _references(body: bytes, at: int) -> int:
    """How many other objects the object at a place refers to."""
    kind, count = divmod(int.from_bytes(body[at : at + 1], "big"), 16)  # nothing counts as 0 where the file is cut
    if kind not in CONTAINERS:
        return 0
    if count == EXTENDED:
        length = 1 << (int.from_bytes(body[at + 1 : at + 2], "big") & 3)
        count = int.from_bytes(body[at + 2 : at + 2 + length], "big")
    return 2 * count if kind == DICTIONARY else count
