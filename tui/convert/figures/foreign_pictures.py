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
        path, at = [], element
        while at is not None and at not in self.frame and at not in self.answers:
            path.append(at)
            at = at.getparent()
        answer = at is not None and self.answers.get(at, False)
        # From the outermost on: a box that holds many teasers tells of them all, and each takes long to ask.
        for passed in reversed(path):
            answer = answer or (passed.tag in FOREIGN_TAGS and passed is not element) or _is_foreign(passed)
            self.answers[passed] = answer
        return answer


def _is_foreign(element: HtmlElement) -> bool:
    if _is_marked_foreign(element):
        return True
    if element.tag == "a":
        return picture_boxes.is_teaser_link(element) or picture_boxes.is_named_by_link(element)
    return element.tag == "figure" and picture_boxes.is_teaser_figure(element)


def _is_marked_foreign(element: HtmlElement) -> bool:
    """Whether the element's names tell that it is something else than the article's."""
    marks = figure_class_names.of(element)
    if name := element.get("id"):
        marks |= figure_class_names.of_name(name)
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
