"""Menus and the foot of a page: never the article's, and no stage need look at what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag
    from tui.convert.left_out.dropped_parts import DroppedParts

SMALL = 300  # characters, white space counted, that are too few for an article
MOST = 0.3  # share of the page's text: with more the tag was left open, or means something else
# A <footer> in one of these is not the page's: it may sign a quotation, a picture or an article.
SIGNED = frozenset("article main section blockquote figure li td".split())


def take_out(elements: ElementsByTag, dropped: DroppedParts) -> None:
    """Removes them from the page."""
    whole = 0
    for element in [*elements.of("nav"), *filter(_is_foot, elements.of("footer"))]:
        size = len(element_text.text(element))
        if size >= SMALL and not whole:
            whole = len(element_text.text(elements.root))
        if element.getparent() is not None and (size < SMALL or size <= MOST * whole):
            dropped.drop(element)


def _is_foot(footer: HtmlElement) -> bool:
    """Whether it is the foot of the page, not of a part of it."""
    return not any(a.tag in SIGNED for a in footer.iterancestors())
