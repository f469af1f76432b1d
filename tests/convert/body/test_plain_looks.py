"""What a plain look at a text says before its pattern is asked is what the pattern says."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.convert import class_name_words, pointer_phrases
from tui.convert.body import block_facts, discussion, documentation, paywall, posts, repeated_boxes, set_phrases
from tui.convert.elements_by_tag import ElementsByTag
from tui.convert.figures import image_elements
from tui.convert.input import tree
from tui.text.plain_letters import TYPOGRAPHIC, without_typography

FORMULAS = (image_elements.FORMULA_NAME, image_elements.FORMULA_ADDRESS)
PLAIN_OR_TYPOGRAPHIC = "".join(map(chr, range(128))) + TYPOGRAPHIC
LIKE_PLAIN_ONES = set("ſ\N{KELVIN SIGN}")  # which patterns take for "s" and "k" where capitals do not matter


@given(st.text(st.sampled_from("aZ_9é’“ \t\xa0.,-İß"), max_size=40))
def test_words_are_folded_alike_with_and_without_a_pattern(text: str) -> None:
    assert block_facts.folded(text) == " ".join(block_facts.WORD.findall(text)).casefold()


@pytest.mark.parametrize(
    "text",
    [
        "2024", "at 19:00", "3/4/21", "5 min", "Long ago",
        "vor 3 Tagen", "Il y a deux jours", "hace 2 días", "há 3 dias",
        "3 giorni fa", "lang geleden", "for lenge siden", "för länge sedan", "kauan sitten", "dni temu", "Час назад",
        "Az önce", "hôm trước", "3 日", "방금 전", "٣ 日",
    ],
)  # fmt: skip
def test_a_day_is_shown_with_a_digit_or_without(text: str) -> None:
    assert set_phrases.DATE.search(text)
    assert set_phrases.shows_date(text)


@given(st.from_regex(set_phrases.DATE).filter(lambda text: not set(text) & LIKE_PLAIN_ONES))
def test_whatever_the_pattern_finds_shows_a_day(text: str) -> None:
    assert set_phrases.shows_date(text)


@example("equation")
@example("latex")
@example("math-inline")
@given(st.one_of([st.from_regex(re.compile(late.pattern, late.flags)) for late in FORMULAS]))
def test_in_whatever_names_a_formula_stands_what_is_looked_for_first(name: str) -> None:
    assert any(part in name.lower() for part in image_elements.FORMULA_PARTS)


@example("DİSCUSSION")
@example("1,234 Comments")
@example("٣ التعليقات")
@given(st.from_regex(set_phrases.COMMENTS, fullmatch=True))
def test_whatever_the_pattern_finds_may_be_the_label_over_comments(text: str) -> None:
    line = text.strip()[: repeated_boxes.LABEL_LENGTH]
    box = tree.parse("<p>").find(".//p")
    found = set_phrases.COMMENTS.fullmatch(line) is not None
    assert (box, line) in repeated_boxes.labelling([(box, line)])[1] or not found


def test_in_whatever_names_the_words_of_a_post_stands_what_is_looked_for_first() -> None:
    words = (*class_name_words.POST_TEXTS, *class_name_words.WRITTEN)
    assert not [word for word in words if not any(part in word for part in posts.TEXT_PARTS)]


def test_words_that_ask_in_letters_of_ascii_are_looked_for_beside_typographic_signs() -> None:
    phrases = {*set_phrases.CONSENT, *set_phrases.ASKED} - {*set_phrases.PLAIN_CONSENT, *set_phrases.PLAIN_ASKED}
    assert not [phrase for phrase in phrases if without_typography(phrase).isascii()]


@given(
    st.sampled_from(pointer_phrases.PLAIN_APPEALS).flatmap(
        lambda phrase: st.from_regex(pointer_phrases.appeal_pattern(phrase), alphabet=PLAIN_OR_TYPOGRAPHIC)
    )
)
def test_in_whatever_appeals_stands_a_word_that_is_looked_for_first(text: str) -> None:
    assert pointer_phrases.appeals(text.lower())


@pytest.mark.parametrize("text", ["The wall of 12 stones", "Agora", "wall"])
def test_no_day_is_shown_where_the_pattern_finds_none(text: str) -> None:
    assert not set_phrases.shows_date(text)


@pytest.mark.parametrize("name", discussion.OUTERMOST.pattern.replace("\\b", "").split("|"))
def test_each_name_of_software_of_forums_is_told_however_it_is_written(name: str) -> None:
    elements = ElementsByTag(tree.parse(f"<body class='page {name.upper()} ltr'><p>The wall."))
    assert discussion.is_discussion(elements, "")
    elements = ElementsByTag(tree.parse("<body class='page ltr'><p>The wall."))
    assert not discussion.is_discussion(elements, "")


@pytest.mark.parametrize("program", [*discussion.SOFTWARE, "SMF", "smf 2.1"])
def test_software_of_forums_is_told_by_its_name(program: str) -> None:
    page = ElementsByTag(tree.parse("<body><p>The wall."))
    assert discussion.is_discussion(page, f"Powered by {program.title()}")
    assert not discussion.is_discussion(page, "Powered by Smfinder")


@pytest.mark.parametrize("program", documentation.PROGRAMS)
def test_programs_that_make_documentation_are_told_by_the_beginning_of_a_word(program: str) -> None:
    page = ElementsByTag(tree.parse("<body><p>The wall."))
    assert documentation.is_documentation(page, f"Made with {program.title()}-3")
    assert not documentation.is_documentation(page, f"Made with x{program}")


def is_plain(text: str) -> bool:
    return not set(text) & (LIKE_PLAIN_ONES | set("ıİ"))


@example("https://x.example/INDEX.PHP?topic=5")
@given(st.from_regex(re.compile(discussion.ADDRESS.pattern, re.I)).filter(is_plain))
def test_each_address_of_forums_has_a_part_that_is_looked_for_first(address: str) -> None:
    assert discussion.is_thread(address.rstrip("\n"))


@given(st.from_regex(re.compile(documentation.ADDRESS.pattern, re.I)).filter(is_plain))
def test_each_address_of_documentation_has_a_part_that_is_looked_for_first(address: str) -> None:
    assert documentation.is_manual(address.rstrip("\n"))


@example("Subscribe today to keep reading")
@example("This story is reserved for paid members")
@example("réservé aux abonnés")
@given(st.from_regex(re.compile(paywall.READ_ON, re.I)).filter(is_plain))
def test_whatever_asks_to_read_on_holds_a_sign_that_is_looked_for_first(text: str) -> None:
    assert paywall.asks_to_read_on(text)
