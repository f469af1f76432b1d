"""The words of a text as they are compared: folded, without apostrophes, characters of unspaced scripts apart."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import NamedTuple

from tui.text.folding import fold
from tui.text.scripts import UNSPACED

MARKS = (
    "\u0300-\u036f\u093a-\u094f\u0980-\u0983\u09bc-\u09cd"  # vowel signs and accents that belong to the letter before
)
BETWEEN = "“”„‘«»–—…•\u00a0"  # what stands between words, of the characters that are not ASCII, in most texts
FIRST_UNSPACED = "\u0e00"  # the letters of Latin, Cyrillic, Greek, Arabic, Hebrew, the Indian scripts stand before it
LOWER_WORDS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}  # all else parts words
APOSTROPHES = str.maketrans("", "", "'’‘ʼ")


class Token(NamedTuple):
    """A word and its place in the text that it is of."""

    word: str
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]|[^\\W_{UNSPACED}](?:[^\\W_{UNSPACED}]|[{MARKS}]|['’ʼ](?=[^\\W_]))*")


@cache
def _spaced() -> re.Pattern[str]:
    """The same for a text without such scripts and marks, five times as quick."""
    return re.compile(r"[^\W_]+")


@cache
def _not_spaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}{MARKS}]")


def tokens(text: str) -> list[Token]:
    """The words of a text in order."""
    return [Token(plain(m.group()), m.start(), m.end()) for m in _pattern().finditer(text)]


def words(text: str) -> list[str]:
    """The words alone, quicker: most of all of a text that is ASCII but for its dashes and quotation marks."""
    text = text.replace("’", "").replace("'", "")
    if not text.isascii():
        for mark in BETWEEN:
            text = text.replace(mark, " ")
    if text.isascii():
        return text.translate(LOWER_WORDS).split()
    pattern = _pattern() if _not_spaced().search(text) else _spaced()
    return pattern.findall(fold(text))


@lru_cache(8_000)  # the words of a language that are said again and again: to fold one takes ten times as long
def plain(word: str) -> str:
    """A word as it is compared."""
    return fold(word).translate(APOSTROPHES)


def has_unspaced(text: str) -> bool:
    """Whether there are characters of a script without spaces in a text."""
    return not text.isascii() and bool(_unspaced().search(text))


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


def is_unspaced(word: str) -> bool:
    """Whether it is a character of a script without spaces, which alone is no word."""
    return len(word) == 1 and word >= FIRST_UNSPACED and not word.isnumeric()


def unspaced_among(found: Collection[str]) -> set[str]:
    """Those of some words that are such characters, at once where there are none."""
    return set(filter(is_unspaced, found)) if max(found, default="") >= FIRST_UNSPACED else set()
