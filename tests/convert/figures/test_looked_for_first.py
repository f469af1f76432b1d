"""What is looked for before a slow pattern is asked lets all through that the pattern finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from tui.convert.figures import caption_text, credit_labels, credit_tails, credit_words, credits, image_elements
from tui.text.cleaning import one_line
from tui.text.plain_looks import holds

LIKE_PLAIN_ONES = set("ſ\N{KELVIN SIGN}ıİ")  # which patterns take for "s", "k" and "i" where capitals do not matter


def is_plain(text: str) -> bool:
    return not set(text) & LIKE_PLAIN_ONES


@example("The old wall at noon.jpg")
@example("The old wall at noon.WebP")
@example("Harbour Wall 1520x1140 1")
@example("The old wall (1520 X 1140)")
@example("photograph 123")
@example("picture 123456789")
@given(st.from_regex(image_elements.FILE_NAME).filter(is_plain))
def test_each_name_of_a_file_is_one(text: str) -> None:
    assert image_elements.is_file_name(text) == (image_elements.FILE_NAME.match(text) is not None)


@pytest.mark.parametrize("text", ["The old wall at noon", "The 12 xylophones of the wall", "Six walls in 2024."])
def test_words_are_no_name_of_a_file(text: str) -> None:
    assert not image_elements.is_file_name(text)


@given(st.from_regex(image_elements.DRAWN).filter(is_plain))
def test_each_drawing_is_told_by_its_address(address: str) -> None:
    assert image_elements.is_drawn(address)


@pytest.mark.parametrize(
    ("names", "decorates"), [("site qr-code", True), ("QRCode2", True), ("sqr-code", False), ("icon_2", True)]
)
def test_a_word_for_decorations_stands_alone_between_other_signs(names: str, decorates: bool) -> None:
    assert image_elements.is_decoration(html.fragment_fromstring(f'<img class="{names}">')) == decorates


@pytest.mark.parametrize(("width", "decorates"), [("٨٠", True), ("8²", False), ("000081", False), ("80.5px", True)])
def test_a_size_is_read_in_any_digits(width: str, decorates: bool) -> None:
    assert image_elements.is_decoration(html.fragment_fromstring(f'<img width="{width}">')) == decorates


@example("The wall | 1:05 min.")
@given(st.from_regex(caption_text.RECORDED).filter(is_plain))
def test_the_colon_of_a_length_stands_near_the_end(text: str) -> None:
    assert ":" in text[-caption_text.RECORDED_REACH :]


@example("The wall hide caption")
@given(st.from_regex(re.compile(caption_text.CONTROL_BEHIND.pattern, re.I)).filter(is_plain))
def test_a_control_behind_a_caption_ends_with_one_of_its_words(text: str) -> None:
    assert text.rstrip("\n")[-caption_text.CONTROL_REACH :].lower().endswith(caption_text.CONTROL_ENDS)


@given(st.from_regex(caption_text.LABEL_LEFT).filter(is_plain))
def test_each_label_that_is_left_ends_with_what_is_looked_for(text: str) -> None:
    assert text.rstrip().lower().endswith(caption_text.LABEL_ENDS)


@example("(c) Ada Moreno")
@example("撮影／森野")
@example("Foto di: Ada")
@given(st.from_regex(credit_labels.MARKED_LABEL).filter(is_plain))
def test_each_label_at_a_beginning_holds_a_mark(text: str) -> None:
    assert any(mark in text.lower() for mark in credit_labels.MARKS)


SET_OFF = st.from_regex(credit_labels.SIGNED) | st.from_regex(credit_labels.SET_OFF)


@example("（Ｃ） Ada Moreno")
@example("Photographed by Ada")
@example("(C） Ada Moreno")
@given(SET_OFF.filter(is_plain).map(one_line))
def test_each_label_that_is_set_off_holds_a_sign(text: str) -> None:
    found = credit_labels.SIGNED.match(text) or credit_labels.SET_OFF.match(text)
    assert found is None or holds(text.lower(), credit_labels.SET_OFF_SIGNS)


@pytest.mark.parametrize("label", sorted(credit_labels.SIGNED_LABELS))
def test_each_label_is_found_by_its_first_word(label: str) -> None:
    for written in (label, label.title(), f"{label}/{label}"):
        assert credit_labels.end_of_label(f"({written}: Ada Moreno") is not None
        assert credit_labels.begins_set_off(f"{written}: Ada Moreno")
        assert credit_labels.set_off_labels(f"The wall. {written}: Ada Moreno")


def test_by_may_be_written_behind_a_label_without_a_space() -> None:
    assert credit_labels.begins_set_off("Photoby: Ada Moreno")
    assert credit_labels.set_off_labels("The wall. Fotovon: Ada Moreno")


@pytest.mark.parametrize("agency", sorted({name for names in credit_words.AGENCIES_BY_WORD.values() for name in names}))
def test_each_agency_is_found_as_whole_words(agency: str) -> None:
    assert credit_words.names_agency(f"Ada Moreno/{agency}, Porthaven")
    assert credit_words.end_of_agency(f"{agency} via Ada") == len(agency)


@pytest.mark.parametrize("text", ["NASAs", "x dpal", "Photos", "Agence France", "Getty_", "AP"])
def test_a_part_of_a_word_names_no_agency(text: str) -> None:
    assert credit_words.names_agency(text) == (text in ("Getty_", "AP"))


@given(st.from_regex(credits.SLASHED.pattern) | st.from_regex(credits.NAMES_PARTED.pattern))
def test_each_credit_of_whole_names_holds_what_parts_them(text: str) -> None:
    assert credits.SLASHED.match(text) is None or "/" in text
    assert credits.NAMES_PARTED.match(text) is None or holds(text, credits.PARTS_NAMES)


@example("1:05")
@given(st.from_regex(credits.DURATION))
def test_each_length_holds_a_sign(text: str) -> None:
    assert any(sign in text for sign in credits.DURATION_SIGNS)


@pytest.mark.parametrize(
    ("text", "looks"), [("Ada Moreno/Fort", True), ("Ada_the_Moreno/Fort", False), ("Ada Theon/Fort", True)]
)
def test_a_credit_has_no_words_of_sentences(text: str, looks: bool) -> None:
    assert credits.looks_like_credit(text, slashed=True) == looks


@example("Moor. ANA RUIZ (COAST PICTURES)")
@example("Moor. ANN LEE/HERALD")
@given(st.from_regex(credit_tails.CAPITAL_TAIL.pattern).map(str.strip))
def test_each_name_in_capitals_at_an_end_is_looked_for(text: str) -> None:
    assert text.endswith(")") or text[-2:].isupper() or "×" in text[-2:]


@example("Port Council via AQ")
@given(st.from_regex(credits.NAMES_PARTED.pattern))
def test_names_are_parted_by_what_is_looked_for(text: str) -> None:
    assert credits.is_names(text)
