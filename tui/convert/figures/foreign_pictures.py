"""Pictures that belong to something else than the article: teasers, boxes about authors, players, other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert.figures import figure_class_names, picture_boxes

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from lxml.html import HtmlElement

FOREIGN_TAGS = frozenset(("nav", "footer"))
PLAYERS = ("video", "audio", "iframe", "object", "button", "svg", "time", "a")


class ForeignPictures:
    """What around a page's pictures is not the article's; ``frame`` is what holds the article itself."""

    def __init__(self, frame: AbstractSet[HtmlElement]) -> None:
        self.frame = frame
        self.answers: dict[HtmlElement, bool] = {}  # kept, since hundreds of pictures share their ancestors

    def holds(self, element: HtmlElement) -> bool:
        """Whether something else than the article holds the element: a teaser, an author's box, a player."""
        path, at, answer = [], element, False
        while at is not None and at not in self.frame:
            known = self.answers.get(at)
            if known is not None:
                answer = known
                break
            path.append(at)
            if (at.tag in FOREIGN_TAGS and len(path) > 1) or self._is_marked_foreign(at):
                answer = True
                break
            at = at.getparent()
        for passed in path:
            self.answers[passed] = answer
        return answer

    def _is_marked_foreign(self, element: HtmlElement) -> bool:
        if element.tag == "a" and (picture_boxes.is_teaser_link(element) or picture_boxes.is_named_by_link(element)):
            return True
        if element.tag == "figure" and picture_boxes.is_teaser_figure(element):
            return True
        marks = figure_class_names.of(element) | figure_class_names.of_name(element.get("id") or "")
        if marks & figure_class_names.TEASER and not marks & figure_class_names.PICTURED:
            return True
        if marks & figure_class_names.PLAYED and marks & figure_class_names.PICTURED:
            # A box for "image or video" is the article's when it plays nothing.
            plays = picture_boxes.holds(element, PLAYERS) or not picture_boxes.holds(element, ("figure",))
            marks = marks if plays else marks & ~figure_class_names.PLAYED
        return (
            bool(marks & (figure_class_names.FOREIGN | figure_class_names.PLAYED))
            and not marks & figure_class_names.CAPTION
        )
