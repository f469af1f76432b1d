"""What is around a picture or its caption and holds nothing else, or little."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.figures import caption_text, credits, picture_boxes, shown_words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from lxml.html import HtmlElement

CLIMB = 6  # ancestors of a picture that may be its wrapper
SHORT = 15  # characters of a paragraph that is a part of a caption


class PictureWrappers:
    """The wrappers of a page's pictures; ``frame`` is what holds the article itself, which is none."""

    def __init__(self, frame: AbstractSet[HtmlElement]) -> None:
        self._frame = frame
        self._lengths: dict[HtmlElement, int] = {}

    def of(self, picture: HtmlElement) -> HtmlElement:
        """The largest element that holds this picture and no words or other pictures."""
        unit, levels = picture, 0
        for around in picture.iterancestors():
            levels += around.tag not in ("picture", "source")
            if levels > CLIMB or around.tag in picture_boxes.STOP_TAGS or around in self._frame:
                break
            looked_into = unit is not picture or not len(picture)  # an <amp-img> may hold another picture
            if not (looked_into and element_text.only_child(around) is unit) and (
                picture_boxes.holds_canonical(around)
                or len(picture_boxes.pictures_in(around)) > 1
                or shown_words.has_words(around)
            ):
                break
            unit = around
        return unit

    def raised(self, unit: HtmlElement) -> HtmlElement:
        """The wrapper that holds nothing but this unit, so that no mark of it is taken for clutter later."""
        for around in islice(unit.iterancestors(), CLIMB):
            if around.tag in picture_boxes.STOP_TAGS or around in self._frame or picture_boxes.has_more(around, unit):
                break
            unit = around
        return unit

    def holds_little_but(self, around: HtmlElement, caption: HtmlElement) -> bool:
        """Whether an element around a caption holds little else."""
        if any(h is not caption and caption not in h.iterancestors() for h in islice(around.iter(*HEADINGS), 3)):
            return False
        if any(shown_words.has_words(p) for p in islice(around.iter("p", "li"), 8) if not _is_part(p, caption)):
            return False
        if around not in self._lengths:
            self._lengths[around] = len(shown_words.text_of(around))
        return self._lengths[around] <= len(shown_words.text_of(caption)) + credits.MAX_CREDIT


def _is_part(paragraph: HtmlElement, caption: HtmlElement) -> bool:
    """Whether a paragraph is the caption's, in it or around it, or a credit or another part of the caption."""
    return (
        paragraph is caption
        or caption in paragraph.iterancestors()
        or paragraph in caption.iterancestors()
        or caption_text.is_caption(paragraph)
        or caption_text.is_credit(paragraph)
        or len(shown_words.text_of(paragraph)) < SHORT
    )
