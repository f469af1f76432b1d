"""Boxes that present an article's author: a name, and beside it what its bearer does or a few sentences on them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.convert.metadata import byline_words, bylines
from tui.convert.metadata.near_headline import PARAGRAPH, begin_of, text_of
from tui.text.cleaning import squeezed
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

OCCUPATION = 80  # characters of what somebody does
CLIMB = 2  # ancestors of what is told of a person that the name may stand before
TELLING = "is was has writes covers leads works ist est es è é".split()
PRESENTING = tuple(f" {verb} " for verb in TELLING)  # one of which what follows finds, on one line
PRESENTED = re.compile(rf"(?P<name>[^\W\d_][^.:;()!?]{{1,40}}?)(?:,[^,.]{{2,60}},)?\s(?:{'|'.join(TELLING)})\s")
MOST_BEGUN = 120  # characters of what it finds


def with_occupation(elements: Iterable[HtmlElement]) -> list[str]:
    """The names before the text each followed by what its bearer does: "Ada Moreno", "Harbour Correspondent"."""
    names: list[str] = []
    for line, following in pairwise(_lines(elements)):
        if len(following) <= OCCUPATION and bylines.is_person(line) and _is_occupation(following) and line not in names:
            names.append(line)
    return names


def _lines(elements: Iterable[HtmlElement]) -> Iterable[str]:
    for element in elements:
        line = squeezed(element.text or "")
        if element.tag == "p" and len(line) >= PARAGRAPH:
            return
        if line:
            yield line


def _is_occupation(line: str) -> bool:
    """Whether a line tells what somebody does; one word only where those who write are called so."""
    words = line.casefold().split()
    if bylines.DIGITS.search(line) or not byline_words.CONTROLS.isdisjoint(words):
        return False
    return any(map(bylines.is_title, line.split(","))) and (len(words) > 1 or words[0] in byline_words.ROLES)


def presented(paragraphs: Sequence[HtmlElement]) -> list[str]:
    """The only person whose name stands over a paragraph that tells of them: "Ada Moreno is a reporter …"."""
    names: dict[str, str] = {}
    for paragraph in paragraphs:
        begin = begin_of(paragraph, MOST_BEGUN)
        told = PRESENTED.match(begin) if holds(begin, PRESENTING) else None
        if told and (name := _name_over(paragraph)) and told["name"] in (name, _given_name(name)):
            names.setdefault(name.casefold(), name)
    return list(names.values()) if len(names) == 1 else []


def _name_over(paragraph: HtmlElement) -> str | None:
    at: HtmlElement | None = paragraph
    for _ in range(CLIMB + 1):
        if at is None or (before := at.getprevious()) is not None:
            break
        at = at.getparent()
    if at is None or before is None or not isinstance(before.tag, str):
        return None
    name = bylines.unled(text_of(before))
    return name if bylines.is_person(name) else None


def _given_name(name: str) -> str | None:
    return name.split()[0] if bylines.is_known_person(name) else None
