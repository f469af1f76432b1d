"""Words are counted in every script, and minutes to read them."""

import pytest

from tui.text.word_count import WORDS_A_MINUTE, count_words, minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("two words", 2),
        ("港の壁は高い", 1 + 3),
        ("กำแพงสูง", 1 + 4),
        ("មាត់ទឹក", 1 + 3),
        ("두 단어", 2),  # Korean writes spaces
    ],
)
def test_two_characters_without_spaces_are_a_word(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(("words", "read"), [(0, 1), (10, 1), (2 * WORDS_A_MINUTE, 2)])
def test_reading_takes_a_minute_at_least(words: int, read: int) -> None:
    assert minutes(words) == read
