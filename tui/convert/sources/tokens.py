"""Words and marks of a block's text with their places, and the quotations that they stand around."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import add

from .languages import Pack, load
from .quotations import Quotation

QUOTED = "“…”"  # the one token that stands for a whole quotation; no token of the text looks like it


@dataclass(slots=True)
class Line:
    """The outer tokens of one block: what stands outside quotations, each quotation being one token.

    ``words`` as written, ``lows`` lower case with typographic apostrophes made plain, ``starts``/``ends`` character
    offsets; ``quotes[i]`` is the quotation that token i stands for, ``tags`` is filled by ``tags.tag``.
    """

    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, Quotation]
    tags: list[str]
    sentences: list[tuple[int, int]]
    known: Collection[str] = ()  # last and given names of the article's people, lower case


@lru_cache(maxsize=8)
def pattern(code: str) -> re.Pattern[str]:
    """A token with the spaces behind it, one alternative a kind.

    Every alternative consumes at least a character and none backtracks over words; all of them together leave out no
    character, so that the lengths of the matches tell their places.  The first only takes what the last but one would
    take, most words, without trying the rest.
    """
    pack = load(code)
    elided = rf"(?<!\w)(?i:{_any(pack.elided)})['’](?=\w)|" if pack.elided else ""
    attached = rf"(?<=\w)-(?:t-)?(?:{_any(pack.attached)})\b|" if pack.attached else ""
    unattached = rf"(?!(?:t-)?(?:{_any(pack.attached)})\b)" if pack.attached else ""
    return re.compile(
        r"(?:[^\W\d_]++(?=[\s,])"
        rf"|(?<!\w)[^\W\d_]{{1,6}}\.(?=[\s,]|['’]s)|{elided}{attached}"  # perhaps an abbreviation with its stop
        r"[^\W\d_]-(?:[^\W\d_]{1,5}\.)+(?=[\s,)\]])"  # R-Wis., D-N.Y.
        r"|(?:[^\W\d_]\.){2,}"  # U.S.
        r"|(?<![^\W_])[A-ZÄÖÜÉÀÇ]\.(?=\s)"  # an initial
        r"|['’]s\b"
        r"|@\w+"
        r"|\d(?:[^\W_]|[.,:/](?=\d)|-(?=[^\W_]))*"
        rf"|[^\W_](?:[^\W_]|[-/&](?=[^\W_]){unattached}|['’](?!s\b)(?=[^\W_])|\.(?=[a-z0-9]))*"
        r"|\.\.\.|--+|\S)\s*+"
    )


def _shortened(word: str, pack: Pack) -> bool:
    """Whether the stop belongs to the word: "Dr.", "U.S.", "J."; and whether the token is nothing but stops."""
    bare = word[:-1]
    return (
        not bare.strip(".")
        or "." in bare
        or "-" in bare
        or (len(bare) == 1 and bare.isupper())
        or bare.lower() in pack.abbreviations
    )


def _any(alternatives: Collection[str]) -> str:
    return "|".join(re.escape(a) for a in sorted(alternatives, key=len, reverse=True)) or r"(?!)"


def _nickname(text: str, quotation: Quotation) -> bool:
    """'Robert C. "Bobby" Scott': one word between two capitalised ones belongs to the name and is left out."""
    inner = text[quotation.start : quotation.end]
    if not (inner.isalpha() and inner[0].isupper() and len(inner) < 14):
        return False
    before, after = (
        text[: quotation.opens].split(" ")[-2:-1]
        if quotation.opens < 40
        else text[quotation.opens - 40 : quotation.opens].split(" ")[-2:-1],
        text[quotation.closes : quotation.closes + 2],
    )
    return bool(before and before[0][:1].isupper() and after[:1] == " " and after[1:].isupper())


def read(text: str, quotations: list[Quotation], pack: Pack) -> Line:
    """The outer tokens of a text whose quotations are given in order and do not overlap."""
    line, at = Line(text, [], [], [], [], {}, [], []), 0
    for quotation in quotations:
        _read_part(line, at, quotation.opens, pack)
        if not _nickname(text, quotation):
            line.quotes[len(line.words)] = quotation
            line.words.append(QUOTED)
            line.starts.append(quotation.opens)
            line.ends.append(quotation.closes)
        at = quotation.closes
    _read_part(line, at, len(text), pack)
    line.lows = list(map(str.lower, line.words))
    if "’" in text:
        line.lows = [w.replace("’", "'") for w in line.lows]
    if pack.attached:
        line.lows = [w.lstrip("-").removeprefix("t-") if w[0] == "-" and len(w) > 2 else w for w in line.lows]
    return line


def _read_part(line: Line, at: int, stop: int, pack: Pack) -> None:
    """Appends the tokens of ``line.text[at:stop]``, which holds no quotation."""
    while at < stop and line.text[at].isspace():
        at += 1
    spaced = pattern(pack.code).findall(line.text, at, stop)
    words = list(map(str.rstrip, spaced))
    stopped = [i for i, w in enumerate(words) if w[-1] == "." and not _shortened(w, pack)]
    if stopped:
        words, spaced = _without_stops(words, spaced, stopped)
    starts = list(accumulate(map(len, spaced), initial=at))
    starts.pop()
    line.words += words
    line.starts += starts
    line.ends += map(add, starts, map(len, words))


def _without_stops(words: list[str], spaced: list[str], stopped: list[int]) -> tuple[list[str], list[str]]:
    """The tokens, those at ``stopped`` parted from the stop that ends them; copied in stretches, for linear time."""
    bare: list[str] = []
    parted: list[str] = []
    at = 0
    for i in stopped:
        word = words[i][:-1]
        bare += words[at:i]
        bare += (word, ".")
        parted += spaced[at:i]
        parted += (word, spaced[i][len(word) :])
        at = i + 1
    return bare + words[at:], parted + spaced[at:]
