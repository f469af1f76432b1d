"""Phrases which say that somebody is not named: "on condition of anonymity", "asked not to be named"."""

from __future__ import annotations

from functools import lru_cache

from tui.convert.sources.languages import Pack
from tui.convert.sources.pack_codes import PACKS
from tui.convert.sources.words.tokens import Line

MAX_PHRASE = 5  # words


def length_at(line: Line, at: int, pack: Pack) -> int:
    """How many tokens of such a phrase begin at a token; 0 if none does."""
    for words in by_first_word(pack).get(line.lows[at], ()):
        if tuple(line.lows[at : at + len(words)]) == words:
            return len(words)
    return 0


def follows(line: Line, at: int, hi: int, pack: Pack) -> bool:
    """Whether such a phrase begins at a token, or behind small words there: "on the | condition of anonymity"."""
    while at < hi and line.tags[at] in ("I", "D"):
        at += 1
    return at < hi and length_at(line, at, pack) > 0


def ends(line: Line, at: int, pack: Pack) -> bool:
    """Whether such a phrase ends before a token."""
    if at == 0 or line.lows[at - 1] not in last_words(pack):
        return False
    return any(start + length_at(line, start, pack) == at for start in range(max(0, at - MAX_PHRASE), at))


def within(line: Line, lo: int, hi: int, pack: Pack) -> bool:
    """Whether such a phrase stands in a sentence."""
    if last_words(pack).isdisjoint(line.lows[lo:hi]):
        return False
    return any(length_at(line, at, pack) for at in range(lo, hi))


@lru_cache(maxsize=len(PACKS))
def by_first_word(pack: Pack) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in pack.anonymity:
        found.setdefault(words[0], []).append(words)
    return found


@lru_cache(maxsize=len(PACKS))
def last_words(pack: Pack) -> frozenset[str]:
    """What one of the words of each phrase is; rarer than the first ones, "not" and "granted"."""
    return frozenset(words[-1] for words in pack.anonymity)
