"""Two quotations laid over each other: whether they are the same words, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from tui.compare.common_words import in_row, weight
from tui.compare.compared_words import Token, tokens
from tui.model.frozen import value
from tui.text import sentence_ends

Kind = Literal["identical", "trimmed", "reworded"]

MOST_WORDS = 600  # words of a passage that are compared
RUN = 3  # words in a row that are no accident
MOST_CHANGED = 0.34  # share of the words that may differ
MANY_CHANGED = 0.5  # and where the shared words say much
SHARED_SHINGLES = 0.45  # share of runs of three words that are in both, where their order is another
SHARED_BAG = 0.75
DOTS = ("…", "...", ". . .")


class Gap(NamedTuple):
    """What stands between two runs of shared words: words ``a1:a2`` of one, ``b1:b2`` of the other."""

    a1: int
    a2: int
    b1: int
    b2: int


@value(frozen=True, slots=True)
class Comparison:
    """The same words: how they differ, how many words both have, what these weigh, how many differ.

    ``longest`` is the number of words of the longest run that both have.
    """

    kind: Kind
    shared: int
    weight: float
    changed: int
    longest: int


class PreparedPassage:
    """A passage ready to be compared with many."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: Sequence[Token] = tokens(text)[:MOST_WORDS]
        self.words = [token.word for token in self.tokens]

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends, or the passage, before the word with that index."""
        return at <= 0 or at >= len(self.tokens) or bool(self._end_in(at))

    def _end_in(self, at: int) -> bool:
        left, right = self.tokens[at - 1].start, self.tokens[at].start
        return any(end <= right - left for end in sentence_ends.ends(self.text[left : right + 1]))

    def is_cut(self, at: int) -> bool:
        """Whether words were left out before the word with that index, by marks that say so."""
        left = self.tokens[at - 1].end if at > 0 else 0
        right = self.tokens[at].start if at < len(self.tokens) else len(self.text)
        return any(dots in self.text[left:right] for dots in DOTS)


def compare(one: PreparedPassage, other: PreparedPassage) -> Comparison | None:
    """How the words of two passages are the same; None where they are others."""
    if one.words == other.words:
        size = len(one.words)
        return Comparison("identical", size, sum(map(in_row, one.words)), 0, size) if size else None
    return _in_order(one, other) or _in_another_order(one, other)


def _in_order(one: PreparedPassage, other: PreparedPassage) -> Comparison | None:
    runs = _runs(one.words, other.words)
    if not runs:
        return None
    shared = [word for a, _, size in runs for word in one.words[a : a + size]]
    longest = max(size for _, _, size in runs)
    changed = sum(_changed(one, other, gap) for gap in _gaps(runs, len(one.words), len(other.words)))
    weighs = sum(map(in_row, shared))
    if changed > (MANY_CHANGED if weighs >= 5 else MOST_CHANGED) * (len(shared) + changed):
        return None
    if _moved(one, other, runs) and (turned := _in_another_order(one, other)):
        return turned
    return Comparison("reworded" if changed else "trimmed", len(shared), weighs, changed, longest)


def _moved(one: PreparedPassage, other: PreparedPassage, runs: Sequence[tuple[int, int, int]]) -> int:
    """How many words stand before what both share in one and behind it in the other."""
    (a, b, _), (last_a, last_b, size) = runs[0], runs[-1]
    return max(
        len(shingles(one.words[:a], RUN) & shingles(other.words[last_b + size :], RUN)),
        len(shingles(other.words[:b], RUN) & shingles(one.words[last_a + size :], RUN)),
    )


def _runs(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """(start in one, start in other, length) of shared runs, from the first that is no accident to the last."""
    blocks = [tuple(b) for b in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if b.size]
    strong = [
        n
        for n, (a, _, size) in enumerate(blocks)
        if size >= RUN or (size > 1 and sum(map(weight, one[a : a + size])) >= 1)
    ]
    if not strong:
        return []
    return [(a, b, size) for a, b, size in blocks[strong[0] : strong[-1] + 1]]


def _gaps(runs: Sequence[tuple[int, int, int]], size: int, other_size: int) -> list[Gap]:
    """What stands before, between and behind the runs."""
    ends = [(0, 0), *((a + n, b + n) for a, b, n in runs)]
    starts = [*((a, b) for a, b, _ in runs), (size, other_size)]
    return [Gap(a1, a2, b1, b2) for (a1, b1), (a2, b2) in zip(ends, starts, strict=True)]


def _changed(one: PreparedPassage, other: PreparedPassage, gap: Gap) -> int:
    """How many words were changed in a gap; none where one of the two only leaves out what the other has."""
    mine, others = gap.a2 - gap.a1, gap.b2 - gap.b1
    if not mine and not others:
        return 0
    at_edge = gap.a1 == 0 or gap.b1 == 0 or gap.a2 == len(one.words) or gap.b2 == len(other.words)
    if at_edge and (not mine or not others):
        return 0
    if (not others and other.is_cut(gap.b1)) or (not mine and one.is_cut(gap.a1)):
        return 0
    if _whole_sentences(one, gap.a1, gap.a2) and _whole_sentences(other, gap.b1, gap.b2) and max(mine, others) > 3:
        return 0  # each goes on with another sentence of the same speech
    return max(mine, others) if mine and others and not at_edge else min(mine, others) or max(mine, others)


def _whole_sentences(of: PreparedPassage, start: int, end: int) -> bool:
    return of.ends_sentence(start) and of.ends_sentence(end)


def _in_another_order(one: PreparedPassage, other: PreparedPassage) -> Comparison | None:
    """The same words with parts of the sentence in another place."""
    few, many = sorted((one.words, other.words), key=len)
    bag = Counter(few) & Counter(many)
    if bag.total() < SHARED_BAG * len(few):
        return None
    mine, others = shingles(few, RUN), shingles(many, RUN)
    if not mine or len(mine & others) < SHARED_SHINGLES * len(mine):
        return None
    weighs = sum(in_row(word) * count for word, count in bag.items())
    longest = max((size for *_, size in _runs(few, many)), default=0)
    return Comparison("reworded", bag.total(), weighs, max(1, len(few) - bag.total()), longest)


def shingles(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    return set(zip(*(words[n:] for n in range(size)), strict=False))
