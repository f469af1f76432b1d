"""How much reading is left: words of each block, counted when there is time, summed to minutes."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.article import Block
from tui.text.word_count import count_words, minutes

LETTERS_A_WORD = 6  # with the space; only until a block's words are counted
NOT_READ_THROUGH = ("figure", "rule", "code")  # kinds that are looked at, not read through


class WordsLeft:
    """Words and minutes left in an article from a character on."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._words = [0 if b.kind in NOT_READ_THROUGH else len(b.text) // LETTERS_A_WORD for b in blocks]
        self._after: list[int] | None = None
        self._counted = 0

    def count(self, characters: int) -> bool:
        """Count the words of about so many more characters; True when all are counted."""
        while self._counted < len(self.blocks) and characters > 0:
            block = self.blocks[self._counted]
            if block.kind not in NOT_READ_THROUGH:
                self._words[self._counted] = count_words(block.text)
            characters -= len(block.text) + 20
            self._counted += 1
        self._after = None
        return self._counted == len(self.blocks)

    def words_left(self, block: int, offset: int, end: int | None = None) -> int:
        """Words from a character to the end of the article, or to the beginning of block ``end``."""
        if not self.blocks:
            return 0
        after = self._sums()
        length = len(self.blocks[block].text) or 1
        rest = round(self._words[block] * max(0, length - offset) / length)
        return rest + after[block + 1] - (after[end] if end is not None else 0)

    def minutes_left(self, block: int, offset: int, end: int | None = None) -> int:
        """Minutes for the words left, rounded as those of the whole are; 0 when there are none."""
        words = self.words_left(block, offset, end)
        return minutes(words) if words else 0

    def _sums(self) -> list[int]:
        """Words from each block on to the end."""
        if self._after is None:
            sums = [0]
            for words in reversed(self._words):
                sums.append(sums[-1] + words)
            self._after = sums[::-1]
        return self._after
