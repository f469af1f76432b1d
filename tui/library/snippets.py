"""The words of a search in their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

from tui.library import bodies
from tui.library.folding import UNSPACED, fold

LONGEST = 240  # characters of a snippet
BEFORE = 60  # characters shown before the first word if its sentence is too long
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|(?<=[。！？])[」』”]*|\n")
BREAK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A sentence with the words that were searched: plain text, and ``marks`` as (start, end) in it.

    ``block`` and ``offset`` are where the first marked word stands in the article, None when the words are
    only in the title, a caption's credit or the like; ``within`` says where it was found.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    block: int | None = None
    offset: int = 0
    within: str = "body"


Words = tuple[tuple[str, bool], ...]


def snippet(blob: bytes, words: Words) -> Snippet:
    """The sentence of a stored article that shows most of the words; its beginning if none is found."""
    record = bodies.record(blob)
    blocks: Sequence[dict[str, Any]] = record.get("blocks", ())
    pattern = _pattern(words)
    if pattern is not None:
        found = _best(pattern, blocks, len(words)) or _elsewhere(pattern, record)
        if found:
            return found
    first = next((n for n, block in enumerate(blocks) if block["text"] and block["kind"] == "paragraph"), None)
    return Snippet(_cut(blocks[first]["text"], 0)[0], block=first) if first is not None else Snippet("")


def _best(pattern: re.Pattern[str], blocks: Sequence[dict[str, Any]], wanted: int) -> Snippet | None:
    """The first of the blocks with most different words, at once when it has all that are ``wanted``."""
    best, most = None, 0
    for number, block in enumerate(blocks):
        places = _places(pattern, block["text"])
        kinds = len({kind for _, _, kind in places})
        if kinds > most:
            best, most = (number, block["text"], places), kinds
        if most >= wanted:
            break
    if best is None:
        return None
    number, text, places = best
    start = places[0][0]
    within = "caption" if blocks[number]["kind"] == "figure" else "body"
    return _around(text, places, number, start, within)


def _elsewhere(pattern: re.Pattern[str], record: dict[str, Any]) -> Snippet | None:
    """The words in captions, sources or the title."""
    for within, text, block in _other_texts(record):
        if places := _places(pattern, text):
            return _around(text, places, block, 0, within)
    return None


def _other_texts(record: dict[str, Any]) -> Iterator[tuple[str, str, int | None]]:
    for caption in record.get("captions", ()):
        parts = (caption.get(name) for name in ("text", "credit", "alt"))
        yield "caption", " · ".join(part for part in parts if part), caption.get("block", 0)
    for source in record.get("sources", ()):
        first = next(iter(source.get("mentions", ())), None)
        parts = (source.get(name) for name in ("name", "role", "affiliation"))
        yield "source", ", ".join(part for part in parts if part), first["block"] if first else None
    yield "title", record.get("title", ""), None


def _around(text: str, places: list[tuple[int, int, int]], block: int | None, offset: int, within: str) -> Snippet:
    shown, start, end = _cut(text, places[0][0])
    marks = tuple((max(a, start) - start, b - start) for a, b, _ in places if a >= start and b <= end)
    return Snippet(shown, marks, block, offset, within)


def _cut(text: str, at: int) -> tuple[str, int, int]:
    """The sentence around a place, cut if it is long; with where it starts and ends."""
    start = max((m.end() for m in SENTENCE_END.finditer(text, 0, at + 1) if m.end() <= at), default=0)
    following = SENTENCE_END.search(text, at + 1)
    end = following.start() if following else len(text)
    if end - start > LONGEST:
        if at - start > LONGEST - BEFORE:
            space = BREAK.search(text, at - BEFORE, at)
            start = space.end() if space else at - BEFORE
        end = min(end, start + LONGEST)
    return text[start:end].rstrip(), start, end


@lru_cache(maxsize=64)
def _pattern(words: Words) -> re.Pattern[str] | None:
    """Finds any of the words in folded text; the number of the group tells which."""
    parts = [f"({_one(word)}{'' if beginning or _unspaced(word[-1:]) else END})" for word, beginning in words if word]
    return re.compile("|".join(parts)) if parts else None


END = r"(?!\w)"
GAP = r"\W*"


def _one(word: str) -> str:
    tokens = re.findall(r"\w+", word)
    tokens = [token for token in tokens if not re.fullmatch("(?:plus)+|sharp|percent", token)] or tokens
    return ("" if not tokens or _unspaced(tokens[0]) else r"(?<!\w)") + GAP.join(map(re.escape, tokens))


def _unspaced(character: str) -> bool:
    return bool(re.match(f"[{UNSPACED}]", character))


def _places(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, int]]:
    """(start, end, which word) of every word in a text, in its own offsets."""
    folded = fold(text)
    found = [(m.start(), m.end(), m.lastindex or 0) for m in pattern.finditer(folded)]
    if not found or len(folded) == len(text):
        return found
    ends = list(accumulate(len(fold(character)) for character in text))
    return [(_origin(ends, a), _origin(ends, b - 1) + 1, kind) for a, b, kind in found]


def _origin(ends: list[int], place: int) -> int:
    """The character of the text that the folded character at ``place`` came from."""
    from bisect import bisect_right

    return bisect_right(ends, place)
