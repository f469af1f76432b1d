"""How a text's words are read: their places, what word lists have of them, which are passed over by a plain look."""

from __future__ import annotations

import pytest

from tui.convert.sources.languages import load
from tui.convert.sources.words import quotations
from tui.convert.sources.words.tokens import Chunks, chunks, low_of, read

TEXTS = (
    "Ann Lee’s plan, she said, “won’t” cost $1,200.50 or 3 % – not to McKENNA & Co.",
    "Ἀθήνα, Łódź, ÖSTERREICH and ΟΔΟΣ: İzmir’s “Straße”.\nNext  line,\twith\xa0spaces ,and a comma",
    "𝐀nn ǅ Ⅷ Ⓐ ? ?? “…” '' x?",
    "the dogs’ tails, the ’80s’ (Ann) d’Arc’s",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_word_is_known_in_small_letters_and_by_its_capital(text: str, code: str) -> None:
    pack = load(code)
    line = read(text, quotations.find(text), pack)
    assert line.lows == [low_of(word, pack) for word in line.words]
    assert line.capitals == [i for i, word in enumerate(line.words) if word[0].isupper()]


def test_an_attached_pronoun_is_known_without_its_hyphen() -> None:
    assert read("« Oui », dit-il", [], load("fr")).lows[-2:] == ["dit", "il"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_stands_where_its_place_says(text: str) -> None:
    line = read(text, [], load("en"))
    assert [text[start : start + len(word)] for start, word in zip(line.starts, line.words, strict=True)] == line.words
    assert line.starts == sorted(line.starts)


@pytest.mark.parametrize(
    "chunk",
    ["word", "Wörter", "42", "٤٢", "512GB", "R20", "½", ".", "’", "—", "well-known", "Ann-Marie", "out-of-touch"],
)
@pytest.mark.parametrize("code", ["en", "de", "es", "it"])
def test_marks_numbers_and_words_with_hyphens_are_what_the_pattern_makes_of_them(chunk: str, code: str) -> None:
    cut = Chunks(load(code))
    assert cut.cut(chunk)[0] == tuple(cut.findall(chunk + " ")) == (chunk,)


@pytest.mark.parametrize(
    "chunk", ["(42).", "420.", "42%", "$42", "£42,", "[Ann]", "(if", "word).", "(WHO):", "١٢)", "dog's", "Ann’s", "L's"]
)
@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "pt", "it"])
def test_words_and_numbers_between_marks_are_what_the_pattern_makes_of_them(chunk: str, code: str) -> None:
    cut = Chunks(load(code))
    assert cut.cut(chunk)[0] == tuple(cut.findall(chunk + " "))


@pytest.mark.parametrize(("code", "tokens"), [("de", "42."), ("de", "420 ."), ("en", "42 ."), ("fr", "42 .")])
def test_a_number_of_two_digits_with_a_stop_is_an_ordinal_where_they_are_written_so(code: str, tokens: str) -> None:
    assert chunks(code).cut(tokens.replace(" ", ""))[0] == tuple(tokens.split())


@pytest.mark.parametrize("tokens", ["( U.S. )", "( Dr.", "42 . .", "$ 4,200", "( a-b )", "'s", "it 's 's", "(", ") ."])
def test_what_only_resembles_words_between_marks_is_left_to_the_pattern(tokens: str) -> None:
    assert chunks("en").cut(tokens.replace(" ", ""))[0] == tuple(tokens.split())


@pytest.mark.parametrize("chunk", ["-word", "word-", "a--b", "42-a", "a-42", "R-Wis."])
def test_what_only_resembles_words_with_hyphens_is_left_to_the_pattern(chunk: str) -> None:
    assert chunks("en").cut(chunk)[0] == tuple(chunks("en").findall(chunk + " "))


@pytest.mark.parametrize("opener", quotations.CLOSERS)
def test_a_text_is_looked_at_for_every_mark_that_may_open_a_quotation(opener: str) -> None:
    assert opener[0] in quotations.OPENERS
    assert not opener.isascii() or opener[0] in quotations.ASCII_OPENERS
