"""The texts of a page, found in one walk: long ones, which are weighed, and short lines, which may be labels."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.text.cleaning import squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

    Chain = tuple[HtmlElement, ...]

LONG = 25  # characters from which a text node counts; a menu's entries are shorter
LINE = 60  # characters of a line that may be a label, or shows a date
MOST_LINES = 20_000  # of a page; beyond are data dumps

WEIGHTLESS = "a script style noscript button option title head figcaption textarea label legend time".split()
LOOKED_UP = 3  # levels above a text on which a weightless tag takes its weight away


class PageTexts(NamedTuple):
    """``running``: characters of the long texts, white space squeezed, each with the elements around it, innermost
    first, up to but without the body; those that have no weight are left out.

    ``lines``: elements that begin with a short text, and the text.  Both in reading order.
    """

    running: list[tuple[int, Chain]]
    lines: list[tuple[HtmlElement, str]]


class _Chains(dict["HtmlElement", "Chain"]):
    """Elements with those around them, up to but without the body, when first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._around: dict[HtmlElement, Chain] = {}  # of what holds several texts, as a list of paragraphs does

    def __missing__(self, element: HtmlElement) -> Chain:
        above = element.getparent()
        around = self._around.get(above)
        if around is None:
            around = self._around[above] = (above, *above.iterancestors())
        chain = self[element] = (element, *around)[:-2]
        return chain


def read(elements: ElementsByTag) -> PageTexts:
    """The texts in the body of a page."""
    long_texts, lines = _walked(_in_body(elements), {*elements.of("script")})
    weightless = {*elements.each(*WEIGHTLESS)}
    chains = _Chains()
    weighed = [
        (length, chain)
        for length, holder in long_texts
        if holder not in weightless and (chain := chains[holder]) and weightless.isdisjoint(chain[:LOOKED_UP])
    ]
    return PageTexts(weighed, lines[:MOST_LINES])


def _in_body(elements: ElementsByTag) -> Sequence[HtmlElement]:
    """All that is in the body, in the order of the page."""
    body = elements.root.find("body")
    if body is None:
        return ()
    return elements.all[elements.all.index(body) + 1 :] if body.getnext() is None else [*body.iterdescendants("*")]


def _walked(
    elements: Sequence[HtmlElement], scripts: set[HtmlElement]
) -> tuple[list[tuple[int, HtmlElement]], list[tuple[HtmlElement, str]]]:
    """Lengths of the long texts and what each stands in directly, and the short lines, both in reading order."""
    # By the place of what stands right before a text; of those behind one element the innermost's comes first.
    found: list[tuple[tuple[int, int, int], int, HtmlElement]] = []
    lines: list[tuple[HtmlElement, str]] = []
    for place, element in enumerate(elements):
        text = element.text
        if text and (shown := text.strip()) and element not in scripts:  # whose data may be longer than all text
            if len(shown) > LONG and (length := len(squeezed(shown))) > LONG:
                found.append(((place, 0, 0), length, element))
            if len(text) <= LINE:
                lines.append((element, shown))
        tail = element.tail
        if tail and len(tail) > LONG and (length := len(squeezed(tail))) > LONG:
            last = place + (sum(1 for _ in element.iterdescendants()) if len(element) else 0)
            found.append(((last, 1, -place), length, element.getparent()))
    return [(length, holder) for _, length, holder in sorted(found, key=itemgetter(0))], lines
