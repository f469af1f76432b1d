"""Headings that a page draws of other elements and calls so by their role (WAI-ARIA 1.2): made headings."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.elements_by_tag import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

HEADING = "heading"
LEVEL = 2  # where the page states none, as browsers take it
MOST = 500  # headings of a page that are looked at
BLOCKS = (*HEADINGS, "p", "div", "section", "ul", "ol", "table", "button")


def draw(called: Iterable[HtmlElement]) -> bool:
    """Make headings of the elements that are ``called`` so and hold nothing but a line, in the tree itself; whether
    there were any."""
    drawn = False
    for element in islice(called, MOST):
        if next(element.iterdescendants(*BLOCKS), None) is None:
            stated = f"h{element.get('aria-level') or LEVEL}"
            element.tag = stated if stated in HEADINGS else HEADINGS[-1]
            drawn = True
    return drawn
