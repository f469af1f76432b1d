"""Running text wrapped at a width: ragged or justified, from left to right or from right to left."""

from __future__ import annotations

from bisect import bisect_right

from tui.flow import bidi
from tui.flow.graphemes import clusters
from tui.flow.hyphenation import Hyphenation, Patterns
from tui.flow.lines import Cells, Line, Run
from tui.flow.styling import Shown
from tui.flow.wrap import line_end, wrap

HYPHEN = "-"
LOOSEST = 0.25  # of a justified line, the share that added space may take; a shorter line stays ragged


class TextForm:
    """A paragraph, heading, caption or cell as lines of at most ``width`` cells."""

    def __init__(
        self,
        shown: Shown,
        width: int,
        cells: Cells,
        roles: tuple[str, ...],
        justified: bool = False,
        patterns: Patterns | None = None,
    ) -> None:
        self.shown, self.width, self.cells, self.roles, self.justified = shown, width, cells, roles, justified
        self.mixed = bidi.is_turned(shown.text)
        self.hyphenation: Hyphenation | None = None
        if patterns and not self.mixed:
            self.hyphenation = Hyphenation(patterns, shown.stretches)
        self.starts = wrap(shown.text, width, cells, self.hyphenation)
        self.height = len(self.starts)
        self.turned = self.mixed and bidi.base_level(shown.text) == 1
        self._levels: list[int] | None = None

    def span(self, number: int) -> tuple[int, int]:
        """Start and end of a line in the shown text."""
        text, starts = self.shown.text, self.starts
        start = starts[number]
        following = starts[number + 1] if number + 1 < len(starts) else len(text)
        return start, line_end(text, start, following)

    def line(self, number: int) -> Line:
        start, end = self.span(number)
        runs = self.shown.runs(start, end, self.roles)
        if self.mixed:
            runs = self._reordered(runs, start, end)
        if self.hyphenation and end in self.hyphenation.parted and number < self.height - 1:
            runs.append(Run(HYPHEN, runs[-1].roles, url=runs[-1].url))
        size = sum(self.cells(run.text) for run in runs)
        if self.turned:
            runs.insert(0, Run(" " * (self.width - size)))
            size = max(size, self.width)
        elif self.justified and not self._ends_paragraph(number):
            runs, size = _spread(runs, size, self.width)
        return Line(tuple(runs), size, self.shown.offset(start), self.shown.offset(end))

    def line_of(self, offset: int) -> int:
        return bisect_right(self.starts, self.shown.index(offset)) - 1

    def offset_of(self, number: int) -> int:
        return self.shown.offset(self.starts[number])

    def _ends_paragraph(self, number: int) -> bool:
        return number == self.height - 1 or self.shown.text[self.starts[number + 1] - 1] == "\n"

    def _reordered(self, runs: list[Run], start: int, end: int) -> list[Run]:
        """The runs of a line in the order of the screen, each character with its own offset."""
        units: list[tuple[str, Run, tuple[int, ...]]] = []
        level: list[int] = []
        at, every = start, self._levels_of(start, end)
        for run in runs:
            for a, b, _ in clusters(run.text, self.cells):
                turned = every[at + a - start]
                text = run.text[a:b]
                units.append((bidi.mirrored(text) if turned % 2 else text, run, tuple(map(run.offset, range(a, b)))))
                level.append(turned)
            at += len(run.text)
        return _joined([units[place] for place in bidi.order(level)])

    def _levels_of(self, start: int, end: int) -> list[int]:
        text, base = self.shown.text, 1 if self.turned else 0
        if len(text) > bidi.LONGEST_PARAGRAPH:
            return bidi.levels(text[start:end], base)
        if self._levels is None:
            self._levels = bidi.levels(text, base)
        return self._levels[start:end]


def _joined(units: list[tuple[str, Run, tuple[int, ...]]]) -> list[Run]:
    """Neighbours out of the same run as one run again."""
    joined: list[Run] = []
    texts: list[str] = []
    offsets: list[int] = []
    for place, (text, run, origin) in enumerate(units):
        texts.append(text)
        offsets += origin
        if place + 1 == len(units) or units[place + 1][1] is not run:
            joined.append(Run("".join(texts), run.roles, run.start, run.url, tuple(offsets)))
            texts, offsets = [], []
    return joined


def _spread(runs: list[Run], size: int, width: int) -> tuple[list[Run], int]:
    """A line's spaces widened until it fills the width, the later ones first by one cell more."""
    missing = width - size
    gaps = sum(run.text.count(" ") for run in runs)
    if not gaps or missing <= 0 or missing > width * LOOSEST:
        return runs, size
    spread: list[Run] = []
    seen = given = 0
    for run in runs:
        at = 0
        space = run.text.find(" ")
        while space >= 0:
            seen += 1
            more = missing * seen // gaps - given
            if more:
                spread.append(Run(run.text[at : space + 1], run.roles, run.offset(at), run.url))
                spread.append(Run(" " * more, run.roles, url=run.url))
                at, given = space + 1, given + more
            space = run.text.find(" ", space + 1)
        if at < len(run.text):
            spread.append(Run(run.text[at:], run.roles, run.offset(at), run.url))
    return spread, size + given
