"""Whether the same words in two articles are one utterance, or a phrase that anybody may use.

Short or ordinary words are one utterance only where more speaks for it: the same speaker, or the same story.  What
anybody says (proverbs, prayers, slogans, what press offices write) is in a list, and two speakers who each say it
in another story did not say it after each other.  It costs the short quotation of someone whom one outlet leaves
unnamed, in a text that shares nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from tui.compare.alignment import Comparison
from tui.compare.stock_phrases import is_stock_phrase
from tui.text.folding import fold

Speakers = Literal["same", "other", "unknown"]
TITLES = frozenset("mr mrs ms miss dr prof professor sir dame lord lady president senator sen gov rep the".split())


class Least(NamedTuple):
    """The fewest shared words, and the least that these weigh, for one utterance."""

    words: int
    weight: float


# By whether the two texts tell one story, and what is known of the speakers.
ENOUGH_SHARED: dict[tuple[bool, Speakers], Least] = {
    (True, "same"): Least(4, 1.0),
    (True, "unknown"): Least(4, 1.5),
    (True, "other"): Least(5, 2.0),
    (False, "same"): Least(5, 1.3),
    (False, "unknown"): Least(6, 2.5),
    (False, "other"): Least(14, 7.0),
}
LONG_RUN = 7  # words in a row, however common, that one speaker says only once so
STOCK_PHRASE = {(True, "same"): Least(4, 1.0), (True, "unknown"): Least(8, 2.0)}


def is_one_utterance(comparison: Comparison, words: Sequence[str], speakers: Speakers, *, one_story: bool) -> bool:
    """Whether the ``words`` of the shorter of two passages were said once and printed twice."""
    relation = (one_story, speakers)
    if is_stock_phrase(words):
        least = STOCK_PHRASE.get(relation)
        return least is not None and comparison.shared >= least.words and comparison.weight >= least.weight
    if relation == (True, "same") and comparison.kind == "identical":
        return True
    if speakers == "same" and comparison.kind != "reworded" and comparison.longest >= LONG_RUN:
        return True
    least = ENOUGH_SHARED[relation]
    return comparison.shared >= least.words and comparison.weight >= least.weight


def speakers(one: str | None, other: str | None) -> Speakers:
    """Whether two names, as two articles give them, are of the same speaker."""
    if not one or not other:
        return "unknown"
    few, many = sorted((_name(one), _name(other)), key=len)
    if not few or not many:
        return "unknown"
    if few[-1] == many[-1] and all(_stands_for(a, b) for a, b in zip(few, many, strict=False)):
        return "same"
    return "same" if set(few) <= set(many) else "other"


def _stands_for(one: str, other: str) -> bool:
    """Whether a given name is another, or its initial."""
    return one == other or (one[0] == other[0] and (len(one) == 1 or len(other) == 1))


def _name(name: str) -> list[str]:
    parts = fold(name).replace(".", " ").replace("’s", "").replace("'s", "").replace("-", " ").split()
    return [part for part in parts if part not in TITLES] or parts
