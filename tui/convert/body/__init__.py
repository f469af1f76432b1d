"""Where the article stands in the page: its parts, in reading order, without what is not the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.metadata.page_metadata import Metadata
    from tui.model.warning import Warning


@dataclass(frozen=True, slots=True)
class Body:
    """``leads``: the standfirst's elements above the body; ``parts``: elements to be walked in order after it."""

    leads: list[HtmlElement]
    parts: list[HtmlElement]
    warnings: tuple[Warning, ...] = ()


def find(root: HtmlElement, metadata: Metadata, url: str | None) -> Body:
    """The article's body; the tree is changed."""
    from tui.convert.body import following_articles, gathering, pruning, repeated_boxes, title_element, weighing
    from tui.convert.figures import captions

    headings = title_element.headings_of(root)
    title = title_element.title_element(root, headings, metadata.title, (url, metadata.canonical))
    texts = weighing.running_texts(root)
    running = weighing.summed(texts)
    apart = following_articles.others(headings, title, texts, running) | repeated_boxes.apart(
        root, title, metadata.canonical or url, running
    )
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
