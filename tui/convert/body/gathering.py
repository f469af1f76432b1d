"""Text of the article that stands outside its container: the standfirst above it, paragraphs after it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from tui.convert import body_class_names, element_text
from tui.convert.body.prose_parts import (
    PARTS,
    is_alike,
    is_part,
    is_section,
    is_teaser,
    lists_documents,
    reads,
)
from tui.convert.pointer_phrases import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.convert.body.page_texts import Chain
    from tui.convert.body.weighing import Weights

INLINE = frozenset("a b strong em i span font u mark small sup sub abbr q cite".split())
LEAD_LENGTH = (40, 1_200)  # characters of a standfirst
UNMARKED_LEAD = 70  # characters that a standfirst has at least when no name marks it
PART_LEVELS = 1  # elements around the container beside which such parts are sought
LEAST_PART = 40  # characters of a part that is made like the container, or has a heading
PART = 80  # characters of running text of a part beside the container


def around(
    container: HtmlElement, weights: Weights, title: HtmlElement | None
) -> tuple[list[HtmlElement], list[HtmlElement]]:
    """Blocks of the article before and after its container, in reading order."""
    boundary = _boundary(container, title)
    texts = [chain for chain in weights.texts if boundary in chain or boundary.tag == "body"]
    inside = [n for n, chain in enumerate(texts) if container in chain]
    if not inside:
        return [], []
    before = _blocks(texts[: inside[0]])
    after = _blocks(texts[inside[-1] + 1 :])
    parts = _parts_beside(container, boundary, weights, title)
    if not before and not after and not parts:
        return [], []
    pattern = _Pattern(texts[inside[0] : inside[-1] + 1])
    within = {e for part in parts for e in part.iter()}
    leading = [b for b in before if b not in within and (_is_lead(b) or (reads(b) and pattern.fits(b)))]
    closing = [b for b in after if b not in within and reads(b) and pattern.fits(b)]
    order = {e: n for n, e in enumerate(boundary.iter())} if parts else {}
    ahead = [p for p in parts if order[p] < order[container]]
    behind = [p for p in parts if order[p] > order[container]]
    return (
        sorted(_follow([*leading, *ahead], title), key=lambda e: order.get(e, 0)),
        sorted([*closing, *behind], key=lambda e: order.get(e, 0)),
    )


def _parts_beside(
    container: HtmlElement, boundary: HtmlElement, weights: Weights, title: HtmlElement | None
) -> list[HtmlElement]:
    """Elements beside the container, or beside what is around it, that hold paragraphs of the article as it does."""
    found: list[HtmlElement] = []
    holding = set(title.iterancestors()) if title is not None else set()
    parted = 0  # levels that hold more than a wrapper of the one below
    for level, element in enumerate((container, *container.iterancestors())):
        if element is boundary or element.tag in ("body", "main", "article") or parted > PART_LEVELS:
            break
        behind = [*element.itersiblings()]
        around = (*element.itersiblings(preceding=True), *behind)
        beside = [e for e in around if e.tag in PARTS and e not in holding and e not in weights.apart]
        parted += bool(beside)
        if level > PART_LEVELS:
            beside = [e for e in beside if is_alike(e, element)]
        if beside:
            following = {*behind} if next(element.iterancestors("article"), None) is not None else set()
            found += [e for e in beside if _is_part(e, element, weights, follows=e in following)]
    return found


def _is_part(element: HtmlElement, container: HtmlElement, weights: Weights, *, follows: bool) -> bool:
    if (weights.own.get(element, 0) >= PART and is_part(element)) or lists_documents(element):
        return True
    return is_section(element, container, follows=follows) and element_text.length(element) >= LEAST_PART


def _blocks(texts: Sequence[Chain]) -> list[HtmlElement]:
    return list(dict.fromkeys(block for chain in texts if (block := _block(chain)) is not None))


def _boundary(container: HtmlElement, title: HtmlElement | None) -> HtmlElement:
    """The nearest element around the container that also holds the title, else an article or main element."""
    above = [container, *container.iterancestors()]
    holding = {title, *title.iterancestors()} if title is not None else set()
    for element in above:
        if element in holding:
            return element
    return next((e for e in above if e.tag in ("article", "main")), above[-3] if len(above) > 2 else container)


def _block(chain: Chain) -> HtmlElement | None:
    """The block that a text stands in."""
    return next((e for e in chain if e.tag not in INLINE), None)


def _follow(blocks: list[HtmlElement], title: HtmlElement | None) -> list[HtmlElement]:
    """Those that come after the title on the page."""
    if title is None or not blocks:
        return blocks
    wanted = {title, *blocks}
    order = [e for e in title.getroottree().iter(*{e.tag for e in wanted}) if e in wanted]
    return [b for b in blocks if order.index(b) > order.index(title)]


class _Pattern:
    """How the container's commonest paragraphs are marked up, looked at when a block outside is read like them."""

    def __init__(self, texts: Sequence[Chain]) -> None:
        self._texts = texts

    def fits(self, block: HtmlElement) -> bool:
        """Whether a block is marked up so; none is that bears no name at all."""
        signature = _signature(block)
        return any(signature[1:]) and signature in self._common

    @cached_property
    def _common(self) -> set[tuple[str, ...]]:
        counts = Counter(_signature(block) for chain in self._texts if (block := _block(chain)) is not None)
        return {s for s, n in counts.items() if n >= 3 and n >= 0.3 * len(self._texts)}


def _signature(block: HtmlElement) -> tuple[str, ...]:
    parent = block.getparent()
    above = (parent.get("class") or "") if parent is not None else ""
    return block.tag, block.get("class") or "", above


def _is_lead(block: HtmlElement) -> bool:
    text = element_text.line(block)
    if not LEAD_LENGTH[0] <= len(text) <= LEAD_LENGTH[1] or is_teaser(block, text) or block.tag in ("h1", "li", "td"):
        return False
    near = [block, *_above(block, 2)]
    if any("head" in body_class_names.kinds(e) for e in near[:2]):
        return False
    if any(
        "lead" in body_class_names.kinds(e)
        or (e.get("itemprop") or "").lower() in ("description", "alternativeheadline")
        for e in near
    ):
        return True
    return len(text) >= UNMARKED_LEAD and ends_sentence(text)


def _above(element: HtmlElement, levels: int) -> list[HtmlElement]:
    return [e for e, _ in zip(element.iterancestors(), range(levels), strict=False)]
