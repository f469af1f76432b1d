"""Which of many texts tell one story: like profiles within a few days, and no text among those that it is unlike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.compare.likeness import Profile, Rarity, cosine, weighted

DAYS = 3 * 86_400  # seconds between two texts that are compared, at most
ALIKE = 0.25  # cosine from which on two texts tell one story
WITHIN = 0.2  # mean cosine of a text and the group that it joins
LEADING = 10  # words of a text, those that count most in it, one of which another text of its story has


class Told(NamedTuple):
    """A text: its number, its moment in seconds since 1970, and what it is about."""

    number: int
    dated: int
    profile: Profile


def stories(told: Sequence[Told]) -> list[list[int]]:
    """The numbers of the texts of each story of more than one, the earliest text first; the newest story first."""
    rarity = Rarity([one.profile for one in told])
    vectors = {one.number: weighted(one.profile, rarity) for one in told}
    groups = _grouped(_pairs(sorted(told, key=lambda one: one.dated), vectors), vectors)
    dated = {one.number: one.dated for one in told}
    found = [sorted(group, key=lambda number: (dated[number], number)) for group in groups]
    return sorted(found, key=lambda group: (-max(dated[number] for number in group), group[0]))


def _pairs(told: Sequence[Told], vectors: Mapping[int, Profile]) -> list[tuple[float, int, int]]:
    """(cosine, number, number) of like texts of near days, the likest first."""
    having: dict[int, list[Told]] = defaultdict(list)
    pairs = []
    for one in told:
        vector = vectors[one.number]
        leading = sorted(vector, key=lambda term: -vector[term])[:LEADING]
        near: set[int] = set()
        for term in leading:
            recent = [other for other in having[term] if one.dated - other.dated <= DAYS]
            having[term] = recent
            near.update(other.number for other in recent)
            recent.append(one)
        for number in near:
            if (like := cosine(vector, vectors[number])) >= ALIKE:
                pairs.append((like, number, one.number))
    return sorted(pairs, reverse=True)


def _grouped(pairs: Sequence[tuple[float, int, int]], vectors: Mapping[int, Profile]) -> list[list[int]]:
    """Groups joined pair by pair, where all of one are like enough to all of the other."""
    group_of: dict[int, list[int]] = {}
    for _, one, other in pairs:
        mine, others = group_of.get(one, [one]), group_of.get(other, [other])
        if mine is others:
            continue
        likes = [cosine(vectors[a], vectors[b]) for a in mine for b in others]
        if sum(likes) < WITHIN * len(likes):
            continue
        joined = mine + others
        group_of.update(dict.fromkeys(joined, joined))
    return list({id(group): group for group in group_of.values()}.values())
