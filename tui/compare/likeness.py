"""What a text is about, in a few dozen of its words, and how like two texts are in that."""

from __future__ import annotations

import math
import re
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tui.compare.common_words import COMMON, WHOLE, weight
from tui.compare.compared_words import has_unspaced, is_unspaced, unspaced_among, words
from tui.model.article import Article

TERMS = 40  # words kept of a text
QUOTATIONS = 12  # and of what it quotes
FEWEST_TELLING = 3  # words of a quotation that say something, at least, if it is kept
LONGEST_TEXT = 30_000  # characters of a text that are looked at
BEGINNING = 100  # words in which news says what happened: its first three or four paragraphs
BEGINNING_OF = 3  # of a short text only so much: the whole of it would be counted twice
IN_TITLE = 2.0
NAME = 1.6  # what a word counts that is written with a capital inside sentences
# The letter stands before what must be before it: asked the other way round, it is asked at each character.
CAPITAL = r"[A-ZÀ-ÞА-ЯΑ-Ω](?<=[^\s.!?:”\"“] .)[^\W_]+"
SHINGLE = 5  # words in a row that two texts have in common where one is made of the other
MIX = 0x9E3779B97F4B  # an odd number without a pattern: near sums are far from each other after it
SKETCH = 6  # least hashes of a text's shingles: of two copies, some are the same
SAMPLED = 4  # one of so many shingles is looked at for that
FEWEST_SHINGLES = 40  # of a text that can be called a copy
PACKED = 0xFFFFF  # the bits of a word's hash that a profile is stored with
STEP = 1.22  # how much more a word counts by each step in which that is stored
COUNTS = (0.0, *(STEP**n for n in range(15)))  # 0: a quotation's mark

Terms = Mapping[int, float]
"""By the hash of a word how much it counts in a text."""


class Profile(NamedTuple):
    """What a text is about, and what it quotes: hashes by which a quotation in another text is recognised."""

    terms: Terms
    quotations: frozenset[int] = frozenset()


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(CAPITAL)


def profile(article: Article, found: Sequence[str], quoted: Iterable[Sequence[str]]) -> Profile:
    """What an article is about, of the words of its text and of those of each passage that it quotes."""
    counts, text = Counter(found), article.text[:LONGEST_TEXT]
    if has_unspaced(text):
        counts.update(_pairs(found))
    title = set(words(article.title))
    counts.update(title)
    names = set(words(" ".join(_capital().findall(text))))
    by_count = [1 + math.log(count or 1) for count in range(max(counts.values(), default=0) + 1)]
    left_out = COMMON | unspaced if (unspaced := unspaced_among(counts)) else COMMON
    counted = {word: by_count[count] for word, count in counts.items() if word not in left_out}
    for some, times in ((title, IN_TITLE), (names, NAME)):
        counted.update({word: counted[word] * times for word in some & counted.keys()})
    most = _most(counted)
    marks = frozenset(list(dict.fromkeys(mark for said in quoted for mark in _marks(said)))[:QUOTATIONS])
    return Profile({number & PACKED: counted[word] for word, number in zip(most, _hashes(most), strict=True)}, marks)


def _most(counted: Mapping[str, float]) -> list[str]:
    """The TERMS words that count most, of those that count the same the longest."""
    least = sorted(counted.values(), reverse=True)[:TERMS][-1:]
    among = sorted(word for word, counts in counted.items() if least and counts >= least[0])
    among.sort(key=len, reverse=True)
    among.sort(key=counted.__getitem__, reverse=True)
    return among[:TERMS]


