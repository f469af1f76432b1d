"""Lines of text as strips of styled segments: the only place where roles become colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.flow.lines import DECORATION, Line, Run
from tui.text.cleaning import web_address

MOST_STYLES = 2_000  # held at once: a very long article has as many links, each with its address in its style


class Overlay(NamedTuple):
    """``role`` laid over ``text[start:end]`` of a piece: a match, a mention, the selection."""

    start: int
    end: int
    role: str


class Strips:
    """Makes strips of lines; ``style_of`` gives the style of a combination of roles and is asked once for each."""

    def __init__(self, style_of: Callable[[tuple[str, ...]], Style]) -> None:
        self._style_of = style_of
        self._styles: dict[tuple[tuple[str, ...], str | None], Style] = {}
        self._unlinked: dict[tuple[str, ...], Style] = {}

    def renew(self) -> bool:
        """Ask for the styles again; whether any changed."""
        if all(self._style_of(roles) == style for roles, style in self._unlinked.items()):
            return False
        self._styles.clear()
        self._unlinked.clear()
        return True

    def strip(self, line: Line, overlays: Sequence[Overlay], left: int, measure: int, width: int) -> Strip:
        """A line of ``measure`` columns, ``left`` from the edge of ``width``, in as few segments as possible."""
        base = self._style((), None)
        segments: list[Segment] = []
        texts, style = [" " * left], base
        for run in overlaid(line.runs, overlays):
            its = self._style(run.roles, run.url)
            if its is not style:
                segments.append(Segment("".join(texts), style))
                texts, style = [], its
            texts.append(run.text)
        room = " " * max(0, measure - line.cells)
        if style is base:
            segments.append(Segment("".join([*texts, room]), base))
        else:
            segments += [Segment("".join(texts), style), Segment(room, base)]
        filled = left + line.cells + len(room)
        segments.append(Segment(" " * max(0, width - filled), base))  # by itself: scrolling does not send it again
        made = Strip([segment for segment in segments if segment.text], max(filled, width))
        return made if made.cell_length == width else made.adjust_cell_length(width, base)

    def _style(self, roles: tuple[str, ...], url: str | None) -> Style:
        style = self._styles.get((roles, url))
        if style is None:
            style = self._unlinked.get(roles) or self._style_of(roles)
            self._unlinked[roles] = style
            if url is not None and web_address(url):
                style += Style(link=url)
            if len(self._styles) > MOST_STYLES:
                self._styles.clear()
            self._styles[roles, url] = style
        return style


def overlaid(runs: Iterable[Run], overlays: Sequence[Overlay]) -> list[Run]:
    """The runs cut at the overlays' ends, with their roles added, the later overlay over the earlier."""
    for overlay in overlays:
        runs = [piece for run in runs for piece in _cut(run, overlay)]
    return list(runs)


def _cut(run: Run, overlay: Overlay) -> list[Run]:
    if run.offsets is not None:
        return _cut_reordered(run, run.offsets, overlay)
    if run.start == DECORATION:
        return [run]
    a = max(0, overlay.start - run.start)
    b = min(len(run.text), overlay.end - run.start)
    if a >= b:
        return [run]
    parts = ((0, a, run.roles), (a, b, (*run.roles, overlay.role)), (b, len(run.text), run.roles))
    return [Run(run.text[i:j], roles, run.start + i, run.url) for i, j, roles in parts if i < j]


def _cut_reordered(run: Run, offsets: tuple[int, ...], overlay: Overlay) -> list[Run]:
    pieces: list[Run] = []
    at = 0
    inside = [overlay.start <= offset < overlay.end for offset in offsets]
    for i in range(1, len(inside) + 1):
        if i == len(inside) or inside[i] != inside[at]:
            roles = (*run.roles, overlay.role) if inside[at] else run.roles
            pieces.append(Run(run.text[at:i], roles, run.start, run.url, offsets[at:i]))
            at = i
    return pieces
