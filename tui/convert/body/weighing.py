"""Where the running text of a page lies: long text nodes, weighed up their ancestors."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import body_class_names, element_text
from tui.convert.body import doubted_names
from tui.convert.body.page_texts import LONG
from tui.convert.body.prose_parts import PARTS, is_alike, is_part, reads
from tui.convert.elements_by_tag import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from lxml.html import HtmlElement

    from tui.convert.body.page_texts import Chain
    from tui.convert.elements_by_tag import ElementsByTag
    from tui.convert.left_out.reasons import Reason

MOST = 0.65  # share of the weight with which a child takes over from its parent
MOST_OF_POSTS = 0.9  # and the share where parts are posts, of which one may be long
SURELY = 1_500  # characters with which an article element around the title is the article
ENOUGH = 0.2  # or this share of the page's text
LEFT = 200  # characters of running text that are left when parts are set apart by their shape
LITTLE = 0.12  # share of the page's text: with less left, something was misjudged by its looks
MUCH = 0.8  # and the share where prose stands beside it
PARAGRAPH = 80  # characters of running text of a paragraph, or part, beside an element
BESIDE = 200  # characters of prose beside an element that are not left out for its sake
SINGLE = 400  # characters of a paragraph that is not all of an article
SECTIONS = ("section", "div", "article")
SECTION_HEADINGS = ("h2", "h3", "h4")
RUNNING = frozenset(
    "p blockquote li ul ol table thead tbody td tr span font a b i em strong h1 h2 h3 dl dd pre figure".split()
)


@dataclass(slots=True, eq=False, repr=False)
class Weights:
    """Characters of running text below each element: ``all`` of it, and what no foreign part holds (``own``).

    ``texts`` are the running texts outside foreign parts in reading order, each as the chain of the
    elements around it, innermost first.  ``apart`` are the parts set apart by
    their shape, which have no weight, and why.
    ``strange``: the kinds of names that are not the article's.
    """

    all: dict[HtmlElement, int] = field(default_factory=dict)
    own: dict[HtmlElement, int] = field(default_factory=dict)
    texts: list[Chain] = field(default_factory=list)
    apart: Mapping[HtmlElement, Reason] = field(default_factory=dict)
    strange: frozenset[str] = body_class_names.STRANGE

    @property
    def of_posts(self) -> bool:
        """Whether the posts of a discussion were weighed, not an article."""
        return self.strange is not body_class_names.STRANGE

    @property
    def size(self) -> int:
        """Characters of the running text that is not foreign."""
        return max(self.own.values(), default=0)


def summed(texts: Iterable[tuple[int, Chain]]) -> dict[HtmlElement, int]:
    """Characters of running text below each element that has any."""
    sums: dict[HtmlElement, int] = {}
    for length, chain in texts:
        for element in chain:
            sums[element] = sums.get(element, 0) + length
    return sums


def _without(sums: dict[HtmlElement, int], texts: list[tuple[int, Chain]]) -> dict[HtmlElement, int]:
    """The sums of all but some of the texts that they are made of: few are left out of most pages."""
    if not texts:
        return sums
    left = dict(sums)
    for length, chain in texts:
        for element in chain:
            if left[element] > length:
                left[element] -= length
            else:
                del left[element]
    return left


def _parted(
    texts: Iterable[tuple[int, Chain]], elements: Set[HtmlElement]
) -> tuple[list[tuple[int, Chain]], list[tuple[int, Chain]]]:
    """The texts that stand in none of the elements, and those that do."""
    outside: list[tuple[int, Chain]] = []
    inside: list[tuple[int, Chain]] = []
    for text in texts:
        (outside if elements.isdisjoint(text[1]) else inside).append(text)
    return outside, inside


def weigh(
    elements: ElementsByTag,
    texts: list[tuple[int, Chain]],
    running: dict[HtmlElement, int],
    apart: Mapping[HtmlElement, Reason],
    title: HtmlElement | None,
    strange: frozenset[str] = body_class_names.STRANGE,
) -> Weights:
    """The weights of all elements that have some of the running ``texts`` below them; ``running`` are their sums.

    What is ``apart`` does not count, unless nothing would be left: then the page consists of such parts.
    """
    weights = Weights(running, strange=strange)
    if apart:
        rest, left_out = _parted(texts, apart.keys())
        if sum(length for length, _ in rest) >= LEFT:
            weights.apart, weights.all = apart, _without(running, left_out)
            texts = rest
    foreign = _foreign(elements, weights.all, strange)
    whole = sum(length for length, _ in texts)
    own, held = _parted(texts, foreign)
    if held and sum(length for length, _ in held) >= doubted_names.MUCH * whole:
        foreign -= doubted_names.refuted(texts, foreign, title)
        own, held = _parted(texts, foreign)
    missing = LITTLE * whole - sum(length for length, _ in own)
    if missing > 0:
        foreign -= _mistaken(foreign, weights.all, held, missing)
        own, held = _parted(texts, foreign)
    weights.texts = [chain for _, chain in own]
    weights.own = _without(weights.all, held)
    return weights


def _foreign(elements: ElementsByTag, weights: dict[HtmlElement, int], strange: frozenset[str]) -> set[HtmlElement]:
    """The elements that are not the article by tag, state or name.

    No name speaks against what holds a landmark; one on a paragraph tells little of where the article is.
    """
    protected = _with_ancestors([*elements.of("h1"), *elements.of("main")])
    found: set[HtmlElement] = set()
    named: list[HtmlElement] = []
    landmarks: list[HtmlElement] = []
    for element in weights:
        tag, borne = element.tag, element.keys()
        if not borne and "-" not in tag and tag not in body_class_names.FOREIGN_TAGS:
            continue  # as most paragraphs, which nothing is said of
        if body_class_names.is_set_apart(element, borne):
            found.add(element)
        if element in protected:
            continue
        kinds = body_class_names.kinds(element, borne) if tag != "p" else body_class_names.NONE
        if "good" in kinds or _is_marked(element, borne):
            landmarks.append(element)
        elif not kinds.isdisjoint(strange):
            named.append(element)
    protected = _with_ancestors(landmarks)
    return found.union(e for e in named if e not in protected)


def _with_ancestors(elements: Iterable[HtmlElement]) -> set[HtmlElement]:
    return {e for element in elements for e in (element, *element.iterancestors())}


def _is_marked(element: HtmlElement, borne: Sequence[str]) -> bool:
    """Whether one of the attributes that an element bears says that it holds the article."""
    if "itemprop" in borne and element.get("itemprop") == "articleBody":
        return True
    return "role" in borne and element.get("role") == "main"


def _mistaken(
    foreign: Set[HtmlElement], weights: dict[HtmlElement, int], held: Sequence[tuple[int, Chain]], missing: float
) -> set[HtmlElement]:
    """Those that may be the article in spite of their looks, the heaviest first, until so many characters as are
    ``missing`` of the texts that are ``held`` stand in none but them."""
    texts_in: dict[HtmlElement, list[int]] = {}
    holders: list[int] = []  # of each text, how many hold it
    for number, (_, chain) in enumerate(held):
        around = [element for element in chain if element in foreign]
        holders.append(len(around))
        for element in around:
            texts_in.setdefault(element, []).append(number)
    found: set[HtmlElement] = set()
    candidates = [e for e in weights if e in foreign and not body_class_names.never(e)]
    for element in sorted(candidates, key=lambda e: (weights[e], -sum(1 for _ in e.iterancestors())), reverse=True):
        if missing <= 0:
            break
        found.add(element)
        for number in texts_in.get(element, ()):
            holders[number] -= 1
            if not holders[number]:
                missing -= held[number][0]
    return found


def container(root: HtmlElement, weights: Weights, title: HtmlElement | None = None) -> HtmlElement:
    """The element that holds the article.

    From the titled article, or the body, down: while one child has most of the text.
    """
    sections = None if weights.of_posts else _around_sections(weights.own, title)
    best = sections if sections is not None else _titled(weights, title)
    if best is None:
        best = root.find("body") if root.find("body") is not None else root
    side = weights.own if weights.own else weights.all
    inside = best is sections or best.tag == "article"
    while True:
        children = [(side[c], n) for n, c in enumerate(best) if c in side]
        if not children:
            return best
        weight, number = max(children)
        child = best[number]
        most = MOST_OF_POSTS if weights.of_posts else MOST
        if weight < most * (side.get(best) or sum(w for w, _ in children)) or child.tag in RUNNING:
            return best
        if _is_paragraph(child):
            return best
        if (inside and _is_one_of_sections(child)) or _is_chapter(child):
            return best
        if inside and SURELY <= weight < MUCH * side.get(best, 0) and _prose_beside(child, side) >= BESIDE:
            return best
        best = child


def _is_paragraph(child: HtmlElement) -> bool:
    """Whether an element only wraps a paragraph, as some programs wrap each."""
    inner = element_text.only_child(child)
    return inner is not None and inner.tag == "p" and element_text.length(inner) < SINGLE


def _prose_beside(child: HtmlElement, side: Mapping[HtmlElement, int]) -> int:
    """Characters of prose that stands beside an element, in paragraphs or in parts that hold little else."""
    beside = (*child.itersiblings(preceding=True), *child.itersiblings())
    return sum(side[e] for e in beside if side.get(e, 0) >= PARAGRAPH and _is_prose(e))


def _is_prose(element: HtmlElement) -> bool:
    return is_part(element) if element.tag in PARTS else element.tag == "p" and reads(element)


def _is_one_of_sections(part: HtmlElement) -> bool:
    """Whether a part begins with a heading, as one beside it does: the longest section is not the article."""
    begins = _heading_of(part)
    if begins is None:
        return False
    beside = [*part.itersiblings(), *part.itersiblings(preceding=True)]
    return any(
        _heading_of(e) == begins
        and body_class_names.kinds(e).isdisjoint(body_class_names.STRANGE)
        and not body_class_names.is_set_apart(e)
        for e in beside
    )


def _is_chapter(part: HtmlElement) -> bool:
    """Whether a section element is one of three or more of the same name that begin with a heading of the first level,
    as those of a manual page do."""
    if part.tag != "section" or _heading_of(part, ("h1",)) is None:
        return False
    beside = (*part.itersiblings("section"), *part.itersiblings("section", preceding=True))
    return sum(is_alike(e, part) and _heading_of(e, ("h1",)) is not None for e in beside) > 1


def _heading_of(part: HtmlElement, levels: Sequence[str] = SECTION_HEADINGS) -> str | None:
    """The level of the heading, one of these, that a part begins with."""
    if part.tag not in SECTIONS or (part.text or "").strip():
        return None
    for element in islice(part.iter(*HEADINGS, "p", "li"), 1):
        return element.tag if element.tag in levels else None
    return None


def _titled(weights: Weights, title: HtmlElement | None) -> HtmlElement | None:
    """The article element around the title, or the main one, if enough text is in it."""
    if title is None:
        return None
    whole = max(weights.own.values(), default=0)
    for tag in ("main",) if weights.of_posts else ("article", "main"):
        home = next(title.iterancestors(tag), None)
        held = weights.own.get(home, 0) if home is not None else 0
        if held >= min(SURELY, ENOUGH * whole) and held > LONG * 4:
            return home
    return None


def _around_sections(own: Mapping[HtmlElement, int], title: HtmlElement | None) -> HtmlElement | None:
    """What holds the title's article element and more text in others behind it, each under a heading of one level that
    is no title and leads nowhere: some makers call the sections of a page so, as a recipe's ingredients and its steps.

    Where this errs, what follows were other articles without date and link, and they are read with the first.
    """
    home = next(title.iterancestors("article"), None) if title is not None else None
    following = list(home.itersiblings("article")) if home is not None else []
    if home is None or len(following) < 2 or sum(own.get(e, 0) for e in following) <= own.get(home, 0):
        return None
    levels = set(map(_heading_of, following))
    if len(levels) > 1 or None in levels or any(next(e.iter("h1"), None) is not None for e in following):
        return None
    links = (a for e in following for heading in e.iter(*SECTION_HEADINGS) for a in heading.iter("a"))
    return home.getparent() if next(links, None) is None else None
