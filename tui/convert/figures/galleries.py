"""Slideshows: their figures are taken out of the wrapper, whose mark would be taken for clutter's."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.figures import image_elements, picture_boxes, shown_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from lxml.html import HtmlElement

CLIMB = 6  # ancestors of a figure that may be its slideshow
GALLERY_WORDS = 80  # characters that a slideshow has besides its figures: a heading, a count
LIFT_STOPS = picture_boxes.STOP_TAGS | {"p"}


def lift_galleries(root: HtmlElement, frame: AbstractSet[HtmlElement]) -> None:
    """Take figures out of a wrapper that holds hardly a word besides: a slideshow's mark is clutter's."""
    passed: set[HtmlElement] = set()
    for figure in [f for f in root.iter("figure") if picture_boxes.is_canonical(f)]:
        top = None
        for around in islice(figure.iterancestors(), CLIMB):
            if around in frame or around.tag in LIFT_STOPS or around in passed:
                break
            if shown_words.is_longer(around, GALLERY_WORDS) or picture_boxes.holds(around, image_elements.TAGS):
                passed.add(around)
                break
            top = around
        if top is not None:
            inside = [f for f in top.iter("figure") if picture_boxes.is_canonical(f)]
            if len(inside) > 1:
                _lift(top, inside)


def _lift(wrapper: HtmlElement, figures: Sequence[HtmlElement]) -> None:
    """Put the figures in the place of what is around them."""
    for figure in figures:
        figure.tail = None
        wrapper.addprevious(figure)
    picture_boxes.drop(wrapper)
