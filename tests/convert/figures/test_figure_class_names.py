"""What class names tell of an element for pictures."""

from __future__ import annotations

import pytest

from tui.convert.figures import figure_class_names
from tui.convert.figures.figure_class_names import CAPTION, WORDS, of_caption, of_name


@pytest.mark.parametrize("word", sorted({word for words in WORDS.values() for word in words}))
def test_each_word_tells_a_caption_as_its_traits_do(word: str) -> None:
    for name in (word, word.title(), f"article-{word}", f"{word[:3]}-{word[3:]}", f"block {word}__inner"):
        assert of_caption(name) == bool(of_name(name) & CAPTION)


@pytest.mark.parametrize("name", ["image-text", "imageText", "image_2_text", "article__Légende", "x photo-desc"])
def test_a_caption_is_told_however_makers_part_its_name(name: str) -> None:
    assert of_caption(name)


@pytest.mark.parametrize("name", ["text-image", "button", "caption-button", "md:caption", ""])
def test_other_names_tell_of_no_caption(name: str) -> None:
    assert not of_caption(name)


def test_the_parts_that_are_looked_for_are_in_small_letters() -> None:
    assert figure_class_names.CAPTION_PARTS.pattern.islower()
