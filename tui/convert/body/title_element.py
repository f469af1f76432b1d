"""Which element of the page shows the title of the article that is wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from tui.convert import element_text
from tui.convert.body.block_facts import folded
from tui.convert.elements_by_tag import HEADINGS
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

NAMED: Any = XPath("//body//*[@id = $name]")

TITLE_TAGS = HEADINGS[:3]
LISTS = ("li", "nav")  # of what is on the page, of where it stands in the site; they repeat titles
PART_LENGTH = 20  # letters of a heading from which it may be a part of the title, or the title of it
MOST_HEADINGS = 400
HOST = late_pattern(r"\A\s*(?:[a-z]+:)?//[^/?#]*", re.I)


def headings_of(elements: ElementsByTag) -> Sequence[HtmlElement]:
    """The page's headings that may be titles, in reading order."""
    return elements.of(*TITLE_TAGS)[:MOST_HEADINGS]


def title_element(
    root: HtmlElement, headings: Sequence[HtmlElement], title: str | None, addresses: Iterable[str | None] = ()
) -> HtmlElement | None:
    """The heading that shows the article's title, else one that its address names, else the page's first.

    ``addresses``: those of the page; one that ends with the name of an article on it ("#post-12") rules.
    """
    named = [a for a in addresses if a]
    return next(_titles(root, headings, folded(title or ""), named), None)


def _titles(
    root: HtmlElement, headings: Sequence[HtmlElement], title: str, addresses: Sequence[str]
) -> Iterator[HtmlElement]:
    for address in addresses:
        if "#" in address:
            yield from _in_article(root, address.partition("#")[2])
    if title:
        yield from _worded(headings, title)
    paths = {path for a in addresses if len(path := _path(a)) > 1}
    yield from (h for h in headings if _leads_to(h, paths))
    yield from (h for h in headings if h.tag == "h1")


def _in_article(root: HtmlElement, name: str) -> Iterator[HtmlElement]:
    """The first heading of the article element that bears a name, or stands in what bears it."""
    for part in NAMED(root, name=name):
        for article in part.iter("article"):
            yield from article.iter(*TITLE_TAGS)


def _worded(headings: Sequence[HtmlElement], title: str) -> Iterator[HtmlElement]:
    """Headings with the title's words, or with part of them; those in lists last."""
    listed: list[HtmlElement] = []
    for heading in headings:
        shown = folded(element_text.text(heading))
        if shown and (shown == title or (len(shown) > PART_LENGTH and (shown in title or title in shown))):
            if next(heading.iterancestors(*LISTS), None) is None:
                yield heading
            else:
                listed.append(heading)
    yield from listed


def _leads_to(heading: HtmlElement, paths: set[str]) -> bool:
    """Whether a heading links to the page itself: so lists of whole articles do."""
    hrefs = (a.get("href") or "" for a in links_of(heading))
    return any("#" not in href and _path(href) in paths for href in hrefs)


def links_of(heading: HtmlElement) -> list[HtmlElement]:
    """The links in a heading, and the one that it is in."""
    around = heading.getparent()
    return [*heading.iter("a"), *([around] if around is not None and around.tag == "a" else [])]


def _path(address: str) -> str:
    """The path of an address, which may be a broken one."""
    path = HOST.sub("", address, count=1)
    return path.partition("#")[0].partition("?")[0]
