"""Which of many texts tell one story: alike in all and in how they begin, within a few days, in groups of like texts.

What a text as a whole is about is that of many others on the same people: of the same campaign, the same trial.  News
says at its beginning what happened, so that two texts of one event begin alike; what they quote says nothing, for old
words are printed again beside new events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from tui.compare.likeness import Profile, Rarity, Terms, cosine, weighted
from tui.text.dates import DAY

# How much a cosine counts by the days between two texts: those of one day are of one event, later ones of the next.
BY_DAYS = (1.1, 1.05, 0.87, 0.85)
ALIKE = 0.3  # what counts as one story
NEAR = 0.12  # how like two texts must be in all for it to count how they begin, and to be in one group
BEGINNING = 0.6  # how much that counts beside all of them
ONE_OUTLET = 0.3  # of one outlet, which seldom tells the same twice but writes on of the same people every day
WITHIN = 0.24  # mean of what counts between a text and those of the group that it joins
LEADING = 10  # words of a text, those that count most in it, one of which another text of its story has

Beginnings = Callable[[Collection[int]], Mapping[int, Terms]]
"""By the number of a text the terms of how it begins; of a text that cannot be read none."""


class DatedText(NamedTuple):
    """A text: its number, its moment in seconds since 1970, its outlet, and what it is about."""

    number: int
    dated: int
    outlet: str
    profile: Profile


def stories(texts: Sequence[DatedText], beginnings: Beginnings) -> list[list[int]]:
    """The numbers of the texts of each story of more than one, the earliest text first; the newest story first.

    ``beginnings`` is asked once, for the texts that are near to others.
    """
    likeness = Likeness(texts)
    near = _near(texts, likeness)
    likeness.look_at(beginnings({number for pair in near for number in pair}))
    dated = {one.number: one.dated for one in texts}
    groups = _grouped(_pairs(near, likeness), likeness)
    found = [sorted(group, key=lambda number: (dated[number], number)) for group in groups]
    return sorted(found, key=lambda group: (-max(dated[number] for number in group), group[0]))


class Likeness:
    """How like the texts are to each other, as stories go."""

    def __init__(self, texts: Sequence[DatedText]) -> None:
        self._texts = {one.number: one for one in texts}
        self.vectors = _vectors({one.number: one.profile.terms for one in texts})
        self._beginnings: Mapping[int, Terms] = {}

    def look_at(self, beginnings: Mapping[int, Terms]) -> None:
        """Has it count how these texts begin."""
        self._beginnings = _vectors(beginnings)

    def __call__(self, one: int, other: int) -> float:
        """From 0 up; what is over ALIKE tells one story."""
        first, second = self._texts[one], self._texts[other]
        days = abs(first.dated - second.dated) // DAY
        if days >= len(BY_DAYS):
            return 0.0
        counts = ONE_OUTLET if first.outlet == second.outlet and first.outlet else BY_DAYS[days]
        like = counts * cosine(self.vectors[one], self.vectors[other])
        if like < NEAR or one not in self._beginnings or other not in self._beginnings:
            return like
        return like + counts * BEGINNING * cosine(self._beginnings[one], self._beginnings[other])


def _vectors(terms: Mapping[int, Terms]) -> dict[int, Terms]:
    rarity = Rarity(terms.values())
    return {number: weighted(one, rarity) for number, one in terms.items()}


def _near(texts: Sequence[DatedText], likeness: Likeness) -> list[tuple[int, int]]:
    """Pairs of texts of near days that may be of one story, by what they are about in all."""
    having: dict[int, list[DatedText]] = defaultdict(list)
    pairs = []
    for one in sorted(texts, key=lambda one: one.dated):
        vector = likeness.vectors[one.number]
        near: set[int] = set()
        for term in (*sorted(vector, key=lambda term: -vector[term])[:LEADING], *one.profile.quotations):
            recent = [other for other in having[term] if one.dated - other.dated < len(BY_DAYS) * DAY]
            having[term] = recent
            near.update(other.number for other in recent)
            recent.append(one)
        pairs += [(number, one.number) for number in near if likeness(number, one.number) >= NEAR]
    return pairs


def _pairs(near: Sequence[tuple[int, int]], likeness: Likeness) -> list[tuple[float, int, int]]:
    """(likeness, number, number) of the pairs that are alike, the likest first."""
    found = ((likeness(one, other), one, other) for one, other in near)
    return sorted((pair for pair in found if pair[0] >= ALIKE), reverse=True)


def _grouped(pairs: Sequence[tuple[float, int, int]], likeness: Likeness) -> list[list[int]]:
    """Groups joined pair by pair, where all of one are near all of the other and like enough to them at the mean."""
    group_of: dict[int, list[int]] = {}
    for _, one, other in pairs:
        mine, others = group_of.get(one, [one]), group_of.get(other, [other])
        if mine is others:
            continue
        likes = [likeness(a, b) for a in mine for b in others]
        if sum(likes) < WITHIN * len(likes) or min(likes) < NEAR:
            continue
        joined = mine + others
        group_of.update(dict.fromkeys(joined, joined))
    return list({id(group): group for group in group_of.values()}.values())
