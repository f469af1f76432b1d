"""Where the article stands in the page: its parts, in reading order, without what is not the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.metadata import Metadata

TITLE_TAGS = ("h1", "h2", "h3")


@dataclass(frozen=True, slots=True)
class Body:
    """``leads``: the standfirst's elements above the body; ``parts``: elements to be walked in order after it."""

    leads: list[HtmlElement]
    parts: list[HtmlElement]
    warnings: tuple[str, ...] = ()


def find(root: HtmlElement, metadata: Metadata, url: str | None) -> Body:
    """The article's body; the tree is changed."""
    from tui.convert import captions
    from tui.convert.body import gathering, pruning, shapes, weighing

    title = title_element(root, metadata.title)
    texts = weighing.running_texts(root)
    apart = shapes.apart(root, title, metadata.canonical or url, weighing.summed(texts))
    weights = weighing.weigh(root, texts, apart, title)
    for element in weights.apart:
        if element.getparent() is not None:
            element.drop_tree()
    container = weighing.container(root, weights, title)
    before, after = gathering.around(container, weights, title)
    strays = captions.stray(root, container)
    pruning.prune(container, weights)
    return Body(before, [*strays, container, *after])


def whole(root: HtmlElement) -> Body:
    """The body of a page that holds nothing but an article."""
    return Body([], [*root.iter("article")] or [root])


def title_element(root: HtmlElement, title: str | None) -> HtmlElement | None:
    """The heading that shows the article's title."""
    from tui.convert import content
    from tui.convert.body.sifting import folded

    wanted = folded(title or "")
    headings = list(root.iter(*TITLE_TAGS))
    if wanted:
        for heading in headings:
            shown = folded(content.text(heading))
            if shown and (shown == wanted or (len(shown) > 20 and (shown in wanted or wanted in shown))):
                return heading
    return next((h for h in headings if h.tag == "h1"), None)
