"""What is looked at first, so that few texts are asked by slow patterns or read whole, lets through what they find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.input import tree
from tui.convert.metadata import (
    author_boxes,
    date_lines,
    language_detection,
    page_dates,
    signed_paragraphs,
    titles,
)
from tui.convert.metadata.near_headline import begin_of, text_of
from tui.text import plain_letters
from tui.text.cleaning import squeezed
from tui.text.plain_looks import holds

LIKE_PLAIN_ONES = set("ſ\N{KELVIN SIGN}ıİ")  # which patterns take for other letters where capitals do not matter


@given(st.text(st.sampled_from("aÄßµſª²é’“ \t\xa0.-İ本"), max_size=40))
def test_letters_are_the_same_with_and_without_a_table(text: str) -> None:
    assert plain_letters.letters(text) == "".join(filter(str.isalnum, text.casefold()))


@given(st.from_regex(r"\A[A-Za-z0-9][\x00-\x7f]*\Z"))
def test_letters_of_a_text_in_ascii_begin_with_its_first_one(text: str) -> None:
    assert titles.letters(text)[0] == text[0].lower()


@given(st.text(st.sampled_from("aÄ9é'_²-. \n"), max_size=40))
def test_words_that_tell_a_language_are_the_same_with_and_without_a_pattern(text: str) -> None:
    words = plain_letters.spaced(text, language_detection.PLAIN_WORDS).replace("'", " '").split()
    assert [word for word in words if word != "'"] == language_detection.WORD.findall(text.lower())


@given(st.from_regex(titles.PARTING))
def test_a_sign_is_found_in_whatever_parts_a_title(title: str) -> None:
    assert titles.SIGN.search(title)


@given(st.text(st.sampled_from("aé-–:_| \n/"), max_size=20), st.from_regex(titles.PARTING))
def test_nothing_parts_a_title_before_its_first_sign(before: str, title: str) -> None:
    text = before + title
    sign, parting = titles.SIGN.search(text), titles.PARTING.search(text)
    assert sign
    assert parting
    assert not text[parting.start() : sign.start()].strip()


@pytest.mark.parametrize(
    "title", ["Ice on the river - Coast Herald", "本文_報", "a_b_é_é", "Ice  |  Herald", "| Ice", "--x--"]
)
def test_a_title_is_parted_as_from_its_beginning(title: str) -> None:
    assert titles.runs(title) == frozenset(map(titles.letters, _runs(titles.PARTING.split(title))))


def _runs(pieces: list[str]) -> list[str]:
    parts = range(0, len(pieces), 2)
    return ["".join(pieces[: at + 1]) for at in parts] + ["".join(pieces[at:]) for at in parts]


@pytest.mark.parametrize(
    ("pattern", "verbs"),
    [
        (signed_paragraphs.BEGIN_INTRODUCED, signed_paragraphs.INTRODUCING),
        (author_boxes.PRESENTED, author_boxes.PRESENTING),
    ],
)
def test_who_is_introduced_is_so_by_a_verb_that_is_looked_for(pattern: re.Pattern[str], verbs: tuple[str, ...]) -> None:
    @given(st.from_regex(pattern).map(squeezed).filter(lambda text: pattern.match(text) is not None))
    def has_verb(text: str) -> None:
        assert holds(text, verbs)

    has_verb()


@pytest.mark.parametrize(
    ("pattern", "beginning", "length"),
    [
        (signed_paragraphs.INTRODUCED, signed_paragraphs.BEGIN_INTRODUCED, signed_paragraphs.MOST_BEGUN),
        (author_boxes.PRESENTED, author_boxes.PRESENTED, author_boxes.MOST_BEGUN),
    ],
)
def test_who_is_introduced_is_told_by_the_beginning(
    pattern: re.Pattern[str], beginning: re.Pattern[str], length: int
) -> None:
    @given(st.from_regex(pattern).filter(lambda text: pattern.match(text) is not None))
    def is_told(text: str) -> None:
        assert beginning.match(text[:length])

    is_told()


PUBLISHED_WORDS = """
    published posted date veröffentlicht erschienen publié publiée publie publicado pubblicato gepubliceerd publicerad
    opublikowano опубликовано
"""


@pytest.mark.parametrize("word", PUBLISHED_WORDS.split())
def test_each_word_that_tells_of_publication_holds_a_part_that_is_looked_for(word: str) -> None:
    for text in (word, word.title(), f"First {word.upper()}"):
        assert date_lines.PUBLISHED.match(text)
        assert holds(text.lower(), date_lines.PUBLISHING)


@pytest.mark.parametrize("form", [*(form for form, _ in page_dates.FORMS), page_dates.ISO, page_dates.NUMERIC])
def test_every_form_of_a_day_has_four_digits(form: re.Pattern[str]) -> None:
    @given(st.from_regex(re.compile(form.pattern, form.flags)))
    def has_digits(text: str) -> None:
        assert page_dates.FOUR_DIGITS.search(text)

    has_digits()


@given(
    st.lists(st.sampled_from(["Ice on", "\n  ", "<b>the</b>", " river", "<br>", "<i> bank </i>", "and the sea"])),
    st.integers(0, 30),
)
def test_a_text_begins_with_what_is_read_of_its_beginning(parts: list[str], length: int) -> None:
    paragraph = next(tree.parse(f"<p>{''.join(parts)}</p>").iter("p"))
    assert begin_of(paragraph, length)[:length] == text_of(paragraph)[:length]
    assert (len(begin_of(paragraph, length)) >= length) == (len(text_of(paragraph)) >= length)
