"""What holds for every text: places inside their block, no exception, work in proportion to length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.convert.sources import cite, speaks
from tui.model.article import Block

PIECES = st.sampled_from(
    "“ ” \" ' ‘ ’ « » „ '' — – - , . ? ! : ; ( ) \n said says told Ada Moreno Moreno Mr. Dr. U.S. she he they the a of "
    "and who which according to report analysts Larkhill University professor is was has been by that not 42 "
    "% “Yes,” U.S "
    "sagte laut dijo según « dit-il a-t-elle ha detto l’ d’ @ada adding, asked Monday".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)
SPEAKING = {  # in each language a sentence that gives words to somebody
    "en": "“{}” said Ada Moreno, a surveyor.",
    "de": "„{}“, sagte die Gutachterin Ada Moreno.",
    "fr": "« {} », a déclaré Ada Moreno, géomètre.",
    "es": "«{}», dijo Ada Moreno, ingeniera.",
    "pt": "“{}”, disse Ada Moreno, engenheira.",
    "it": "«{}», ha detto Ada Moreno, ingegnere.",
}


@pytest.mark.parametrize("language", SPEAKING)
def test_a_sentence_that_gives_words_to_somebody_has_a_source(language: str) -> None:
    (source,) = cite([Block("paragraph", SPEAKING[language].format("Not one stone is loose"))], language)
    assert (source.name, len(source.quotes)) == ("Ada Moreno", 1)


@settings(deadline=None)
@given(st.sampled_from([*SPEAKING]), st.lists(st.tuples(TEXTS, TEXTS, st.integers(0, 2)), max_size=4))
def test_places_lie_inside_their_block(language: str, paragraphs: list[tuple[str, str, int]]) -> None:
    """In sentences with anything in their quotation and around them, and in texts of anything."""
    blocks = [
        Block("paragraph", f"{before} {SPEAKING[language].format(words)} {before}" if spoken else before)
        for before, words, spoken in paragraphs
    ]
    for source in cite(blocks, language):
        assert source.name.strip()
        for mention in source.mentions:
            assert 0 <= mention.start < mention.end <= len(blocks[mention.block].text)
        for quote in source.quotes:
            assert quote.text == blocks[quote.block].text[quote.start : quote.end]
            assert quote.text.strip() == quote.text
            if quote.cue:
                assert 0 <= quote.cue.start < quote.cue.end <= len(blocks[quote.cue.block].text)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.text(max_size=12))
def test_other_languages_are_not_guessed(text: str, language: str) -> None:
    if not speaks(language):
        assert cite([Block("paragraph", text)], language) == ()


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        '"a" ',
        "Ann Lee ",
        "(",
        "(a) ",
        "said ",
        "Ann Lee said, ",
        "'a ",
        "’",
        "Ann Lee and ",
        "—a ",
        "“Yes,” said Ann Lee. “",
    ],
    ids=repr,
)
def test_a_long_paragraph_takes_time_in_proportion(piece: str) -> None:
    short, long = (Block("paragraph", piece * (size // len(piece))) for size in (15_000, 120_000))
    spent = []
    for block in (short, long):
        before = time.process_time()
        cite([block], "en")
        spent.append(time.process_time() - before)
    assert spent[1] < 8 * 4 * spent[0] + 0.25  # eight times the text; four times that for a shaky clock


def test_nothing_but_quotation_marks_ends() -> None:
    before = time.process_time()
    cite([Block("paragraph", '"' * 400_000)], "en")
    assert time.process_time() - before < 24


@pytest.mark.parametrize(
    ("language", "spoken"), [("en-GB", True), (None, True), ("pt_BR", True), ("ja", False), ("", True)]
)
def test_speaks(language: str | None, spoken: bool) -> None:
    assert speaks(language) is spoken
