"""Tables that a page draws of other elements and calls so by their roles (WAI-ARIA 1.2): made tables."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

TABLE = "table"
TAGS = {"row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th"}
MOST_TABLES = 50
MOST_PARTS = 5_000  # elements of one that are looked at


def draw(called: Iterable[HtmlElement]) -> bool:
    """Make tables of the elements that are ``called`` so and have rows, in the tree itself; whether there were any."""
    drawn = False
    for table in islice(called, MOST_TABLES):
        parts = [
            (e, tag) for e in islice(table.iterdescendants(), MOST_PARTS) if (tag := TAGS.get(e.get("role") or ""))
        ]
        if any(tag == "tr" for _, tag in parts):
            for element, tag in parts:
                element.tag = tag
            table.tag = TABLE
            drawn = True
    return drawn
