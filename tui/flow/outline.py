"""The headings of an article, to jump by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from tui.model.article import Article


class Heading(NamedTuple):
    level: int
    text: str
    block: int


def outline(article: Article) -> list[Heading]:
    """The article's headings in reading order."""
    return [Heading(b.level, b.text, i) for i, b in enumerate(article.blocks) if b.kind == "heading"]


def next_heading(headings: list[Heading], block: int, steps: int) -> int | None:
    """The block of the next (``steps`` 1) or previous (-1) heading seen from a block, None if there is none."""
    blocks = [heading.block for heading in headings]
    place = bisect_right(blocks, block) if steps > 0 else bisect_left(blocks, block) - 1
    return blocks[place] if 0 <= place < len(blocks) else None
