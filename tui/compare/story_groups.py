"""Which of many texts tell one story: like profiles within a few days, and no text among those that it is unlike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tui.compare.likeness import Profile, Rarity, cosine, weighted

DAY = 86_400  # seconds
# How much a cosine counts by the days between two texts: those of one day are of one event, later ones of the next.
BY_DAYS = (1.1, 1.05, 0.87, 0.85)
ALIKE = 0.25  # what counts as one story
ONE_OUTLET = 0.6  # of one outlet, which seldom tells the same twice but writes on of the same people every day
QUOTED = 0.1  # what it adds that both quote the same words
WITHIN = 0.2  # mean of what counts between a text and those of the group that it joins
LEADING = 10  # words of a text, those that count most in it, one of which another text of its story has


class Told(NamedTuple):
    """A text: its number, its moment in seconds since 1970, its outlet, and what it is about."""

    number: int
    dated: int
    outlet: str
    profile: Profile


def stories(told: Sequence[Told]) -> list[list[int]]:
    """The numbers of the texts of each story of more than one, the earliest text first; the newest story first."""
    likeness = Likeness(told)
    dated = {one.number: one.dated for one in told}
    found = [
        sorted(group, key=lambda number: (dated[number], number))
        for group in _grouped(_pairs(told, likeness), likeness)
    ]
    return sorted(found, key=lambda group: (-max(dated[number] for number in group), group[0]))


class Likeness:
    """How like the texts are to each other, as stories go."""

    def __init__(self, told: Sequence[Told]) -> None:
        rarity = Rarity([one.profile for one in told])
        self._told = {one.number: one for one in told}
        self.vectors = {one.number: weighted(one.profile.terms, rarity) for one in told}

    def __call__(self, one: int, other: int) -> float:
        """From 0 up; what is over ALIKE tells one story."""
        first, second = self._told[one], self._told[other]
        days = abs(first.dated - second.dated) // DAY
        if days >= len(BY_DAYS):
            return 0.0
        like = cosine(self.vectors[one], self.vectors[other])
        quoted = QUOTED if first.profile.quotations & second.profile.quotations else 0.0
        if first.outlet == second.outlet and first.outlet:
            return like * ALIKE / ONE_OUTLET
        return like * BY_DAYS[days] + quoted


def _pairs(told: Sequence[Told], likeness: Likeness) -> list[tuple[float, int, int]]:
    """(likeness, number, number) of like texts of near days, the likest first."""
    having: dict[int, list[Told]] = defaultdict(list)
    pairs = []
    for one in sorted(told, key=lambda one: one.dated):
        vector = likeness.vectors[one.number]
        near: set[int] = set()
        for term in (*sorted(vector, key=lambda term: -vector[term])[:LEADING], *one.profile.quotations):
            recent = [other for other in having[term] if one.dated - other.dated < len(BY_DAYS) * DAY]
            having[term] = recent
            near.update(other.number for other in recent)
            recent.append(one)
        for number in near:
            if (like := likeness(number, one.number)) >= ALIKE:
                pairs.append((like, number, one.number))
    return sorted(pairs, reverse=True)


def _grouped(pairs: Sequence[tuple[float, int, int]], likeness: Likeness) -> list[list[int]]:
    """Groups joined pair by pair, where all of one are like enough to all of the other."""
    group_of: dict[int, list[int]] = {}
    for _, one, other in pairs:
        mine, others = group_of.get(one, [one]), group_of.get(other, [other])
        if mine is others:
            continue
        likes = [likeness(a, b) for a in mine for b in others]
        if sum(likes) < WITHIN * len(likes):
            continue
        joined = mine + others
        group_of.update(dict.fromkeys(joined, joined))
    return list({id(group): group for group in group_of.values()}.values())
