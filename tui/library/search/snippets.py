"""The words of a search in their sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from typing import Any

from tui.library.store import body_blob
from tui.model.frozen import value
from tui.text import sentence_ends
from tui.text.folding import fold, is_apart

LONGEST_SNIPPET = 240  # characters of a snippet
BEFORE = 60  # characters shown before the first word if its sentence is too long
BREAK = re.compile(r"\s+")
MOST_PLACES = 100  # of one word that are looked at
SPELLED_SIGN = re.compile("(?:plus)+|sharp|percent")


@value(frozen=True, slots=True)
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


@value(frozen=True, slots=True)
class WordPlace:
    """Where a searched word stands in a text; ``word`` is its index in the search."""

    start: int
    end: int
    word: int


def snippet(blob: bytes, words: Words) -> Snippet:
    """The sentence of a stored article that shows most of the words; its beginning if none is found."""
    record = body_blob.record(blob)
    blocks: Sequence[dict[str, Any]] = record.get("blocks", ())
    if words:
        found = _in_blocks(blocks, words) or _elsewhere(record, words)
        if found:
            return found
    first = next((n for n, block in enumerate(blocks) if block["text"] and block["kind"] == "paragraph"), None)
    return Snippet(_cut(blocks[first]["text"], 0)[0], block=first) if first is not None else Snippet("")


def _in_blocks(blocks: Sequence[dict[str, Any]], words: Words) -> Snippet | None:
    """The first of the blocks with most different words; all blocks are looked through as one text."""
    starts = list(accumulate((len(block["text"]) + 1 for block in blocks), initial=0))
    by_block: dict[int, list[WordPlace]] = {}
    for place in places("\n".join(block["text"] for block in blocks), words):
        number = bisect_right(starts, place.start) - 1
        by_block.setdefault(number, []).append(
            WordPlace(place.start - starts[number], place.end - starts[number], place.word)
        )
    if not by_block:
        return None
    number = max(by_block, key=lambda n: (len({place.word for place in by_block[n]}), -n))
    within = "caption" if blocks[number]["kind"] == "figure" else "body"
    found = by_block[number]
    return _around(blocks[number]["text"], found, number, found[0].start, within)


def _elsewhere(record: dict[str, Any], words: Words) -> Snippet | None:
    """The words in captions, sources or the title."""
    for within, text, block in _other_texts(record):
        if found := places(text, words):
            return _around(text, found, block, 0, within)
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


def _around(text: str, found: list[WordPlace], block: int | None, offset: int, within: str) -> Snippet:
    shown, start, end = _cut(text, found[0].start)
    marks = tuple((max(p.start, start) - start, p.end - start) for p in found if p.start >= start and p.end <= end)
    return Snippet(shown, marks, block, offset, within)


def _cut(text: str, at: int) -> tuple[str, int, int]:
    """The sentence around a place, cut if it is long; with where it starts and ends."""
    start, end = sentence_ends.around(text, at, at)
    if end - start > LONGEST_SNIPPET:
        if at - start > LONGEST_SNIPPET - BEFORE:
            space = BREAK.search(text, at - BEFORE, at)
            start = space.end() if space else at - BEFORE
        end = min(end, start + LONGEST_SNIPPET)
    return text[start:end].rstrip(), start, end


def places(text: str, words: Words) -> list[WordPlace]:
    """Every place of any of the words in a text, in its own offsets, first to last."""
    folded = fold(text)
    found = [
        WordPlace(start, end, number)
        for number, (word, beginning) in enumerate(words)
        for start, end in islice(_occurrences(folded, _tokens(word), beginning), MOST_PLACES)
    ]
    found.sort(key=lambda place: (place.start, -place.end))
    if len(folded) != len(text):
        found = _unfolded(text, found)
    return [place for n, place in enumerate(found) if not n or place.start >= found[n - 1].end]


def _occurrences(folded: str, tokens: Sequence[str], beginning: bool) -> Iterator[tuple[int, int]]:
    """Where the tokens stand one after the other with nothing but signs between, as whole words."""
    if not tokens:
        return
    at = folded.find(tokens[0])
    while at >= 0:
        end = _end(folded, at, tokens)
        starts = at == 0 or not folded[at - 1].isalnum() or is_apart(tokens[0][0])
        if end and starts and (beginning or end >= len(folded) or _ends(folded, end)):
            yield at, end
        at = folded.find(tokens[0], (end or at) + (0 if end else 1))


def _end(folded: str, at: int, tokens: Sequence[str]) -> int:
    """Where the last token ends if all of them stand here, else 0."""
    end = at + len(tokens[0])
    for token in tokens[1:]:
        while end < len(folded) and not folded[end].isalnum():
            end += 1
        if not folded.startswith(token, end):
            return 0
        end += len(token)
    return end


def _ends(folded: str, end: int) -> bool:
    return not folded[end].isalnum() or is_apart(folded[end - 1]) or is_apart(folded[end])


@lru_cache(maxsize=64)
def _tokens(word: str) -> tuple[str, ...]:
    """The words of a word or phrase as it was given to the index, without those that spell signs."""
    tokens = re.findall(r"[^\W_]+", word)
    return tuple(token for token in tokens if not SPELLED_SIGN.fullmatch(token)) or tuple(tokens)


def _unfolded(text: str, found: list[WordPlace]) -> list[WordPlace]:
    """The places in the text itself, where folding made letters of one (ß, ﬁ)."""
    ends = list(accumulate(len(fold(character)) for character in text))
    return [WordPlace(bisect_right(ends, p.start), bisect_right(ends, p.end - 1) + 1, p.word) for p in found]
