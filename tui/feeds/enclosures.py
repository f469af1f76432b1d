"""What comes with an entry: enclosures of RSS and Atom, Media RSS, pictures of podcasts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tui.cleaning import clean_line
from tui.convert.links import absolute
from tui.feeds.feed_limits import MAX_CHILDREN, MAX_ENCLOSURES
from tui.feeds.vocabulary import Names
from tui.model.feed import Enclosure

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MEDIA = ("image", "audio", "video", "document")
MAX_LENGTH = 2**53  # bytes; JSON's whole numbers end there for many readers
MAX_DURATION = 30 * 86_400  # seconds


def enclosures(elements: list[tuple[str, Element]], base: str | None, names: Names) -> tuple[Enclosure, ...]:
    """The enclosures among an entry's named elements, each address once, in the order of the document."""
    found: dict[str, Enclosure] = {}
    duration = next((seconds(element.text) for name, element in elements if name == "itunes:duration"), None)
    for enclosure in _all(elements, base, names):
        if enclosure.duration is None and duration and enclosure.medium in ("audio", "video"):
            enclosure = (
                made(
                    enclosure.url,
                    None,
                    enclosure.media_type,
                    enclosure.medium,
                    enclosure.length,
                    duration,
                    enclosure.title,
                )
                or enclosure
            )
        if len(found) < MAX_ENCLOSURES:
            found.setdefault(enclosure.url, enclosure)
    return tuple(found.values())


def made(
    address: str | None,
    base: str | None,
    media_type: object = "",
    medium: object = "",
    length: object = None,
    duration: int | None = None,
    title: object = None,
) -> Enclosure | None:
    """An enclosure of what a feed says of it, None without a web address."""
    url = absolute(address, base)
    if url is None:
        return None
    kind = clean_line(media_type, 100).lower() if isinstance(media_type, str) else ""
    named = medium.lower() if isinstance(medium, str) else ""
    return Enclosure(
        url,
        kind if "/" in kind else "",
        named if named in MEDIA else _medium(kind),
        whole_number(length),
        duration,
        (clean_line(title) or None) if isinstance(title, str) else None,
    )


def whole_number(written: object) -> int | None:
    """A count of bytes; None for what is none."""
    if isinstance(written, str) and len(written) < 20 and written.strip().isdecimal():
        written = int(written)
    if isinstance(written, float) and 0 <= written <= MAX_LENGTH:
        written = int(written)
    is_count = isinstance(written, int) and not isinstance(written, bool) and 0 < written <= MAX_LENGTH
    return written if is_count and isinstance(written, int) else None


def seconds(written: str | None) -> int | None:
    """A duration written as seconds, minutes:seconds or hours:minutes:seconds."""
    parts = (written or "").strip().partition(".")[0].split(":")
    if len(parts) > 3 or not all(part.isdecimal() and len(part) < 8 for part in parts):
        return None
    total = 0
    for part in parts:
        total = total * 60 + int(part)
    return total if 0 < total <= MAX_DURATION else None


def _medium(kind: str) -> str:
    beginning = kind.partition("/")[0]
    return beginning if beginning in MEDIA else ""


def _all(elements: list[tuple[str, Element]], base: str | None, names: Names) -> Iterator[Enclosure]:
    for name, element in elements:
        enclosure: Enclosure | None = None
        if name == "enclosure":
            enclosure = made(
                element.get("url") or element.get("href"), base, element.get("type"), "", element.get("length")
            )
        elif name in ("link", "atom:link") and element.get("rel") == "enclosure":
            enclosure = made(
                element.get("href"), base, element.get("type"), "", element.get("length"), None, element.get("title")
            )
        elif name == "media:content":
            yield from _media(element, base, names)
        elif name == "media:group":
            for child in islice(element.iterchildren("*"), MAX_CHILDREN):
                if names.of(child) == "media:content":
                    yield from _media(child, base, names)
        elif name in ("itunes:image", "media:thumbnail"):
            enclosure = made(element.get("href") or element.get("url"), base, "", "image")
        if enclosure:
            yield enclosure


def _media(element: Element, base: str | None, names: Names) -> Iterator[Enclosure]:
    title = next((child.text for child in element.iterchildren("*") if names.of(child) == "media:title"), None)
    enclosure = made(
        element.get("url"),
        base,
        element.get("type"),
        element.get("medium"),
        element.get("fileSize"),
        seconds(element.get("duration")),
        title,
    )
    if enclosure:
        yield enclosure
