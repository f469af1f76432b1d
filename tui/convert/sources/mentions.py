"""Every place where an article names its sources, found in one pass over the capitalised words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from tui.model.article import Block, Mention

Key = TypeVar("Key")

# A word that may begin a name; where no name begins small, words that begin with the most common small letters are
# passed over (what stands before a match is looked at afterwards).
WORD = re.compile(r"@?[^\W\d_]\w*")
CAPITALISED = re.compile(r"[^a-zß-öø-ÿ \W\d_]\w*")


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
    begins = {first: sorted(each, reverse=True) for first, each in lengths.items()}
    word = CAPITALISED if all(first[0].isupper() for first in begins) else WORD
    found: dict[Key, list[tuple[Mention, str]]] = {}
    for index in indices:
        text, free = blocks[index].text, 0
        for match in word.finditer(text):
            first = match[0]
            if first not in begins or match.start() < free:
                continue
            start = match.start()
            name = _standing(text, start, begins[first], names)
            if name:
                free = start + len(name)
                found.setdefault(names[name], []).append((Mention(index, start, free), name))
    return found


def _standing(text: str, start: int, lengths: Sequence[int], names: Mapping[str, Key]) -> str:
    """The name of one of these lengths, the first that fits, that stands here as a whole; else ""."""
    for length in lengths:
        name = text[start : start + length]
        if name in names and _stands(text, name, start):
            return name
    return ""


def _stands(text: str, name: str, start: int) -> bool:
    """Whether the whole name stands here and not inside a longer or hyphened word."""
    end = start + len(name)
    before = text[start - 1 : start]
    if not text.startswith(name, start) or before == "-" or before.isalpha():
        return False
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
