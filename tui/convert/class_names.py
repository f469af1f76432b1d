"""Splits class names and ids into the words that say what an element is: one splitter for body, pictures and headline.

Names are split at hyphens, underscores and capitals, so that "ad" is not found in "header", and neighbours are joined,
so that "mostRead", "most-read" and "most_read" are all "mostread".  A word counts wherever it stands in a name, except
where the name says something else with it: that an element has or lacks such a part ("with-sidebar"), what a post is
about ("category-support"), how an element is drawn at some width ("md:hidden").
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A word after these says what an element has or lacks, or how others are placed, not what it is.
QUALIFIERS = frozenset("has with without no not hide".split())
# After these comes what a post is about.
SUBJECTS = frozenset("category tag topic term cat".split())
UNMEANT = QUALIFIERS | SUBJECTS  # a name without these means what its words say
MAX_NAMES = 400  # characters of an element's names that pictures and the headline are told by
MOST_KEPT = 16_384  # names whose traits are kept: a page has many elements, and few different names among them
SHORTEST_PAIR = 2  # letters that two neighbours joined have more than
BUILT = 5  # letters that bundlers of styles add to a name by default, behind two underscores
SEPARATOR = re.compile(r"[\W_]+")
DIGITS = string.digits
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def telling_words(names: str) -> frozenset[str]:
    """All words of class names, and neighbours joined, that say what an element is."""
    return NOTHING.union(*map(TELLING_WORDS.__getitem__, names.split()))


class _TellingWords(dict[str, Sequence[str]]):
    """By a name its words, and neighbours joined, that say what an element is; it is parted when first asked for."""

    def __missing__(self, name: str) -> Sequence[str]:
        if len(self) >= MOST_KEPT:
            self.clear()
        told = self[name] = _told(name)
        return told


TELLING_WORDS = _TellingWords()


class _TraitsOfNames(dict[str, int]):
    """What a name tells all rooms, as bits, each room's above those of the rooms before; worked out when first asked.

    Most rooms ask for the same names, and most of a page's names are new: to part them and to look at all their words
    takes as long as to read the metadata.
    """

    def __init__(self) -> None:
        super().__init__()
        self.of_word: dict[str, int] = {}
        self.width = 0  # bits that are taken

    def __missing__(self, name: str) -> int:
        if len(self) >= MOST_KEPT:
            self.clear()
        of_word = self.of_word
        found = 0
        parts = words(name)
        if UNMEANT.isdisjoint(parts):  # as nearly all: no lists of their words need be made
            for word in parts:
                if word in of_word:
                    found |= of_word[word]
            for before, word in pairwise(parts):
                if (pair := before + word) in of_word and len(pair) > SHORTEST_PAIR:
                    found |= of_word[pair]
            if found and _styles(name):
                found = 0
        else:
            for word in _told(name):
                found |= of_word.get(word, 0)
        self[name] = found
        return found


_OF_NAMES = _TraitsOfNames()


class Traits:
    """What class names tell a room, as bits; to be made when the room is loaded.

    ``words_of``: the words that tell each bit.  Of names in a row ``most`` characters are looked at.
    """

    def __init__(self, words_of: Mapping[int, Sequence[str]], most: int = MAX_NAMES) -> None:
        width = max(words_of).bit_length()
        self._shift, self._own, self._most = _OF_NAMES.width, (1 << width) - 1, most
        for trait, said in words_of.items():
            for word in said:
                _OF_NAMES.of_word[word] = _OF_NAMES.of_word.get(word, 0) | trait << self._shift
        _OF_NAMES.width += width
        _OF_NAMES.clear()

    def of(self, names: str) -> int:
        """The bits of all that names in a row tell."""
        found = 0
        for name in names[: self._most].split():
            found |= _OF_NAMES[name]
        return found >> self._shift & self._own


def names_of(element: HtmlElement, attributes: Sequence[str]) -> str:
    """The class names of an element and what else its author calls it, in these attributes."""
    borne = element.keys()  # which takes as long as to ask for one: most elements bear none of the names, or few
    if not borne:
        return ""
    names = (element.get("class") or "") if "class" in borne else ""
    if names and len(borne) == 1:
        return names
    for attribute in attributes:
        if attribute in borne and (value := element.get(attribute)):
            names += f" {value}"
    return names


def _styles(name: str) -> bool:
    """Whether a name is that of a utility that styles an element, and of no part of a page."""
    return ":" in name or "[" in name or "(" in name


def _told(name: str) -> list[str]:
    """Those words of a name, and neighbours joined, that say what an element is."""
    parts = [] if _styles(name) else words(name)
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
    # Nearly all names are parted by these two signs alone, and a pattern takes thrice as long to part one.
    parts = name.rstrip(DIGITS).replace("_", "-").split("-")
    if name == name.lower() and "".join(parts).isalpha():
        return [part for part in parts if part] if "" in parts else parts
    if "__" in name and _is_made_up(name[-BUILT:]) and name[-BUILT - 2 : -BUILT] == "__":
        parts = name[: -BUILT - 2].rstrip(DIGITS).replace("_", "-").split("-")
    found = []
    for part in parts:
        if part.isalpha():
            found += [part] if part.islower() else _parted_by_capitals(part)
        elif part and not part.isalnum():
            for piece in filter(str.isalpha, SEPARATOR.split(part)):
                found += _parted_by_capitals(piece)
    return found


def _is_made_up(part: str) -> bool:
    """Whether a part of a name is letters as chance puts them, as bundlers of styles add them ("table__adKqa")."""
    return part.isalnum() and not part.islower() and not part[1:].islower() and not part.isdigit()


def _parted_by_capitals(part: str) -> list[str]:
    """The words of a part in lower case; none where its capitals stand as chance puts them."""
    if part[1:].islower():
        return [part.lower()]
    pieces = CAMEL.split(part)
    if len(pieces) == 1 or min(map(len, pieces)) > 2 or len(pieces[0]) == 2 < len(pieces[-1]):
        return [p.lower() for p in pieces]
    return []
