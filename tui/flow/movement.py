"""Where the next word, sentence and paragraph begin and end, over the blocks of an article.

A place is (piece, offset): a block's number and a character in its text, or its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.model.article import Block
from tui.text import sentence_ends

Place = tuple[int, int]

WORD = r"[^\W_]+(?:['’\-][^\W_]+)*"


def end_of(unit: str, blocks: Sequence[Block], place: Place) -> Place:
    """The end of the word, sentence or paragraph at or after a place; the text's end after its last."""
    piece, offset = place
    while piece < len(blocks):
        found = _next_end(unit, blocks[piece].text, offset)
        if found is not None:
            return piece, found
        piece, offset = piece + 1, 0
    return len(blocks) - 1, len(blocks[-1].text)


def start_of(unit: str, blocks: Sequence[Block], place: Place) -> Place:
    """The start of the word, sentence or paragraph before a place; the text's start before its first."""
    piece, offset = place
    while piece >= 0:
        found = _last_start(unit, blocks[piece].text, offset)
        if found is not None:
            return piece, found
        piece -= 1
        offset = len(blocks[piece].text) if piece >= 0 else 0
    return 0, 0


def _next_end(unit: str, text: str, offset: int) -> int | None:
    if unit == "word":
        found = re.compile(WORD).search(text, offset)
        return found.end() if found else None
    if offset >= len(text.rstrip()):
        return None
    if unit == "sentence":
        return next((end for end in sentence_ends.ends(text, offset) if end > offset), len(text))
    return len(text)


def _last_start(unit: str, text: str, offset: int) -> int | None:
    if unit == "word":
        starts = [m.start() for m in re.compile(WORD).finditer(text, 0, offset)]
    elif unit == "sentence":
        starts = [s for s in sentence_ends.starts(text) if s < offset]
    else:
        starts = [0] if offset > 0 else []
    return starts[-1] if starts and starts[-1] < offset else None
