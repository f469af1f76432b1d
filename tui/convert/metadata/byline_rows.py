"""The row under a heading that gives the day, and beside it who wrote: "Ada Moreno · 3 March 2026 · 5 min read".

Pages built of components name nothing in it but by where it stands.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.metadata import byline_leads, byline_tails, bylines, date_lines, page_dates
from tui.convert.metadata.byline_runs import runs_of
from tui.convert.metadata.near_headline import text_of
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

ROW = 160  # characters of a line that names the author beside the day
DAY = 25  # characters of a day
LABELLED_DAY = 45  # of one that is said to be of publication: "Publié le 12 mars 2026 à 10h21"
COLONS = (":", "：")
CLIMB = 6  # ancestors of a day among which is the row
NEAR = 2  # of these, in which any name beside the day is believed, and not only those that are known
LINES = ("p", "div", "span", "a", "h2", "h3", "h4")  # that may hold such a line
PARTED = late_pattern(r"\s+[|·•/—–-]\s+")


def names(elements: Iterable[HtmlElement]) -> list[str]:
    """The names in the first row that has any."""
    for element in elements:
        text = text_of(element) if bylines.DIGITS.search(element.text or "") else ""
        if not text or len(text) > ROW:
            continue
        for pieces in (PARTED.split(text), runs_of(element)):
            dated = len(pieces) > 1 and any(len(piece) <= DAY and page_dates.iso(piece) for piece in pieces)
            if dated and (named := list(filter(None, map(_name_beside, pieces)))):
                return named
        for at, row in enumerate(_rows(element, text)):
            sure = at < NEAR and (element.tag == "time" or len(text) <= DAY)
            is_name = bylines.is_person if sure else bylines.is_known_person
            bare = (byline_tails.before_place(piece) for piece in row)
            if found := [n for piece in bare for n in bylines.split(piece) if is_name(n)]:
                return list(dict.fromkeys(found))
    return []


def facts(elements: Iterable[HtmlElement]) -> Iterator[str]:
    """What stands nearest beside each day, whether it is a name or not."""
    for element in elements:
        if bylines.DIGITS.search(element.text or ""):
            beside = ([run for run in row if not _is_day(run)] for row in _rows(element, text_of(element)))
            yield from next(filter(None, beside), ())


def _rows(element: HtmlElement, text: str) -> Iterator[list[str]]:
    """The runs of text of the elements around a day, the nearest first, up to the row, and the line before it."""
    if element.tag != "time" and not _is_day(text):
        return
    row = element
    for around in islice(element.iterancestors(), CLIMB):
        if len(text_of(around)) > ROW:
            yield from _line_before(row)
            return
        row = around
        said_of_pictures = {run for caption in around.iter("figcaption") for run in runs_of(caption)}
        yield [run for run in runs_of(around) if run not in said_of_pictures]


def _line_before(row: HtmlElement) -> Iterator[list[str]]:
    """What stands alone right before a row, where it is known as a name."""
    before = row.getprevious()
    runs = runs_of(before) if before is not None and before.tag in LINES else []
    if len(runs) == 1 and bylines.is_known_person(runs[0]):
        yield runs


def _is_day(text: str) -> bool:
    is_short = len(text) <= DAY or (len(text) <= LABELLED_DAY and date_lines.says_published(text))
    return is_short and page_dates.iso(text) is not None


def _name_beside(piece: str) -> str | None:
    """The name that a piece of a line with the day gives: known as one, behind a label, or before where they write."""
    if (lead := byline_leads.lead(piece)) and piece[: lead.end()].rstrip().endswith(COLONS):
        return next(iter(bylines.split(piece)), None)
    name = byline_tails.before_place(bylines.unled(piece))
    is_name = bylines.is_person if byline_tails.ends_names(piece) else bylines.is_known_person
    return name if is_name(name) else None
