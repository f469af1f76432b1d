"""The length of a text is what libxml2 counts, whichever way it is counted."""

from __future__ import annotations

import pytest

from tui.convert import element_text
from tui.convert.input import tree


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        (" a \t b\nc ", 5),
        ("“é”  ü", 5),
        ("a\xa0\xa0 b", 5),
        ("\xa0", 1),
        ("\u3000 字", 3),
        ("\U0001f600  a", 3),
    ],
)
def test_white_space_is_squeezed_in_an_element_and_in_what_is_around_it(text: str, length: int) -> None:
    box = tree.parse(f"<div><p>{text}</p></div>").find(".//div")
    assert element_text.length(box) == element_text.length(box[0]) == length
