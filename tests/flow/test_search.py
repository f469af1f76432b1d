"""Finding words as a reader means them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.flow.found_places import FoundPlaces
from tui.flow.text_search import Search, searchable
from tui.model.article import Block, Mention


def search(*texts: str, words: str) -> Search:
    made = Search([Block("paragraph", text) for text in texts])
    made.look_for(words)
    return made


def found(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in search(text, words=words).in_block(0)]


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("The wall and the Wall", "wall", ["wall", "Wall"]),
        ("The wall and the Wall", "Wall", ["Wall"]),
        ("a café, a cafe", "cafe", ["café", "cafe"]),
        ("a cafe\u0301 here", "café", ["cafe\u0301"]),
        ("“No,” she said", '"no,"', ["“No,”"]),
        ("it’s late", "it's", ["it’s"]),
        ("a well‑known town", "well-known", ["well‑known"]),
        ("two\u00a0words, two\nwords, two  words", "two words", ["two\u00a0words", "two\nwords", "two  words"]),
        ("die Straße", "strasse", ["Straße"]),
        ("die Straße", "Strasse", ["Straße"]),
        ("the ﬁrst", "first", ["ﬁrst"]),
        ("in Łódź", "lodz", ["Łódź"]),
        ("in ŁÓDŹ", "Lodz", []),
        ("in ŁÓDŹ", "LODZ", ["ŁÓDŹ"]),
        ("Ærø ferry", "aero", ["Ærø"]),
        ("Ærø ferry", "ærø", ["Ærø"]),
        ("Đà Nẵng", "da nang", ["Đà Nẵng"]),
        ("ＴＯＫＹＯ 2026", "tokyo", ["ＴＯＫＹＯ"]),
        ("港の壁が高い", "壁が", ["壁が"]),
        ("كَتَبَ الرجل", "كتب", ["كَتَبَ"]),
        ("שָׁלוֹם", "שלום", ["שָׁלוֹם"]),
        ("की कि", "कि", ["कि"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing", "x", []),
        ("text", "", []),
    ],
)
def test_words_are_found_without_regard_to_case_marks_and_width(text: str, words: str, places: list[str]) -> None:
    assert found(text, words) == places


def test_matches_never_reach_over_blocks() -> None:
    assert search("the harbour", "wall", words="harbour wall").count == 0


def test_matches_are_numbered_and_walked_around_the_end() -> None:
    of = search("a wall", "no", "wall wall", words="wall")
    assert of.count == 3
    first = of.after(0, 0)
    assert first == Mention(0, 2, 6)
    assert of.after(0, 3) == Mention(2, 0, 4)
    assert of.after(2, 6) == first
    assert of.before(0, 2) == Mention(2, 5, 9)
    assert of.number_of(Mention(2, 5, 9)) == 3


@given(
    st.lists(st.text(alphabet="aAé ßﬁ “\n\u0301漢", max_size=30), min_size=1), st.text(alphabet="aAé ßf", max_size=3)
)
def test_walking_forward_meets_each_match_once_in_order(texts: list[str], words: str) -> None:
    of = search(*texts, words=words)
    everywhere = [Mention(block, *place) for block in range(len(texts)) for place in of.in_block(block)]
    assert of.count == len(everywhere)
    place = of.after(0, 0)
    for number, expected in enumerate(everywhere, 1):
        assert place is not None
        assert of.number_of(place) == number
        assert (place.block, place.start) == (expected.block, expected.start)
        place = next((m for m in everywhere if (m.block, m.start) > (expected.block, expected.start)), None)


@given(st.text(max_size=80))
def test_each_folded_character_knows_where_it_came_from(text: str) -> None:
    folded, origins = searchable(text)
    assert len(folded.casefold()) == len(folded)
    if origins is None:
        assert len(folded) == len(text)
    else:
        assert len(origins) == len(folded)
        assert origins == sorted(origins)
        assert all(0 <= origin < len(text) for origin in origins)


def test_preparing_ahead_finds_the_same() -> None:
    of = Search([Block("paragraph", "the wall " * 100) for _ in range(20)])
    while not of.prepare(500):
        pass
    assert of.look_for("wall") == 2_000


def test_places_found_otherwise_are_walked_like_a_search_s_until_something_is_searched_for() -> None:
    blocks = [Block("paragraph", "the wall"), Block("paragraph", "a wall, the wall")]
    found = FoundPlaces(blocks, [Mention(1, 2, 6), Mention(0, 4, 8)])
    assert (found.count, found.after(0, 5), found.after(1, 3)) == (2, Mention(1, 2, 6), Mention(0, 4, 8))
    assert (found.before(1, 2), found.number_of(Mention(1, 2, 6))) == (Mention(0, 4, 8), 2)
    assert found.in_block(1) == [(2, 6)]

    assert found.look_for("the") == 2
    assert (found.after(0, 1), found.before(1, 8)) == (Mention(1, 8, 11), Mention(0, 0, 3))
