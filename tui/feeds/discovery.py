"""A web page → addresses at which its feeds may stand, the surest first; nothing is asked here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from tui.convert.input.decode import decode
from tui.convert.input.tree import parse
from tui.convert.links import absolute, base
from tui.feeds.known_sites import channel_in_page, site_feeds
from tui.model.frozen import value
from tui.model.page import Page
from tui.system.content_types import FEED_TYPES, JSON_TYPE, XML_TYPES
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Reason = Literal["site", "named", "linked", "guessed"]
MAX_CHARACTERS = 4_000_000  # of a page that are looked at
MAX_CANDIDATES = 50
NAMED_TYPES = (*FEED_TYPES, *XML_TYPES)  # a page that names one of these as an alternate of itself means a feed
FEED_FILE = re.compile(
    r"/(?:feeds?|rss2?|atom|index\.rdf|(?=[\w.-]*?(?:feed|rss|atom))[\w.-]+\.(?:xml|json|rdf|php)|[\w.-]+\.(?:rss|atom|rdf))"
    r"/?(?:\?|\Z)|[?&](?:feed|format|type)=(?:rss2?|atom|feed|rdf)\b",
    re.IGNORECASE,
)
NOT_A_FEED = re.compile(r"/(?:wp-json|oembed|opensearch)\b", re.IGNORECASE)
# Where programs that make sites put their feeds, the most common first.
PATHS = ("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default")
COMMENTS = re.compile(r"\bcomments?\b|kommentar|commentaires|comentarios|commenti", re.IGNORECASE)


@value(frozen=True, slots=True)
class Candidate:
    """An address to try.

    ``reason``: it is where this site keeps its feeds, the page names it as its feed, links to it, or it is where many
    sites have theirs.
    """

    address: str
    title: str
    reason: Reason


def candidates(page: Page) -> tuple[Candidate, ...]:
    """The addresses to try for a page's feeds, each once; feeds of comments after the others of their kind.

    ``page.url`` is where the page stands; without it only absolute addresses are found.
    """
    found: dict[str, Candidate] = {}
    for candidate in _all(page):
        if len(found) < MAX_CANDIDATES and candidate.address != page.url:
            found.setdefault(candidate.address, candidate)
    return tuple(sorted(found.values(), key=_rank))


def well_known(url: str) -> tuple[Candidate, ...]:
    """Where a site may keep its feed though no page says so: below the page's path, then at the root."""
    root = absolute("/", url)
    if root is None:
        return ()
    folder = (absolute("./", url) or root).partition("?")[0]
    places = dict.fromkeys((folder, root))
    return tuple(
        Candidate(address, "", "guessed")
        for place in places
        for path in PATHS
        if (address := absolute(path.lstrip("/"), place))
    )


def _all(page: Page) -> Iterator[Candidate]:
    address = page.url or page.address
    markup = decode(page.body, page.charset)[:MAX_CHARACTERS]
    for url, title in (*site_feeds(address), *channel_in_page(address, markup)):
        yield Candidate(url, title, "site")
    root = parse(markup)
    start = base(root.iter("base"), page.url)
    yield from _named(root, start)
    yield from _linked(root, start)
    if page.url:
        yield from well_known(page.url)


def _named(root: HtmlElement, start: str | None) -> Iterator[Candidate]:
    """What the page's head names."""
    for link in root.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").lower().partition(";")[0].strip()
        is_feed = kind in NAMED_TYPES or (kind == JSON_TYPE and "json" in (link.get("href") or ""))
        if "feed" in relations or ("alternate" in relations and is_feed and "stylesheet" not in relations):
            url = absolute(link.get("href"), start)
            if url and not NOT_A_FEED.search(url):
                yield Candidate(url, clean_line(link.get("title") or "", 200), "named")


def _linked(root: HtmlElement, start: str | None) -> Iterator[Candidate]:
    """Links whose address, or whose type, is that of a feed."""
    for link in root.iter("a"):
        href = link.get("href") or ""
        kind = (link.get("type") or "").lower()
        if href and (kind in NAMED_TYPES or FEED_FILE.search(href)) and (url := absolute(href, start)):
            title = clean_line(" ".join(map(str, link.itertext())) or link.get("title") or "", 200)
            if not NOT_A_FEED.search(url):
                yield Candidate(url, title, "linked")


def _rank(candidate: Candidate) -> tuple[int, bool]:
    """What candidates are sorted by; Python keeps the page's order among equals."""
    about_comments = bool(COMMENTS.search(candidate.title) or "/comments" in candidate.address)
    return ("site", "named", "linked", "guessed").index(candidate.reason), about_comments
