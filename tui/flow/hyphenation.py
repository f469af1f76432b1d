"""Parting words at the ends of lines, by the patterns of the text's language (Liang's, as pyphen carries them).

The hyphen is drawn and is no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from tui.flow.styling import Stretch

SHORTEST_WORD = 6  # letters of a word that may be parted
LEAST_BEFORE, LEAST_AFTER = 2, 3  # letters that stay on the line, and that go to the next one
LONGEST_WORD = 60  # characters; what is longer between two spaces is no word, and is not looked through
IN_A_ROW = 2  # lines that may end in a hyphen one after the other
NAMES = {"no": "nb"}  # languages whose patterns go by another code
# Scripts that part words with a hyphen: Latin, Greek, Cyrillic, Armenian; the patterns for others know no hyphen.
LETTER = "A-Za-zªºÀ-ÖØ-öø-ʯͰ-ͳͶͷͻ-ͽΆΈ-ϿЀ-ҁҊ-ԯԱ-Ֆՠ-ֈḀ-ỿ"
WORD = f"[{LETTER}]{{{SHORTEST_WORD},}}"
# Words, also "l’automne" and "mid-winter", with the punctuation around them; no addresses, file names or numbers.
WORDS = rf"[^\w\s]*[{LETTER}]+(?:[’'‐–—-]+[{LETTER}]+)*[^\w\s]*"

Patterns = Callable[[str], Sequence[int]]
"""Gives for a word the offsets at which it may be parted."""


@lru_cache(16)
def patterns(language: str | None) -> Patterns | None:
    """The patterns of a language ("de", "pt-BR"), None if there are none."""
    if not language:
        return None
    import pyphen  # type: ignore[import-untyped]

    name = pyphen.language_fallback(NAMES.get(language, language))
    if name is None:
        return None
    dictionary = pyphen.Pyphen(lang=name, left=LEAST_BEFORE, right=LEAST_AFTER)

    @lru_cache(4096)
    def parts(word: str) -> Sequence[int]:
        """Without the places at which parting changes the spelling (Hungarian "asz-szony")."""
        return [int(place) for place in dictionary.positions(word) if place.data is None]

    return parts


class Hyphenation:
    """Parts the words of one text while it is wrapped; ``parted`` are the places where it did.

    Code in the text stays whole.
    """

    def __init__(self, parts: Patterns, stretches: Sequence[Stretch] = ()) -> None:
        self.parts = parts
        self.parted: set[int] = set()
        self._code = [(stretch.start, stretch.end) for stretch in stretches if "code" in stretch.roles]
        self._in_a_row = 0

    def part(self, text: str, at: int, after: int, last: int) -> int | None:
        """Where the line that begins ``at`` parts the word at ``after``: between there and ``last``, or not at all."""
        self._in_a_row = self._in_a_row + 1 if at in self.parted else 0
        if self._in_a_row >= IN_A_ROW:
            return None
        if last - after < LEAST_BEFORE:
            return None
        for place in reversed(self._places(text, after)):
            if after < place <= last:
                self.parted.add(place)
                return place
        return None

    def _places(self, text: str, inside: int) -> list[int]:
        """The places at which what stands around a character, between two spaces, may be parted."""
        start = end = inside
        while start > 0 and end - start <= LONGEST_WORD and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and end - start <= LONGEST_WORD and not text[end].isspace():
            end += 1
        if end - start > LONGEST_WORD or not re.compile(WORDS).fullmatch(text, start, end):
            return []
        if any(first < end and start < last for first, last in self._code):
            return []
        words = re.compile(WORD).finditer(text, start, end)
        return [word.start() + place for word in words if not word[0].isupper() for place in self.parts(word[0])]