def beginning(title: str, text: str, length: int) -> Terms:
    """What a title and the first BEGINNING words of a text, or its first third, say; ``length``: how many it has."""
    found = [*words(title), *words(text)[: min(BEGINNING, length // BEGINNING_OF)]]
    counts = Counter(found)
    if has_unspaced(title) or has_unspaced(text):
        counts.update(_pairs(found))
    telling = [word for word in counts.keys() - COMMON if len(word) > 1]
    return {number: 1 + math.log(counts[word]) for word, number in zip(telling, _hashes(telling), strict=True)}


def _pairs(found: Sequence[str]) -> list[str]:
    return [one + other for one, other in pairwise(found) if is_unspaced(one) and is_unspaced(other)]


def _marks(quoted: Sequence[str]) -> Iterator[int]:
    """The least hash of two telling words that follow each other in a quotation: most rewordings leave it there."""
    telling = [word for word in quoted if weight(word) == WHOLE]
    if len(telling) >= FEWEST_TELLING:
        yield min(number & PACKED for number in _hashes(list(map(" ".join, pairwise(telling)))))


def _hashes(some: Collection[str]) -> list[int]:
    """A number of 32 bits for each of some words, which are encoded in one call for all of them."""
    encoded = "\n".join(some).encode("utf-8", "surrogatepass")  # half a character, which a page may have, passes
    return list(map(zlib.crc32, encoded.split(b"\n"))) if some else []


def pack(one: Profile) -> bytes:
    """A profile in three bytes a word and quotation: 20 bits of the hash, four for how much the word counts."""
    hashes = [*one.terms, *one.quotations]
    levels = [*map(_level, one.terms.values()), *[0] * len(one.quotations)]
    low = array("H", [number & 0xFFFF for number in hashes])
    if sys.byteorder == "big":
        low.byteswap()
    high = bytes(number >> 16 << 4 | level for number, level in zip(hashes, levels, strict=True))
    return low.tobytes() + high


def unpack(packed: bytes) -> Profile:
    """The profile that was packed."""
    size = len(packed) // 3
    low = array("H", packed[: 2 * size])
    if sys.byteorder == "big":
        low.byteswap()
    both = [(number | high >> 4 << 16, high & 0xF) for number, high in zip(low, packed[2 * size :], strict=True)]
    terms = {number: COUNTS[level] for number, level in both if level}
    return Profile(terms, frozenset(number for number, level in both if not level))


@cache
def _level(counted: float) -> int:
    """In which of the 15 steps that a profile is stored with something counts."""
    return min(len(COUNTS) - 1, max(1, 1 + round(math.log(counted) / math.log(STEP))))


class Rarity:
    """How rare each word is among the texts that are compared."""

    AS_IF = 60  # texts without any of the words: among a few texts nothing is told from the common

    def __init__(self, texts: Collection[Terms]) -> None:
        self._texts = len(texts) + self.AS_IF
        self._with = Counter(term for one in texts for term in one)

    def __call__(self, term: int) -> float:
        return math.log(self._texts / (self._with[term] + 0.5))


def weighted(terms: Terms, rarity: Callable[[int], float]) -> dict[int, float]:
    """A profile as a vector of length 1 in which rare words count most."""
    raised = {term: counted * rarity(term) for term, counted in terms.items()}
    length = math.sqrt(sum(value * value for value in raised.values())) or 1.0
    return {term: value / length for term, value in raised.items()}


def cosine(one: Terms, other: Terms) -> float:
    """How like two weighted profiles are (0–1)."""
    few, many = sorted((one, other), key=len)
    return sum(value * many[term] for term, value in few.items() if term in many)


def shingle_hashes(found: Sequence[str], one_of: int = 1) -> set[int]:
    """The runs of five words of a text, each as a number of 32 bits.

    ``one_of``: of about so many only one, the same in every text that has it.
    """
    run = _hashes(found)
    return {
        ((a + 3 * b + 9 * c + 27 * d + 81 * e) * MIX & 0xFFFFFFFFFFFF) >> 16
        for a, b, c, d, e in zip(*(run[n:] for n in range(SHINGLE)), strict=False)
        if not a % one_of
    }


def sketch(found: Sequence[str]) -> list[int]:
    """The least hashes of a text of these words: two texts of the same shingles have some of these in common."""
    return sorted(shingle_hashes(found, SAMPLED))[:SKETCH] if len(found) >= FEWEST_SHINGLES else []


def share(one: set[int], other: set[int]) -> float:
    """The share (0–1) of the shorter text's shingles that the longer has, of texts of about one length; else 0."""
    few, many = sorted((one, other), key=len)
    if len(few) < FEWEST_SHINGLES or 2 * len(few) < len(many):
        return 0.0
    return len(few & many) / len(few)
