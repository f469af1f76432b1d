"""How many words a text has, and how long it takes to read them."""

from __future__ import annotations

from tui.text.scripts import is_of_unspaced_script

WORDS_A_MINUTE = 230  # silent reading of non-fiction: Brysbaert 2019, "How many words do we read per minute?", 238


def count_words(text: str) -> int:
    """Words of a text; in scripts without spaces, two characters count as a word."""
    unspaced = 0 if text.isascii() else sum(map(text.count, filter(is_of_unspaced_script, set(text))))
    return len(text.split()) + unspaced // 2


def minutes(words: int) -> int:
    """Minutes to read that many words, at least 1."""
    return max(1, round(words / WORDS_A_MINUTE))
