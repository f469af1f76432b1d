"""Scripts in which words are not told apart by spaces, and what is a word of the index by itself."""

from __future__ import annotations

import re

from tui.text.folding import is_apart
from tui.text.scripts import HANGUL, UNSPACED, is_of_unspaced_script

CHARACTERS = [chr(code) for code in (*range(0xD800), *range(0xE000, 0x20010), *range(0x3FFF0, 0x40010))]


def test_a_character_is_told_as_the_class_of_these_scripts_tells_it() -> None:
    unspaced = re.compile(f"[{UNSPACED}]")
    assert [c for c in CHARACTERS if is_of_unspaced_script(c)] == [c for c in CHARACTERS if unspaced.match(c)]


def test_korean_is_a_word_of_the_index_character_by_character_too() -> None:
    apart = re.compile(f"[{UNSPACED}{HANGUL}]")
    assert [c for c in CHARACTERS if is_apart(c)] == [c for c in CHARACTERS if apart.match(c)]
