"""Whether an alternative text is worth a line under its caption."""

from __future__ import annotations

import pytest

from tui.model.article import Caption
from tui.panes.captions import further_alt


@pytest.mark.parametrize(
    "alt",
    [
        "The mayor opens the wall",
        "the mayor opens the wall.",
        "The mayor opens the wall (Coast Photo)",
        "COAST PHOTO",
        "",
    ],
)
def test_an_alternative_text_that_repeats_caption_and_credit_says_nothing_further(alt: str) -> None:
    assert further_alt(Caption("The mayor opens the wall", "Coast Photo", alt=alt)) == ""


def test_one_that_has_another_word_is_shown_as_it_is() -> None:
    alt = "The mayor, in a red coat, opens the wall"
    assert further_alt(Caption("The mayor opens the wall", "Coast Photo", alt=alt)) == alt
    assert further_alt(Caption("", alt=alt)) == alt
