"""Which words of a sentence an attribution may hang on, before anything is tagged."""

from __future__ import annotations

import pytest

from tui.convert.sources.languages import load
from tui.convert.sources.words import quotations, sentences, tokens
from tui.convert.sources.words.cue_tokens import anchors


def anchoring(text: str, code: str) -> list[str]:
    """The words of a text of one sentence that are looked at for an attribution."""
    pack, hooks = load(code), anchors(code)
    line = tokens.read(text, quotations.find(text), pack)
    ((lo, hi),) = sentences.split(line, pack)
    return [line.words[i] for i in hooks.attribute(line, lo, hi, hooks.of(line))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The mayor thinks the whole of it over.", "en"),
        ("The mayor thinks it all over, “a storm”.", "en"),
        ("“A storm” is just what she thinks of it.", "en"),
        ("Ada Lind glaubt den Zahlen der Behörde.", "de"),
    ],
)
def test_a_weak_cue_without_words_near_it_attributes_nothing(text: str, code: str) -> None:
    assert anchoring(text, code) == []


@pytest.mark.parametrize(
    ("text", "code", "cue"),
    [
        ("The mayor thinks that it works.", "en", "thinks"),
        ("It works, thinks the mayor.", "en", "thinks"),
        ("The mayor thinks it, all “a storm”.", "en", "thinks"),
        ("“A storm” is what she thinks of it.", "en", "thinks"),
        ("The mayor said it again.", "en", "said"),
        ("Ada Lind glaubt, dass es geht.", "de", "glaubt"),
        ("Ada Lind glaubt, es gehe.", "de", "glaubt"),
        ("Wie Ada Lind glaubt, geht es.", "de", "glaubt"),
        ("Ada Lind glaubt an ein „neues Haus“.", "de", "glaubt"),
        ("Ada Lind sagte es.", "de", "sagte"),
    ],
)
def test_a_weak_cue_beside_words_may_attribute_them_and_another_anywhere(text: str, code: str, cue: str) -> None:
    assert anchoring(text, code) == [cue]


@pytest.mark.parametrize("text", ["So war es gestern.", "Es war so gestern.", "Der Preis ist so hoch wie nie."])
def test_a_word_that_follows_its_words_attributes_nothing_behind_no_mark(text: str) -> None:
    assert anchoring(text, "de") == []


@pytest.mark.parametrize("text", ["Es war gestern, so Lind.", "„Es war gestern“ so Lind.", "Es war gestern – so Lind."])
def test_a_word_that_follows_its_words_may_attribute_them_behind_a_mark(text: str) -> None:
    assert anchoring(text, "de") == ["so"]
