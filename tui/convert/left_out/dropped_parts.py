"""Elements taken out of the page's tree, and where they stood.

Nothing is looked at when an element is dropped, since most that go say nothing or stand far from the article.  Where
they stood is found at the end, by going back through all of it: a mark is put in the place of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Comment
    from lxml.html import HtmlElement

    from tui.convert.left_out.reasons import Reason

# They have no text that is ever shown.
SILENT_TAGS = frozenset("script style noscript template button select textarea".split())
# Marks would be taken for a part of what these show; they go beside them.
CLOSED_TAGS = ("pre", "figure", "math", "tr")


class Dropped(NamedTuple):
    """``before`` stood before the element in ``around``; ``length`` characters of text stood between the two.

    ``reason`` is None where the element itself says why.
    """

    element: HtmlElement
    reason: Reason | None
    around: HtmlElement
    before: HtmlElement | None
    length: int


class DroppedParts:
    """What was dropped, in that order.

    ``told``: whether it is to be told beside the article.
    """

    def __init__(self, *, told: bool = True) -> None:
        self.told = told
        self._dropped: list[Dropped] = []
        self._put_off: list[Callable[[DroppedParts], None]] = []

    def drop(self, element: HtmlElement, reason: Reason | None = None) -> None:
        """Take an element out of the tree, with all in it."""
        around = element.getparent()
        if around is None:
            return
        if self.told and element.tag not in SILENT_TAGS:
            before = element.getprevious()
            text = around.text if before is None else before.tail
            self._dropped.append(Dropped(element, reason, around, before, len(text) if text else 0))
        element.drop_tree()

    def put_off(self, look_inside: Callable[[DroppedParts], None]) -> None:
        """Have what is inside of dropped elements looked at, and dropped from them, if somebody asks for it.

        It is handed these parts then: would it hold them, a page's tree would wait for the collector.
        """
        if self.told:
            self._put_off.append(look_inside)

    def inner_marks(self) -> dict[_Comment, Dropped]:
        """Marks within what was dropped, after a look that was put off until what was left out is told."""
        for look_inside in self._put_off:
            look_inside(self)
        self._put_off.clear()
        return self.marks()

    def marks(self) -> dict[_Comment, Dropped]:
        """Put a mark, an empty comment, where each stood; what each stands for."""
        marks: dict[_Comment, Dropped] = {}
        instead: dict[HtmlElement, _Comment] = {}
        for dropped in reversed(self._dropped):
            mark = instead[dropped.element] = etree.Comment()
            marks[mark] = dropped
            before = dropped.before
            _put(mark, dropped, instead.get(before, before) if before is not None else None)
        self._dropped.clear()
        return marks


def _put(mark: _Comment, dropped: Dropped, before: HtmlElement | _Comment | None) -> None:
    """Put a mark after what stood before the element, else at the beginning of what was around it."""
    around = dropped.around
    if around.tag in CLOSED_TAGS and around.getparent() is not None:
        around.addnext(mark)
    elif before is not None and before.getparent() is not None:
        text = before.tail or ""
        before.addnext(mark)
        before.tail, mark.tail = text[: dropped.length] or None, text[dropped.length :] or None
    else:
        text = (around.text or "") if before is None else ""
        around.insert(0, mark)
        if before is None:
            around.text, mark.tail = text[: dropped.length] or None, text[dropped.length :] or None
