"""Two quotations: the same words, a part of them, others words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.alignment import PreparedPassage, compare
from tui.compare.compared_words import plain, tokens, words
from tui.compare.utterances import is_one_utterance, speakers

SAID = "We had ninety minutes of warning, and we used sixty of them arguing about sandbags."
LONG = f"{SAID} The pumps behind the slipway failed at midnight. Nobody had a key for the gate."


def kind(one: str, other: str) -> str | None:
    found = compare(PreparedPassage(one), PreparedPassage(other))
    return found.kind if found else None


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        (SAID.upper().replace("WARNING,", "WARNING"), "identical"),
        ("we used sixty of them arguing about sandbags", "trimmed"),
        ("We had ninety minutes of warning … arguing about sandbags.", "trimmed"),
        (LONG, "trimmed"),
        ("The mayor was asleep. " + SAID, "trimmed"),
        (SAID.replace("warning", "notice"), "reworded"),
        (SAID.replace("used", "did not use"), "reworded"),
        (SAID.replace("ninety", "forty").replace("sandbags", "who should pay").replace("used", "spent"), "reworded"),
        ("We used sixty of them arguing about sandbags, and we had ninety minutes of warning.", "reworded"),
        ("The blossom was open and the night was clear, there was nothing left to burn.", None),
        ("We had a lot of time to think about what we wanted to do with the rest of it.", None),
    ],
)
def test_a_quotation_is_told_from_its_parts_and_its_rewordings(other: str, wanted: str | None) -> None:
    assert kind(SAID, other) == kind(other, SAID) == wanted


def test_words_in_another_order_are_weighed_and_their_longest_run_counted() -> None:
    will = "the council will close the old harbour and open the new pier to every ferry"
    found = compare(PreparedPassage(f"in the spring {will}"), PreparedPassage(f"{will} in the spring"))
    assert found
    assert (found.kind, found.shared, found.changed, found.longest) == ("reworded", 18, 1, 15)
    assert found.weight == pytest.approx(8.1)


def test_a_word_that_turns_the_meaning_round_is_a_rewording() -> None:
    natural = "I am not a natural speaker, in case you have not noticed, unlike my brother"
    assert kind(natural, natural.replace("unlike", "like")) == "reworded"
    assert kind("It is not enough for the harbour", "It is enough for the harbour") == "reworded"


def test_sentences_of_one_speech_that_are_left_out_change_no_word() -> None:
    first, _, last = LONG.replace(". ", ".|").split("|")
    assert kind(LONG, f"{first} {last}") == "trimmed"


def test_apostrophes_and_accents_are_no_difference() -> None:
    assert kind("We didn’t see the café’s owner leave", "We didn't see the cafe's owner leave") == "identical"


def test_scripts_without_spaces_are_compared_by_their_characters() -> None:
    assert words("港の壁は一メートル高くなる")[:3] == ["港", "の", "壁"]
    assert kind("港の壁は一メートル高くなる", "壁は一メートル高くなる") == "trimmed"


@given(st.text(max_size=200))
def test_every_word_is_where_its_token_says(text: str) -> None:
    for token in tokens(text):
        assert plain(text[token.start : token.end]) == token.word


@given(st.lists(st.sampled_from(SAID.split()), min_size=1, max_size=30))
def test_every_text_is_identical_to_itself(parts: list[str]) -> None:
    assert kind(" ".join(parts), " ".join(parts)) == "identical"


@given(st.integers(0, 8), st.integers(9, 15))
def test_every_cut_of_a_quotation_is_trimmed_or_too_little(start: int, end: int) -> None:
    assert kind(SAID, " ".join(SAID.split()[start:end])) in ("trimmed", "identical", None)


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_order_of_two_passages_makes_no_difference(one: str, other: str) -> None:
    assert kind(one, other) == kind(other, one)


def is_one(text: str, other: str, one: str | None, two: str | None, *, story: bool) -> bool:
    found = compare(PreparedPassage(text), PreparedPassage(other))
    shorter = min(PreparedPassage(text).words, PreparedPassage(other).words, key=len)
    return found is not None and is_one_utterance(found, shorter, speakers(one, two), one_story=story)


def test_rare_words_are_one_utterance_whoever_is_named() -> None:
    assert is_one(SAID, SAID, "Ada Moreno", None, story=False)
    assert is_one(SAID, SAID, "Ada Moreno", "Tom Achterberg", story=True)


def test_short_words_are_one_utterance_only_of_one_speaker_or_story() -> None:
    short = "This is a wall for boats"
    assert is_one(short, short, "Ada Moreno", "Moreno", story=False)
    assert not is_one(short, short, "Ada Moreno", "Tom Achterberg", story=False)


def test_seven_common_words_in_a_row_are_one_utterance_only_of_one_speaker() -> None:
    longer, seven = "You know what I want to do then and there", "You know what I want to do"
    assert is_one(longer, seven, "Ada Moreno", "Moreno", story=False)
    assert not is_one(longer, seven.removeprefix("You "), "Ada Moreno", "Moreno", story=False)
    assert not is_one(longer, seven, "Ada Moreno", "Tom Achterberg", story=False)


@pytest.mark.parametrize(
    "phrase",
    [
        "Our thoughts and prayers are with the families of the victims",
        "The early bird catches the worm",
        "Ashes to ashes, dust to dust",
        "We do not comment on ongoing investigations",
        "It is what it is at the end of the day",
    ],
)
def test_what_anybody_says_is_one_utterance_only_of_one_speaker_in_one_story(phrase: str) -> None:
    assert not is_one(phrase, phrase, "Ada Moreno", "Tom Achterberg", story=False)
    assert not is_one(phrase, phrase, "Ada Moreno", "Ada Moreno", story=False)
    assert is_one(phrase, phrase, "Ada Moreno", "Moreno", story=True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Moreno", "Moreno", "same"),
        ("Ada Moreno", "A. Moreno", "same"),
        ("Ben Moreno", "B. Moreno", "same"),
        ("Sen. Ada Moreno", "ADA MORENO", "same"),
        ("Port Authority", "the Port Authority", "same"),
        ("Ada Moreno", "Ben Moreno", "other"),
        ("Ada Moreno", "Tom Achterberg", "other"),
        ("Ada Moreno", None, "unknown"),
    ],
)
def test_a_speaker_is_known_by_surname_and_initial(one: str, other: str | None, same: str) -> None:
    assert speakers(one, other) == speakers(other, one) == same
