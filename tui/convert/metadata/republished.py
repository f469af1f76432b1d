"""Where a republished article came from: "Source link", "This article first appeared in …", a foreign canonical."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tui.convert import element_text
from tui.convert.links import PLAIN
from tui.text.cleaning import clean_line, web_address
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ABROAD = ("http", "//")  # how an address begins that may lead to another host
AT_HOST = ("https://{}/", "https://www.{}/", "http://{}/", "http://www.{}/")  # and how most do that lead to one's own
HOST_REACH = 80  # characters of an address among which its host is
LINK_LENGTH = 60  # characters of a link that calls itself the source
STATEMENT = 400  # characters of the sentence or paragraph that says where the article came from

# The whole text of a link to the original, but for the signs around it: en, de, fr, es, pt, it, nl, pl.
LINK_TEXTS = {
    f"{verb}{article}{full}original {what}{here}"
    for verb in ("", "read ", "view ", "see ")
    for article in ("", "the ", "this ")
    for full in ("", "full ")
    for what in ("article", "story", "source")
    for here in ("", " here")
}.union(
    "source link|link to source|original source|original link|original post|article source|read the original"
    "|view original|zum original|zum originalartikel|originalartikel|article original|lire l'article original"
    "|lien source|source originale|fuente original|artículo original|ver artículo original|enlace fuente"
    "|fonte original|artigo original|link da fonte|articolo originale|fonte originale|originele artikel".split("|")
)
# These name a mere reference as often: they count when the link is all that its line says.
BARE_TEXTS = frozenset("source|quelle|zur quelle|fuente|fonte|bron|źródło|news source|original".split("|"))
SPACES = " \t\n\r\xa0\u2009\u202f"
BEFORE_TEXT, BEHIND_TEXT = f"[(»→{SPACES}", f"])»→:.{SPACES}"  # signs around such a text
BARE_LINE = 24  # characters of such a line
# A statement of republication, before or around its link.
STATED = (  # compiled when a page holds one of the signs below
    r"(?:originally|first) (?:published|appeared|ran|posted|written)|republished from"
    r"|(?:was|is|been) (?:re-?published|reprinted|syndicated|cross-?posted) (?:from|with)"
    r"|(?:published|appeared) (?:originally|first) (?:at|in|on|by)"
    r"|(?:erschien|erschienen|veröffentlicht) zuerst|(?:zuerst|ursprünglich) (?:erschien|veröffentlicht)"
    r"|(?:initialement|d['’]abord) (?:publié|paru)|originalmente (?:publicad|apareci)"
    r"|publicad[oa] (?:originalmente|originariamente|por primera vez)"
    r"|pubblicat[oa] (?:originariamente|originalmente|per la prima volta)"
    r"|oorspronkelijk (?:gepubliceerd|verschenen)"
)
STATING = (
    "riginal",
    "irst ",
    "epublished",
    "eprinted",
    "yndicated",
    "osted",
    "zuerst",
    "ursprünglich",
    "initialement",
    "abord ",
    "por primera",
    "ubblicat",
    "oorspronk",
)
BLOCKS = frozenset(("p", "div", "li", "footer", "section", "blockquote", "td", "article", "main", "body", "html"))
SYNDICATION_NAMES = ("syndication-source", "original-source", "dc.source", "citation_source")


def of(
    links: Iterable[HtmlElement], base: str | None, own: Sequence[str | None], meta: Callable[[str], str | None]
) -> str | None:
    """The original's address, on another host than all of ``own`` (the page's addresses, canonical first)."""
    own_hosts = list(map(host, own))
    hosts = {h for h in own_hosts if h}
    for name in SYNDICATION_NAMES:
        address = _foreign(meta(name), base, hosts)
        if address:
            return address
    return _linked(links, base, hosts) or _foreign_canonical(own[0], own_hosts)


@lru_cache(maxsize=64)
def host(address: str | None) -> str | None:
    """An address's host without the label that editions of one site differ in."""
    try:
        name = urlsplit(address or "").hostname
    except ValueError:
        return None
    if not name:
        return None
    return re.sub(r"\A(?:www\d?|m|amp|mobile|edition)\.", "", name.casefold())


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are one site's: one ends the other, or they share all but one label of three or more."""
    if one == other or one.endswith("." + other) or other.endswith("." + one):
        return True
    mine, yours = one.split(".")[1:], other.split(".")[1:]
    return mine == yours and len(mine) > 1 and len("".join(mine)) > 6


