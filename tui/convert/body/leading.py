"""Where links lead: to other things to read on the same site, or to what the article itself points at."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.convert.links import NOWHERE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

WITHIN = ("#", "mailto:", "tel:", "javascript:", "data:")
WEB = ("http://", "https://", "//")
DOCUMENTS = (
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp", ".zip", ".epub",
)  # fmt: skip
LONGEST_ENDING = max(map(len, DOCUMENTS))
MOST_LINKS = 600  # links of a page that are looked at
MANY, MOST = 10, 0.5  # links to one host, and their share of all, by which it is the page's own
OWN = 0.4  # links without a host, to those to it, up to which it is; none where the page names no address
INLINE = frozenset("a b strong em i span font u mark small time".split())
SECOND_LEVELS = frozenset("co com org net gov edu ac or ne go".split())


@lru_cache(maxsize=1024)
def host_of(address: str | None) -> str | None:
    """The host of a page by its address, if it has one."""
    try:
        return urlsplit(address).hostname if address else None
    except ValueError:
        return None


def site_of(elements: ElementsByTag, *addresses: str | None) -> str | None:
    """The host to which most of a page's links lead, else that of its addresses: an article that another site has
    taken over names the site where it was first."""
    named = next(filter(None, map(host_of, addresses)), None)
    hrefs = [href for a in elements.of("a")[:MOST_LINKS] if (href := a.get("href")) and href[0] not in "#mjt"]
    hosts = [href.split("/", 3)[2] for href in hrefs if href.startswith(WEB)]
    counts = Counter(hosts)
    host = max(counts, key=counts.__getitem__, default="")
    count = counts[host]
    own = len(hrefs) - len(hosts)  # without a host: a site that links so to itself names others by theirs
    is_own = count >= MANY and count >= MOST * len(hrefs) and own <= (OWN * count if named else 0)
    return host if host and is_own else named


@lru_cache(maxsize=4096)
def leads_on(href: str | None, host: str | None) -> bool:
    """Whether a link leads to another page of the site at ``host``; a document is none, nor a place on a page.

    Of a page that does not say where it is from, only relative links are known to lead to its own site.
    """
    address = (href or "#").strip()
    if not address or address.startswith(WITHIN):
        return False
    if address.startswith(WEB) and not address.startswith(NOWHERE):
        linked = address.split("/", 3)[2]
        if host is None or (linked != host and not is_same_site(linked, host)):
            return False
    return not is_document(address) and not ("#" in address and _names_place(address))


def is_same_site(one: str, other: str) -> bool:
    """Whether two hosts are those of one site: names below one domain are."""
    return _domain(one) == _domain(other)


@lru_cache(maxsize=1024)
def _domain(host: str) -> str:
    parts = host.partition(":")[0].lower().rsplit(".", 3)
    wide = len(parts) > 2 and parts[-2] in SECOND_LEVELS and len(parts[-1]) == 2
    return ".".join(parts[-3:] if wide else parts[-2:])


def _names_place(address: str) -> bool:
    """Whether an address ends with a place on its page; "#from=teaser" only tells scripts where a reader came from."""
    place = address.partition("#")[2]
    return bool(place) and "=" not in place


def is_document(address: str) -> bool:
    return address.partition("?")[0].partition("#")[0][-LONGEST_ENDING:].lower().endswith(DOCUMENTS)


def stands_alone(link: HtmlElement) -> bool:
    """Whether nothing else stands in the line of a link."""
    element = link
    while True:
        after = element.getnext()
        if (element.tail or "").strip():
            return False
        if after is not None:
            return after.tag not in INLINE
        above = element.getparent()
        if above is None or (above.text or "").strip() or above.tag not in INLINE:
            return above is not None and not (above.text or "").strip()
        element = above
