"""A block's text as it is shown: spans flattened into runs, raised and lowered characters, expanded tabs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.flow.lines import DECORATION, Run
from tui.model.article import Block, Span

RAISED = dict(zip("0123456789+-=()aehijklmnoprstuvwxyz−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵉʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁻", strict=True))
LOWERED = dict(zip("0123456789+-=()aehijklmnoprstuvx−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₋", strict=True))
SIGNS = {"superscript": "^", "subscript": "_"}  # before what Unicode has no raised or lowered characters for


class Stretch(NamedTuple):
    """``text[start:end]`` of a shown text, in one combination of styles."""

    start: int
    end: int
    roles: tuple[str, ...]
    url: str | None


class Shown:
    """A text as it is shown and how its characters relate to the block's.

    ``origins`` gives for each shown character the offset in the block's text (and the text's end as a
    last entry), or None where shown character *i* is the block's character ``base + i``.
    ``DECORATION`` is the origin of what was added.
    """

    __slots__ = ("_places", "_starts", "base", "origins", "stretches", "text")

    def __init__(self, text: str, stretches: list[Stretch], base: int = 0, origins: list[int] | None = None) -> None:
        self.text, self.stretches, self.base, self.origins = text, stretches, base, origins
        self._starts = [stretch.start for stretch in stretches]
        self._places: list[int] | None = None

    def offset(self, index: int) -> int:
        """The block's offset that the shown character ``index`` stands for."""
        if self.origins is None:
            return self.base + index
        while index < len(self.origins) - 1 and self.origins[index] == DECORATION:
            index += 1
        return self.origins[min(index, len(self.origins) - 1)]

    def index(self, offset: int) -> int:
        """The shown character that stands for the block's ``offset``, or the nearest one after it."""
        if self.origins is None:
            return min(max(0, offset - self.base), len(self.text))
        if self._places is None:
            self._places = list(accumulate(self.origins, max))  # what was added counts as what is before it
        return min(bisect_left(self._places, offset), len(self.text))

    def runs(self, start: int, end: int, roles: tuple[str, ...]) -> list[Run]:
        """The shown characters ``start:end`` as runs, ``roles`` under each one's own."""
        if not self.stretches:
            return self._pieces(start, end, roles, None) if end > start else []
        runs: list[Run] = []
        at = start
        for place in range(max(0, bisect_right(self._starts, start) - 1), len(self.stretches)):
            stretch = self.stretches[place]
            if stretch.start >= end:
                break
            if stretch.end <= at:
                continue
            if stretch.start > at:
                runs += self._pieces(at, stretch.start, roles, None)
                at = stretch.start
            upto = min(end, stretch.end)
            runs += self._pieces(at, upto, roles + stretch.roles, stretch.url)
            at = upto
        if at < end:
            runs += self._pieces(at, end, roles, None)
        return runs

    def _pieces(self, start: int, end: int, roles: tuple[str, ...], url: str | None) -> list[Run]:
        if self.origins is None:
            return [Run(self.text[start:end], roles, self.base + start, url)]
        runs: list[Run] = []
        at = start
        for i in range(start + 1, end + 1):
            before = self.origins[i - 1]
            follows = i < end and self.origins[i] == (before + 1 if before != DECORATION else DECORATION)
            if not follows:
                runs.append(Run(self.text[at:i], roles, self.origins[at], url))
                at = i
        return runs


def show(block: Block, start: int = 0, end: int | None = None) -> Shown:
    """``block.text[start:end]`` as it is shown."""
    end = len(block.text) if end is None else end
    text = block.text[start:end]
    if not block.spans:
        return Shown(text, [], start)
    stretches = flatten(block.spans, start, end)
    scripts = [s for s in stretches if "superscript" in s.roles or "subscript" in s.roles]
    if not scripts:
        return Shown(text, stretches, start)
    return _with_scripts(text, stretches, start)


def flatten(spans: Sequence[Span], start: int, end: int) -> list[Stretch]:
    """Nested and overlapping spans as stretches one after the other, offsets relative to ``start``.

    One sweep over the spans' ends; styles are counted, so that deep nesting costs nothing.
    """
    events: list[tuple[int, int, int]] = []  # where, beginning (1) or end (-1), which span
    for number, span in enumerate(spans):
        a, b = max(start, span.start), min(end, span.end)
        if a < b:
            events += [(a - start, 1, number), (b - start, -1, number)]
    events.sort()
    stretches: list[Stretch] = []
    counts: dict[str, int] = {}
    links: dict[int, str | None] = {}  # addresses of the open links, the innermost last
    at = 0
    for place, change, number in events:
        if place > at and any(counts.values()):
            roles = tuple(sorted(style for style, count in counts.items() if count))
            stretches.append(Stretch(at, place, roles, next(reversed(links.values()), None)))
        at = place
        span = spans[number]
        counts[span.style] = counts.get(span.style, 0) + change
        if span.style == "link" and change > 0:
            links[number] = span.url
        elif span.style == "link":
            del links[number]
    return stretches


def _with_scripts(text: str, stretches: list[Stretch], base: int) -> Shown:
    """Raised and lowered stretches in Unicode's own characters, else after a sign."""
    shown: list[str] = []
    origins: list[int] = []
    moved: list[Stretch] = []
    at = length = 0
    for stretch in stretches:
        before, inside = text[at : stretch.start], text[stretch.start : stretch.end]
        drawn = _drawn(inside, stretch.roles)
        added = len(drawn) - len(inside)
        shown += [before, drawn]
        origins += range(base + at, base + stretch.start)
        origins += [DECORATION] * added
        origins += range(base + stretch.start, base + stretch.end)
        length += len(before)
        moved.append(Stretch(length, length + len(drawn), stretch.roles, stretch.url))
        length += len(drawn)
        at = stretch.end
    shown.append(text[at:])
    origins += range(base + at, base + len(text) + 1)
    return Shown("".join(shown), moved, base, origins if len(origins) != len(text) + 1 else None)


def _drawn(text: str, roles: tuple[str, ...]) -> str:
    for role, table in (("superscript", RAISED), ("subscript", LOWERED)):
        if role in roles:
            if all(c in table for c in text):
                return "".join(table[c] for c in text)
            return SIGNS[role] + text
    return text
