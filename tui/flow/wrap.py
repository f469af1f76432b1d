"""Where a text breaks into lines of a width.

Every function here returns the offsets at which lines start; a line ends where the next one starts,
less the white space there.  One pass, linear in the text, whatever the length of its words.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Set
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.flow import thai_words
from tui.flow.graphemes import binds, clusters, is_plain
from tui.flow.lines import Cells

if TYPE_CHECKING:
    from tui.flow.hyphenation import Hyphenation

# Japanese and Chinese line breaking (JIS X 4051, GB/T 15834; W3C, Requirements for Japanese/Chinese Text Layout).
NEVER_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉」』）］｝〕〉》】〙〗〟’”｠»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿー々〻ゝゞヽヾ〜～…‥—–%％℃°‰′″"
    ")]},.:;?!"
)
NEVER_LAST = frozenset("「『（［｛〔〈《【〘〖〝‘“｟«([{￥＄￡$£¥#＃№")
# Characters between which lines break: ideographs, kana, full-width forms, emoji; not Hangul, written in words.
IDEOGRAPHIC = (
    ("\u2600", "\u27bf"), ("\u2e80", "\u30ff"), ("\u3105", "\u312f"), ("\u31a0", "\u9fff"), ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"), ("\uff01", "\uffef"), ("\U0001f000", "\U0001faff"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
HYPHENS = frozenset("-‐–—")
# French sets « so » and asks so ?  A space there does not end a line (Unicode Line Breaking, UAX #14, LB 13, 15a, 15b).
HELD_BEHIND = frozenset("!?:;»›")
HELD_BEFORE = frozenset("«‹")
AROUND = frozenset(("", " ", "\n"))
BEFORE_OPENING = AROUND | frozenset("(['’")  # else the mark closes, as in German: »so« and
AFTER_CLOSING = AROUND | frozenset(")].,!?:;")  # else it opens: und »so«
# What makes one character of several that have cells of their own: joined emoji, emoji style, flags.
JOINING = "[\u200d\ufe0f\U0001f1e6-\U0001f1ff]"
Bound = Callable[[int], bool]
NO_WORDS: frozenset[int] = frozenset()


def wrap(text: str, width: int, cells: Cells, hyphenation: Hyphenation | None = None) -> array[int]:
    """Offsets at which the lines start; the first is 0.  A text without characters has one line.

    With ``hyphenation``, words are parted too, at places that it then knows; their hyphens have room.
    """
    starts = array("l")
    at = 0
    plain = is_plain(text)
    while True:  # one turn a line written by the author
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        starts.append(at)
        if plain:
            _wrap_plain(text, at, end, max(1, width), starts, hyphenation)
        else:
            _wrap_any(text, at, end, max(1, width), cells, starts, hyphenation)
        if end == len(text):
            return starts
        at = end + 1


def line_end(text: str, start: int, following: int) -> int:
    """Where the line ``text[start:following]`` ends when the white space at its end is left out."""
    while following > start and text[following - 1] in " \n":
        following -= 1
    return following


def _wrap_plain(text: str, at: int, end: int, width: int, starts: array[int], hyphenation: Hyphenation | None) -> None:
    """The case of nearly all Western text: a character is a cell, so a break is found by searching backwards."""
    rfind = text.rfind
    while end - at > width:
        start, limit = at, at + width
        cut = rfind(" ", at, limit + 1)
        if cut > at and holds(text, cut):
            cut = _parting_space(text, at, cut)
        hyphen = rfind("-", max(cut, at) + 1, limit)
        dash = max(rfind("—", max(cut, at) + 1, limit), rfind("–", max(cut, at) + 1, limit))
        joint = max(hyphen, dash)
        if joint > 0 and text[joint - 1].isalpha() and text[joint + 1].isalpha():
            at = joint + 1
        else:
            at = cut if cut > at else limit
        while at < end and text[at] == " ":
            at += 1
        if at < end and hyphenation:
            at = _parted(text, start, at, limit - 1, hyphenation)
        if at < end:
            starts.append(at)


def _wrap_any(
    text: str, at: int, end: int, width: int, cells: Cells, starts: array[int], hyphenation: Hyphenation | None
) -> None:
    """Any script: the widths of all characters summed up, so that how far a line reaches is a binary search."""
    base = at
    sums, bound = _measure(text, at, end, cells)
    words = (
        frozenset(base + place for place in thai_words.words(line))
        if thai_words.is_thai(line := text[at:end])
        else NO_WORDS
    )
    while sums[-1] - sums[at - base] > width:
        start, reach = at, base + bisect_right(sums, sums[at - base] + width, at - base) - 1
        at = _past_spaces(text, _last_break(text, at, reach, end, bound, words), end, bound)
        if at < end and hyphenation:
            last = base + bisect_right(sums, sums[start - base] + width - 1, start - base) - 1
            at = _parted(text, start, at, last, hyphenation)
        if at < end:
            starts.append(at)


def _parted(text: str, start: int, at: int, last: int, hyphenation: Hyphenation) -> int:
    """Where the line that begins at ``start`` ends when words are parted; ``at`` if no part of the next one fits.

    Up to ``last`` there is room, with the hyphen.  A word that fills the whole line is parted where it may be.
    """
    after = at if may_break(text[at - 1], text[at]) else start
    return hyphenation.part(text, start, after, last) or at


def _parting_space(text: str, at: int, held: int) -> int:
    """The last space of a line from ``at`` that parts words, before a held one; that one if there is no other."""
    cut = text.rfind(" ", at, held)
    while cut > at and holds(text, cut):
        cut = text.rfind(" ", at, cut)
    return cut if cut > at else held


def _last_break(text: str, at: int, reach: int, end: int, bound: Bound, words: Set[int]) -> int:
    """Where a line from ``at`` that has room up to ``reach`` ends; amid a word if that alone fills the line.

    ``words`` are where words begin that follow another one without a space.
    """
    held = 0
    for place in range(reach, at, -1):
        if text[place] == " " or ((place in words or may_break(text[place - 1], text[place])) and not bound(place)):
            space = place if text[place] == " " else place - 1
            if text[space] != " " or not holds(text, space):
                return place
            held = held or place
    if held:
        return held
    cut = max(reach, at + 1)
    while cut > at + 1 and bound(cut):
        cut -= 1
    while cut < end and bound(cut):
        cut += 1
    return cut


def _past_spaces(text: str, at: int, end: int, bound: Bound) -> int:
    while at < end and text[at] == " " and not (at + 1 < end and bound(at + 1)):
        at += 1
    return at


def _measure(text: str, at: int, end: int, cells: Cells) -> tuple[list[int], Bound]:
    """Cells up to each character of ``text[at:end]``, and whether one belongs to the character before it."""
    part = text[at:end]
    if not re.search(JOINING, part):
        sizes = _sizes(cells)
        return list(accumulate(map(sizes.__getitem__, part), initial=0)), lambda place: binds(text, place, cells)
    spread = [0] * len(part)
    firsts = bytearray(len(part) + 1)
    for begin, _, size in clusters(part, cells):
        spread[begin] = size
        firsts[begin] = 1
    firsts[len(part)] = 1
    return list(accumulate(spread, initial=0)), lambda place: not firsts[place - at]


class _Sizes(dict[str, int]):
    """Widths of characters, each measured when first met."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def __missing__(self, character: str) -> int:
        self[character] = size = self.cells(character)
        return size


@lru_cache(4)
def _sizes(cells: Cells) -> _Sizes:
    return _Sizes(cells)


def holds(text: str, space: int) -> bool:
    """Whether the words at a space stay on one line: it stands inside quotation marks, or before a mark of its own."""
    if text[space + 1 : space + 2] in HELD_BEHIND and text[space + 2 : space + 3] in AFTER_CLOSING:
        return True
    return text[space - 1] in HELD_BEFORE and (space < 2 or text[space - 2] in BEFORE_OPENING)


def may_break(before: str, after: str) -> bool:
    """Whether a line may end after the character ``before`` and the next begin with ``after``."""
    if before == " ":
        return True
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if _is_ideographic(before) or _is_ideographic(after):
        return True
    return before in HYPHENS and after.isalpha()


@lru_cache(8192)
def _is_ideographic(character: str) -> bool:
    return any(first <= character <= last for first, last in IDEOGRAPHIC)
