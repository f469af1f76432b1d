"""Boxes between the paragraphs of the text, told by nothing but that they are wrapped while the paragraphs are not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.body.leading import leads_on, stands_alone
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.pointer_phrases import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from tui.convert.body.page_texts import Chain

TAGS = ("div", "section")
PLAIN = (4, 0.6)  # paragraphs that stand in one element directly, and their share of all, when it holds the text
PARAGRAPH_LEVELS = 4  # elements around a text among which its paragraph is
ALIKE = 4  # wrappers of one name that are parts of the text
LENGTH = (10, 1_200)  # characters of a box
SHARE = 0.2  # of the text, which a box does not reach
INVITATION, BUTTON = 300, 30  # characters of a box that invites to something, and of the link by which it does
UNWRITTEN = (
    "radio",
    "checkbox",
    "hidden",
)  # fields of tabs and of lists to tick off
SHOWN_IN_TABS = ("pre", "code", "table", "img")
CHOICES = 0.5  # share of its words from which labels of radio buttons are a poll's answers, not the names of tabs
LINKED = 0.3  # share of its words that link elsewhere


def between(texts: Iterable[Chain], host: str | None = None) -> list[HtmlElement]:
    """Wrappers beside plain paragraphs that hold a field, a poll, or little but links elsewhere.

    ``texts``: the article's running texts, each as the elements around it.
    """
    columns = Counter(map(_column, texts))
    del columns[None]
    if not columns:
        return []
    column, count = columns.most_common(1)[0]
    if column is None or count < PLAIN[0] or count < PLAIN[1] * columns.total():
        return []
    wrappers = [e for e in column if e.tag in TAGS]
    if not wrappers:
        return []
    names = Counter(e.get("class") for e in wrappers)
    longest = min(LENGTH[1], SHARE * len(element_text.text(column)))
    return [e for e in wrappers if (names[e.get("class")] < ALIKE or not e.get("class")) and _is_box(e, longest, host)]


def _column(chain: Chain) -> HtmlElement | None:
    """What the paragraph of a text stands in directly."""
    for element in chain[:PARAGRAPH_LEVELS]:
        if element.tag == "p":
            return element.getparent()
    return None


def _is_box(element: HtmlElement, longest: float, host: str | None) -> bool:
    size = len(element_text.text(element).strip())
    if not LENGTH[0] < size < longest or is_embed(element):
        return False
    if any(field.get("type") not in UNWRITTEN for field in element.iter("input")) or _is_poll(element, size):
        return True
    if size < INVITATION and _invites(element, host):
        return True
    linked = sum(len(element_text.text(a)) for a in element.iter("a") if leads_on(a.get("href"), host))
    return linked > LINKED * size and not all(
        ends_sentence(element_text.line(p)) for p in [*element.iter("p")] or [element]
    )


def _invites(element: HtmlElement, host: str | None) -> bool:
    """Whether a box under a heading of its own ends with nothing but a few words that lead on: "Become a member"."""
    if next(element.iter(*HEADINGS), None) is None:
        return False
    links = [a for a in element.iter("a") if leads_on(a.get("href"), host)]
    last = links[-1] if len(links) == 1 else None
    said = element_text.line(last) if last is not None else ""
    ends = 0 < len(said) <= BUTTON and element_text.line(element).endswith(said)
    return last is not None and ends and stands_alone(last) and not ends_sentence(said)


def _is_poll(element: HtmlElement, size: int) -> bool:
    """Whether little stands in an element but the answers to a question of which a reader chooses one."""
    offers_choice = any(field.get("type") == "radio" for field in element.iter("input"))
    if not offers_choice or next(element.iter(*SHOWN_IN_TABS), None) is not None:
        return False
    labels = (e for e in element.iter("label") if next(e.iterancestors("label"), None) is None)
    return sum(len(element_text.text(e).strip()) for e in labels) >= CHOICES * size


def is_embed(element: HtmlElement) -> bool:
    """Whether an element wraps a post of a social network, quoted in the article."""
    return any(
        "embed" in (name := e.get("class") or "") or "tweet" in name or e.get("cite")
        for e in element.iter("blockquote")
    )
