"""Where Thai, written without spaces between its words, may be broken into lines.

The words are told apart by BudouX's model, 60 kB of weights of what stands around a place; a word that it parts
in two is broken between syllables.  What Thai writing never parts, whatever the model says, is held together here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budoux import Parser

RUN = "[\u0e01-\u0e4e]{2,}"
# Signs that follow what they belong to: vowels, repetition, abbreviation; and vowels written before their consonant.
NEVER_FIRST = frozenset("\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46")
NEVER_LAST = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")
LONGEST_PARAGRAPH = 4_000  # characters in which words are sought, 25 ms; longer ones break at spaces only
KEPT = 128  # texts whose words are kept, some screens of paragraphs: a new width asks for the same ones again


def is_thai(text: str) -> bool:
    """Whether there is a run of Thai letters in the text, and it is no longer than paragraphs are."""
    return len(text) <= LONGEST_PARAGRAPH and not text.isascii() and re.search(RUN, text) is not None


@lru_cache(KEPT)
def words(text: str) -> frozenset[int]:
    """Offsets at which words begin that follow another one without a space."""
    found: set[int] = set()
    for run in re.finditer(RUN, text):
        at = run.start()
        for word in _parser().parse(run[0])[:-1]:
            at += len(word)
            if text[at] not in NEVER_FIRST and text[at - 1] not in NEVER_LAST:
                found.add(at)
    return frozenset(found)


@lru_cache(1)
def _parser() -> Parser:
    from budoux import load_default_thai_parser

    return load_default_thai_parser()
