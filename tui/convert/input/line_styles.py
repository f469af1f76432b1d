"""The ends of lines that a page's own style sheet shows: written into the elements, where the walk looks for them.

Of the sheets in the page only rules are read that end in a class, such as ``.poem{white-space:pre-line}``, and only
for elements that hold nothing but lines: what is nested in them may be set otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

PROPERTY = b"white-space"
DECLARED = re.compile(rb"white-space\s{0,5}:\s{0,5}(?:pre(?:-wrap|-line)?|break-spaces)(?![\w-])")
CLASS = re.compile(r"(?:\A|[\s>+~])(?:p|div|blockquote)?\.([\w-]{1,60})\s*\Z")
TAGS = ("p", "div", "blockquote")
WITHIN_LINES = frozenset("a b strong em i span br u small sup sub".split())
MAX_DECLARED = 100  # declarations of a page that are looked at
LONGEST = 400  # bytes of a rule's selectors, and of what it declares before the property
STYLE = "white-space: pre-line"


def show(elements: ElementsByTag, html: bytes) -> None:
    """Give the elements whose lines the style sheets of the page, in UTF-8, show a style that says so."""
    names = set(_names(html))
    if not names:
        return
    for tag in TAGS:
        for element in elements.of(tag):
            name = element.get("class")
            if name and not names.isdisjoint(name.split()) and _is_lines(element):
                element.set("style", STYLE)


def _names(html: bytes) -> Iterator[str]:
    """The classes to which a rule of a page's style sheets gives kept lines."""
    for declared in islice(_declared(html), MAX_DECLARED):
        begin = html.rfind(b"{", max(0, declared - LONGEST), declared)
        if begin < 0 or html.find(b"}", begin, declared) >= 0:
            continue
        before = html[max(0, begin - LONGEST) : begin].decode("utf-8", "replace")
        selectors = re.split(r"[{};]", before)[-1]
        names = [match[1] for selector in selectors.split(",") if (match := CLASS.search(selector))]
        if names and _stands_in_sheet(html, begin):
            yield from names


def _stands_in_sheet(html: bytes, place: int) -> bool:
    """Whether a place of the page is in a style sheet: to look for the sheet takes longer than to read its rule."""
    opened = html.rfind(b"<style", 0, place)
    return opened >= 0 and html.find(b"</style", opened, place) < 0


def _declared(html: bytes) -> Iterator[int]:
    """Where a page says that lines are kept; the property is found many times as fast without its pattern."""
    at = html.find(PROPERTY)
    while at >= 0:
        if DECLARED.match(html, at):
            yield at
        at = html.find(PROPERTY, at + 1)


def _is_lines(element: HtmlElement) -> bool:
    """Whether an element holds lines of words and nothing else."""
    if any(inner.tag not in WITHIN_LINES for inner in element.iterdescendants()):
        return False
    return "\n" in element_text.text(element).strip()
