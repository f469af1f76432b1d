"""One spelling for all: case and accents folded, scripts without spaces taken apart.

``fold`` is what is compared (filters, names, titles in order); ``indexable`` is what the word index
and its queries are given.  Both must stay as they are for a given format of the library: entries of
the index are taken out again with the text that they were put in with.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tui.text.scripts import HANGUL, is_of_unspaced_script

# What may need folding: everything but ASCII, Latin-1 signs and general punctuation (quotation marks, dashes).  Said by
# what does not: to make a class takes as long as it has characters, of the others 20 ms.
FOLDED = "[^\x00-\u00a9\u00ab-\u00b1\u00bf\u2000-\u206f\u20a0-\u20ff\u2150-\u2bff]"
# Letters that Unicode does not take apart, as they are commonly written without them.
LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i"}
# Signs that make another word of the word before them: C++ is not C.
SIGNS = r"(?<=\w)(?:\++|#|%)(?!\w)"
SPELLED = {"+": " plus", "#": " sharp", "%": " percent"}
TITLE_KEY = 60  # characters of a title that decide its place in a list by title
ARTICLES_BEFORE = r"^(?:the|an?) (?=\w)"  # passed over when titles are put in order

_folds: dict[str, str] = {}
_spaced: dict[str, str] = {}


@cache
def foldable() -> re.Pattern[str]:
    """One character that may need folding; made when first asked for."""
    return re.compile(FOLDED)


def is_apart(character: str) -> bool:
    """Whether a character is a word of the index: one of a script without spaces, or of Korean."""
    return HANGUL[0] <= character <= HANGUL[-1] or is_of_unspaced_script(character)


def fold(text: str) -> str:
    """The text in lower case, without accents; compatibility forms (full width, ligatures) made plain."""
    if text.isascii():
        return text.lower()
    return foldable().sub(_fold_match, text.lower())


def indexable(text: str) -> str:
    """The text for the word index: folded, characters of unspaced scripts apart, signs after words spelled."""
    text = text.lower()
    if any(sign in text for sign in SPELLED):
        text = re.sub(SIGNS, _spell_match, text)
    return text if text.isascii() else foldable().sub(_space_match, text)


def title_key(title: str) -> str:
    """What a title is ordered by."""
    return re.sub(ARTICLES_BEFORE, "", fold(title).lstrip("\"'“”‘’«»([¿¡ "))[:TITLE_KEY]


def _fold_one(character: str) -> str:
    if character in LETTERS:
        return LETTERS[character]
    if "\uac00" <= character <= "\ud7a3":  # Hangul would fall apart into its letters
        return character
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return "".join(LETTERS.get(c, c) for c in plain.lower())


def _fold_match(match: re.Match[str]) -> str:
    character = match.group()
    found = _folds.get(character)
    if found is None:
        found = _folds[character] = _fold_one(character)
    return found


def _space_match(match: re.Match[str]) -> str:
    character = match.group()
    found = _spaced.get(character)
    if found is None:
        found = _fold_one(character)
        found = _spaced[character] = "".join(f" {c} " if is_apart(c) else c for c in found)
    return found


def _spell_match(match: re.Match[str]) -> str:
    sign = match.group()
    return SPELLED[sign[0]] + "plus" * (len(sign) - 1)
