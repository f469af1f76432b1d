"""Text beside the article's container that was taken for none of the article."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.pointer_phrases import ends_sentence
from tui.model.frozen import value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lxml.html import HtmlElement

    from tui.convert.left_out.dropped_parts import Dropped

LEVELS = 3  # elements from the container up beside which something is looked for
MOST_BESIDE = 60  # elements beside each
PROSE = 80  # characters of a sentence with which there is something to read
BLOCKS = ("p", "div", "li", "blockquote", "td", "section")


@value(frozen=True, slots=True)
class Surroundings:
    """Of a page's article: its container, the heading with its title, the characters of running text below elements."""

    container: HtmlElement
    title: HtmlElement | None
    running: Mapping[HtmlElement, int]

    def parts(
        self, taken: Collection[HtmlElement], marks: Mapping[HtmlElement, Dropped]
    ) -> tuple[list[HtmlElement], list[HtmlElement]]:
        """What stands before and after the container in reading order: elements, and marks of what was dropped.

        ``taken``: what of it is in the article.  What stands ahead of the title is the page's.
        """
        path = {self.container, *self.container.iterancestors()}
        titled = {self.title, *self.title.iterancestors()} - path if self.title is not None else set()
        ahead: list[HtmlElement] = []
        behind: list[HtmlElement] = []
        for element in (self.container, *islice(self.container.iterancestors(), LEVELS - 1)):
            if element.tag in ("body", "html"):
                break
            before = list(islice(element.itersiblings(preceding=True), MOST_BESIDE))
            after_title = takewhile(lambda e: e not in titled, before)
            ahead = [e for e in after_title if self._is_told(e, taken, marks)][::-1] + ahead
            behind += [e for e in islice(element.itersiblings(), MOST_BESIDE) if self._is_told(e, taken, marks)]
            if element.tag in ("article", "main") or not titled.isdisjoint(before):
                break  # what is further out is the page's
        return ahead, behind

    def _is_told(
        self, element: HtmlElement, taken: Collection[HtmlElement], marks: Mapping[HtmlElement, Dropped]
    ) -> bool:
        if (dropped := marks.get(element)) is not None:
            return has_sentence(dropped.element)
        return self.running.get(element, 0) >= PROSE and element not in taken and has_sentence(element)


def has_sentence(element: HtmlElement) -> bool:
    """Whether a long sentence stands in an element."""
    for block in element.iter(*BLOCKS):
        text = element_text.line(block) if block.tag == "p" else (block.text or "").strip()
        if len(text) >= PROSE and ends_sentence(text):
            return True
    return False
