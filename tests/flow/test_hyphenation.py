"""Words are parted at the ends of lines by the patterns of their language; the hyphens are no part of the text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.flow.excerpt import excerpt
from tui.flow.hyphenation import patterns
from tui.flow.layout import At, Layout
from tui.model.article import Article, Block, Frame, Span

ENGLISH = "the administration considered international investigations of considerable embarrassment"
WORDS = st.lists(
    st.sampled_from([*ENGLISH.split(), "a", "é", "漢字", "mid-winter", "👍🏽", "“well”", "\n"]), max_size=25
)


def layout(*blocks: Block, width: int, language: str | None = "en", justified: bool = False) -> Layout:
    article = Article("address", "T", blocks, "", language=language)
    return Layout(article, width, cell_len, justified=justified, hyphenated=True)


def lines(of: Layout, block: int = 0) -> list[str]:
    piece = of.first_block + block
    gap = of.frames[piece].gap
    return [of.line(At(piece, n)).text.rstrip() for n in range(gap, gap + of.form(piece).height)]


def test_a_word_that_does_not_fit_is_parted() -> None:
    assert lines(layout(Block("paragraph", "the old administration went"), width=16)) == [
        "the old adminis-",
        "tration went",
    ]


def test_words_are_parted_in_lines_with_wide_characters_too() -> None:
    assert lines(layout(Block("paragraph", "漢字 old administration went"), width=16))[0].endswith("-")


@pytest.mark.parametrize(("language", "word"), [("de-AT", "Verwaltung"), ("fr", "gouvernement"), ("no", "regjeringen")])
def test_the_language_of_the_article_says_how(language: str, word: str) -> None:
    parted = [
        line for line in lines(layout(Block("paragraph", f"x {word}"), width=9, language=language)) if "-" in line
    ]
    assert len(parted) == 1


@pytest.mark.parametrize("language", [None, "tlh", "ja", "th"])
def test_without_patterns_nothing_is_parted(language: str | None) -> None:
    of = layout(Block("paragraph", "the old administration went"), width=16, language=language)
    assert lines(of) == ["the old", "administration", "went"]


def test_a_block_in_another_language_is_parted_by_its_own() -> None:
    assert "-" not in "".join(lines(layout(Block("paragraph", "the old administration", language="ja"), width=16)))


def test_two_letters_at_least_stay_and_three_go() -> None:
    for word in ENGLISH.split():
        for width in range(8, 30):
            for line in lines(layout(Block("paragraph", f"{'x' * 7} {word}"), width=width)):
                if line.endswith("-"):
                    kept = line[:-1].split()[-1]
                    assert 2 <= len(kept) <= len(word) - 3
                    assert len(word) >= 6


@pytest.mark.parametrize(
    "whole", ["https://administration.example/international", "UNESCO", "administration2", "a@international.org"]
)
def test_addresses_capitals_and_numbers_stay_whole(whole: str) -> None:
    shown = lines(layout(Block("paragraph", f"a word {whole}"), width=len(whole) + 4))
    assert whole in shown


def test_code_in_the_text_headings_tables_and_listings_stay_whole() -> None:
    text = "see administration"
    of = layout(
        Block("paragraph", text, (Span(4, 18, "code"),)),
        Block("heading", text, level=2),
        Block("table", f"{text}\tof it"),
        Block("code", text),
        width=15,
    )
    assert not any(line.endswith("-") for block in range(4) for line in lines(of, block))


def test_a_word_that_fills_the_whole_line_is_parted_where_it_may_be() -> None:
    assert lines(layout(Block("paragraph", "administration"), width=9)) == ["adminis-", "tration"]


@pytest.mark.parametrize(("letters", "parted"), [(60, True), (61, False)])
@pytest.mark.parametrize("before", ["", "a "])
def test_what_is_longer_than_sixty_letters_is_no_word(letters: int, parted: bool, before: str) -> None:
    text = before + ("administration" * 5)[:letters]
    assert any(line.endswith("-") for line in lines(layout(Block("paragraph", text), width=20))) == parted


def test_no_more_than_two_lines_in_a_row_end_in_a_hyphen() -> None:
    of = layout(Block("paragraph", " ".join(["administration"] * 30)), width=19)
    ends = "".join("-" if line.endswith("-") else " " for line in lines(of))
    assert "--" in ends
    assert "---" not in ends


def test_the_hyphen_is_drawn_like_the_word_and_is_no_part_of_the_text() -> None:
    block = Block("paragraph", "the old administration went", (Span(4, 22, "link", "https://a.example/"),))
    of = layout(block, width=16)
    line = of.line(of.find(of.first_block, 0))
    assert line.runs[-1].text == "-"
    assert line.runs[-1].url == "https://a.example/"
    assert line.offset_at(len(line.text) - 1) == line.end == len("the old adminis")
    assert excerpt(of.blocks, (of.first_block, 0), (of.first_block, 99)) == block.text


def test_justified_lines_end_with_their_hyphen_at_the_measure() -> None:
    of = layout(Block("paragraph", "of the old administrations went"), width=20, justified=True)
    assert len(lines(of)[0]) == 20
    assert lines(of)[0].endswith("-")


@settings(max_examples=150)
@given(WORDS, st.integers(1, 40), st.booleans())
def test_lines_fit_and_each_character_is_found_on_the_line_that_shows_it(
    words: list[str], width: int, justified: bool
) -> None:
    text = " ".join(words)
    of = layout(Block("paragraph", text, within=(Frame("quote"),)), width=width, justified=justified)
    piece, shown = of.first_block, set()
    gap = of.frames[piece].gap
    for at in (At(piece, gap + n) for n in range(of.form(piece).height)):
        line = of.line(at)
        assert line.cells == cell_len(line.text)
        assert line.cells <= max(width, 12)
        for offset in range(line.start, line.end):
            assert of.find(piece, offset) == at
            index = line.index_of(offset)
            assert index is not None
            assert line.offset_at(index) == offset
            shown.add(offset)
    assert {i for i, character in enumerate(text) if character not in " \n"} <= shown


def test_nothing_is_loaded_unless_it_is_asked_for() -> None:
    program = (
        "import sys\nfrom tui.model.article import Article, Block\nfrom tui.flow.layout import Layout\n"
        "of = Layout(Article('a', 'T', (Block('paragraph', 'administration'),), '', language='en'), 9, len)\n"
        "of.settle(1000)\nsys.exit('pyphen' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_spelling_is_never_changed() -> None:
    parts = patterns("hu")
    assert parts is not None
    assert 2 not in parts("asszonnyal")  # "asz-szony"
