"""People's names in a language that capitalises all nouns: where a name begins in a run of capitalised words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from tui.convert.given_names import GENDERS
from tui.convert.sources.languages import Pack
from tui.convert.sources.languages.family_names import JOINED
from tui.convert.sources.words.compounds import nouns
from tui.convert.sources.words.tokens import Line

MAX_NAME_WORDS = 4
TELLING = ("role", "title")  # kinds of nouns that a person's name may follow


def name_start(line: Line, first: int, core: int, pack: Pack, people: Collection[str]) -> int:
    """Where the person's name begins in the run ``first``–``core``; ``core`` if the run ends in a common noun."""
    i = core
    if core - 1 in line.quotes:
        return core
    if core - first > 1 and line.words[core - 2][0].isupper() and _given(line, core - 2, people):
        i = core - 1  # "Ada Richter": behind a first name no noun stands
    while i > first and core - i < MAX_NAME_WORDS + 2 and _name_word(line, i - 1, pack, people):
        i -= 1
    if first + 1 < i < core and nouns(pack.code)[line.lows[i - 1]] == "abstract" and _calls(line, i - 2, pack):
        i -= 1  # "Polizeisprecher Jannis Olt": no thing stands between what someone is and a family name
    return core if core - i == 1 and line.lows[i] in pack.particles else i


def _calls(line: Line, i: int, pack: Pack) -> bool:
    """Whether a word says what a person is whose name may follow."""
    return nouns(pack.code)[line.lows[i]] in TELLING


def _given(line: Line, i: int, people: Collection[str]) -> bool:
    """Whether a word is a first name and nothing else, and no family name of the article's that a noun may follow."""
    return line.lows[i] in GENDERS and line.lows[i] not in people


def _name_word(line: Line, i: int, pack: Pack, people: Collection[str]) -> bool:
    """Whether a word may be part of a person's name."""
    word, low = line.words[i], line.lows[i]
    if low in pack.particles:
        return word[0].islower() or word in JOINED
    if low in GENDERS or low in people:
        return True
    if word in pack.known_organisations or word in pack.places or word in pack.demonyms:
        return False
    return not (len(word) > 2 and word.isupper()) and not nouns(pack.code)[low]


def runs(line: Line, pack: Pack) -> Iterator[tuple[int, int, int]]:
    """The runs of capitalised words that end in what looks like a person's name: run, name and end.

    A name is sure enough behind a given name or behind what someone is; one capitalised word alone, as most nouns are,
    is not.
    """
    behind = 0
    for i, following in pairwise(line.capitals):
        alone = following > i + 1 and line.lows[i + 1] not in pack.particles
        if i < behind or alone or pack.closed.get(line.lows[i]):
            continue
        behind = _run_end(line, i, pack)
        cut = name_start(line, i, behind, pack, ())
        told = cut > i and _calls(line, cut - 1, pack)
        if cut < behind and (told or (behind - cut > 1 and line.lows[cut] in GENDERS)):
            yield i, cut, behind


def _run_end(line: Line, i: int, pack: Pack) -> int:
    """The end of a run; small particles go along behind a given name only: "Ada von der Au"."""
    words, lows, j, count = line.words, line.lows, i + 1, len(line.words)
    while j < count:
        k = j
        while k < count and lows[k] in pack.particles and words[k][0].islower():
            k += 1
        linked = k == j or lows[j - 1] in GENDERS or not any(pack.closed.get(lows[m]) for m in range(j, k))
        if k >= count or not linked or not words[k][0].isupper() or pack.closed.get(lows[k]):
            break
        j = k + 1
    return j
