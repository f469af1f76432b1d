"""Lines of text as strips of styled segments: the only place where roles become colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.flow.lines import DECORATION, Line, Run


class Overlay(NamedTuple):
    """``role`` laid over ``text[start:end]`` of a block: a match, a mention, the selection."""

    start: int
    end: int
    role: str


def overlaid(runs: Iterable[Run], overlays: Sequence[Overlay]) -> list[Run]:
    """The runs cut at the overlays' ends, with their roles added, the later overlay over the earlier."""
    for overlay in overlays:
        runs = [piece for run in runs for piece in _cut(run, overlay)]
    return list(runs)


def _cut(run: Run, overlay: Overlay) -> list[Run]:
    if run.offsets is not None:
        return _cut_reordered(run, overlay)
    if run.start == DECORATION:
        return [run]
    a = max(0, overlay.start - run.start)
    b = min(len(run.text), overlay.end - run.start)
    if a >= b:
        return [run]
    parts = ((0, a, ()), (a, b, (overlay.role,)), (b, len(run.text), ()))
    return [Run(run.text[i:j], run.roles + role, run.start + i, run.url) for i, j, role in parts if i < j]


def _cut_reordered(run: Run, overlay: Overlay) -> list[Run]:
    assert run.offsets is not None
    pieces: list[Run] = []
    at = 0
    inside = [overlay.start <= offset < overlay.end for offset in run.offsets]
    for i in range(1, len(inside) + 1):
        if i == len(inside) or inside[i] != inside[at]:
            roles = (*run.roles, overlay.role) if inside[at] else run.roles
            pieces.append(Run(run.text[at:i], roles, run.start, run.url, run.offsets[at:i]))
            at = i
    return pieces


def strip(
    line: Line, left: int, width: int, style_of: Callable[[tuple[str, ...]], Style], runs: Sequence[Run]
) -> Strip:
    """A line drawn ``left`` columns from the edge of a pane ``width`` columns wide, as few segments as possible.

    ``runs`` are the line's runs, with what is laid over them.
    """
    base = style_of(())
    texts: list[str] = [" " * left]
    style = base
    segments: list[Segment] = []
    for run in runs:
        its = style_of(run.roles)
        if run.url is not None and not run.url.startswith("#"):
            its += Style(link=run.url)
        if its != style:
            if texts := [text for text in texts if text]:
                segments.append(Segment("".join(texts), style))
            texts, style = [], its
        texts.append(run.text)
    texts, style = _finish(segments, texts, style, base)
    texts.append(" " * max(0, width - left - line.cells))
    if any(texts):
        segments.append(Segment("".join(texts), style))
    made = Strip(segments, left + line.cells + max(0, width - left - line.cells))
    return made if made.cell_length == width else made.adjust_cell_length(width, base)


def _finish(segments: list[Segment], texts: list[str], style: Style, base: Style) -> tuple[list[str], Style]:
    if style == base:
        return texts, style
    segments.append(Segment("".join(texts), style))
    return [], base
