"""The text of an article between two places, as it is copied: paragraphs whole, not lines of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.article import Block

Place = tuple[int, int]


def excerpt(blocks: Sequence[Block], start: Place, end: Place) -> str:
    """The text from ``start`` to before ``end``; an empty line between blocks, none between items of a list."""
    parts: list[str] = []
    before: Block | None = None
    for piece in range(start[0], min(end[0], len(blocks) - 1) + 1):
        block = blocks[piece]
        first = start[1] if piece == start[0] else 0
        last = end[1] if piece == end[0] else len(block.text)
        if not block.text[first:last]:
            continue
        if before is not None:
            parts.append("\n" if _in_one_list(before, block) else "\n\n")
        if first == 0 and before is not None:
            parts += [frame.marker + " " for frame in block.within if frame.marker]
        parts.append(block.text[first:last])
        before = block
    return "".join(parts)


def _in_one_list(before: Block, block: Block) -> bool:
    return bool(block.within and before.within and block.within[-1].kind == before.within[-1].kind == "item")
