"""Scripts in which words are not told apart by spaces, as ranges for a class of a regular expression.

The word index of every kept library is made with them (see ``folding``): a change here is a new format of the library.
"""

from __future__ import annotations

from functools import lru_cache

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31f0-\u31ff"  # kana, Bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
# Korean is written with spaces, but its particles cling to words: for finding words it is as without.
HANGUL = "\uac00-\ud7a3"

_RANGES = tuple(zip(UNSPACED[::3], UNSPACED[2::3], strict=True))


@lru_cache(4_096)
def is_of_unspaced_script(character: str) -> bool:
    """Whether words of the character's script are not told apart by spaces.

    To make a class of a regular expression takes milliseconds, as it has 30,000 characters.
    """
    return character >= UNSPACED[0] and any(first <= character <= last for first, last in _RANGES)
