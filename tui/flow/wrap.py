"""Where a text breaks into lines of a width.

Every function here returns the offsets at which lines start; a line ends where the next one starts,
less the white space there.  One pass, linear in the text, whatever the length of its words.
"""

from __future__ import annotations

import re
from array import array

from tui.flow.graphemes import PLAIN, WIDE, clusters, is_plain
from tui.flow.lines import Cells

# Japanese and Chinese line breaking (JIS X 4051, GB/T 15834; W3C, Requirements for Japanese/Chinese Text Layout).
NEVER_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉」』）］｝〕〉》】〙〗〟’”｠»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿー々〻ゝゞヽヾ〜～…‥—–%％℃°‰′″"
    ")]},.:;?!"
)
NEVER_LAST = frozenset("「『（［｛〔〈《【〘〖〝‘“｟«([{￥＄￡$£¥#＃№")
IDEOGRAPHIC = re.compile(
    "[\u2e80-\u30ff\u3105-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef"
    "\u2600-\u27bf\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
HYPHENS = frozenset("-‐–—")

LETTERS = PLAIN.replace(" -~", "!-,.-~").replace("\u2010-\u2027", "\u2011\u2012\u2015-\u2027")  # without hyphens
TOKEN = re.compile(f" +|\n|[{LETTERS}]+[-‐–—]*|[-‐–—]+|[{WIDE}]|[^{PLAIN}{WIDE}\n]+")


def wrap(text: str, width: int, cells: Cells) -> array[int]:
    """Offsets at which the lines start; the first is 0.  A text without characters has one line."""
    starts = array("l")
    at = 0
    plain = is_plain(text)
    while True:  # one turn a line written by the author
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        starts.append(at)
        if plain:
            _wrap_plain(text, at, end, max(1, width), starts)
        else:
            _wrap_any(text, at, end, max(1, width), cells, starts)
        if end == len(text):
            return starts
        at = end + 1


def line_end(text: str, start: int, following: int) -> int:
    """Where the line ``text[start:following]`` ends when the white space at its end is left out."""
    while following > start and text[following - 1] in " \n":
        following -= 1
    return following


def _wrap_plain(text: str, at: int, end: int, width: int, starts: array[int]) -> None:
    """The case of nearly all Western text: a character is a cell, so a break is found by searching backwards."""
    rfind = text.rfind
    while end - at > width:
        limit = at + width
        cut = rfind(" ", at, limit + 1)
        hyphen = rfind("-", max(cut, at) + 1, limit)
        dash = max(rfind("—", max(cut, at) + 1, limit), rfind("–", max(cut, at) + 1, limit))
        joint = max(hyphen, dash)
        if joint > 0 and text[joint - 1].isalpha() and text[joint + 1].isalpha():
            at = joint + 1
        elif cut <= at:
            at = limit
        else:
            at = cut + 1
        while at < end and text[at] == " ":
            at += 1
        if at < end:
            starts.append(at)


def _wrap_any(text: str, at: int, end: int, width: int, cells: Cells, starts: array[int]) -> None:
    """Any script: the text as unbreakable units, filled into lines one after the other."""
    filled = 0  # cells on the line so far, with the spaces after its last unit
    for start, stop, size, spaces in _units(text, at, end, cells):
        if filled and filled + size > width:
            starts.append(start)
            filled = 0
        if size > width:
            filled = _chop(text, start, stop, width, cells, starts)
        else:
            filled += size
        filled += spaces


def _chop(text: str, start: int, stop: int, width: int, cells: Cells, starts: array[int]) -> int:
    """A unit longer than a line, cut between clusters; returns the cells filled on the last line."""
    filled = 0
    for begin, _, size in clusters(text[start:stop], cells):
        if filled and filled + size > width:
            starts.append(start + begin)
            filled = 0
        filled += size
    return filled


def _units(text: str, at: int, end: int, cells: Cells) -> list[tuple[int, int, int, int]]:
    """Stretches that no break may cut: start, end, width in cells, and the spaces that follow."""
    units: list[tuple[int, int, int, int]] = []
    start, size, spaces, open_unit = at, 0, 0, False
    before = ""
    for begin, stop, width in _atoms(text, at, end, cells):
        character = text[begin]
        if character == " ":
            spaces += stop - begin
            before = " "
            continue
        if open_unit and _may_break(before, character):
            units.append((start, begin - spaces, size, spaces))
            start, size, spaces, open_unit = begin, 0, 0, False
        elif spaces:  # white space that may not be broken at, or that the text begins with
            size, spaces = size + spaces, 0
        size += width
        open_unit = True
        before = text[stop - 1]
    if open_unit or spaces:
        units.append((start, end - spaces, size, spaces))
    return units


def _atoms(text: str, at: int, end: int, cells: Cells) -> list[tuple[int, int, int]]:
    """Words, runs of spaces and single wide or combined characters: start, end, width in cells."""
    atoms: list[tuple[int, int, int]] = []
    add = atoms.append
    match = TOKEN.match
    while at < end:
        found = match(text, at, end)
        assert found is not None
        stop = found.end()
        first = text[at]
        if stop < end and not is_plain(text[stop]) and cells(text[stop]) == 0:
            stop = _combined(text, stop, end)
            for begin, finish, size in clusters(text[at:stop], cells):
                add((at + begin, at + finish, size))
        elif first <= "\u02ff" or is_plain(first):
            add((at, stop, stop - at))
        elif stop - at == 1:
            add((at, stop, cells(first)))
        else:
            for begin, finish, size in clusters(text[at:stop], cells):
                add((at + begin, at + finish, size))
        at = stop
    return atoms


def _combined(text: str, at: int, end: int) -> int:
    """The end of the characters from ``at`` on that are not plain."""
    found = re.compile(f"[^{PLAIN}\n]+").match(text, at, end)
    return found.end() if found else at + 1


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end after the character ``before`` and the next begin with ``after``."""
    if before == " ":
        return True
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if IDEOGRAPHIC.match(before) or IDEOGRAPHIC.match(after):
        return True
    return before in HYPHENS and after.isalpha()
