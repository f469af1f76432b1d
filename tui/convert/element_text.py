"""All text in an element, as libxml2 collects it: many times as fast as a walk over the elements in it; and what is no
text in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

# The text of an element and all below it, in reading order, as it stands in the page.
text: Callable[[HtmlElement], str] = partial(etree.tostring, method="text", encoding="unicode", with_tail=False)
PLACE_SIGNS = frozenset("¶ # § 🔗 ⚓".split())
_squeezed_length = etree.XPath("string-length(normalize-space())")


def line(element: HtmlElement) -> str:
    """The text with white space squeezed."""
    return " ".join(text(element).split())


def length(element: HtmlElement) -> int:
    """Characters of the text with white space squeezed."""
    if not len(element) and (own := element.text or "").isascii():  # other letters' spaces are none to libxml2
        return len(" ".join(own.split()))
    return int(cast("float", _squeezed_length(element)))


def is_place_sign(link: HtmlElement) -> bool:
    """Whether a link is nothing but the sign by which a place on the page can be pointed at: "¶"."""
    return not len(link) and (link.text or "").strip() in PLACE_SIGNS and (link.get("href") or "").startswith("#")
