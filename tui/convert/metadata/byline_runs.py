"""The runs of text in a byline, one for each place where an element begins or ends."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.metadata import byline_leads
from tui.convert.metadata.near_headline import SKIPPED
from tui.text.cleaning import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LINE = 300  # characters: longer text is no byline
MAX_RUNS = 40


def runs_of(element: HtmlElement) -> list[str]:
    """Its runs of text; a button's only where it opens what is told of the author, right behind "By"."""
    found: list[str] = []
    for child in islice(element.iter("*"), MAX_RUNS):
        if child.tag == "meta" and child.get("itemprop") == "name" and (stated := child.get("content")):
            found.append(squeezed(stated))
        told = child.tag not in SKIPPED or (child.tag == "button" and found and byline_leads.is_lead(found[-1]))
        if told and child.text and child.text.strip():
            found.append(squeezed(child.text))
        if child is not element and child.tail and child.tail.strip():
            found.append(squeezed(child.tail))
    return found
