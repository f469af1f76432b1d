"""The forms a block takes on the screen besides running text (``text_form``) and tables (``table_form``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from tui.flow.graphemes import clusters, is_plain
from tui.flow.lines import Cells, Line, Run
from tui.flow.styling import Shown, show
from tui.flow.text_form import TextForm
from tui.model.article import Block, Caption
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.flow import listing_words
    from tui.flow.listing_words import Word
else:
    (listing_words,) = lazy_modules("tui.flow", "listing_words")

TAB = 4  # columns between tab stops in listings
BESIDE = 3  # columns between a listing and the name of its language
CUT = "›"  # a listing's line goes on to the right
BAR = "┊ "  # beside a caption whose picture is not shown
NARROWEST_BOX = 16  # cells; a figure narrower than that is drawn without its sides
MOST_ROWS = 16  # that a picture takes inside its box, so that text stays on the screen with it


class BlockForm(Protocol):
    """A block laid out at a width: a number of lines, made one by one when they are drawn."""

    height: int
    turned: bool  # from right to left

    def line(self, number: int) -> Line: ...
    def line_of(self, offset: int) -> int: ...
    def offset_of(self, number: int) -> int: ...


class CodeForm:
    """A listing: its lines as written, what is too long for the width cut with a sign; its language is named."""

    turned = False

    def __init__(self, block: Block, width: int, cells: Cells) -> None:
        self.text, self.width, self.cells = block.text, max(1, width), cells
        self.language = block.language or ""
        self.starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        self.height = len(self.starts)
        self.shift = 0

    def line(self, number: int) -> Line:
        start, end = self.offset_of(number), self._end(number)
        runs, size, more = self._visible(start, end)
        if self._words:
            runs = [
                part
                for run in runs
                for part in (listing_words.drawn_apart(run, self._words) if run.start >= 0 else (run,))
            ]
        if more and runs:
            runs.append(Run(CUT, ("code", "cut")))
        else:
            runs += self._right_of(number, self.width - size)
        return Line(tuple(runs), self.width, start, end)

    @cached_property
    def _words(self) -> Sequence[Word]:
        return listing_words.words_of(self.text, self.language)

    def _right_of(self, number: int, room: int) -> list[Run]:
        """What fills a line: beside the first the name of the language, where there is room for it."""
        name = self.language if number == 0 and self.cells(self.language) + BESIDE <= room else ""
        space = Run(" " * (room - self.cells(name)), ("code",))
        return [run for run in (space, Run(name, ("code", "note"))) if run.text]

    def scroll(self, columns: int) -> None:
        """Show what is so many columns further right, as far as the longest line reaches."""
        ends = (*self.starts[1:], len(self.text) + 1)
        longest = max(end - 1 - start for start, end in zip(self.starts, ends, strict=True))
        self.shift = min(max(0, self.shift + columns), max(0, longest - self.width + 1))

    def _end(self, number: int) -> int:
        return self.starts[number + 1] - 1 if number + 1 < self.height else len(self.text)

    def _visible(self, start: int, end: int) -> tuple[list[Run], int, bool]:
        """The cells ``shift`` to ``shift + width`` of a line as runs; their width; whether more follows."""
        part = self.text[start : min(end, start + (self.shift + self.width) * 4)]
        if is_plain(part) and "\t" not in part:
            shown = part[self.shift : self.shift + self.width]
            more = end - start > self.shift + self.width
            shown = shown[:-1] if more else shown
            return ([Run(shown, ("code",), start + self.shift)] if shown else []), len(shown), more
        return self._walk(part, start)

    def _walk(self, part: str, start: int) -> tuple[list[Run], int, bool]:
        runs: list[Run] = []
        column = 0
        limit = self.shift + self.width
        for begin, stop, size in clusters(part, self.cells):
            text = part[begin:stop]
            if text == "\t":
                size = TAB - column % TAB
                text = " " * size
            if column + size > limit - 1 and stop < len(part):
                return runs, self.width - 1, True
            if column >= self.shift:
                runs.append(Run(text, ("code",), start + begin) if part[begin] != "\t" else Run(text, ("code",)))
            column += size
        return runs, max(0, column - self.shift), False

    def line_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def offset_of(self, number: int) -> int:
        return self.starts[number]


def picture_cells(size: tuple[int, int], width: int) -> tuple[int, int]:
    """Columns and rows for a picture of so many pixels, two pixels to a cell, one above the other; never enlarged."""
    across, down = max(1, size[0]), max(1, size[1])
    scale = min(1.0, width / across, 2 * MOST_ROWS / down)
    return max(1, round(across * scale)), max(1, round(down * scale / 2))


class CaptionText:
    """Caption, credit and note of a figure, each wrapped, one below the other: always a line at least."""

    def __init__(self, block: Block, caption: Caption | None, note: str, width: int, cells: Cells) -> None:
        self.parts = _parts(block, caption, note, width, cells)
        self._tops = list(accumulate((part.height for part in self.parts), initial=0))
        self.height = self._tops[-1]

    def part(self, number: int) -> tuple[TextForm, int]:
        """The part that a line belongs to, and the line's number there."""
        at = bisect_right(self._tops, number) - 1
        return self.parts[at], number - self._tops[at]

    def line_of(self, offset: int) -> int:
        ends = [part.shown.base + len(part.shown.text) for part in self.parts[:-1]]
        at = bisect_right(ends, offset)
        return self._tops[at] + self.parts[at].line_of(offset)

    def offset_of(self, number: int) -> int:
        part, inside = self.part(min(max(0, number), self.height - 1))
        return part.offset_of(inside)


