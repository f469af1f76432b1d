"""Every place where an article names its sources, found by the words that begin their names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, islice
from typing import TypeVar

from tui.model.article import Block, Mention

Key = TypeVar("Key")

WORD = re.compile(r"@?[^\W\d_]\w*")  # what a name may begin with
INNER = "0123456789_"  # what a word may go on with and none begins with
MAX_INNER = 20  # of these, looked back over for the word's first letter
MAX_SOUGHT = 1000  # words sought that names begin with; each is a look over all the text


def places(
    blocks: Sequence[Block], indices: Iterable[int], names: Mapping[str, Key]
) -> dict[Key, list[tuple[Mention, str]]]:
    """Where each name stands as a whole word, with the name; of names that begin alike the longest counts."""
    lengths: dict[str, set[int]] = {}  # of the names that begin with a word: few, however many names begin so
    for name in names:
        match = WORD.match(name)
        if match:
            lengths.setdefault(match.group(), set()).add(len(name))
    if not lengths:
        return {}
    longest_first = {word: sorted(found, reverse=True) for word, found in lengths.items()}
    searched = [*indices]
    texts = [blocks[index].text for index in searched]
    begun = [0, *accumulate(len(text) + 1 for text in texts)]  # where each block begins in all the text
    whole = "\n".join(texts)
    found: dict[Key, list[tuple[Mention, str]]] = {}
    free = 0
    for start, first in sorted(chain.from_iterable(_standing(whole, word) for word in islice(lengths, MAX_SOUGHT))):
        if start < free:
            continue
        name = _named(whole, start, longest_first[first], names)
        if name:
            free = start + len(name)
            n = bisect_right(begun, start) - 1
            mention = Mention(searched[n], start - begun[n], free - begun[n])
            found.setdefault(names[name], []).append((mention, name))
    return found


def _standing(text: str, first: str) -> list[tuple[int, str]]:
    """Where a word stands as a whole that begins a name, each time with the word."""
    found, at = [], text.find(first)
    while at >= 0:
        end = at + len(first)
        behind = text[end : end + 1]
        if not behind.isalnum() and behind != "_" and _begins(text, at):
            found.append((at, first))
        at = text.find(first, end)
    return found


def _begins(text: str, at: int) -> bool:
    """Whether a word may begin here: behind no letter and no hyphen."""
    before = text[at - 1 : at]
    if before in INNER:  # or nothing stands before it
        return not text[max(0, at - MAX_INNER) : at].rstrip(INNER)[-1:].isalnum()
    return not before.isalnum() and before != "-"


def _named(text: str, start: int, lengths: Sequence[int], names: Mapping[str, Key]) -> str:
    """The name of one of these lengths, the first that fits, that stands here as a whole; else ""."""
    for length in lengths:
        name = text[start : start + length]
        if name in names and _ends(text, start + length):
            return name
    return ""


def _ends(text: str, end: int) -> bool:
    """Whether a word may end here, and no further one is joined to it by a hyphen."""
    return not (text[end : end + 1].isalnum() or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()))


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Sorted, none inside or over another; of two the longer stays."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda m: (m.block, m.start, -m.end)):
        if kept and kept[-1].block == one.block and one.start < kept[-1].end:
            continue
        kept.append(one)
    return kept


def sentence_at(sentences: Sequence[tuple[int, int]], token: int) -> tuple[int, int]:
    """The sentence that a token stands in; (0, 0) for none."""
    at = bisect_left(sentences, (token + 1, 0)) - 1
    return sentences[at] if at >= 0 and sentences[at][0] <= token < sentences[at][1] else (0, 0)
