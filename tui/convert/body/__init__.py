"""Where the article stands in the page: its parts, in reading order, without what is not the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert import body_class_names
from tui.convert.body import (
    discussion,
    documentation,
    following_articles,
    gathering,
    generators,
    leading,
    page_kinds,
    page_texts,
    posts,
    prose_parts,
    pruning,
    repeated_boxes,
    title_element,
    weighing,
)
from tui.convert.elements_by_tag import ElementsByTag
from tui.convert.figures import stray_figures
from tui.convert.left_out import reasons
from tui.convert.left_out.surroundings import Surroundings
from tui.model.frozen import value
from tui.model.warning import FRONT_PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.convert.body.page_texts import PageTexts
    from tui.convert.body.weighing import Weights
    from tui.convert.left_out.dropped_parts import DroppedParts
    from tui.convert.left_out.reasons import Reason
    from tui.convert.metadata.page_metadata import Metadata
    from tui.model.warning import Warning


@value(frozen=True, slots=True)
class Body:
    """``leads``: the standfirst's elements above the body; ``parts``: elements to be walked in order after it.

    ``host``: that of the page, as far as it is known.  ``beside`` knows what stands around the body.
    ``posts``: whether it is a discussion's, each post under who wrote it and nothing else between them.
    ``instructs``: whether it is documentation.
    """

    leads: list[HtmlElement]
    parts: list[HtmlElement]
    warnings: tuple[Warning, ...] = ()
    host: str | None = None
    beside: Surroundings | None = None
    posts: bool = False
    instructs: bool = False


def find(root: HtmlElement, metadata: Metadata, url: str | None, dropped: DroppedParts) -> Body:
    """The article's body; the tree is changed."""
    elements = ElementsByTag(root)
    host = leading.site_of(elements, metadata.canonical, url)
    headings = title_element.headings_of(elements)
    front = page_kinds.front_page(root, headings, host, url, metadata.canonical)
    if front is not None:
        return Body([], [front], (FRONT_PAGE,), host)
    title = title_element.title_element(root, headings, metadata.title, (url, metadata.canonical))
    texts = page_texts.read(elements)
    running = weighing.summed(texts.running)
    program = generators.named(elements)
    told = discussion.is_discussion(elements, program, metadata.canonical, url)
    weights = _weights(elements, title, headings, host, texts, running, told)
    if weights.of_posts or weights.size < discussion.ARTICLE:
        heads = posts.find(elements, texts.running, running, weights)
        if heads:
            container = posts.settle(heads, dropped)
            return Body([], [container], (), host, Surroundings(container, title, weights.all), posts=True)
    for element in weights.apart:
        dropped.drop(element, weights.apart[element])
    container = weighing.container(root, weights, title)
    instructs = documentation.is_documentation(elements, program, metadata.canonical, url)
    if instructs:
        container = documentation.whole(container)
    before, after = gathering.around(container, weights, title)
    strays = stray_figures.stray(root, container, title)
    for part in (container, *(e for e in (*before, *after) if e.tag in prose_parts.PARTS)):
        pruning.prune(part, weights, dropped, host)
    parts = [*strays, container, *after]
    return Body(before, parts, (), host, Surroundings(container, title, weights.all), instructs=instructs)


def _weights(
    elements: ElementsByTag,
    title: HtmlElement | None,
    headings: Sequence[HtmlElement],
    host: str | None,
    texts: PageTexts,
    running: dict[HtmlElement, int],
    told: bool,
) -> Weights:
    """Where the running text lies that is not foreign: of an article its own, of a discussion the posts.

    ``texts``: all texts of the page; ``running``: sums of the running ones below elements; ``told``: whether the page
    says of itself that it is a discussion.
    """
    others = set() if told else following_articles.others(headings, title, texts.running, running)
    articles: dict[HtmlElement, Reason] = dict.fromkeys(others, reasons.OTHER_ARTICLE)
    if not told:
        apart = articles | repeated_boxes.apart(elements, texts.lines, title, host, running)
        article = weighing.weigh(elements, texts.running, running, apart, title)
        least = min(discussion.ARTICLE, discussion.ARTICLE_SHARE * sum(length for length, _ in texts.running))
        if article.size >= least or discussion.is_article(elements):
            return article
    apart = articles | repeated_boxes.apart(elements, texts.lines, title, host, running, comments=False)
    posts = weighing.weigh(elements, texts.running, running, apart, title, body_class_names.STRANGE_BESIDE_POSTS)
    remarks = weighing.weigh(elements, texts.running, running, apart, title, body_class_names.STRANGE_TO_REMARKS)
    if not told and article.size >= discussion.ARTICLE_SHARE * max(posts.size, remarks.size):
        return article
    return posts if posts.size >= discussion.POSTS * remarks.size else remarks  # where posts are called comments


def whole(root: HtmlElement) -> Body:
    """The body of a page that holds nothing but an article."""
    return Body([], [*root.iter("article")] or [root])
