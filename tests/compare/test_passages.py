"""What of an article is a quotation, and whose."""

from __future__ import annotations

import pytest

from tui.compare.compared_words import words
from tui.compare.passages import passages, terms
from tui.model.article import Article, Block, Quote, Source

FIRST = "“We had ninety minutes of warning,” said Ada Moreno. She called it “a wall”."
SPEECH = "“The pumps behind the slipway failed at midnight."
LAST = "“Nobody had a key for the gate that night,” she said."


def article(*texts: str, sources: tuple[Source, ...] = ()) -> Article:
    return Article("a", "t", tuple(Block("paragraph", text) for text in texts), "", sources=sources)


def said(*places: tuple[int, int, int], name: str = "Ada Moreno") -> Source:
    return Source(name, "person", quotes=tuple(Quote("", "direct", *place) for place in places))


def test_words_in_quotation_marks_are_passages_with_their_place_and_speaker() -> None:
    (found,) = passages(article(FIRST, sources=(said((0, 1, 34)),)))
    assert (found.text, found.block, found.start, found.speaker) == (FIRST[1:34], 0, 1, "Ada Moreno")
    assert found.text == FIRST[found.start : found.end]


def test_words_that_nobody_was_found_for_are_passages_without_a_speaker() -> None:
    (found,) = passages(article(FIRST))
    assert (found.speaker, found.source) == (None, None)


@pytest.mark.parametrize(("characters", "found"), [(4_000, 1), (4_001, 0)])
def test_what_a_mark_far_ahead_closes_is_no_passage(characters: int, found: int) -> None:
    text = "The pumps failed at midnight. " * 200
    assert len(passages(article(f"“{text[:characters]}” she said."))) == found


def test_a_speech_over_paragraphs_has_a_passage_in_each() -> None:
    assert [one.block for one in passages(article(SPEECH, LAST))] == [0, 1]


def test_words_given_to_a_speaker_without_marks_are_a_passage_too() -> None:
    text = "The pumps behind the slipway failed at midnight."
    (found,) = passages(article(text, sources=(said((0, 0, len(text))),)))
    assert found.text == text


def test_other_marks_and_scripts_are_known() -> None:
    texts = (
        "„Wir hatten neunzig Minuten Zeit“, sagte sie.",
        "« Nous avions quatre-vingt-dix minutes devant nous », dit-elle.",
        "彼女は「港の壁は一メートル高くなる」と述べた。",
        '"We had ninety minutes of warning," she said.',
    )
    assert len(passages(article(*texts))) == len(texts)


def test_a_passage_is_filed_under_its_telling_words_the_longest_first() -> None:
    assert terms(words("We had ninety minutes of warning")) == ["minutes", "warning", "ninety"]
    assert "港の" in terms(words("港の壁は高い"))
    assert len(terms(words("It is what it was"))) > 2
