"""What stands left of a block's lines and between blocks: bars, markers, hanging indents, empty lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.flow.lines import Cells, Run
from tui.model.article import Block, Frame

BARS = {"quote": "│ ", "pullquote": "┃ ", "left_out": "┆ "}
DEFINITION = 4  # columns
NARROW = 30  # columns; below it every indent is the least possible
LEAST_TEXT = 8  # columns that indents leave for the text, in the narrowest layout
BEFORE_HEADING = 2  # empty lines


class Framed(NamedTuple):
    """``gap`` empty lines drawn as ``between``, then ``first`` before the first line and ``rest`` before the others."""

    gap: int
    between: tuple[Run, ...] = ()
    first: tuple[Run, ...] = ()
    rest: tuple[Run, ...] = ()
    indent: int = 0


PLAIN = Framed(1)


def frame(blocks: Sequence[Block], width: int, cells: Cells, head: int = 0) -> list[Framed]:
    """The frame of each block, one pass; an item's later blocks hang where its first block does.

    The first ``head`` blocks stand above the body, without empty lines between them.
    """
    framed: list[Framed] = []
    before: Block | None = None
    hangs: list[int] = []  # columns that each frame around the block before took
    for number, block in enumerate(blocks):
        gap = 0 if number < head else _gap(before, block)
        if block.within:
            hangs = _hangs(block.within, hangs, width, cells)
            framed.append(_frame(block, before, gap, hangs, cells))
        else:
            hangs = []
            framed.append(PLAIN if gap == 1 else Framed(gap))
        before = block
    return framed


def _gap(before: Block | None, block: Block) -> int:
    if before is None:
        return 0
    if block.within and before.within and _continues_list(before, block):
        return 0
    return BEFORE_HEADING if block.kind == "heading" and before.kind != "heading" else 1


def _continues_list(before: Block, block: Block) -> bool:
    """Whether a block begins an item right after another item, or a definition after its term."""
    inner, outer = block.within[-1], before.within[-1]
    if inner.kind == "definition":
        return outer.kind in ("term", "definition")
    if inner.kind == "term":
        return outer.kind == "term"
    return bool(inner.marker) and any(f.kind == inner.kind for f in before.within) and inner.kind != "quote"


def _hangs(frames: tuple[Frame, ...], before: list[int], width: int, cells: Cells) -> list[int]:
    hangs: list[int] = []
    room = max(0, width - LEAST_TEXT)
    for depth, frame in enumerate(frames):
        hang = min(_hang(frame, depth, before, width, cells), room)
        hangs.append(hang)
        room -= hang
    return hangs


def _hang(frame: Frame, depth: int, before: list[int], width: int, cells: Cells) -> int:
    if frame.kind in BARS:
        return 2
    if frame.kind == "term":
        return 0
    if frame.kind == "definition":
        return DEFINITION if width >= NARROW else 2
    if frame.marker:
        return cells(frame.marker) + 1
    return before[depth] if depth < len(before) else 2


def _frame(block: Block, before: Block | None, gap: int, hangs: list[int], cells: Cells) -> Framed:
    first: list[Run] = []
    rest: list[Run] = []
    between: list[Run] = []
    shared = _shared(before, block)
    for depth, (frame, hang) in enumerate(zip(block.within, hangs, strict=True)):
        space = Run(" " * hang)
        if not hang:
            continue
        if frame.kind in BARS:
            bar = Run(BARS[frame.kind][:hang], (f"{frame.kind}-bar",))
            first.append(bar)
            rest.append(bar)
        else:
            first.append(Run(_fit(frame.marker, hang, cells), ("marker",)) if frame.marker else space)
            rest.append(space)
        if depth < shared:
            between.append(rest[-1])
    while between and not between[-1].text.strip():
        between.pop()
    return Framed(gap, tuple(between), tuple(first), tuple(rest), sum(hangs))


def _fit(marker: str, hang: int, cells: Cells) -> str:
    """A marker in exactly ``hang`` columns; one that does not fit is left out."""
    size = cells(marker)
    return marker + " " * (hang - size) if size <= hang else " " * hang


def _shared(before: Block | None, block: Block) -> int:
    """How many of the outer frames both blocks stand in: their bars go on between them."""
    if before is None:
        return 0
    shared = 0
    for one, other in zip(before.within, block.within, strict=False):
        if one.kind != other.kind or other.marker:
            break
        shared += 1
    return shared
