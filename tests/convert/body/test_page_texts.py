"""Running text is found in the order in which it is read, with what is around it, and so are short lines."""

from __future__ import annotations

import pytest

from tui.convert.body.page_texts import LINE, LONG, read
from tui.convert.elements_by_tag import ElementsByTag
from tui.convert.input import tree


def test_texts_between_and_behind_elements_stand_in_reading_order() -> None:
    lengths = iter(range(LONG + 1, LONG + 20))

    def text() -> str:
        return "x" * next(lengths)

    page = tree.parse(
        f"<div><p>{text()}<b>{text()}<i>{text()}</i>{text()}</b>{text()}<br>{text()}</p>{text()}<p>{text()}</p></div>"
    )
    found = read(ElementsByTag(page)).running
    assert [length for length, _ in found] == list(range(LONG + 1, LONG + 9))
    assert [chain[0].tag for _, chain in found] == ["p", "b", "i", "b", "p", "p", "div", "p"]


def test_a_text_is_long_by_its_letters_not_by_its_white_space() -> None:
    page = tree.parse(f"<p>{'a' * LONG}{' ' * 50}</p><p>{'a ' * LONG}a</p>")
    assert [length for length, _ in read(ElementsByTag(page)).running] == [2 * LONG + 1]


def test_lines_are_short_texts_with_which_elements_of_the_body_begin() -> None:
    page = tree.parse("<title>Wall</title><body><p> The <b>wall</b> stands<br>here</p><p>\n</p><script>{}</script>")
    assert [(element.tag, text) for element, text in read(ElementsByTag(page)).lines] == [("p", "The"), ("b", "wall")]


@pytest.mark.parametrize(("length", "lines"), [(LINE, 1), (LINE + 1, 0)])
def test_a_line_has_sixty_characters_at_most(length: int, lines: int) -> None:
    page = tree.parse(f"<p>{'a' * length}</p>")
    assert len(read(ElementsByTag(page)).lines) == lines


def test_text_right_in_the_body_or_in_what_is_no_text_does_not_run() -> None:
    text = "x" * (LONG + 1)
    page = tree.parse(f"<body>{text}<label>{text}</label>{text}<p><a><b><i>{text}</i></b></a></p><p>{text}</p>")
    assert [chain[0].tag for _, chain in read(ElementsByTag(page)).running] == ["p"]
