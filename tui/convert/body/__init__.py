"""Where the article stands in the page: its parts, in reading order, without what is not the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Body:
    """``leads``: the standfirst's elements above the body; ``parts``: elements to be walked in order after it.

    ``host``: that of the page, as far as it is known.
    """

    leads: list[HtmlElement]
    parts: list[HtmlElement]
    warnings: tuple[str, ...] = ()
    host: str | None = None


def find(root: HtmlElement, metadata: Metadata, url: str | None) -> Body:
    """The article's body; the tree is changed."""
    from tui.convert import captions
    from tui.convert.body import discussion, gathering, leading, marks, others, pruning, shapes, titling, weighing

    host = leading.site_of(root, metadata.canonical, url)
    headings = titling.headings_of(root)
    title = titling.title_element(root, headings, metadata.title, (url, metadata.canonical))
    texts = weighing.running_texts(root)
    running = weighing.summed(texts)
    posts = discussion.is_discussion(root, metadata.canonical, url)
    apart = shapes.apart(root, title, host, running, comments=not posts)
    if not posts:
        apart |= others.others(headings, title, texts, running)
    weights = weighing.weigh(root, texts, apart, title, marks.STRANGE_BESIDE_POSTS if posts else marks.STRANGE)
    if posts:
        remarks = weighing.weigh(root, texts, apart, title, marks.STRANGE_TO_REMARKS)
        if weights.size < discussion.POSTS * remarks.size:
            weights = remarks  # the posts are called comments
    for element in weights.apart:
        if element.getparent() is not None:
            element.drop_tree()
    container = weighing.container(root, weights, title)
    before, after = gathering.around(container, weights, title)
    strays = captions.stray(root, container)
    for part in (container, *(e for e in (*before, *after) if e.tag in gathering.PARTS)):
        pruning.prune(part, weights, host)
    return Body(before, [*strays, container, *after], host=host)


def whole(root: HtmlElement) -> Body:
    """The body of a page that holds nothing but an article."""
    return Body([], [*root.iter("article")] or [root])
