"""The words of listings: told apart where the language is known, drawn without a letter more or less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.flow import listing_words
from tui.flow.block_forms import CodeForm
from tui.flow.lines import Run
from tui.flow.listing_words import LONGEST_LISTING, Word, drawn_apart, words_of
from tui.model.article import Block

PROGRAM = "def wall(height):\n\t# in metres\n    return 'high' if height > 3 else 'low'"


def told(text: str, language: str | None) -> list[tuple[str, str]]:
    return [(text[word.start : word.end], word.role) for word in words_of(text, language)]


def test_comments_keywords_and_literals_are_told_apart() -> None:
    assert told(PROGRAM, "Python") == [
        ("def", "keyword"),
        ("# in metres", "comment"),
        ("return", "keyword"),
        ("'high'", "string"),
        ("if", "keyword"),
        ("3", "string"),
        ("else", "keyword"),
        ("'low'", "string"),
    ]


@pytest.mark.parametrize(
    ("text", "language"), [(PROGRAM, None), (PROGRAM, "poetry"), ("# " * LONGEST_LISTING, "python"), ("", "python")]
)
def test_what_is_not_known_too_long_or_empty_stays_plain(text: str, language: str | None) -> None:
    assert told(text, language) == []


# By the names by which pages call its languages: what each takes for a comment.
COMMENTS = {
    "# note": "bash docker dockerfile elixir fish graphql ini julia makefile nginx perl powershell py python r rb ruby"
    " sh shell toml yaml yml zsh",
    "// note": "c c++ c# cpp cs csharp go golang java javascript js json jsx kotlin kt objective-c rs rust scala scss"
    " swift ts tsx typescript zig",
    "/* note */": "css",
    "-- note": "haskell lua sql",
    "; note": "clojure scheme",
    "% note": "erlang",
    "<!-- note -->": "html xml",
    "<?php // note": "php",
}


@pytest.mark.parametrize(("comment", "names"), COMMENTS.items())
def test_a_comment_is_known_in_every_language_that_is_named(comment: str, names: str) -> None:
    for language in names.split():
        word = words_of(f"{comment}\n", language)[-1]
        assert (word.role, word.end >= len(comment)) == ("comment", True), language


def test_no_language_is_read_that_is_not_named() -> None:
    assert {*" ".join(COMMENTS.values()).split(), "http"} == listing_words.LANGUAGES
    assert told("GET / HTTP/1.1\n", "http") == [("HTTP", "keyword"), ("1.1", "string")]


@given(st.text("ab\t'#\n 1", max_size=60), st.integers(4, 30), st.integers(0, 20))
def test_a_listing_shows_the_letters_that_it_shows_without_colours(text: str, width: int, shift: int) -> None:
    plain, coloured = (CodeForm(Block("code", text, language=name), width, len) for name in (None, "python"))
    for form in (plain, coloured):
        form.scroll(shift)
    for number in range(plain.height):
        one, other = plain.line(number), coloured.line(number)
        assert (other.cells, other.start, other.end) == (one.cells, one.start, one.end)
        assert other.text.removesuffix("python").rstrip() == one.text.rstrip()
        assert all(run.text == text[run.start : run.start + len(run.text)] for run in other.runs if run.start >= 0)


def test_a_run_is_cut_where_its_words_begin_and_end() -> None:
    words = [Word(0, 3, "keyword"), Word(5, 9, "string"), Word(12, 14, "comment")]
    cut = drawn_apart(Run("f 'abc", ("code",), 2), words)
    assert [(run.text, run.start, run.roles[1:]) for run in cut] == [
        ("f", 2, ("code-keyword",)),
        (" '", 3, ()),
        ("abc", 5, ("code-string",)),
    ]


def test_the_language_is_named_beside_the_first_line_where_there_is_room() -> None:
    block = Block("code", "x = 1\ny = 2", language="python")
    assert [CodeForm(block, 20, len).line(n).text for n in (0, 1)] == ["x = 1         python", "y = 2".ljust(20)]
    assert CodeForm(block, 12, len).line(0).text == "x = 1".ljust(12)
