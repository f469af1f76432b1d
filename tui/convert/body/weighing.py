"""Where the running text of a page lies: long text nodes, weighed up their ancestors."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from tui.convert.body import marks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONG = 25  # characters from which a text node counts; a menu's entries are shorter
WEIGHTLESS = frozenset("a script style noscript button option title head figcaption textarea label legend time".split())
LOOKED_UP = 3  # levels above a text on which a weightless tag takes its weight away
MOST = 0.65  # share of the weight with which a child takes over from its parent
MAJORITY = 0.4  # a part with more of the page's text than this is not judged by its name
RUNNING = frozenset("p blockquote li ul ol td tr span font a b i em strong h1 h2 h3 dl pre".split())

Chain = tuple["HtmlElement", ...]


@dataclass(slots=True)
class Weights:
    """Characters of running text below each element: ``all`` of it, and what no foreign part holds (``own``)."""

    all: dict[HtmlElement, int] = field(default_factory=dict)
    own: dict[HtmlElement, int] = field(default_factory=dict)


@cache
def _long_texts() -> Any:
    from lxml.etree import XPath

    return XPath(f"//body//text()[string-length(normalize-space(.)) > {LONG}]")


@cache
def _landmarks() -> Any:
    from lxml.etree import XPath

    return XPath("//h1 | //main | //*[@role='main'] | //*[@itemprop='articleBody']")


def weigh(root: HtmlElement) -> Weights:
    """The weights of all elements that have running text below them."""
    chains: dict[HtmlElement, Chain] = {}
    texts = [(len(text), _chain(_holder(text), chains)) for text in _long_texts()(root)]
    texts = [(n, chain) for n, chain in texts if not any(e.tag in WEIGHTLESS for e in chain[:LOOKED_UP])]
    weights = Weights()
    for length, chain in texts:
        for element in chain:
            weights.all[element] = weights.all.get(element, 0) + length
    protected = {e for landmark in _landmarks()(root) for e in (landmark, *landmark.iterancestors())}
    foreign = _foreign(weights.all, sum(n for n, _ in texts), protected)
    for length, chain in texts:
        if foreign.isdisjoint(chain):
            for element in chain:
                weights.own[element] = weights.own.get(element, 0) + length
    return weights


def _foreign(weights: dict[HtmlElement, int], whole: int, protected: set[HtmlElement]) -> set[HtmlElement]:
    """The elements that are not the article by tag, state or name; a name does not speak against most of the page."""
    found = set()
    for element, weight in weights.items():
        if marks.is_set_apart(element) or (
            element not in protected
            and (kinds := marks.kinds(element))
            and ("comments" in kinds or ("foreign" in kinds and weight < MAJORITY * whole))
        ):
            found.add(element)
    return found


def _holder(text: Any) -> HtmlElement:
    element = text.getparent()
    return element.getparent() if text.is_tail else element


def _chain(element: HtmlElement, chains: dict[HtmlElement, Chain]) -> Chain:
    """The element and its ancestors, up to but without the body."""
    if element is None or element.tag in ("body", "html"):
        return ()
    known = chains.get(element)
    if known is None:
        known = chains[element] = (element, *_chain(element.getparent(), chains))
    return known


def container(root: HtmlElement, weights: Weights) -> HtmlElement:
    """The element that holds the article: from the body down, while one child has most of the text."""
    best = root.find("body") if root.find("body") is not None else root
    side = weights.own if weights.own else weights.all
    while True:
        children = [(side[c], n) for n, c in enumerate(best) if c in side]
        if not children:
            return best
        weight, number = max(children)
        child = best[number]
        if weight < MOST * sum(w for w, _ in children) or child.tag in RUNNING:
            return best
        best = child
