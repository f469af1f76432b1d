"""Search: what is found, in which order, and shown how."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_pieces import pictured, piece, quoted

from tui.library import Library
from tui.library.articles.rows import Order, View
from tui.library.indexes.query import parse
from tui.library.indexes.search_days import beginning

# What breaks a search that hands what was typed to the index: operators, quotes, columns, controls.
HOSTILE = (
    'c++', '"', '"unbalanced', "title:hello", "-hello", "hello AND", "NEAR(", "*", "^x", "{title}:x", "(", ")", "a:b",
    "it's", "AND", "OR NOT", "100%", "user@x.y", "日本", "a-b", "#tag", "x;drop table article", "C:\\x", "%", "_",
    "(" * 5_000, "\x1b]0;PWN\x07", "\x00", "\ud800", "a\x00b", "-", "--", '-"', ":", "site:", "after:", "after:9999-99",
    "is:", "is:nothing", "tag:", "source:*", "title:-x", '""', "'", "a* -b* OR", "\n", "word " * 3_000, "after:0000",
)  # fmt: skip


def found(library: Library, typed: str, **how: bool) -> list[str]:
    return [hit.row.title for hit in library.search.find(typed, **how)]


def keep(library: Library, title: str, *paragraphs: str, **more: object) -> int:
    return library.articles.keep(piece(f"https://coast.example/{title}", *paragraphs, title=title, **more))


def test_title_body_captions_and_sources_are_searched(library: Library) -> None:
    keep(library, "Moorings", "Nothing else.")
    keep(library, "two", "They spoke of moorings all night.")
    keep(library, "three", captions=pictured("Old moorings"))
    keep(library, "four", sources=(quoted("The Moorings Trust", "Words"),))
    keep(library, "five", authors=("A. Moorings",), site="Moorings Weekly")
    assert found(library, "moorings") == ["four", "three", "two", "Moorings"]


def test_a_word_in_the_title_ranks_first(library: Library) -> None:
    keep(library, "Tides", "Nothing else.")
    keep(library, "other", "One sentence in which tides are named once, among many other words of no concern.")
    assert found(library, "tides") == ["other", "Tides"]
    assert found(library, "tides", ranked=True) == ["Tides", "other"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("wall harbour", ["b", "a"]),
        ('"harbour wall"', ["a"]),
        ("harb*", ["b", "a"]),
        ("wall -autumn", ["b"]),
        ("-wall", ["c"]),
        ('wall -"harbour wall"', ["b"]),
        ("title:c", ["c"]),
        ("TITLE:C", ["c"]),
        ("author:sand", ["a"]),
        ("author:sand -wall", []),
        ("source:moreno", ["b"]),
        ("site:herald", ["c"]),
        ("caption:engineer", ["b"]),
        ("after:2026-03-02", ["c", "b"]),
        ("before:2026-03-02 harbour", ["a"]),
        ("after:2026-03 before:2026-04", ["c", "b", "a"]),
        ("after:2027", []),
        ("after:2026-03-01", ["c", "b", "a"]),
        ("before:2026-03-01", []),
        ("before:2026-04 after:2026", ["c", "b", "a"]),
        ("before:2026", []),
        ("before:2026-03", []),
        ("before:2026-03-03", ["b", "a"]),
        ("is:later", ["b"]),
        ("is:UNREAD", ["c", "b"]),
        ("-tag:sea wall", ["b", "a"]),
        ("tag:#SEA", ["c"]),
        ("source:moreno*", ["b"]),
        ("site:her*", ["c"]),
        ("is:unread", ["c", "b"]),
        ("is:read wall", ["a"]),
        ("-is:read wall", ["b"]),
        ("is:starred", ["c"]),
        ("tag:sea", ["c"]),
        ("wall nowhere:at", []),
    ],
)
def test_words_of_the_query_language_narrow_what_is_found(library: Library, typed: str, expected: list[str]) -> None:
    a = keep(library, "a", "The harbour wall in autumn.", authors=("Rosa Sand",), published="2026-03-01")
    b = keep(
        library,
        "b",
        "A wall by the harbour.",
        sources=(quoted("Ada Moreno", "A wall"),),
        captions=pictured("The engineer on the pier"),
        published="2026-03-02",
    )
    c = keep(library, "c", "Boats.", site="The Coast Herald", published="2026-03-03")
    library.marks.read(a)
    library.marks.star(c)
    library.marks.tag(c, "Sea")
    library.marks.later(b)
    assert found(library, typed) == expected


def test_an_unfinished_word_stands_for_any_that_begins_so() -> None:
    query = parse("wall harb", typing=True)
    assert (query.unfinished, query.begins) == ("harb", True)
    finished = query.finished_as(["harbour", "harbinger"])
    assert finished.match.endswith('("harbour" OR "harbinger")')
    assert (finished.unfinished, finished.begins) == ("", False)
    assert parse("wall ha", typing=True).unfinished == parse("wall harb").unfinished == ""


def test_case_and_accents_do_not_matter(library: Library) -> None:
    keep(library, "x", "Ångström and the Élan of a Straße, Ёлка, Άγιος, ＦＵＬＬ, ﬁsh.")
    for typed in ("angstrom", "ELAN", "élan", "strasse", "Straße", "елка", "αγιος", "full", "fish"):
        assert found(library, typed) == ["x"], typed


@pytest.mark.parametrize("typed", ["港", "港の", "の壁", "壁を高く", "カ", "ｶﾍﾞ", "title:日", "한", "한국"])
def test_chinese_japanese_and_korean_are_found_from_one_character_on(library: Library, typed: str) -> None:
    keep(library, "日本のニュース", "市は港の壁を高くする。カベ。한국어는")
    keep(library, "other", "壁 and の and 港 apart, 国 too.")
    assert "日本のニュース" in found(library, typed)


def test_characters_must_stand_together(library: Library) -> None:
    keep(library, "apart", "港 and far off 壁.")
    assert found(library, "港壁") == []


def test_signs_after_a_word_make_it_another_word(library: Library) -> None:
    keep(library, "plain", "The c sharp minor.")
    keep(library, "code", "They wrote it in C++ and F#, 100% of it.")
    assert found(library, "c++") == ["code"]
    assert found(library, "f#") == ["code"]
    assert found(library, "100%") == ["code"]
    assert found(library, "it's") == []


def test_a_word_may_be_unfinished_while_typing(library: Library) -> None:
    keep(library, "x", "The harbour wall.")
    assert found(library, "harbo") == []
    assert found(library, "wall harbo", typing=True) == ["x"]
    assert found(library, "ha", typing=True) == []


@pytest.mark.parametrize("typed", HOSTILE)
def test_any_input_is_a_search(library: Library, typed: str) -> None:
    keep(library, "x", "One article about hello, c++ and a-b.")
    for ranked in (False, True):
        library.search.find(typed, ranked=ranked, typing=True)
    library.search.count(typed)
    assert len(library.articles.rows(9)) == 1


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab*\"-:()^{}+#%'.,;日が\\ é\x00") | st.characters(), max_size=30), st.booleans())
def test_no_text_breaks_the_search(library: Library, typed: str, ranked: bool) -> None:
    library.search.find(typed, ranked=ranked)
    library.search.find(f"site:{typed}", ranked=ranked, typing=True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("abcxyzäß日本がｶ 한é#+%'’-."), min_size=1, max_size=25))
def test_a_kept_text_is_found_by_itself_as_a_phrase(library: Library, text: str) -> None:
    number = library.articles.keep(piece(f"https://coast.example/{text.encode().hex()}", text))
    typed = '"' + text + '"'
    if parse(typed).match:
        assert number in [hit.row.id for hit in library.search.find(typed, limit=1_000)]


def test_the_snippet_is_the_sentence_with_its_words_marked(library: Library) -> None:
    keep(library, "x", "First one.", "A second. The Élan of the wall, she said, was gone. A third.")
    (hit,) = library.search.find("elan gone")
    snippet = hit.snippet
    assert snippet.text == "The Élan of the wall, she said, was gone."
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["Élan", "gone"]
    assert (snippet.block, snippet.offset) == (1, 14)


def test_the_snippet_of_a_long_sentence_is_cut_around_the_word(library: Library) -> None:
    keep(library, "x", "many words " * 100 + "tide " + "more words " * 100)
    (hit,) = library.search.find("tide")
    assert len(hit.snippet.text) <= 240
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == ["tide"]


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("The wall, the wall and walls.", "wall", ["wall", "wall"]),
        ("The wall, the wall and walls.", "wall*", ["wall", "wall", "wall"]),
        ("Sea walls; sea. Walls", '"sea walls"', ["Sea walls"]),
        ("Wallwall wall", "wall", ["wall"]),
        ("A tide-wall by the sea", '"tide wall" wall', ["tide-wall"]),
        ("港の壁と壁", "壁", ["壁", "壁"]),
        ("It was written in C++.", "c++", ["C"]),
        ("Sea, sea walls and sea-walls", '"sea walls"', ["sea walls", "sea-walls"]),
        ("港港の壁", "港の", ["港の"]),
        ("aa aaa a-b", '"a b"', ["a-b"]),
    ],
)
def test_every_place_of_the_words_is_marked_once(library: Library, text: str, typed: str, marked: list[str]) -> None:
    keep(library, "x", text)
    (hit,) = library.search.find(typed)
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == marked


def test_the_snippet_of_words_far_apart_is_from_the_block_with_most_of_them(library: Library) -> None:
    keep(library, "x", "The tide came. It rose.", "Boats left.", "The tide lifted boats. They left.")
    (hit,) = library.search.find("boats tide")
    assert (hit.snippet.text, hit.snippet.block, hit.snippet.offset) == ("The tide lifted boats.", 2, 4)
    (hit,) = library.search.find("boats")
    assert (hit.snippet.text, hit.snippet.block, hit.snippet.offset) == ("Boats left.", 1, 0)


def test_a_long_sentence_is_cut_before_the_word_and_kept_whole_up_to_the_limit(library: Library) -> None:
    keep(library, "x", "o" * 236 + " tip", "a" * 100 + " " + "b" * 100 + " tide " + "c" * 200)
    (hit,) = library.search.find("tip")
    assert len(hit.snippet.text) == 240
    (hit,) = library.search.find("tide")
    assert (hit.snippet.text, hit.snippet.marks, hit.snippet.offset) == ("tide " + "c" * 200, ((0, 4),), 202)


def test_the_snippet_tells_where_the_words_are(library: Library) -> None:
    keep(library, "x", sources=(quoted("Ada Moreno", "Words", "engineer"),), captions=pictured("Spray"))
    assert library.search.find("moreno")[0].snippet.within == "source"
    assert library.search.find("spray")[0].snippet.within == "caption"
    assert library.search.find("title:x")[0].snippet.text


def test_marks_are_right_where_folding_changes_the_length(library: Library) -> None:
    keep(library, "x", "Straße, ﬁsh und Æther am Kai.")
    (hit,) = library.search.find("kai")
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == ["Kai"]


def test_hits_come_in_pages(library: Library) -> None:
    for n in range(7):
        keep(library, str(n), "tide")
    assert found(library, "tide") == list("6543210")
    assert [hit.row.title for hit in library.search.find("tide", limit=3, skip=3)] == list("321")
    assert library.search.count("tide") == 7
    assert library.search.count("tide", at_most=5) == 5


def test_a_newer_text_is_found_by_its_new_words_only(library: Library) -> None:
    keep(library, "x", "The wall will cost three million.")
    keep(library, "x", "The wall will cost four million.")
    assert found(library, "four") == ["x"]
    assert found(library, "three") == []


SATURDAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2026-03-14"), ("yesterday", "2026-03-13"), ("7d", "2026-03-07"), ("2w", "2026-02-28"),
        ("lastweek", "2026-03-02"), ("lastmonth", "2026-02-01"), ("lastyear", "2025-01-01"), ("2026-3", "2026-03-01"),
    ],
)  # fmt: skip
def test_days_that_a_search_takes(said: str, day: str) -> None:
    begins = beginning(said, SATURDAY)
    assert begins is not None
    assert datetime.fromtimestamp(begins, UTC).date().isoformat() == day


@pytest.mark.parametrize("typed", ["after:last week", "after:last-week", "after:lastweek", "before:yesterday"])
def test_a_day_in_words_is_a_condition(typed: str) -> None:
    query = parse(typed)
    assert len(query.conditions) == 1
    assert query.unknown == ()


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        ("foo:bar wall", ("foo:",)), ("after:fortnight", ("after:fortnight",)), ("is:odd", ("is:odd",)),
        ("https://coast.example", ()), ("at 10:30", ()), ("note: wall", ()), ("title:wall", ()),
    ],
)  # fmt: skip
def test_a_word_with_a_colon_that_says_nothing_is_named(typed: str, unknown: tuple[str, ...]) -> None:
    assert parse(typed).unknown == unknown


@pytest.mark.parametrize("order", ["kept", "date"])
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tid", {"Tides", "Old tides"}), ("is:unread tides", {"Tides"}), ("tides -old", {"Tides"}),
        ("after:2026", {"Tides"}), ("source:Moreno", {"Old tides"}), ("site:quay", {"Tides"}), ("author:sand", set()),
    ],
)  # fmt: skip
def test_the_filter_of_the_list_is_a_search(library: Library, order: Order, typed: str, expected: set[str]) -> None:
    keep(library, "Tides", "Words.", published="2026-03-01", site="Quay")
    old = keep(library, "Old tides", "Words.", published="2020-03-01", sources=(quoted("Ada Moreno", "Words"),))
    library.marks.read(old)
    view = View(order=order, typed=typed)
    assert {row.title for row in library.articles.rows(9, view=view)} == expected
    assert library.articles.count(view) == len(expected)
