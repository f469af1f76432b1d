"""An XML document → Feed: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.links import absolute
from tui.feeds import text_construct
from tui.feeds.feed_limits import MAX_CHILDREN, MAX_ENTRIES
from tui.feeds.vocabulary import Names, local_name
from tui.feeds.xml_entry import XML_BASE, EntryReader, people
from tui.model.feed import Entry, Feed
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ROOTS = ("rss", "rdf", "feed", "channel", "rss1.1")
ENTRIES = ("item", "entry")
ITEMS = ("{*}item", "{*}entry", "{*}ITEM", "{*}Item", "{*}Entry")
PERIODS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
MAX_TTL = 31_536_000  # seconds; what asks for more than a year is a mistake
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ROOT_REACH = 50  # elements in which a feed's outermost one is looked for, should something be around it

Children = dict[str, list["Element"]]


def feed_root(root: Element) -> Element | None:
    """The element that is a feed: the outermost, or one that something else was put around."""
    for element in islice(root.iter("*"), ROOT_REACH):
        if local_name(element.tag) in ROOTS:
            return element
    return root if local_name(root.tag) in ENTRIES else None


def read_xml(root: Element, address: str, url: str | None) -> Feed:
    """The feed of a document's root; ``url`` is the address that the document came from, if any."""
    channel = _channel(root)
    names = Names(root, channel)
    children = _children(channel, names)
    links = [*children.get("link", ()), *children.get("atom:link", ())]
    self_address = next((absolute(link.get("href"), url) for link in links if link.get("rel") == "self"), None)
    base = absolute(root.get(XML_BASE), url) or url or self_address
    site = _site(links, base)
    based = _has_base(root)
    named = [*children.get("author", ()), *children.get("dc:creator", ())]
    authors = people(named, names) if local_name(root.tag) == "feed" else ()  # Atom's are those of its entries
    reader = EntryReader(names, base or site, based=based, authors=authors)
    return Feed(
        address=address,
        title=_line(children, ("title", "dc:title", "atom:title", "media:title")),
        url=site,
        entries=tuple(_entries(root, names, reader)),
        language=_line(children, ("language", "dc:language"))[:40].lower() or None,
        self_address=self_address,
        ttl=_ttl(children),
        skip_hours=_hours(children),
        skip_days=_days(children),
    )


def _channel(root: Element) -> Element:
    """The element that describes the feed."""
    for child in islice(root.iterchildren("*"), MAX_CHILDREN):
        if local_name(child.tag) == "channel":
            return child
    return root


def _children(channel: Element, names: Names) -> Children:
    found: Children = {}
    for child in channel.iterchildren("*"):
        found.setdefault(names.of(child), []).append(child)
    return found


def _entries(root: Element, names: Names, reader: EntryReader) -> Iterator[Entry]:
    """The entries wherever they stand: beside the channel in RDF, inside each other where one is not closed."""
    if local_name(root.tag) in ENTRIES:
        items: Iterator[Element] = iter((root,))
    else:
        items = islice(root.iter(*ITEMS), MAX_ENTRIES)
    for item in items:
        if names.of(item) in ENTRIES and (entry := reader.entry(item)):
            yield entry


def _has_base(root: Element) -> bool:
    return bool(root.xpath("boolean(//@xml:base)", namespaces={"xml": "http://www.w3.org/XML/1998/namespace"}))


def _site(links: list[Element], base: str | None) -> str | None:
    """The site that the feed is of: a link with text is RSS's, one with an address Atom's."""
    for link in links:
        if (link.get("rel") or "alternate").lower() == "alternate":
            written = link.get("href") or text_construct.inner_text(link)
            if written.strip() and (url := absolute(written, base)):
                return url
    return None


def _line(children: Children, wanted: tuple[str, ...]) -> str:
    for name in wanted:
        for element in children.get(name, ()):
            if text := text_construct.as_title(element):
                return text
    return ""


def _ttl(children: Children) -> int | None:
    """The longest time in seconds that the feed asks for by ``ttl`` (minutes) or the syndication module."""
    ttl = (_number(children, "ttl") or 0) * 60
    period = PERIODS.get(clean_line(_line(children, ("sy:updateperiod",))).lower(), 0)
    times = _number(children, "sy:updatefrequency") or 1
    return min(max(ttl, period // max(times, 1)), MAX_TTL) or None


def _number(children: Children, name: str) -> int | None:
    for element in children.get(name, ()):
        text = (element.text or "").strip()
        if text.isdecimal() and len(text) < 9:
            return int(text)
    return None


def _parts(children: Children, name: str) -> list[str]:
    found = children.get(name, ())[:1]
    return [(part.text or "").strip().lower() for each in found for part in islice(each.iterchildren("*"), 100)]


def _hours(children: Children) -> tuple[int, ...]:
    """Hours of UTC; 24 is what some write for 0."""
    written = _parts(children, "skiphours")
    return tuple(sorted({int(h) % 24 for h in written if h.isdecimal() and len(h) < 3 and int(h) <= 24}))


def _days(children: Children) -> tuple[int, ...]:
    return tuple(sorted({DAYS.index(day) for day in _parts(children, "skipdays") if day in DAYS}))
