"""What is found out about an element is kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert.input import tree
from tui.convert.kept_answers import kept

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def test_an_element_that_is_held_on_to_is_asked_once() -> None:
    asked: list[str] = []

    @kept
    def is_wide(element: HtmlElement) -> bool:
        asked.append(element.get("id"))
        return bool(element.get("class") == "wide")

    wide, narrow = tree.parse("<p id=a class=wide>A wall.<p id=b>A quay.").iter("p")

    assert [is_wide(e) for e in (wide, narrow, wide, narrow)] == [True, False, True, False]
    assert asked == ["a", "b"]


def test_two_questions_about_an_element_have_their_own_answers() -> None:
    @kept
    def name(element: HtmlElement) -> str:
        return str(element.get("id"))

    @kept
    def length(element: HtmlElement) -> int:
        return len(element.text or "")

    (paragraph,) = tree.parse("<p id=a>A wall.").iter("p")

    assert (name(paragraph), length(paragraph), name(paragraph)) == ("a", 7, "a")
