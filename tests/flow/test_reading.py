"""What is copied, where words and sentences end, how much is left to read, which headings there are."""

from __future__ import annotations

import pytest

from tui.flow.excerpt import excerpt
from tui.flow.link_hints import labels
from tui.flow.movement import end_of, start_of
from tui.flow.outline import next_heading, outline
from tui.flow.reading_time import WordsLeft
from tui.model.article import Article, Block, Frame
from tui.text.word_count import WORDS_A_MINUTE


def paragraphs(*texts: str) -> list[Block]:
    return [Block("paragraph", text) for text in texts]


def test_an_excerpt_has_paragraphs_not_lines() -> None:
    blocks = paragraphs("The first paragraph.", "The second.", "The third.")
    assert excerpt(blocks, (0, 4), (2, 3)) == "first paragraph.\n\nThe second.\n\nThe"
    assert excerpt(blocks, (0, 4), (1, 3)) == "first paragraph.\n\nThe"


def test_an_excerpt_within_one_block() -> None:
    assert excerpt(paragraphs("a harbour wall"), (0, 2), (0, 9)) == "harbour"


def test_items_are_copied_one_below_the_other_with_their_markers() -> None:
    blocks = [Block("paragraph", t, within=(Frame("item", "•"),)) for t in ("one", "two")]
    assert excerpt(blocks, (0, 0), (1, 3)) == "one\n• two"


def test_rules_and_empty_blocks_leave_no_gap() -> None:
    blocks = [*paragraphs("one"), Block("rule", ""), *paragraphs("two")]
    assert excerpt(blocks, (0, 0), (2, 3)) == "one\n\ntwo"


@pytest.mark.parametrize(
    ("unit", "place", "end"),
    [
        ("word", (0, 0), (0, 3)),
        ("word", (0, 3), (0, 11)),
        ("word", (0, 19), (1, 3)),
        ("sentence", (0, 0), (0, 12)),
        ("sentence", (0, 12), (0, 19)),
        ("paragraph", (0, 5), (0, 19)),
        ("paragraph", (0, 19), (1, 8)),
        ("word", (1, 8), (1, 8)),
    ],
)
def test_a_unit_ends_behind_the_place(unit: str, place: tuple[int, int], end: tuple[int, int]) -> None:
    assert end_of(unit, paragraphs("The harbour. It is.", "Two more"), place) == end


@pytest.mark.parametrize(
    ("unit", "place", "start"),
    [
        ("word", (0, 10), (0, 4)),
        ("sentence", (0, 19), (0, 13)),
        ("paragraph", (1, 0), (0, 0)),
        ("word", (0, 0), (0, 0)),
    ],
)
def test_a_unit_starts_before_the_place(unit: str, place: tuple[int, int], start: tuple[int, int]) -> None:
    assert start_of(unit, paragraphs("The harbour. It is.", "Two"), place) == start


def test_minutes_left_shrink_to_nothing() -> None:
    of = WordsLeft(paragraphs(*["word " * WORDS_A_MINUTE] * 3))
    while not of.count(300):
        pass
    assert of.minutes_left(0, 0) == 3
    assert of.minutes_left(2, 5 * WORDS_A_MINUTE - 100) == 1
    assert of.minutes_left(2, 5 * WORDS_A_MINUTE) == 0
    assert of.minutes_left(0, 0, end=1) == 1


def test_before_its_words_are_counted_a_text_has_one_for_six_letters() -> None:
    assert WordsLeft([Block("paragraph", "x" * 60), Block("code", "x" * 600)]).words_left(0, 0) == 10


def test_the_estimate_before_counting_is_near() -> None:
    blocks = paragraphs(*["the town will raise its harbour wall " * 30] * 20)
    before, counted = WordsLeft(blocks), WordsLeft(blocks)
    counted.count(10**9)
    assert abs(before.words_left(0, 0) - counted.words_left(0, 0)) < 0.25 * counted.words_left(0, 0)


def test_headings_are_walked_both_ways() -> None:
    blocks = (Block("heading", "A", level=2), *paragraphs("x"), Block("heading", "B", level=3))
    headings = outline(Article("a", "t", blocks, ""))
    assert [(h.level, h.text, h.block) for h in headings] == [(2, "A", 0), (3, "B", 2)]
    assert next_heading(headings, 0, 1) == 2
    assert next_heading(headings, 2, -1) == 0
    assert next_heading(headings, 2, 1) is None


@pytest.mark.parametrize("count", [0, 1, 26, 27, 700])
def test_no_label_begins_another(count: int) -> None:
    made = labels(count)
    assert len(set(made)) == count
    assert len({len(label) for label in made}) <= 1
