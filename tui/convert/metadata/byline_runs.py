"""The runs of text in a byline, one for each place where an element begins or ends."""

from __future__ import annotations

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
    _add_runs(element, found, MAX_RUNS)
    return found


def _add_runs(element: HtmlElement, found: list[str], left: int) -> int:
    """Add the runs in the order of the page; of ``left`` elements that may be looked at, how many are left."""
    tag = element.tag
    if tag == "meta" and element.get("itemprop") == "name" and (stated := element.get("content")):
        found.append(squeezed(stated))
    told = tag not in SKIPPED or (tag == "button" and found and byline_leads.is_lead(found[-1]))
    if told and (run := squeezed(element.text or "")):
        found.append(run)
    left -= 1
    for child in element:
        if left <= 0:
            break
        if isinstance(child.tag, str):
            left = _add_runs(child, found, left)
        if run := squeezed(child.tail or ""):
            found.append(run)
    return left
