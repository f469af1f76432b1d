"""Wrapping: nothing is lost, nothing is too wide, no character is cut in two, whatever the script."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.flow.graphemes import PLAIN, clusters, is_plain
from tui.flow.thai_words import words
from tui.flow.wrap import NEVER_FIRST, NEVER_LAST, line_end, wrap

LETTERS = "abcé “”’—-.,()/ \n漢字かなカナ、。「」ー한국กำลังที่हिन्दीक्षعربيאב\u0301\u200d\ufe0f👩👧🇩🇪👍🏽❤"
texts = st.one_of(st.text(alphabet=LETTERS, max_size=120), st.text(max_size=60))
widths = st.integers(1, 30)


def lines_of(text: str, width: int) -> list[str]:
    starts = wrap(text, width, cell_len)
    return [text[a : line_end(text, a, b)] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@given(texts, widths)
def test_only_white_space_at_breaks_is_left_out(text: str, width: int) -> None:
    starts = wrap(text, width, cell_len)
    assert starts[0] == 0
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        assert text[line_end(text, start, following) : following].strip(" \n") == ""


@given(texts, widths)
def test_lines_begin_one_after_the_other(text: str, width: int) -> None:
    starts = list(wrap(text, width, cell_len))
    assert starts == sorted(set(starts))


@given(texts, widths)
def test_no_line_is_wider_than_the_measure_unless_one_cluster_is(text: str, width: int) -> None:
    for line in lines_of(text, width):
        if cell_len(line) > width:
            assert len(list(clusters(line.strip(" "), cell_len))) <= 1


@given(texts, widths)
def test_no_cluster_is_cut_in_two(text: str, width: int) -> None:
    inside = {i for a, b, _ in clusters(text, cell_len) for i in range(a + 1, b)}
    assert not inside & set(wrap(text, width, cell_len))


@given(st.text())
def test_clusters_cover_the_text_and_are_as_wide_as_it_is_drawn(text: str) -> None:
    found = list(clusters(text, cell_len))
    assert "".join(text[a:b] for a, b, _ in found) == text
    assert sum(size for _, _, size in found) == cell_len(text)


def test_what_counts_as_plain_is_one_cell_wide() -> None:
    plain = re.compile(f"[{PLAIN}]")
    assert {hex(c) for c in range(0x20, 0x20000) if plain.match(chr(c)) and cell_len(chr(c)) != 1} == set()
    assert is_plain("naïve “words” — and more…")
    assert not is_plain("e\u0301")


@pytest.mark.parametrize(
    "cluster", ["👩\u200d👩\u200d👧", "🇩🇪", "👍🏽", "❤\ufe0f", "e\u0301", "กำ", "ที่", "क्षि", "한", "1\ufe0f\u20e3"]
)
def test_what_is_read_as_one_character_is_one_cluster(cluster: str) -> None:
    assert [(a, b) for a, b, _ in clusters(cluster, cell_len)] == [(0, len(cluster))]


def test_words_are_kept_whole_and_lines_filled() -> None:
    assert lines_of("the town will raise its wall", 12) == ["the town", "will raise", "its wall"]


def test_a_line_may_end_after_a_hyphen_or_a_dash_between_words() -> None:
    assert lines_of("a well-known harbour", 8) == ["a well-", "known", "harbour"]
    assert lines_of("town—its wall", 7) == ["town—", "its", "wall"]


def test_a_minus_before_a_number_stays_with_it() -> None:
    assert lines_of("cold at -12 degrees", 9) == ["cold at", "-12", "degrees"]


@pytest.mark.parametrize("more", ["", "\n漢字"])  # with which the text goes the other way through the rules
def test_a_space_within_quotation_marks_or_before_a_mark_does_not_end_a_line(more: str) -> None:
    assert lines_of("deux ans. « Nous aimons »" + more, 13)[:3] == ["deux ans.", "« Nous", "aimons »"]
    assert lines_of("le mot « Patience ». On" + more, 18)[:2] == ["le mot", "« Patience ». On"]
    assert lines_of("vous le savez bien ? Oui" + more, 18)[:2] == ["vous le savez", "bien ? Oui"]
    assert lines_of("a dit ainsi : « oui »" + more, 11)[:3] == ["a dit", "ainsi :", "« oui »"]


@pytest.mark.parametrize("more", ["", "\n漢字"])
def test_marks_that_are_set_the_other_way_round_end_and_begin_lines(more: str) -> None:
    assert lines_of("sagte »nein.« und ging" + more, 14)[:2] == ["sagte »nein.«", "und ging"]
    assert lines_of("sagte er »nein« da" + more, 11)[:2] == ["sagte er", "»nein« da"]
    assert lines_of("set it to :x now" + more, 10)[:2] == ["set it to", ":x now"]


def test_a_mark_that_no_longer_fits_goes_alone_before_its_word_is_cut() -> None:
    assert lines_of("international !", 13) == ["international", "!"]
    assert lines_of("« constitution »", 14) == ["« constitution", "»"]
    assert lines_of("« constitution »", 12) == ["«", "constitution", "»"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines_of("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


def test_breaks_written_by_the_author_are_kept() -> None:
    assert lines_of("one\ntwo\n\nthree", 20) == ["one", "two", "", "three"]


@given(st.text(alphabet="漢字かなカナ港の壁、。「」『』（）ーっょ・！？", min_size=1, max_size=80), st.integers(8, 40))
def test_no_chinese_or_japanese_line_begins_or_ends_with_what_it_must_not(text: str, width: int) -> None:
    lines = lines_of(text, width)
    longest_chain = max(len(run) for run in _bound_runs(text))
    if longest_chain * 2 <= width:
        assert all(line[0] not in NEVER_FIRST for line in lines[1:])
        assert all(line[-1] not in NEVER_LAST for line in lines[:-1])


def _bound_runs(text: str) -> list[str]:
    """The text cut wherever a break is allowed."""
    runs = [text[:1]]
    for before, after in pairwise(text):
        if before in NEVER_LAST or after in NEVER_FIRST:
            runs[-1] += after
        else:
            runs.append(after)
    return runs


def test_japanese_after_latin_stays_on_the_line() -> None:
    assert lines_of("Harbourは海です。", 12) == ["Harbourは海", "です。"]


def test_korean_breaks_between_words() -> None:
    assert lines_of("항구의 벽은 내년 가을까지", 12) == ["항구의 벽은", "내년", "가을까지"]


def test_thai_breaks_between_words() -> None:
    assert lines_of("เขื่อนกันคลื่นจะสูงขึ้นหนึ่งเมตร", 10) == ["เขื่อนกันคลื่น", "จะสูงขึ้นหนึ่ง", "เมตร"]


@given(st.text(alphabet="กมรนเแะาำิี่้ๆฯ a", max_size=60), widths)
def test_thai_is_never_cut_before_a_sign_that_follows_or_after_a_vowel_that_leads(text: str, width: int) -> None:
    for place in words(text):
        assert text[place] not in "ะาำๆฯ"
        assert text[place - 1] not in "เแ"


def test_emoji_break_between_each_other() -> None:
    assert lines_of("😀😀😀😀", 4) == ["😀😀", "😀😀"]


@pytest.mark.parametrize("text", ["a" * 1_000_000, "漢" * 300_000, "é́" * 200_000, "- " * 300_000, " " * 500_000])
def test_a_word_of_a_million_characters_takes_linear_time(text: str) -> None:
    since = time.process_time()
    wrap(text, 80, cell_len)
    assert time.process_time() - since < 10  # a guard: quadratic would take hours
