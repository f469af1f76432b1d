"""Boxes between the paragraphs of the text: those that are none of it, told by nothing but that they are wrapped while
the paragraphs are not, and those that their makers call boxes of facts, of which some are read with the text."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import body_class_names, element_text
from tui.convert.body import prose_parts, set_phrases
from tui.convert.body.leading import leads_on, stands_alone
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.pointer_phrases import appeals, begins_other_reading, ends_sentence, points_away

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
NAMED = ("div", "section", "aside")  # tags of boxes of facts
MOST_BOXES = 20  # boxes of facts that are looked into
MOST_TOLD = 60  # paragraphs and items of a box of facts
MOST_AROUND = 300_000  # characters around it in which they are looked for: a long article has a third
TOLD = 0.5  # share of the words of a box of facts that are sentences of its own
NEAR = 3  # elements beside it among which a paragraph of the text is
OTHERS = body_class_names.STRANGE | {"summary"}
ASKING = ("form", "input", "select", "textarea", "article")


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


class Explaining:
    """The boxes of facts that are read with the text around them; only the first of a page are looked into."""

    def __init__(self, host: str | None) -> None:
        self._host = host
        self._left = MOST_BOXES
        self._parts: set[HtmlElement] = set()

    def holds(self, element: HtmlElement) -> bool:
        """Whether an element is such a box, or what its makers call a part of one."""
        if element in self._parts:
            return True
        if element.tag not in NAMED or not self._left or not _is_named(element):
            return False
        self._left -= 1
        if not _explains(element, self._host):
            return False
        self._parts.update(filter(_is_named, element.iterdescendants()))
        return True


def _is_named(element: HtmlElement) -> bool:
    """Whether an element is called a box of facts, or a part of one."""
    return "box" in body_class_names.kinds(element)


def _explains(element: HtmlElement, host: str | None) -> bool:
    """Whether what its makers call a box of facts stands between paragraphs of prose and tells what they do not: most
    of it is sentences that stand nowhere else, and none asks for anything or points elsewhere.

    One that the page keeps folded until a reader asks for it is no part of the text that is read through.
    """
    if not body_class_names.kinds(element).isdisjoint(OTHERS) or body_class_names.is_set_apart(element):
        return False
    if _is_folded(element) or next(element.iter(*ASKING), None) is not None:
        return False
    outermost = element
    while (above := outermost.getparent()) is not None and element_text.only_child(above) is outermost:
        outermost = above
    if above is None or not (_prose_near(outermost, preceding=True) and _prose_near(outermost, preceding=False)):
        return False
    heads = " ".join(element_text.line(e) for e in element.iter(*HEADINGS))
    told = [line for e in element.iter("p", "li") if (line := element_text.line(e))] or [element_text.line(element)]
    if len(told) > MOST_TOLD or any(
        points_away(line) or appeals(line) or begins_other_reading(line) for line in (*told, heads)
    ):
        return False
    size = element_text.length(element) - len(heads)
    linked = sum(element_text.length(a) for a in element.iter("a") if leads_on(a.get("href"), host))
    around = element_text.line(above)[:MOST_AROUND]
    own = sum(len(line) for line in told if ends_sentence(line) and around.count(line) <= 1)
    return own >= TOLD * size and linked <= LINKED * size


def _is_folded(box: HtmlElement) -> bool:
    """Whether a box has a switch by which a reader unfolds it."""
    if next(box.iter("button", "summary"), None) is not None:
        return True
    return any(e.get("role") == "button" or e.get("aria-expanded") for e in box.iter("*"))


def _prose_near(element: HtmlElement, *, preceding: bool) -> bool:
    """Whether one of the next elements before or behind an element is a paragraph of prose."""
    return any(map(prose_parts.begins_with_prose, islice(element.itersiblings("*", preceding=preceding), NEAR)))


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
    links = [a for a in element.iter("a") if leads_on(a.get("href"), host)]
    linked = sum(len(said) for a in links if (said := element_text.text(a)).casefold() not in set_phrases.MARKED_LINKS)
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
