"""Which of a page's headings is the title, and what of it is the site's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.metadata.titles import WEIGHTS, Names, choose

NAMES = Names.of(["The Coast Herald"], ["https://www.coast-herald.example.co.uk/a"], ["Harbour"])


@pytest.mark.parametrize(
    ("given_title", "title"),
    [
        ("Wall to rise before winter | The Coast Herald", "Wall to rise before winter"),
        ("Wall to rise before winter - Harbour - The Coast Herald", "Wall to rise before winter"),
        ("The Coast Herald: Wall to rise | The Coast Herald", "The Coast Herald: Wall to rise"),
        ("Coast Herald | Wall to rise before winter", "Wall to rise before winter"),
        ("Opinion | The wall will not be enough", "The wall will not be enough"),
        ("Wall to rise before winter | Town News", "Wall to rise before winter"),
        ("Wall to rise - council decides - coast-herald.example", "Wall to rise - council decides"),
        ("Wall to rise - council decides at night", "Wall to rise - council decides at night"),
        ("Le maire sur la « gravité de la marée » - The Coast Herald", "Le maire sur la « gravité de la marée »"),
        ("Wall to rise before winter » Harbour » The Coast Herald", "Wall to rise before winter"),
        ("Storm: what the wall must hold", "Storm: what the wall must hold"),
        ("防波堤は冬までに高くなる｜海岸新聞DIGITAL", "防波堤は冬までに高くなる"),
    ],
)
def test_site_and_section_are_taken_off(given_title: str, title: str) -> None:
    assert choose([("head", given_title)], NAMES) == title


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Wall to rise before winter | Town News", "Wall to rise before winter"),
        ("Wall to rise before winter | Harbour and Coast News", "Wall to rise before winter | Harbour and Coast News"),
        ("Wall to rise before winter | all the news", "Wall to rise before winter"),
        ("Wall to rise before winter - good news", "Wall to rise before winter - good news"),
        ("Wall to rise before winter | a good evening", "Wall to rise before winter | a good evening"),
    ],
)
def test_a_heading_keeps_what_is_set_off_unless_it_is_called_a_section(heading: str, title: str) -> None:
    assert choose([("shown", heading), ("og", heading)], NAMES) == title


def test_a_title_that_is_only_the_site_stays() -> None:
    assert choose([("head", "The Coast Herald")], NAMES) == "The Coast Herald"


def test_no_title_gives_none() -> None:
    assert choose([], NAMES) is None
    assert choose([("head", " | ")], NAMES) is None


def test_the_heading_that_the_reader_sees_wins_over_the_one_for_search_engines() -> None:
    offers = [("heading", "Wall to rise before winter"), ("og", "Harbour wall: when will it rise this winter?")]
    assert choose(offers, NAMES) == "Wall to rise before winter"


def test_a_heading_that_speaks_of_something_else_loses() -> None:
    offers = [("heading", "Your morning paper"), ("og", "Wall to rise now"), ("head", "Wall to rise now")]
    assert choose(offers, NAMES) == "Wall to rise now"


def test_a_heading_that_speaks_of_something_else_loses_to_one_place_that_is_made_for_the_title() -> None:
    assert choose([("heading", "Your morning paper"), ("og", "Wall to rise now")], NAMES) == "Wall to rise now"
    assert choose([("heading", "Your morning paper"), ("json_ld", "Wall to rise now")], NAMES) == "Wall to rise now"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Council votes for a higher wall", "Council votes for a higher wall"),  # shares words with the head
        ("Wall to rise now that all agree", "Wall to rise now that all agree"),  # goes on where the head ends
        ("Shopping and leisure this weekend", "Why the wall will rise"),
    ],
)
def test_a_heading_is_heard_as_far_as_it_speaks_of_the_same(heading: str, title: str) -> None:
    head = title if title != heading else "Wall to rise now" if "rise" in heading else "Higher wall: council votes"
    assert choose([("heading", heading), ("og", head)], NAMES) == title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Wall to rise — The Coast Herald", "Wall to rise"),
        ("Wall to rise | Harbour", "Wall to rise"),
        ("Wall to rise - coast-herald.example.co.uk", "Wall to rise"),
        ("Sea-wall to rise", "Sea-wall to rise"),
        ("Wall to rise: 3 metres by winter", "Wall to rise: 3 metres by winter"),
        ("Harbour | Wall", "Harbour | Wall"),
    ],
)
def test_what_a_sign_parts_from_the_title_is_judged_by_its_words(written: str, title: str) -> None:
    assert choose([("head", written)], NAMES) == title


def test_of_several_headings_the_one_that_the_head_repeats_wins() -> None:
    offers = [("heading", "Log in"), ("heading", "Wall to rise"), ("head", "Wall to rise - Harbour")]
    assert choose(offers, NAMES) == "Wall to rise"


def test_a_heading_of_several_elements_gets_the_head_s_punctuation() -> None:
    offers = [
        ("heading", "Harbour Wall to rise"),
        ("og", "Harbour: Wall to rise"),
        ("json_ld", "Harbour: Wall to rise"),
    ]
    assert choose(offers, NAMES) == "Harbour: Wall to rise"


@given(st.lists(st.tuples(st.sampled_from(sorted(WEIGHTS)), st.text(max_size=80)), max_size=5))
def test_any_offers_give_a_title_or_none(offers: list[tuple[str, str]]) -> None:
    title = choose(offers, NAMES)
    assert title is None or title.strip() == title


def test_a_title_of_thousands_of_separators_is_read_at_once() -> None:
    assert choose([("head", "a | " * 20_000)], NAMES) is not None


def test_a_heading_that_is_the_name_of_the_site_is_no_title() -> None:
    offers = [("heading", "The Coast Herald"), ("head", "The Coast Herald - Wall to rise before winter")]

    assert choose(offers, NAMES) == "Wall to rise before winter"
    assert choose(offers[:1], NAMES) == "The Coast Herald"


def test_words_before_bars_stay_where_the_page_shows_them_so() -> None:
    shown = "Roof | Beams | Books: what the library lost"
    assert choose([("shown", shown), ("og", shown), ("head", f"{shown} | The Coast Herald")], NAMES) == shown
