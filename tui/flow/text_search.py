"""Finding words in an article as a reader means them: case, accents, shapes of quotation marks, white space.

The article's text is folded once into one long string, in which searching is a plain substring search; a
folded character knows the block and offset that it came from.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from tui.model.article import Block, Mention
from tui.text.folding import LETTERS

APART = "\x00"  # between blocks; cleaning lets no such character into a text
SPACE = r"\s+"
DOUBLE_SPACE = r"\s\s"
SHAPES = {
    **dict.fromkeys("“”„‟«»＂〝〞〟", '"'),
    **dict.fromkeys("‘’‚‛‹›＇`´ʼ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(
        "\t\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
}
# Marks that are left out: Latin accents, Hebrew points, Arabic vowels.  Vowel signs of Indic scripts are letters.
POINTS = "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670\u0640\u200c\u200d\ufe0e\ufe0f]"


class _Fold(dict[int, str]):
    """What each character is searched as when case counts, worked out when first met; for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = SHAPES.get(character)
        if folded is None:
            folded = re.sub(POINTS, "", unicodedata.normalize("NFKD", character))
            folded = unicodedata.normalize("NFC", folded)
            folded = "".join(map(_spread, SHAPES.get(folded, folded)))
        self[code] = folded
        return folded


def _spread(character: str) -> str:
    """As many characters as there are without case, so that leaving case aside moves nothing: ß is "ss", Æ is "AE"."""
    small = character.casefold()
    plain = LETTERS.get(character.lower(), small)
    if len(plain) == 1 and plain == small:
        return character
    return plain.upper() if character.isupper() else plain


FOLD = _Fold()


def searchable(text: str) -> tuple[str, list[int] | None]:
    """A text as it is searched when case counts, and the offset each of its characters came from (None: the same).

    ``casefold`` of it, which keeps its length, is what is searched when case does not count.
    """
    folded = text.translate(FOLD)
    if len(folded) == len(text) and not re.search(DOUBLE_SPACE, text) and not re.search(POINTS, text):
        return folded, None
    characters: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        shown = FOLD[ord(character)]
        if shown == " " and characters and characters[-1] == " ":
            continue
        characters += shown
        origins += [offset] * len(shown)
    return "".join(characters), origins


def as_searched(words: str, lower: bool) -> str:
    """A query folded like the text; white space at its ends is kept, as one blank, to search for."""
    folded = re.sub(SPACE, " ", "".join(FOLD[ord(c)] for c in words if c != APART))
    return folded.casefold() if lower else folded


class Search:
    """One article's folded text, with and without case; made when first searched."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._parts: list[tuple[str, list[int] | None]] = []  # of each block, until they are joined
        self._texts: dict[bool, str] = {}  # of all blocks; True: without case
        self._starts: list[int] = []  # of each block in them
        self._origins: list[list[int] | None] = []
        self.words = ""
        self._query = ""
        self._lower = True
        self._found: dict[int, list[tuple[int, int]]] = {}

    def look_for(self, words: str) -> int:
        """Search for words; the number of places where they are.  Capitals in them make case count."""
        self._lower = words == words.lower()
        self.words, self._query = words, as_searched(words, self._lower) if self.blocks else ""
        self._found = {}
        return self.count

    @property
    def count(self) -> int:
        return self._text.count(self._query) if self._query else 0

    def in_block(self, block: int) -> list[tuple[int, int]]:
        """The places in one block, as offsets into its text."""
        if not self._query:
            return []
        found = self._found.get(block)
        if found is None:
            text, starts, origins = self._all()
            start, end = starts[block], starts[block + 1] - 1
            length = len(self.blocks[block].text)
            found = [self._original(origins[block], at - start, length) for at in self._each(text, start, end)]
            self._found[block] = found
        return found

    def number_of(self, place: Mention) -> int:
        """The place's number among all, from 1."""
        _, starts, _ = self._all()
        before = self._text.count(self._query, 0, starts[place.block])
        return before + 1 + sum(1 for start, _ in self.in_block(place.block) if start < place.start)

    def after(self, block: int, offset: int) -> Mention | None:
        """The first place that begins at or after a character; the article's first after its last."""
        if not self._query:
            return None
        for place in self._in(block):
            if place.start >= offset:
                return place
        _, starts, _ = self._all()
        at = self._text.find(self._query, starts[block + 1])
        return self._first(at if at >= 0 else self._text.find(self._query))

    def before(self, block: int, offset: int) -> Mention | None:
        """The last place that begins before a character; the article's last before its first."""
        if not self._query:
            return None
        for place in reversed(self._in(block)):
            if place.start < offset:
                return place
        _, starts, _ = self._all()
        at = self._text.rfind(self._query, 0, starts[block])
        return self._last(at if at >= 0 else self._text.rfind(self._query))

    def prepare(self, characters: int) -> bool:
        """Fold about so many more characters ahead of the first search; True when all is folded."""
        while characters > 0 and not self._texts and len(self._parts) < len(self.blocks):
            block = self.blocks[len(self._parts)]
            self._parts.append(searchable(block.text))
            characters -= len(block.text) + 20
        return bool(self._texts) or len(self._parts) == len(self.blocks)

    @property
    def _text(self) -> str:
        return self._all()[0]

    def _in(self, block: int) -> list[Mention]:
        return [Mention(block, start, end) for start, end in self.in_block(block)]

    def _first(self, at: int) -> Mention | None:
        return self._in(self._block(at))[0] if at >= 0 else None

    def _last(self, at: int) -> Mention | None:
        return self._in(self._block(at))[-1] if at >= 0 else None

    def _block(self, at: int) -> int:
        return bisect_right(self._all()[1], at) - 1

    def _each(self, text: str, start: int, end: int) -> Iterator[int]:
        at = text.find(self._query, start, end)
        while at >= 0:
            yield at
            at = text.find(self._query, at + len(self._query), end)

    def _original(self, origins: list[int] | None, at: int, length: int) -> tuple[int, int]:
        """The place in a block's text of ``length`` characters that a match in its folded text is, marks included."""
        end = at + len(self._query)
        if origins is None:
            return at, end
        return origins[at], max(origins[end - 1] + 1, origins[end] if end < len(origins) else length)

    def _all(self) -> tuple[str, list[int], list[list[int] | None]]:
        """The folded text of all blocks, where each block starts in it, and each block's origins."""
        if not self._texts:
            self._join()
        text = self._texts.get(self._lower)
        if text is None:
            text = self._texts[self._lower] = self._texts[False].casefold()
        return text, self._starts, self._origins

    def _join(self) -> None:
        self.prepare(sys.maxsize)
        self._texts[False] = APART.join(text for text, _ in self._parts)
        self._starts = [0, *accumulate(len(text) + 1 for text, _ in self._parts)]
        self._origins = [origins for _, origins in self._parts]
        self._parts = []
