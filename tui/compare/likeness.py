"""What a text is about, in a few dozen of its words, and how like two texts are in that."""

from __future__ import annotations

import math
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tui.compare.common_words import WHOLE, weight
from tui.compare.compared_words import is_unspaced, words
from tui.model.article import Article

TERMS = 40  # words kept of a text
QUOTATIONS = 12  # and of what it quotes
FEWEST_TELLING = 3  # words of a quotation that say something, at least, if it is kept
LONGEST = 30_000  # characters of a text that are looked at
IN_TITLE = 2.0
NAME = 1.6  # what a word counts that is written with a capital inside sentences
CAPITAL = r"(?<=[^\s.!?:”\"“] )[A-ZÀ-ÞА-ЯΑ-Ω][^\W_]+"
SHINGLE = 5  # words in a row that two texts have in common where one is made of the other
MIX = 0x9E3779B97F4B  # an odd number without a pattern: near sums are far from each other after it
SKETCH = 8  # least hashes of a text's shingles: of two copies, some are the same
SAMPLED = 4  # one of so many shingles is looked at for that
FEWEST_SHINGLES = 40  # of a text that can be called a copy

Terms = Mapping[int, float]
"""By the hash of a word how much it counts in a text."""


class Profile(NamedTuple):
    """What a text is about, and what it quotes: hashes by which a quotation in another text is recognised."""

    terms: Terms
    quotations: frozenset[int] = frozenset()


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(CAPITAL)


def profile(article: Article, found: Sequence[str], quoted: Iterable[str]) -> Profile:
    """What an article is about, of the words of its text and of what it quotes."""
    title = set(words(article.title))
    if not found:  # as of all that is not fetched yet: of what follows, this is left
        counted = {word: IN_TITLE for word in title if weight(word) and not is_unspaced(word)}
        return Profile({_hashed(word): counted[word] for word in _most_telling(counted)})
    counts = Counter(found)
    if any(map(is_unspaced, counts)):
        counts.update(_pairs(found))
    counts.update(title)
    names = set(words(" ".join(_capital().findall(article.text[:LONGEST]))))
    counted = {
        word: (1 + math.log(count)) * (IN_TITLE if word in title else 1.0) * (NAME if word in names else 1.0)
        for word, count in counts.items()
        if weight(word) and not is_unspaced(word)
    }
    marks = frozenset(list(dict.fromkeys(mark for text in quoted for mark in _marks(text)))[:QUOTATIONS])
    return Profile({_hashed(word): counted[word] for word in _most_telling(counted)}, marks)


def _most_telling(counted: Mapping[str, float]) -> list[str]:
    return sorted(counted, key=lambda word: (-counted[word], -len(word), word))[:TERMS]


def _pairs(found: Sequence[str]) -> list[str]:
    return [one + other for one, other in pairwise(found) if is_unspaced(one) and is_unspaced(other)]


def _marks(quoted: str) -> Iterator[int]:
    """The least hash of two telling words that follow each other in a quotation: most rewordings leave it there."""
    telling = [word for word in words(quoted) if weight(word) == WHOLE]
    if len(telling) >= FEWEST_TELLING:
        yield min(_hashed(f"{one} {other}") for one, other in pairwise(telling))


def _hashed(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def pack(one: Profile) -> bytes:
    """A profile in five bytes a word and quotation."""
    hashes = array("I", [*one.terms, *one.quotations]).tobytes()
    counts = bytes(min(255, max(1, round(16 * counted))) for counted in one.terms.values())
    return hashes + counts + bytes(len(one.quotations))


def unpack(packed: bytes) -> Profile:
    """The profile that was packed."""
    size = len(packed) // 5
    hashes = array("I", packed[: 4 * size])
    counts = packed[4 * size :]
    terms = {term: count / 16 for term, count in zip(hashes, counts, strict=True) if count}
    return Profile(terms, frozenset(term for term, count in zip(hashes, counts, strict=True) if not count))


class Rarity:
    """How rare each word is among the texts that are compared."""

    AS_IF = 60  # texts without any of the words: among a few texts nothing is told from the common

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._texts = len(profiles) + self.AS_IF
        self._with = Counter(term for one in profiles for term in one.terms)

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
    numbers = {word: _hashed(word) for word in set(found)}
    run = [numbers[word] for word in found]
    fives = zip(run, run[1:], run[2:], run[3:], run[4:], strict=False)
    return {
        ((a + 3 * b + 9 * c + 27 * d + 81 * e) * MIX & 0xFFFFFFFFFFFF) >> 16
        for a, b, c, d, e in fives
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
