"""The ends of lines that a page's own style sheet shows: written into the elements, where the walk looks for them.

Of the sheets in the page only rules are read that end in a class, such as ``.poem{white-space:pre-line}``, and only
for elements that hold nothing but lines: what is nested in them may be set otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag
    from tui.convert.input.tree import Sheet

PROPERTY = b"white-space"
DECLARED = re.compile(rb"white-space\s{0,5}:\s{0,5}(?:pre(?:-wrap|-line)?|break-spaces)(?![\w-])")
CLASS = re.compile(r"(?:\A|[\s>+~])(?:p|div|blockquote)?\.([\w-]{1,60})\s*\Z")
TAGS = ("p", "div", "blockquote")
WITHIN_LINES = frozenset("a b strong em i span br u small sup sub".split())
MAX_DECLARED = 100  # declarations of a page that are looked at
LONGEST = 400  # bytes of a rule's selectors, and of what it declares before the property
STYLE = "white-space: pre-line"


def show(elements: ElementsByTag, html: bytes, sheets: Iterable[Sheet]) -> None:
    """Give the elements whose lines the style sheets of the page, in UTF-8, show a style that says so.

    ``sheets``: where they stand in it.
    """
    names = set(_names(html, sheets))
    if not names:
        return
    for tag in TAGS:
        for element in elements.of(tag):
            name = element.get("class")
            if name and not names.isdisjoint(name.split()) and _is_lines(element):
                element.set("style", STYLE)


def _names(html: bytes, sheets: Iterable[Sheet]) -> Iterator[str]:
    """The classes to which a rule of a page's style sheets gives kept lines."""
    for sheet, declared in islice(_declared(html, sheets), MAX_DECLARED):
        begin = html.rfind(b"{", max(sheet, declared - LONGEST), declared)
        if begin < 0 or html.find(b"}", begin, declared) >= 0:
            continue
        before = html[max(sheet, begin - LONGEST) : begin].decode("utf-8", "replace")
        selectors = re.split(r"[{};]", before)[-1]
        yield from (match[1] for selector in selectors.split(",") if (match := CLASS.search(selector)))


def _declared(html: bytes, sheets: Iterable[Sheet]) -> Iterator[tuple[int, int]]:
    """Where a sheet begins that says that lines are kept, and where it does; the property is found many times as fast
    without its pattern."""
    for begin, end in sheets:
        at = html.find(PROPERTY, begin, end)
        while at >= 0:
            if DECLARED.match(html, at):
                yield begin, at
            at = html.find(PROPERTY, at + 1, end)


def _is_lines(element: HtmlElement) -> bool:
    """Whether an element holds lines of words and nothing else."""
    if any(inner.tag not in WITHIN_LINES for inner in element.iterdescendants()):
        return False
    return "\n" in element_text.text(element).strip()
