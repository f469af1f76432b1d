"""What class names tell of an element for pictures."""

from __future__ import annotations

import pytest

from tui.convert.figures.figure_class_names import (
    CAPTION,
    PARTS_ALONE,
    PARTS_BESIDE_PICTURES,
    WORDS,
    captions_among,
    of_name,
)


@pytest.mark.parametrize("word", sorted({word for words in WORDS.values() for word in words}))
def test_each_word_tells_a_caption_as_its_traits_do(word: str) -> None:
    names = {word, word.title(), f"article-{word}", f"{word[:3]}-{word[3:]}", f"block {word}__inner"}
    assert captions_among(names) == {name for name in names if of_name(name) & CAPTION}


@pytest.mark.parametrize(
    "name", ["image-text", "imageText", "image_2_text", "article__Légende", "x photo-desc", "button-caption"]
)
def test_a_caption_is_told_however_makers_part_its_name(name: str) -> None:
    assert captions_among([name, "page"]) == {name}


@pytest.mark.parametrize("name", ["text-image", "button", "caption-button", "md:caption", ""])
def test_other_names_tell_of_no_caption(name: str) -> None:
    assert captions_among([name, "image-text"]) == {"image-text"}


def test_a_page_without_class_names_has_no_caption_by_name() -> None:
    assert captions_among([]) == set()


def test_the_parts_that_are_looked_for_are_in_small_letters() -> None:
    assert "".join((*PARTS_ALONE, *PARTS_BESIDE_PICTURES)).islower()
