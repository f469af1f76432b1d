"""Where a name begins and ends in a run of capitals, and what capitals alone tell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui.convert.given_names import GENDERS
from tui.convert.sources.languages import Pack, load
from tui.convert.sources.languages.family_names import JOINED, SUFFIXES
from tui.convert.sources.words.tokens import TERMINALS, Line

MAX_NAME = 5  # words of a person's name


def run_end(line: Line, i: int, hi: int, pack: Pack) -> int:
    """The end of the capitalised run that begins at i: particles inside names go along, a possessive ends it."""
    words, j, broken, links = line.words, i + 1, "\n" in line.text, _links(pack.code)
    while j < hi and not (broken and "\n" in line.text[line.end(j - 1) : line.starts[j]]):
        k = j
        while k < hi and k < j + 2 and line.lows[k] in links:
            k += 1
        if k < hi and words[k][0].isupper() and pack.closed.get(line.lows[k], "") not in ("Y", "R"):
            j = k + 1
        else:
            break
    return j


@lru_cache(maxsize=8)
def _links(code: str) -> frozenset[str]:
    """The words that stand inside names: "van", the "&" of "Light & Log"."""
    pack = load(code)
    return pack.particles - pack.conjunctions | {"&"}


def cut_titles(line: Line, start: int, end: int, pack: Pack) -> int:
    """Where the name begins in a run: behind the last title or role word that leaves a name."""
    if start and line.lows[start - 1] in pack.genitive and line.lows[start] in pack.offices and end - start > 1:
        start += 1
    last = end - 1
    while last - 1 > start and line.lows[last] in SUFFIXES:
        last -= 1  # "Tom Reeve KC" ends with no title
    for i in range(last - 1, start - 1, -1):
        low = line.lows[i]
        if low in pack.titles or (low in pack.roles and not (i == start and end - start == 2 and low in GENDERS)):
            return i + 1
    return _past_letters(line, start, end)


def _past_letters(line: Line, start: int, end: int) -> int:
    """ "NDP Ann Lee", and the adjective of "Brave Ann Lee" where a sentence begins: they are no part of the name."""
    words, at = line.words, start
    while end - at > 2 and len(words[at]) > 1 and words[at].isalpha() and words[at].isupper():
        at += 1
    opening = at == 0 or words[at - 1][-1] in TERMINALS
    if opening and end - at == 3 and line.lows[at] not in GENDERS and line.lows[at + 1] in GENDERS:
        return at + 1 if line.lows[at + 2] not in GENDERS else at
    return at


def is_shouted(words: Sequence[str]) -> bool:
    """ "NEW YORK": a dateline or an acronym."""
    return words[0].isupper() and all(w.isupper() and len(w.strip(".")) > 1 for w in words)


def is_brand(word: str) -> bool:
    """Capitals inside or throughout: "BuzzFeed", "NASA"; but not "McCain", "DeSantis", "O'Malley"."""
    if len(word) > 1 and word.isupper():
        return len(word) < 7
    for i in range(1, len(word)):
        if word[i].isupper() and word[i - 1].islower():
            return word[:i] not in JOINED
    return any(c.isdigit() for c in word) or word.endswith((".com", ".org", ".net"))
