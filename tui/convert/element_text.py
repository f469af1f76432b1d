"""All text in an element, as libxml2 collects it: many times as fast as a walk over the elements in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from lxml import etree

from tui.text.cleaning import squeezed

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

# The text of an element and all below it, in reading order, as it stands in the page.
text: Callable[[HtmlElement], str] = partial(etree.tostring, method="text", encoding="unicode", with_tail=False)
WHITE_SPACE = " \t\n\r"  # of HTML and of libxml2
_squeezed_length = etree.XPath("string-length(normalize-space())")


def line(element: HtmlElement) -> str:
    """The text with white space squeezed."""
    return squeezed(text(element))


def length(element: HtmlElement) -> int:
    """Characters of the text with white space squeezed."""
    if not len(element):
        own = element.text or ""
        if own.isascii() or own.isprintable():
            return len(squeezed(own))
        return len(b" ".join(own.encode().split()).decode())  # other spaces than those of ASCII are none to libxml2
    return int(cast("float", _squeezed_length(element)))


def only_child(element: HtmlElement) -> HtmlElement | None:
    """What is in a wrapper: an element that holds another one and nothing else, as most of those around a text do."""
    if len(element) != 1 or (element.text or "").strip(WHITE_SPACE):
        return None
    child = element[0]
    return None if (child.tail or "").strip(WHITE_SPACE) else child
