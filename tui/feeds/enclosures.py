"""What comes with an entry: enclosures of RSS and Atom, Media RSS, pictures of podcasts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.links import absolute
from tui.feeds.feed_limits import MAX_CHILDREN, MAX_ENCLOSURES
from tui.feeds.vocabulary import Names
from tui.model.feed import Enclosure
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LINKS = ("link", "atom:link")  # of which few enclose anything
ENCLOSING = frozenset((*LINKS, "enclosure", "media:content", "media:group", "itunes:image", "media:thumbnail"))
SURELY_ENCLOSING = ENCLOSING.difference(LINKS)
MEDIA = ("image", "audio", "video", "document")
MAX_LENGTH = 2**53  # bytes; JSON's whole numbers end there for many readers
MAX_DURATION = 30 * 86_400  # seconds


def may_have_enclosures(fields: Mapping[str, Sequence[Element]]) -> bool:
    """Whether any of an entry's elements, by their names, encloses something."""
    return not SURELY_ENCLOSING.isdisjoint(fields) or any(
        link.get("rel") == "enclosure" for name in LINKS for link in fields.get(name, ())
    )


def enclosures(elements: list[tuple[str, Element]], base: str | None, names: Names) -> tuple[Enclosure, ...]:
    """The enclosures among an entry's named elements, each address once, in the order of the document."""
    found: dict[str, Enclosure] = {}
    for name, element in elements:
        if name in ENCLOSING:
            for enclosure in _enclosed(name, element, base, names):
                if len(found) < MAX_ENCLOSURES:
                    found.setdefault(enclosure.url, enclosure)
    return tuple(_with_duration(elements, found.values())) if found else ()


def _with_duration(elements: list[tuple[str, Element]], found: Iterable[Enclosure]) -> Iterator[Enclosure]:
    """The enclosures, those that play as long as the entry says if they do not say it themselves."""
    duration = next((seconds(element.text) for name, element in elements if name == "itunes:duration"), None)
    for enclosure in found:
        plays = enclosure.medium in ("audio", "video") and enclosure.duration is None
        yield replace(enclosure, duration=duration) if plays and duration else enclosure


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
    """A count, of bytes or of seconds, that is over 0; None for what is none."""
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


def _enclosed(name: str, element: Element, base: str | None, names: Names) -> Iterator[Enclosure]:
    get = element.get
    enclosure: Enclosure | None = None
    if name == "enclosure":
        enclosure = made(get("url") or get("href"), base, get("type"), "", get("length"))
    elif name in LINKS:
        if get("rel") == "enclosure":
            enclosure = made(get("href"), base, get("type"), "", get("length"), None, get("title"))
    elif name == "media:content":
        enclosure = _media(element, base, names)
    elif name == "media:group":
        for child in islice(element.iterchildren("*"), MAX_CHILDREN):
            if names.of(child) == "media:content" and (inside := _media(child, base, names)):
                yield inside
    else:
        enclosure = made(get("href") or get("url"), base, "", "image")
    if enclosure:
        yield enclosure


def _media(element: Element, base: str | None, names: Names) -> Enclosure | None:
    get = element.get
    title = next((child.text for child in element.iterchildren("*") if names.of(child) == "media:title"), None)
    duration = seconds(get("duration"))
    return made(get("url"), base, get("type"), get("medium"), get("fileSize"), duration, title)