def _parts(block: Block, caption: Caption | None, note: str, width: int, cells: Cells) -> list[TextForm]:
    """Those of caption, credit and note that there are."""
    split = _credit_start(block, caption)
    parts: list[TextForm] = []
    if split > 0 or not block.text:
        end = split - 1 if split < len(block.text) else split  # without the line break before the credit
        parts.append(TextForm(show(block, 0, end), width, cells, ("caption",)))
    if split < len(block.text):
        parts.append(TextForm(show(block, split), width, cells, ("credit",)))
    if note:
        parts.append(TextForm(Shown(note, [], len(block.text)), width, cells, ("note",)))
    return parts


class CaptionForm:
    """A figure without its picture: caption and credit beside a bar, its number, and what became of the picture."""

    turned = False

    def __init__(self, block: Block, caption: Caption | None, note: str, width: int, cells: Cells) -> None:
        number = f"{block.caption + 1} " if block.caption is not None else ""  # a player has no number
        self.bar = BAR if width >= NARROWEST_BOX else ""
        self.number = number if self.bar else ""
        self.text = CaptionText(block, caption, note, width - len(self.bar) - len(self.number), cells)
        self.height = self.text.height

    def line(self, number: int) -> Line:
        part, inside = self.text.part(number)
        line = part.line(inside)
        if not self.bar:
            return line
        label = self.bar + (self.number if number == 0 else " " * len(self.number))
        return Line((Run(label, ("box",)), *line.runs), len(label) + line.cells, line.start, line.end)

    def line_of(self, offset: int) -> int:
        return self.text.line_of(offset)

    def offset_of(self, number: int) -> int:
        return self.text.offset_of(number)


class FigureForm:
    """A picture with a box around it: its number, caption and credit, and what there is to say of it.

    ``rows`` × ``columns`` cells above the caption are left for the picture, whose ``size`` is in pixels.
    """

    turned = False

    def __init__(
        self,
        block: Block,
        caption: Caption | None,
        note: str,
        width: int,
        cells: Cells,
        size: tuple[int, int],
    ) -> None:
        assert block.caption is not None
        self.boxed = width >= NARROWEST_BOX
        self.width = width
        self.label = f" figure {block.caption + 1} "
        inner = width - 4 if self.boxed else width
        self.columns, self.rows = picture_cells(size, inner)
        self.left = 2 if self.boxed else 0
        self.text = CaptionText(block, caption, note, inner, cells)
        self.height = self.rows + self.text.height + 2

    def picture_row(self, number: int) -> int | None:
        """Which row of the picture a line shows."""
        return number - 1 if 1 <= number <= self.rows else None

    def line(self, number: int) -> Line:
        if self.picture_row(number) is not None:
            return self._room(self.offset_of(0))
        if number == 0:
            return self._border(self.label, "┌", "┐", self.offset_of(0))
        if number == self.height - 1:
            last = self.text.parts[-1].shown
            return self._border("", "└", "┘", last.offset(len(last.text)))
        part, inside = self.text.part(number - 1 - self.rows)
        line = part.line(inside)
        if not self.boxed:
            return line
        room = " " * (self.width - 3 - line.cells)
        runs = (Run("│ ", ("box",)), *line.runs, Run(room + "│", ("box",)))
        return Line(runs, self.width, line.start, line.end)

    def _border(self, label: str, left: str, right: str, offset: int) -> Line:
        if not self.boxed:
            text = label.strip()[: self.width] or "─" * min(3, self.width)
        else:
            text = left + (label + "─" * self.width)[: self.width - 2] + right
        return Line((Run(text, ("box",)),), len(text), offset, offset)

    def _room(self, offset: int) -> Line:
        """A line that is left for the picture."""
        if not self.boxed:
            return Line((Run(" " * self.columns),), self.columns, offset, offset)
        runs = (Run("│", ("box",)), Run(" " * (self.width - 2)), Run("│", ("box",)))
        return Line(runs, self.width, offset, offset)

    def line_of(self, offset: int) -> int:
        return 1 + self.rows + self.text.line_of(offset)

    def offset_of(self, number: int) -> int:
        return self.text.offset_of(number - 1 - self.rows)


def _credit_start(block: Block, caption: Caption | None) -> int:
    """Offset at which a figure's credit line begins, the text's end if it has none."""
    if caption is None or not caption.credit or not block.text.endswith(caption.credit):
        return len(block.text)
    start = len(block.text) - len(caption.credit)
    return start if start == 0 or block.text[start - 1] == "\n" else len(block.text)


class RuleForm:
    """A thematic break."""

    height = 1
    turned = False

    def __init__(self, width: int) -> None:
        self.text = "─" * min(width, max(3, width // 3))
        self.lead = " " * ((width - len(self.text)) // 2)

    def line(self, number: int) -> Line:  # noqa: ARG002 - it has one line
        return Line((Run(self.lead + self.text, ("rule",)),), len(self.lead) + len(self.text), 0, 0)

    def line_of(self, offset: int) -> int:  # noqa: ARG002 - it has one line
        return 0

    def offset_of(self, number: int) -> int:  # noqa: ARG002 - it has one line
        return 0
