"""The ends of lines that a page's own style sheet shows: written into the elements, where the walk looks for them.

Of the sheets in the page only rules are read that end in a class, such as ``.poem{white-space:pre-line}``, and only
for elements that hold nothing but lines: what is nested in them may be set otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.convert import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

PROPERTY = "white-space"
DECLARED = re.compile(r"white-space\s{0,5}:\s{0,5}(?:pre(?:-wrap|-line)?|break-spaces)(?![\w-])")
CLASS = re.compile(r"(?:\A|[\s>+~])(?:p|div|blockquote)?\.([\w-]{1,60})\s*\Z")
TAGS = ("p", "div", "blockquote")
WITHIN_LINES = frozenset("a b strong em i span br u small sup sub".split())
MAX_DECLARED = 100
LONGEST = 400  # characters of a rule's selectors, and of what it declares before the property
STYLE = "white-space: pre-line"


def show(elements: ElementsByTag, markup: str) -> None:
    """Give the elements whose lines the page's style sheets show a style that says so."""
    if PROPERTY not in markup or "<style" not in markup:
        return
    names = _names(markup)
    if not names:
        return
    for tag in TAGS:
        for element in elements.of(tag):
            name = element.get("class")
            if name and not names.isdisjoint(name.split()) and _is_lines(element):
                element.set("style", STYLE)


def _names(markup: str) -> set[str]:
    """The classes to which a rule of a style sheet gives kept lines."""
    found: set[str] = set()
    for count, declared in enumerate(DECLARED.finditer(markup)):
        if count >= MAX_DECLARED:
            break
        begin = markup.rfind("{", max(0, declared.start() - LONGEST), declared.start())
        if begin < 0 or markup.find("}", begin, declared.start()) >= 0:
            continue
        before = markup[max(0, begin - LONGEST) : begin]
        selectors = re.split(r"[{};>]", before)[-1] if "<style" in before else re.split(r"[{};]", before)[-1]
        found.update(match[1] for selector in selectors.split(",") if (match := CLASS.search(selector)))
    return found


def _is_lines(element: HtmlElement) -> bool:
    """Whether an element holds lines of words and nothing else."""
    if any(inner.tag not in WITHIN_LINES for inner in element.iterdescendants()):
        return False
    return "\n" in element_text.text(element).strip()
