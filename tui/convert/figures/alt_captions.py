"""Captions that are told only by repeating the alternative text of the picture that they stand beside."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.figures import caption_text, credits, image_elements, picture_boxes, shown_words

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
    alt = image_elements.alt(picture) or ""
    wanted = shown_words.letters(alt)
    beside = unit.getnext()
    if beside is not None and beside.tag in ECHO_TAGS and " " in alt and shown_words.text_of(beside) == alt:
        return _echoed(beside, unit, len(wanted), frame)
    if len(wanted) < LEAST:
        return None
    for around in islice(unit.iterancestors(), ECHO_CLIMB):
        if around.tag in ("body", "html") or around in frame:
            return None
        for element in islice(around.iter(*ECHO_TAGS), 60):
            text = (element.text or "").strip()
            if abs(len(text) - len(alt)) <= ECHO_SLACK and shown_words.letters(text) == wanted:
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
        and not picture_boxes.holds_canonical(parent)
        and len(shown_words.text_of(parent)) <= length * 1.5 + credits.MAX_CREDIT
    ):
        holder = parent
    told = caption_text.read([holder], holder)
    if unit in holder.iterdescendants():
        return (*told, holder)
    picture_boxes.drop(holder)
    return (*told, unit)
