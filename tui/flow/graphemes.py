"""Grapheme clusters: what a reader takes for one character and a line may never cut in two.

The rules are those of Unicode Standard Annex 29 as far as a terminal shows them: everything drawn in
no cells of its own belongs to what is before it, a zero-width joiner binds what follows, two regional
indicators make a flag, and a virama binds the next consonant of its script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tui.flow.lines import Cells

# Characters of one cell each that combine with nothing and break lines only at spaces and hyphens: Latin, Greek,
# Cyrillic, Armenian, Hebrew, Arabic and Georgian letters, punctuation, currency, letter-like signs, arrows, lines.
PLAIN = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u0531-\u0556\u0559-\u058a"
    "\u05d0-\u05ea\u060c\u061b\u061f-\u064a\u0660-\u066f\u0671-\u06d5\u10d0-\u10ff\u1e00-\u1eff\u2010-\u2027"
    "\u202f-\u205e\u20a0-\u20c0\u2100-\u214f\u2190-\u2199\u2500-\u257f"
)
ALL_PLAIN = f"[{PLAIN}\n]*\\Z"
JOINER = "\u200d"
SPACING_VOWELS = frozenset("\u0e33\u0eb3")  # Thai and Lao AM: drawn in a cell of their own, never parted from the base
VIRAMA = 9  # canonical combining class


def clusters(text: str, cells: Cells) -> Iterator[tuple[int, int, int]]:
    """Start, end and width in cells of each grapheme cluster of the text, in order, without gaps."""
    at, length = 0, len(text)
    while at < length:
        end = at + 1
        while end < length and (
            binds(text, end, cells) or (end == at + 1 and _is_flag(text, at) and _is_flag(text, end))
        ):
            end += 1
        yield at, end, cells(text[at:end])
        at = end


def is_plain(text: str) -> bool:
    """Whether the text needs no rule but "one character, one cell"."""
    return text.isascii() or re.match(ALL_PLAIN, text) is not None


def binds(text: str, at: int, cells: Cells) -> bool:
    """Whether the character at ``at`` belongs to the one before it (halves of flags apart)."""
    character, before = text[at], text[at - 1]
    if character == "\n" or before == "\n":
        return False
    if character < "\u0300":
        return before == JOINER
    if before == JOINER or character in SPACING_VOWELS or _no_cells(character, cells):
        return True
    return unicodedata.combining(before) == VIRAMA and character < "\u3000" and unicodedata.category(character) == "Lo"


@lru_cache(4096)
def _no_cells(character: str, cells: Cells) -> bool:
    return character in "\u200c\u200d\ufe0f" or cells(character) == 0


def _is_flag(text: str, at: int) -> bool:
    return "\U0001f1e6" <= text[at] <= "\U0001f1ff"
