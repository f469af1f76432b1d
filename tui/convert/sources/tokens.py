"""Words and marks of a block's text with their places, and the quotations that they stand around."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

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
    """One alternative a kind of token; every one consumes at least a character and none backtracks over words."""
    pack = load(code)
    elided = rf"(?<!\w)(?i:{_any(pack.elided)})['’](?=\w)|" if pack.elided else ""
    attached = rf"(?<=\w)-(?:t-)?(?:{_any(pack.attached)})\b|" if pack.attached else ""
    unattached = rf"(?!(?:t-)?(?:{_any(pack.attached)})\b)" if pack.attached else ""
    return re.compile(
        rf"(?<!\w)[^\W\d_]{{1,6}}\.(?=[\s,]|['’]s)|{elided}{attached}"  # perhaps an abbreviation with its stop
        r"[^\W\d_]-(?:[^\W\d_]{1,5}\.)+(?=[\s,)\]])"  # R-Wis., D-N.Y.
        r"|(?:[^\W\d_]\.){2,}"  # U.S.
        r"|(?<![^\W_])[A-ZÄÖÜÉÀÇ]\.(?=\s)"  # an initial
        r"|['’]s\b"
        r"|@\w+"
        r"|\d(?:[^\W_]|[.,:/](?=\d)|-(?=[^\W_]))*"
        rf"|[^\W_](?:[^\W_]|[-/&](?=[^\W_]){unattached}|['’](?!s\b)(?=[^\W_])|\.(?=[a-z0-9]))*"
        r"|\.\.\.|--+|\S"
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
    line = Line(text, [], [], [], [], {}, [], [])
    find, at = pattern(pack.code).finditer, 0
    words, starts, ends = line.words, line.starts, line.ends
    for quotation in [*quotations, None]:
        stop = quotation.opens if quotation else len(text)
        for match in find(text, at, stop):
            start, end = match.span()
            word = text[start:end]
            if word[-1] == "." and not _shortened(word, pack):
                words.append(word[:-1])
                starts.append(start)
                ends.append(end - 1)
                word, start = ".", end - 1
            words.append(word)
            starts.append(start)
            ends.append(end)
        if quotation and _nickname(text, quotation):
            at = quotation.closes
        elif quotation:
            line.quotes[len(words)] = quotation
            words.append(QUOTED)
            starts.append(quotation.opens)
            ends.append(quotation.closes)
            at = quotation.closes
    line.lows = [w.lower().replace("’", "'") for w in words]
    if pack.attached:
        line.lows = [w.lstrip("-").removeprefix("t-") if w[0] == "-" and len(w) > 2 else w for w in line.lows]
    return line