def absolute(address: str | None, base: str | None) -> str | None:
    """The address made absolute, if it is a web address then."""
    if not address or not address.strip():
        return None
    if PLAIN.match(address):
        return address
    try:
        return web_address(urljoin(base or "", address.strip()))
    except ValueError:
        return None


def _linked(links: Iterable[HtmlElement], base: str | None, hosts: set[str]) -> str | None:
    """The last link that calls itself the source, or stands in a statement of republication."""
    found = None
    own = tuple(begin.format(name) for name in hosts for begin in AT_HOST)
    for link in links:
        href = link.get("href")
        if not href or not href.startswith(ABROAD) or href.startswith(own) or _is_own(href, hosts):
            continue
        if _says_source(link) or _is_stated(link):
            found = _post_before(link, _foreign(href, base, hosts)) or found
    return found


def _post_before(link: HtmlElement, address: str | None) -> str | None:
    """The post's own address in "The post … appeared first on …", where the paper's is only its front page."""
    before = link.getprevious()
    post = before.get("href") if before is not None and before.tag == "a" else None
    if address and post and urlsplit(address).path in ("", "/") and host(post) == host(address):
        return absolute(post, address)
    return address


def _is_own(href: str, hosts: set[str]) -> bool:
    """Whether an address is at one of the hosts, or names one as another's path does that shares or archives a page."""
    for name in hosts:
        if name not in href:
            continue
        at = href.find(name, 0, HOST_REACH)
        if at < 0:
            continue
        before, behind = href[at - 1], href[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() or before == "-" or behind.isalnum() or behind in (".", "-")):
            return True
    return False


def _says_source(link: HtmlElement) -> bool:
    text = (element_text.text(link) if len(link) else link.text or "").strip()
    if not 3 < len(text) < LINK_LENGTH:
        return False
    words = text.lstrip(BEFORE_TEXT).rstrip(BEHIND_TEXT).lower()
    return words in LINK_TEXTS or (words in BARE_TEXTS and _fills_line(link))


def _fills_line(link: HtmlElement) -> bool:
    parent = link.getparent()
    return parent is not None and len("".join(islice(parent.itertext(), 8)).strip()) <= BARE_LINE


def _is_stated(link: HtmlElement) -> bool:
    """Whether the words just before the link say that the article was published there first."""
    words = _words_before(link)[-STATEMENT:]
    if not words or words.isspace():
        return False
    return holds(words, STATING) and re.search(STATED, words, re.I) is not None


def _words_before(link: HtmlElement) -> str:
    at: HtmlElement | None = link
    while at is not None and at.tag not in BLOCKS:
        before, parent = at.getprevious(), at.getparent()
        if before is not None:
            return before.tail or ""
        if parent is not None and (parent.text or "").strip():
            return parent.text or ""
        at = parent
    return ""


def _foreign(address: str | None, base: str | None, hosts: set[str]) -> str | None:
    there = absolute(address, base)
    if not there:
        return None
    name = host(there) or ""
    return None if any(same_site(name, h) for h in hosts) else there


def _foreign_canonical(canonical: str | None, own_hosts: Sequence[str | None]) -> str | None:
    """The canonical address, when the page itself lies on another host; its own host is the first of ``own_hosts``."""
    name, *others = own_hosts
    here = [h for h in others if h]
    if canonical and name and here and not any(same_site(name, h) for h in here):
        return clean_line(canonical)
    return None
