"""What a word's ending tells of it, and which words are asked for theirs."""

from __future__ import annotations

import pytest

from tui.convert.sources.languages import load
from tui.convert.sources.pack_codes import PACKS
from tui.convert.sources.words.word_tags import MAX_KEPT, Vocabulary, verbal_ending


@pytest.mark.parametrize("code", PACKS)
def test_every_ending_that_tells_something_is_asked_for(code: str) -> None:
    pack = load(code)
    words = Vocabulary(pack)
    assert [words["qqqqq" + ending] for ending in pack.adverb_endings] == ["b"] * len(pack.adverb_endings)
    for ending in (*pack.present_endings, *pack.past_endings):
        assert words["qqqqq" + ending] == verbal_ending("qqqqq" + ending, pack)


@pytest.mark.parametrize(("code", "rule"), [("en", "N"), ("de", "d")])
def test_a_word_without_such_an_ending_is_what_most_are(code: str, rule: str) -> None:
    assert Vocabulary(load(code))["qqqqq"] == rule


@pytest.mark.parametrize("code", PACKS)
def test_a_listed_word_tells_the_same_from_the_beginning_and_after_many_others(code: str) -> None:
    words = Vocabulary(load(code))
    listed = {**words}
    for n in range(MAX_KEPT - len(listed) + 1):
        assert words[f"{n}x"] == "#"
    assert "0x" not in words
    assert {low: words[low] for low in listed} == listed


def test_a_listed_word_with_a_capital_is_told_by_it() -> None:
    words = Vocabulary(load("en"))
    assert (words["said"], words["Said"], words["the"], words["The"]) == ("v", "p", "D", "D")
