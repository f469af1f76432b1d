"""Text that runs from right to left, in the order in which a terminal's cells show it.

Terminals draw cells from left to right, so a line is reordered here: levels by the Unicode Bidirectional
Algorithm (python-bidi), then rule L2 over grapheme clusters, so that marks stay on their letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from tui.flow.graphemes import clusters
from tui.flow.lines import Cells

TURNED = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
LONGEST_PARAGRAPH = 4_000  # characters of a paragraph taken as a whole; in longer ones each line is taken by itself


def is_turned(text: str) -> bool:
    """Whether any character of the text runs from right to left."""
    return not text.isascii() and re.search(TURNED, text) is not None


def base_level(text: str) -> int:
    """1 if the text's first letter makes its paragraph run from right to left, else 0 (rules P2, P3)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return 1
        if direction == "L":
            return 0
    return 0


@cache
def _algorithm() -> Any:
    """python-bidi, which few texts need."""
    from bidi import algorithm  # type: ignore[import-untyped]

    return algorithm


def levels(text: str, base: int) -> list[int]:
    """Embedding level of each character; odd levels run from right to left."""
    algorithm = _algorithm()
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = {character["index"]: character["level"] for character in storage["chars"]}
    resolved: list[int] = []
    for index in range(len(text)):  # what the algorithm leaves out (joiners) goes with what is before it
        resolved.append(found.get(index, resolved[-1] if resolved else base))
    return resolved


def mirrored(character: str) -> str:
    """The bracket or sign as it stands in text from right to left."""
    return str(_algorithm().MIRRORED.get(character, character))


def order(level: list[int]) -> list[int]:
    """Indexes of the units in the order in which they are drawn from left to right (rule L2)."""
    drawn = list(range(len(level)))
    for least in range(max(level, default=0), 0, -1):
        at = 0
        while at < len(drawn):
            if level[drawn[at]] < least:
                at += 1
                continue
            end = at
            while end < len(drawn) and level[drawn[end]] >= least:
                end += 1
            drawn[at:end] = drawn[at:end][::-1]
            at = end
    return drawn


def in_drawn_order(text: str, cells: Cells) -> list[tuple[int, str]]:
    """The clusters of a line of text from left to right as they are drawn, each with the index where it begins."""
    level = levels(text, base_level(text))
    units = [(at, mirrored(text[at:end]) if level[at] % 2 else text[at:end]) for at, end, _ in clusters(text, cells)]
    return [units[place] for place in order([level[at] for at, _ in units])]
