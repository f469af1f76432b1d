"""The words in an element around a picture as readers see them: without those on its controls."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.figures import figure_class_names
from tui.convert.links import marks_place
from tui.text import plain_letters
from tui.text.cleaning import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_DEPTH = 30  # levels below an element
SKIPPED_WORDS = """
    script style noscript button summary svg select form template iframe input label video audio img amp-img
"""
SKIPPED = frozenset(SKIPPED_WORDS.split())
BROKEN_WORDS = """
    p div br li h1 h2 h3 h4 h5 h6 figcaption section dd dt td tr ul ol span footer small cite
"""
BROKEN = frozenset(BROKEN_WORDS.split())


def text_of(element: HtmlElement) -> str:
    """The words of an element without its controls, on one line."""
    return one_line("".join(text_runs(element)) if len(element) else element.text or "")


def is_longer(element: HtmlElement, limit: int) -> bool:
    """Whether an element has more than ``limit`` characters of words."""
    return len(element_text.text(element)) > limit and _room_left(element, limit, 0) < 0


def has_words(element: HtmlElement) -> bool:
    """Whether there are words in an element, other than on its controls."""
    if (element.text or "").strip():
        return True
    return len(element) > 0 and may_have_words(element) and _room_left(element, 0, 0) < 0


def may_have_words(element: HtmlElement) -> bool:
    """Whether there is any text in an element, be it on its controls: most that hold a picture hold none."""
    return bool(element_text.text(element).strip())


def linked(element: HtmlElement) -> int:
    """Characters of link text in an element."""
    return sum(len(text_of(a)) for a in islice(element.iter("a"), 30))


def letters(text: str | None) -> str:
    """Letters and digits, caseless."""
    return plain_letters.letters(text or "")


def text_runs(element: HtmlElement, taken: Collection[HtmlElement] = ()) -> list[str]:
    """Text runs in order, a space where elements end, without controls and the elements ``taken``."""
    found: list[str] = []
    _add_texts(element, taken, found, 0)
    return found


def _add_texts(element: HtmlElement, taken: Collection[HtmlElement], found: list[str], depth: int) -> None:
    if text := element.text:
        found.append(text)
    if not len(element):
        return
    for child in element:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        if child not in taken and depth < MAX_DEPTH and is_told(child):
            broken = tag in BROKEN
            if broken:
                found.append(" ")
            _add_texts(child, taken, found, depth + 1)
            if broken:
                found.append(" ")
        if tail := child.tail:
            found.append(tail)


def _room_left(element: HtmlElement, room: int, depth: int) -> int:
    """What is left of ``room`` characters behind the element's words; less than nothing as soon as it is used up."""
    if text := element.text:
        room -= len(text.strip())
    if room < 0 or not len(element):
        return room
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if depth < MAX_DEPTH and is_told(child):
            room = _room_left(child, room, depth + 1)
        if tail := child.tail:
            room -= len(tail.strip())
        if room < 0:
            break
    return room


def is_told(element: HtmlElement) -> bool:
    """Whether an element's words are told to readers: not a control's, a script's or the sign of a link to here."""
    if element.tag == "a" and marks_place(element):
        return False
    return element.tag not in SKIPPED and not figure_class_names.of(element) & figure_class_names.BESIDE
