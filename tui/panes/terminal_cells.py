"""What stands in the terminal's cells, so that an update sends the cells that change and no others.

Textual sends whole regions: a row of a list, or all of a screen that comes back.  Most of it stands there already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.flow.graphemes import clusters, is_plain

UNKNOWN = -1  # the pen of a cell of which nothing is known
NEAR = 8  # cells that may stand between two changes that are sent as one: to move over them costs as much
MOST_STYLES = 4_000  # remembered at once; each link has one of its own

ATTRIBUTES = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 5: "blink", 7: "reverse", 9: "strike"}  # by SGR code
ATTRIBUTES |= {21: "underline2", 53: "overline"}
OVER_BLANKS = ("underline", "reverse", "strike", "underline2", "overline")  # seen where there is no character, too
OVER_BLANKS_CODES = {str(code) for code, name in ATTRIBUTES.items() if name in OVER_BLANKS}


class Pen(NamedTuple):
    """How a cell is drawn: SGR codes, and the link that it belongs to with its id.

    A blank cell has no ink, "": whichever the terminal holds will do, so that none is sent for the gaps of a row.
    """

    attributes: str = ""
    ink: str = "39"
    ground: str = "49"
    link: tuple[str, str] | None = None


PLAIN = Pen()
PLAIN_STYLE = Style.null()


class SegmentSpan(NamedTuple):
    """Segments that are drawn from a column of a line on."""

    column: int
    segments: Iterable[Segment]


class CellLine(NamedTuple):
    """What is written in each cell ("" in the second one of a wide character) and with which pen.

    ``loose`` where characters join, so that terminals disagree on how many cells they take: it is sent whole.
    """

    texts: list[str]
    pens: list[int]
    loose: bool = False


class TerminalCells:
    """The cells as they were sent last; nothing is known of them at first, and after ``forget``."""

    def __init__(self) -> None:
        self._lines: dict[int, CellLine] = {}
        self._size = (0, 0)
        self._pens: list[Pen] = []
        self._numbers: dict[Pen, int] = {}
        self._of_style: dict[tuple[Style, bool], int] = {}
        self._system = ColorSystem.TRUECOLOR

    def forget(self) -> None:
        """The terminal may show anything: it was resized, or another program had it."""
        self._lines.clear()
        self._pens.clear()
        self._numbers.clear()
        self._of_style.clear()

    def fit(self, columns: int, rows: int, system: ColorSystem) -> None:
        """The screen has this size, and colours of this kind."""
        if (columns, rows) != self._size or system is not self._system or len(self._of_style) > MOST_STYLES:
            self.forget()
        self._size, self._system = (columns, rows), system

    def update(self, drawn: Iterable[tuple[int, Sequence[SegmentSpan]]]) -> str:
        """What must be sent so that these spans stand on these rows."""
        brush = _Brush(self._pens)
        for row, spans in drawn:
            before = self._lines.get(row)
            after = self._drawn(before, spans)
            if after is not before:
                self._lines[row] = after
                for start, end in _changes(before, after):
                    brush.draw(row, start, after, end)
        return brush.finished()

    def _drawn(self, before: CellLine | None, spans: Sequence[SegmentSpan]) -> CellLine:
        """The line with these spans drawn over it."""
        width = self._size[0]
        texts, pens, loose = before or CellLine([" "] * width, [UNKNOWN] * width)
        for column, segments in spans:
            made = self._line(segments)
            end = column + len(made.texts)
            if made.texts != texts[column:end] or made.pens != pens[column:end]:
                first, behind = _cut(texts, column, end)
                before_it, behind_it = column - first, behind - end
                texts = [*texts[:first], *" " * before_it, *made.texts, *" " * behind_it, *texts[behind:]][:width]
                pens = [*pens[:column], *made.pens, *pens[end:]][:width]
                loose = made.loose or (loose and len(made.texts) < width)
        return before if before is not None and texts is before.texts else CellLine(texts, pens, loose)

    def _line(self, segments: Iterable[Segment]) -> CellLine:
        texts: list[str] = []
        pens: list[int] = []
        loose = False
        for text, style, _ in segments:
            if is_plain(text):
                texts += text
                size = len(text)
            else:
                before = len(texts)
                loose = _put_in_cells(text, texts) or loose
                size = len(texts) - before
            pens += [self._pen(style or PLAIN_STYLE, text.isspace())] * size
        return CellLine(texts, pens, loose)

    def _pen(self, style: Style, blank: bool) -> int:
        number = self._of_style.get((style, blank))
        if number is None:
            pen = pen_of(style, self._system, blank)
            if (number := self._numbers.get(pen)) is None:
                number = self._numbers[pen] = len(self._pens)
                self._pens.append(pen)
            self._of_style[style, blank] = number
        return number


def pen_of(style: Style, system: ColorSystem, blank: bool) -> Pen:
    """The pen of a style; for ``blank`` cells without what cannot be seen there."""
    set_ = [(code, name) for code, name in ATTRIBUTES.items() if getattr(style, name)]
    if blank and not any(name in OVER_BLANKS for _, name in set_):
        return Pen("", "", _codes(style.bgcolor, system, False))
    link = (style.link_id, style.link) if style.link else None
    attributes = ";".join(str(code) for code, _ in set_)
    return Pen(attributes, _codes(style.color, system, True), _codes(style.bgcolor, system, False), link)


def _codes(color: Color | None, system: ColorSystem, ink: bool) -> str:
    default = PLAIN.ink if ink else PLAIN.ground
    return ";".join(color.downgrade(system).get_ansi_codes(ink)) if color is not None else default


def _cut(texts: Sequence[str], column: int, end: int) -> tuple[int, int]:
    """Where cells end that are as they were though these are drawn over: half a wide character does not stay.

    What is left of it is drawn as a blank: some terminals blank it themselves, and on their own ground.
    """
    while 0 < column < len(texts) and not texts[column]:
        column -= 1
    while end < len(texts) and not texts[end]:
        end += 1
    return column, end


def _put_in_cells(text: str, texts: list[str]) -> bool:
    """Add what is written in each cell, as many as Textual counts; whether characters join in any."""
    before, joined = len(texts), False
    for start, end, size in clusters(text, cell_len):
        if size:
            texts += [text[start:end], *[""] * (size - 1)]
        elif texts:  # it belongs to what stands before the text
            texts[-1] += text[start:end]
        joined = joined or end - start > 1 or not size
    if (room := cell_len(text)) != len(texts) - before:
        texts[before:] = [text, *[""] * (room - 1)]
        return True
    return joined


def _changes(before: CellLine | None, after: CellLine) -> Iterator[tuple[int, int]]:
    """First cell and end of what differs, what is near each other together."""
    width = len(after.texts)
    if before is None or before.loose or after.loose:
        yield 0, width
        return
    start = end = -1
    old = zip(before.texts, before.pens, strict=True)
    for at, (new, known) in enumerate(zip(zip(after.texts, after.pens, strict=True), old, strict=True)):
        if new == known:
            continue
        if start >= 0 and at - end > NEAR:
            yield start, end
            start = at
        start, end = (at if start < 0 else start), at + 1
    if start >= 0:
        yield start, end


class _Brush:
    """Writes cells with as few codes as lead from one pen to the next."""

    def __init__(self, pens: Sequence[Pen]) -> None:
        self._pens = pens
        self._pen = PLAIN
        self._written: list[str] = []

    def draw(self, row: int, column: int, line: CellLine, end: int) -> None:
        """Write the cells of a line from a column on; half a wide character is written whole.

        Cells of which nothing is known are left as they are.
        """
        while column and not line.texts[column]:
            column -= 1
        placed, at = False, column
        for number, cells in groupby(line.pens[column:end]):
            stop = at + len(list(cells))
            if number != UNKNOWN:
                if not placed:
                    self._written.append(f"\x1b[{row + 1};{at + 1}H")
                self._change(self._pens[number])
                self._written += line.texts[at:stop]
            placed, at = number != UNKNOWN, stop

    def finished(self) -> str:
        """All that was drawn; the terminal's pen is plain after it."""
        if self._written:
            self._change(PLAIN)
        return "".join(self._written)

    def _change(self, pen: Pen) -> None:
        if not pen.ink:
            pen = self._over_a_blank(pen)
        held, self._pen = self._pen, pen
        if pen == held:
            return
        if held.link and held.link != pen.link:
            self._written.append("\x1b]8;;\x1b\\")
        if pen.attributes != held.attributes:
            codes = ["0", pen.attributes, pen.ink * (pen.ink != PLAIN.ink), pen.ground * (pen.ground != PLAIN.ground)]
        else:
            codes = [pen.ink * (pen.ink != held.ink), pen.ground * (pen.ground != held.ground)]
        if given := ";".join(code for code in codes if code):
            self._written.append(f"\x1b[{given}m" if given != "0" else "\x1b[m")
        if pen.link and pen.link != held.link:
            self._written.append(f"\x1b]8;id={pen.link[0]};{pen.link[1]}\x1b\\")

    def _over_a_blank(self, pen: Pen) -> Pen:
        """The pen held, on the ground of a blank cell, if nothing else of it can be seen there; else a plain one."""
        held = self._pen
        if held.link or not OVER_BLANKS_CODES.isdisjoint(held.attributes.split(";")):
            return pen._replace(ink=PLAIN.ink)
        return held._replace(ground=pen.ground)
