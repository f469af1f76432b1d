"""Which words say what someone is: listed roles and titles, and nouns with the ending of such ones."""

from __future__ import annotations

from functools import lru_cache

from tui.convert.sources.languages import Pack, load

SHORTEST_AGENT = 6  # letters of a noun that only its ending tells to be a person's
MAX_KEPT = 16384  # words kept with what they say


class Callings(dict[str, bool]):
    """Whether a lower-case word says what someone is: listed, or a noun with the ending of such ones."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __missing__(self, low: str) -> bool:
        if len(self) >= MAX_KEPT:
            self.clear()
        pack = self.pack
        known = listed(low, pack) or low in pack.titles or low.endswith(pack.leader_endings)
        agent = len(low) >= SHORTEST_AGENT and low.endswith(pack.agent_endings) and low not in pack.not_people
        self[low] = told = known or (agent and low.isalpha() and low not in pack.closed and low not in pack.cues)
        return told


@lru_cache(maxsize=8)
def callings(code: str) -> Callings:
    """The callings of a pack's language."""
    return Callings(load(code))


def listed(low: str, pack: Pack) -> bool:
    """Whether a word is a listed role, or a part of it is: "co-owner"."""
    return low in pack.roles or ("-" in low and not pack.roles.isdisjoint(low.split("-")))
