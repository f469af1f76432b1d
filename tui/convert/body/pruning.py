"""Takes out of the article's container what is not the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert.body import marks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MINORITY = 0.4  # a part with more of the container's text than this stays, whatever it is called
DROPPED_TAGS = frozenset("script style noscript template button input select textarea nav footer form aside dialog".split())


def prune(container: HtmlElement) -> None:
    """Remove foreign parts from the container in place."""
    whole = len(_text(container)) or 1
    doomed = []
    for element in container.iterdescendants():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag in ("a", "b", "strong", "em", "i", "br", "img") :
            continue
        if tag in DROPPED_TAGS or marks.is_foreign(element) or "head" in marks.kinds(element):
            doomed.append(element)
    for element in doomed:
        if element.getparent() is not None and len(_text(element)) < MINORITY * whole:
            remove(element)


def remove(element: HtmlElement) -> None:
    """Take an element out of its tree; what follows it stays."""
    element.drop_tree()


def _text(element: HtmlElement) -> str:
    return "".join(element.itertext())
