"""Running text is found in the order in which it is read, with what is around it."""

from __future__ import annotations

from tui.convert.body.weighing import LONG, running_texts
from tui.convert.input import tree


def test_texts_between_and_behind_elements_stand_in_reading_order() -> None:
    lengths = iter(range(LONG + 1, LONG + 20))

    def text() -> str:
        return "x" * next(lengths)

    page = tree.parse(
        f"<div><p>{text()}<b>{text()}<i>{text()}</i>{text()}</b>{text()}<br>{text()}</p>{text()}<p>{text()}</p></div>"
    )
    found = running_texts(page)
    assert [length for length, _ in found] == list(range(LONG + 1, LONG + 9))
    assert [chain[0].tag for _, chain in found] == ["p", "b", "i", "b", "p", "p", "div", "p"]


def test_a_text_is_long_by_its_letters_not_by_its_white_space() -> None:
    page = tree.parse(f"<p>{'a' * LONG}{' ' * 50}</p><p>{'a ' * LONG}a</p>")
    assert [length for length, _ in running_texts(page)] == [2 * LONG + 1]
