"""Splits class names and ids into the words that say what an element is: one splitter for body, pictures and headline.

Names are split at hyphens, underscores and capitals, so that "ad" is not found in "header", and neighbours are joined,
so that "mostRead", "most-read" and "most_read" are all "mostread".  A word counts wherever it stands in a name, except
where the name says something else with it: that an element has or lacks such a part ("with-sidebar"), what a post is
about ("category-support"), how an element is drawn at some width ("md:hidden").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

# A word after these says what an element has or lacks, or how others are placed, not what it is.
QUALIFIERS = frozenset("has with without no not hide".split())
# After these comes what a post is about.
SUBJECTS = frozenset("category tag topic term cat".split())
MAX_NAMES = 400  # characters of an element's names that pictures and the headline are told by
SHORTEST_PAIR = 2  # letters that two neighbours joined have more than
SEPARATOR = re.compile(r"[\W_]+")
DIGITS = "0123456789"
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOTHING: frozenset[str] = frozenset()
UTILITY = re.compile(r"[:\[(]")  # stands in the names of utilities that style an element, not in names of parts


def telling_words(names: str) -> frozenset[str]:
    """All words of class names, and neighbours joined, that say what an element is."""
    return NOTHING.union(*map(telling_words_of_one, names.split()))


@lru_cache(maxsize=16384)  # a page has many elements of different class names, and few different names among them
def telling_words_of_one(name: str) -> frozenset[str]:
    """The words of one name, and neighbours joined, that say what an element is."""
    if name.isalpha() and name.islower():
        return frozenset((name,))
    return NOTHING if UTILITY.search(name) else frozenset(_told(words(name)))


def _told(parts: list[str]) -> list[str]:
    """Those words of a name, and neighbours joined, that say what an element is."""
    if len(parts) < 2:
        return parts
    # Two single letters joined say nothing: "v-a--d" is no advertisement.
    pairs = [before + word for before, word in pairwise(parts) if len(before + word) > SHORTEST_PAIR]
    if parts[0] in SUBJECTS:
        return pairs[:1]
    if QUALIFIERS.isdisjoint(parts):
        return parts + pairs
    return [word for before, word in pairwise(["", *parts]) if before not in QUALIFIERS] + pairs


def words(name: str) -> list[str]:
    """The words of a name in lower case, without what a build tool made up ("n1AuAdJl", "sc-a884a83d")."""
    found = []
    # Nearly all names are parted by these two signs alone, and a pattern takes thrice as long to part one.
    for part in name.rstrip(DIGITS).replace("_", "-").split("-"):
        if part.isalpha():
            found += [part] if part.islower() else _parted_by_capitals(part)
        elif part and not part.isalnum():
            for piece in filter(str.isalpha, SEPARATOR.split(part)):
                found += _parted_by_capitals(piece)
    return found


def _parted_by_capitals(part: str) -> list[str]:
    """The words of a part in lower case; none where its capitals stand as chance puts them."""
    pieces = CAMEL.split(part)
    if len(pieces) == 1 or min(map(len, pieces)) > 2 or len(pieces[0]) == 2 < len(pieces[-1]):
        return [p.lower() for p in pieces]
    return []
