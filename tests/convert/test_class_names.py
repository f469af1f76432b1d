"""What class names and ids say is read from whole words of a known vocabulary."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_pages import SENTENCES, article

from tui.convert import class_name_words
from tui.convert.body_class_names import kinds_of, kinds_of_identity
from tui.convert.class_names import telling_words
from tui.convert.figures import figure_class_names

PIECES = [*"-_ :ad", *"__ no with tag image Image Caption text related posts x2".split()]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("related-posts", "foreign"),
        ("c-relatedPosts__list", "foreign"),
        ("post_newsletter", "notice"),
        ("comments-area", "comments"),
        ("hidden", "hidden"),
        ("entry_content", "good"),
        ("post-date", "head"),
        ("post__date", "head"),
        ("c_related__xZ3q_", "foreign"),
        ("related__Kq3aD", "foreign"),
    ],
)
def test_a_name_says_what_its_words_say(name: str, kind: str) -> None:
    assert kind in kinds_of(name)


@pytest.mark.parametrize(
    "name",
    [
        "cmp-text",
        "table_root__adKqa",
        "Note__navX1",
        "v-a v-a--d",
        "elementor-widget elementor-widget-heading",
        "overflow-hidden",
        "accordion-panel-hidden",
        "hidden md:block",
        "hidden d-md-flex",
        "md:hidden",
        "layout-with-sidebar",
        "no-comments",
        "category-support",
        "tag-social",
        "data-table",
        "header",
    ],
)
def test_parts_prefixes_and_what_is_said_of_others_say_nothing(name: str) -> None:
    assert not kinds_of(name)


@pytest.mark.parametrize("name", ["image-caption", "ImageCaption__text", "image_caption-small", "imageCaption"])
def test_however_a_name_joins_its_words_they_are_the_same(name: str) -> None:
    assert {"image", "caption", "imagecaption"} <= telling_words(name)


@pytest.mark.parametrize("name", ["légende", "photo légende", "crédit-photo"])
def test_letters_with_accents_do_not_part_a_word(name: str) -> None:
    assert figure_class_names.of_name(name) & (figure_class_names.CAPTION | figure_class_names.CREDIT)


@example("v-a--d")
@example("no-comments__comments")
@example("tag-related-posts")
@example("md:related")
@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_a_names_traits_are_those_of_its_telling_words(name: str) -> None:
    told = telling_words(name)
    assert figure_class_names.TRAITS.of(name) == sum(
        trait for trait, words in figure_class_names.WORDS.items() if not told.isdisjoint(words)
    )


def test_a_word_stands_under_one_subject_or_under_one_and_its_part() -> None:
    subjects = {name: words for name, words in vars(class_name_words).items() if name.isupper()}
    assert {name for name, words in subjects.items() if len(words) != len(set(words))} == set()
    pairs = combinations([(name, set(words)) for name, words in subjects.items()], 2)
    assert [(a, b) for (a, some), (b, others) in pairs if some & others not in (set(), some, others)] == []


def test_a_banner_may_be_the_articles_own_picture_but_never_its_text() -> None:
    assert "foreign" in kinds_of("article-banner")
    assert not figure_class_names.of_name("article-banner") & figure_class_names.FOREIGN


def test_only_a_short_id_names_a_part() -> None:
    assert "comments" in kinds_of_identity("comments")
    assert not kinds_of_identity("what-the-comments-say-of-it")


def sections(box: str) -> str:
    said = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return article(f"<main><h1>Ferry stays in port</h1>{said}{box}</main>").text


def test_an_id_made_of_its_heading_does_not_cost_the_section() -> None:
    said = "<p>Those who missed the boat were found by friends.</p>"
    part = f"<section id=social-search><h2>Social search</h2>{said}</section>"
    assert "were found by friends" in sections(part)
    assert "were found by friends" not in sections(part.replace("<h2>Social search</h2>", "<h2>Share it</h2>"))


def test_a_heading_stays_whatever_its_id_says() -> None:
    assert "Support for the crew" in sections(
        f"<h2 id=comments>Support for the crew</h2><p>{SENTENCES[0][:-1]}, too.</p>"
    )
