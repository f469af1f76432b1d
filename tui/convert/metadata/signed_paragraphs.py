"""Names that are a paragraph of their own, or that a paragraph tells of first: who signs below or above a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.convert.metadata import byline_leads, byline_words, bylines
from tui.convert.metadata.near_headline import PARAGRAPH, begin_of, text_of
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

LABELLED = 40  # characters among which a label's colon stands
SIGNED_LINE = 120  # characters of a line behind the text that says who wrote it
LAST_PARAGRAPH = 40  # characters of the paragraph before a signature
# A Japanese paper's reporter, behind the last sentence.  A class of so many letters is slow to make: when asked for.
BRACKETED = r"。\s*【(?:(?:文・)?)([\u3041-\u30ff\u3400-\u9fff々・]{2,10})(?:記者)?】\Z"
SLANTED_TAGS = frozenset(("strong", "b", "em", "i"))
DASHES = ("—", "–", "―")
WRITING = "writes covers reports schreibt berichtet écrit escribe scrive escreve".split()
BEING = "is was ist est es è é".split()
INTRODUCING = tuple(f" {verb} " for verb in (*WRITING, *BEING))  # one of which what follows finds, on one line
BEGIN_INTRODUCED = re.compile(
    rf"(?P<name>[^\W\d_a-z][^,.:;()]{{4,40}}?)\s(?:(?P<writes>{'|'.join(WRITING)})|{'|'.join(BEING)})\s"
)
MOST_BEGUN = 60  # characters of what it finds
INTRODUCED = re.compile(BEGIN_INTRODUCED.pattern + r"(?P<told>.{10,300})\Z", re.S)
TOLD_WORDS = 14  # words among which stands what they do


def signature(paragraphs: Sequence[HtmlElement]) -> list[str]:
    """The name that is an article's last paragraph, bold, slanted or behind a dash, or of whom it tells: "… writes"."""
    for paragraph in paragraphs:
        if (paragraph.text or "").endswith("】") and (written := re.search(BRACKETED, paragraph.text)):
            return [written[1]]
        if labelled := _names_behind_label(paragraph):
            return labelled
        name = _slanted_name(paragraph) or _dashed_name(paragraph) or _introduced_name(paragraph)
        if name and _is_text(paragraph.getprevious(), LAST_PARAGRAPH) and not _is_text(paragraph.getnext(), PARAGRAPH):
            return [name]
    return []


def alone(elements: Iterable[HtmlElement]) -> list[str]:
    """The name that is all of a paragraph: of the first text after the heading, or of a bold or slanted one."""
    first = True
    for element in elements:
        if name := _slanted_name(element):
            return [name]
        text = (element.text or "").strip()
        if first and text and element.tag == "p" and text_of(element) == text and bylines.is_person(text):
            return [text]
        first = first and not text
    return []


def _slanted_name(element: HtmlElement) -> str | None:
    if element.tag != "p" or len(element) != 1 or element[0].tag not in SLANTED_TAGS:
        return None
    if (element.text or "").strip() or (element[0].tail or "").strip():
        return None
    text = bylines.unled(text_of(element))
    return text if bylines.is_person(text) else None


def _names_behind_label(paragraph: HtmlElement) -> list[str]:
    """The people of a line that is nothing but a label with a colon and who wrote: "Text: Ada Moreno"."""
    begin = (paragraph.text or "").strip() or ((paragraph[0].text or "").strip() if len(paragraph) else "")
    if ":" not in begin[:LABELLED] or not byline_leads.may_be_led(begin):
        return []
    label = byline_leads.lead(f"{begin} x")
    if label is None or not label.group().rstrip().endswith(bylines.COLONS):
        return []
    text = text_of(paragraph)
    return [name for name in bylines.split(text) if bylines.is_person(name)] if len(text) <= SIGNED_LINE else []


def _dashed_name(paragraph: HtmlElement) -> str | None:
    text = text_of(paragraph) if (paragraph.text or "").lstrip().startswith(DASHES) else ""
    name = text.lstrip("".join(DASHES)).strip()
    return name if name and bylines.is_person(name) else None


def _introduced_name(paragraph: HtmlElement) -> str | None:
    """Of whom a paragraph says first of all that they write: "Ada Moreno is a reporter …", "… covers the coast"."""
    begin = begin_of(paragraph, MOST_BEGUN)
    if not holds(begin, INTRODUCING) or not BEGIN_INTRODUCED.match(begin):
        return None
    introduced = INTRODUCED.match(text_of(paragraph))
    if introduced is None or not bylines.is_person(introduced["name"]):
        return None
    told = introduced["told"].casefold().split()[:TOLD_WORDS]
    return introduced["name"] if introduced["writes"] or not byline_words.ROLES.isdisjoint(told) else None


def _is_text(element: HtmlElement | None, length: int) -> bool:
    return element is not None and element.tag == "p" and len(begin_of(element, length)) >= length
