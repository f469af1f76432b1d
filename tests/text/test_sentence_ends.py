"""Where sentences begin and end, in any script."""

from __future__ import annotations

import pytest

from tui.text import sentence_ends


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", []),
        ("no end at all", [0]),
        ("“No.” He left. A 2.5 m wall", [0, 6, 15]),
        ("She paid approx. three pounds. He paid none.", [0, 31]),
        ("See no. 12 of the list.", [0]),
        ("Why? Éva knew… “Ask her.”", [0, 5, 15]),
        ("壁は高い。「嵐だ。」海は近い。", [0, 5, 10]),
        ("دیوار بلند است؟ دریا نزدیک است۔ ", [0, 16]),
        ("A line\nand another", [0, 7]),
        ("  Two.  Three.", [2, 8]),
        ("One." + " –" * 30 + " Two", [0, 5]),
        ("One." + " –" * 31 + " Two", [0]),
    ],
)
def test_sentences_begin_where_one_ended_before(text: str, starts: list[int]) -> None:
    assert sentence_ends.starts(text) == starts


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One came. Two went by ship. Three stayed.", "by ship", "Two went by ship."),
        ("“Go.” He went. Then rain.", "went", "He went."),
        ("“Go.” He went. Then rain.", "Go", "“Go.”"),
        ("船が来た。灯台は消えた。人が去った。", "灯台", "灯台は消えた。"),
        ("no end at all", "end", "no end at all"),
        ("One. Two. Three. Four.", "Two. Three", "Two. Three."),
        ("One. Two. Three. Four.", "Two.", "Two."),
        ("One. \nTwo. ", "Two", "Two."),
    ],
)
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    at = text.index(words)
    left, right = sentence_ends.around(text, at, at + len(words))
    assert text[left:right] == sentence


def test_what_is_looked_for_stays_inside_even_if_it_is_white_space() -> None:
    assert sentence_ends.around("One.   Two.", 4, 6) == (4, 11)
