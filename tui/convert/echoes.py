"""Captions that are told only by repeating the alternative text of the picture that they stand beside."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import credits, legends, pictures, wrappers

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ECHO_SLACK = 6  # characters in which a caption and the alternative text it repeats may differ: a full stop, quotes
ECHO_CLIMB = 3  # ancestors of a picture in which its alternative text may be repeated
ECHO_TAGS = ("p", "span", "small", "div", "em", "i", "figcaption")
LEAST = 15  # letters of an alternative text that is looked for


def echo(
    picture: HtmlElement, unit: HtmlElement, frame: set[HtmlElement]
) -> tuple[str | None, str | None, HtmlElement] | None:
    """Caption, credit and unit when words near the picture repeat its alternative text."""
    said = pictures.alt(picture) or ""
    wanted = legends.letters(said)
    if len(wanted) < LEAST:
        return None
    for around in islice(unit.iterancestors(), ECHO_CLIMB):
        if around.tag in ("body", "html") or around in frame:
            return None
        for element in islice(around.iter(*ECHO_TAGS), 60):
            text = (element.text or "").strip()
            if abs(len(text) - len(said)) <= ECHO_SLACK and legends.letters(text) == wanted:
                return _echoed(element, unit, len(wanted), frame)
    return None


def _echoed(
    element: HtmlElement, unit: HtmlElement, length: int, frame: set[HtmlElement]
) -> tuple[str | None, str | None, HtmlElement]:
    holder = element
    parent = element.getparent()
    if (
        parent is not None
        and parent not in frame
        and not wrappers.holds_canonical(parent)
        and len(legends.text_of(parent)) <= length * 1.5 + credits.MAX_CREDIT
    ):
        holder = parent
    told = legends.read([holder], holder)
    if unit in holder.iterdescendants():
        return (*told, holder)
    wrappers.drop(holder)
    return (*told, unit)
