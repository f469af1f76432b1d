"""Figures that belong to the article, but stand outside the element that holds its text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.figures import picture_boxes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NEAR = 3  # ancestors of the body, and of the heading, whose figures may be the article's


def stray(root: HtmlElement, container: HtmlElement, title: HtmlElement | None = None) -> list[HtmlElement]:
    """Canonical figures outside ``container`` that belong to the article, in reading order.

    Those are the lead pictures between the page's ``title`` and the body, those said something of beside the title,
    and captioned ones in what directly surrounds the body.
    """
    inside = set(container.iter("figure"))
    outside = {f for f in root.iter("figure") if f not in inside and picture_boxes.is_canonical(f)}
    if not outside:
        return []
    holders = list(islice(container.iterancestors(), NEAR))
    near = {h for h in holders if h.tag not in ("body", "html")}
    within = title is None or container in title.iterancestors() or title is container
    heading = next(root.iter("h1"), None) if within else title
    beside = _beside(heading, container)
    found, before, headed = [], True, heading is None
    for element in root.iter("figure", *({heading.tag} if heading is not None else ()), container.tag):
        if element is container:
            before = False
        elif element is heading:
            headed = True
        elif element in outside:
            holding = set(element.iterancestors())
            caption, credit = element.get("data-caption"), element.get("data-credit")
            around, in_head = holding & near, holding & beside
            lead = before and (headed or around or (in_head and (caption or credit)))
            if lead or (around and caption):
                found.append(element)
    return found


def _beside(heading: HtmlElement | None, container: HtmlElement) -> set[HtmlElement]:
    """What holds the heading, but not the article's text: the page's head with the lead picture."""
    if heading is None:
        return set()
    holding = {container, *container.iterancestors()}
    return {e for e in islice(heading.iterancestors(), NEAR) if e not in holding}
