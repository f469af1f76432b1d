"""Names that the page's structure refutes: what follows the title and has most of the text is the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert import body_class_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from lxml.html import HtmlElement

    from tui.convert.body.page_texts import Chain

PROSE = 80  # characters of a text that titles and labels do not reach
MUCH = 0.4  # share of the prose after the title from which a name is doubted
MOST = 0.7  # and the share for names of what is never the article
LEAD = 500  # characters of a standfirst or two before it
AHEAD = 0.2  # prose between the title and the part, to that of the part, up to which it is where the article begins
TYPES = 6  # of foreign parts, one in the other, that are doubted


def refuted(
    texts: Iterable[tuple[int, Chain]], foreign: Set[HtmlElement], title: HtmlElement | None
) -> set[HtmlElement]:
    """Those of the foreign elements that are where the article must be, with what else bears their name beside them.

    ``texts``: characters of the page's running texts and the elements around them, in reading order.
    """
    found: set[HtmlElement] = set()
    ahead = set(_ahead(title)) if title is not None else set()
    prose = [(length, chain) for length, chain in texts if length >= PROSE and ahead.isdisjoint(chain)]
    for _ in range(TYPES):
        more = _first_refuted(prose, foreign - found)
        if not more:
            break
        found |= more
    return found


def _ahead(title: HtmlElement) -> Iterator[HtmlElement]:
    """All that stands before the title on the page, and the title itself."""
    yield title
    for element in (title, *title.iterancestors()):
        yield from element.itersiblings(preceding=True)


def _first_refuted(prose: list[tuple[int, Chain]], foreign: Set[HtmlElement]) -> set[HtmlElement]:
    """The first sort of foreign parts after the title with most of the prose, and little prose before it."""
    sorts: dict[object, list[HtmlElement]] = {}
    weights: dict[object, int] = {}
    ahead: dict[object, int] = {}
    passed = 0
    for length, chain in prose:
        part = next((e for e in reversed(chain) if e in foreign), None)
        if part is None:
            passed += length
            continue
        sort: object = (part.tag, part.get("class") or part)
        ahead.setdefault(sort, passed)
        weights[sort] = weights.get(sort, 0) + length
        sorts.setdefault(sort, []).append(part)
    for sort, parts in sorts.items():  # in the order of their first appearance
        weight = weights[sort]
        share = MOST if body_class_names.never(parts[0]) else MUCH
        if weight >= share * (passed + weight) and ahead[sort] <= min(AHEAD * weight, LEAD):
            return set(parts)
    return set()
