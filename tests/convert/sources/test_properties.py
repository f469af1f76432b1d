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
LANGUAGES = ("en", "de", "fr", "es", "pt", "it")


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=4), st.sampled_from(LANGUAGES))
def test_places_lie_inside_their_block(texts: list[str], language: str) -> None:
    blocks = [Block("paragraph", text) for text in texts]
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
