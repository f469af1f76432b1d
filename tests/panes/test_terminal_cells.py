"""What is sent to the terminal: the cells that change, so that what stands there is what was drawn."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.panes.terminal_cells import ATTRIBUTES, MOST_STYLES, OVER_BLANKS, SegmentSpan, TerminalCells

WIDTH, ROWS = 30, 4
PIECE = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|\x1b\]8;([^\x1b]*)\x1b\\|(.)", re.DOTALL)
WORDS = ("harbour", "wall", " ", "   ", "年金", "a", "é", "e\u0301", "●")
SYSTEMS = (ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR)


def styles() -> tuple[Style, ...]:
    """New ones for each colour system: Rich remembers with a style the codes that it had in the first."""
    return (
        Style.null(),
        Style(color="#dedacf", bgcolor="#15171a"),
        Style(color="#dedacf", bgcolor="#2a2e34", bold=True),
        Style(color="red", italic=True, underline=True),
        Style(color="bright_blue", bgcolor="bright_black", overline=True),
        Style(reverse=True),
        Style(underline2=True, color="color(208)"),
        Style(link="https://coast.example/"),
    )


STYLES = styles()


class Grid:
    """A terminal: what stands in each cell, with the codes in force when it was written."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, frozenset[str], str]] = {}

    @property
    def seen(self) -> dict[tuple[int, int], tuple[str, frozenset[str], str]]:
        """The cells; where there is no character, without what is not seen there."""
        return {at: cell if cell[0].strip() or not cell[0] else blank(cell) for at, cell in self.cells.items()}

    def write(self, sent: str) -> None:
        row = column = 0
        codes: list[str] = []
        link = ""
        for down, right, colours, opened, text in PIECE.findall(sent):
            if down:
                row, column = int(down), int(right)
            elif opened:
                link = opened.partition(";")[2]
            elif text:
                if size := cell_len(text):
                    self._cut_in_half(row, column, column + size)
                    self.cells[row, column] = (text, frozenset(codes), link)
                    for extra in range(1, size):
                        self.cells[row, column + extra] = ("", frozenset(codes), link)
                    column += size
                else:
                    before = self.cells[row, column - 1]
                    self.cells[row, column - 1] = (before[0] + text, *before[1:])
            else:
                codes = codes_after(codes, colours or "0")
        assert not codes, "what is written next begins with a plain pen"
        assert not link

    def _cut_in_half(self, row: int, start: int, end: int) -> None:
        """Half a wide character does not stay when the other half is written over."""
        for at, other in ((start, start - 1), (end, end)):
            if self.cells.get((row, at), (" ",))[0] == "":
                self.cells[row, other] = (" ", *self.cells[row, other][1:])


def blank(cell: tuple[str, frozenset[str], str]) -> tuple[str, frozenset[str], str]:
    """A cell without a character, without what is not seen there."""
    text, codes, link = cell
    if codes & {str(code) for code, name in ATTRIBUTES.items() if name in OVER_BLANKS}:
        return text, codes, link
    return text, frozenset(code for code in codes if kind_of(code) == "ground"), ""


def codes_after(codes: list[str], given: str) -> list[str]:
    """The codes in force after some were given; an ink or a ground takes the place of the one before."""
    for code in re.findall(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+", given):
        codes = [] if code == "0" else [c for c in codes if kind_of(c) != kind_of(code)]
        codes += [] if code in ("0", "39", "49") else [code]
    return codes


def kind_of(code: str) -> str:
    """What a code sets: the ink, the ground, or an attribute of its own."""
    if re.match(r"3\d|9\d", code):
        return "ink"
    return "ground" if re.match(r"4\d|10\d", code) else code


def line(chance: random.Random, styles: Sequence[Style] = STYLES, room: int = WIDTH) -> list[Segment]:
    segments = []
    while room:
        text = chance.choice(WORDS)
        if cell_len(text) > room:
            text = " "
        segments.append(Segment(text, chance.choice(styles)))
        room -= cell_len(text)
    return segments


def sent_by(cells: TerminalCells, *rows: tuple[int, list[Segment]]) -> str:
    cells.fit(WIDTH, ROWS, ColorSystem.TRUECOLOR)
    return cells.update((row, [SegmentSpan(0, segments)]) for row, segments in rows)


@pytest.mark.parametrize("seed", range(30))
def test_what_stands_in_the_terminal_is_what_was_drawn_last(seed: int) -> None:
    chance = random.Random(seed)
    cells, terminal = TerminalCells(), Grid()
    shown: dict[int, list[Segment]] = {}
    for _ in range(12):
        drawn = {row: line(chance) for row in range(ROWS) if chance.random() < 0.7}
        for row, segments in drawn.items():  # much stays as it was
            if row in shown and chance.random() < 0.5:
                drawn[row] = [*shown[row][:3], *_rest(segments, shown[row][:3])]
        shown |= drawn
        terminal.write(sent_by(cells, *drawn.items()))
    afresh = Grid()
    afresh.write(sent_by(TerminalCells(), *shown.items()))
    assert terminal.seen == afresh.seen


def _rest(segments: list[Segment], before: list[Segment]) -> list[Segment]:
    room = WIDTH - sum(cell_len(segment.text) for segment in before)
    kept: list[Segment] = []
    for segment in segments:
        if (size := cell_len(segment.text)) <= room:
            kept.append(segment)
            room -= size
    return [*kept, Segment(" " * room)] if room else kept


def test_what_stands_there_already_is_not_sent() -> None:
    cells = TerminalCells()
    row = [Segment("A note on the tides".ljust(WIDTH))]
    assert "tides" in sent_by(cells, (0, row))
    assert sent_by(cells, (0, row)) == ""


def test_only_the_changed_end_of_a_line_is_sent() -> None:
    cells = TerminalCells()
    sent_by(cells, (2, [Segment("12 articles, the first".ljust(WIDTH))]))
    assert sent_by(cells, (2, [Segment("12 articles, the third".ljust(WIDTH))])) == "\x1b[3;18Hthird"


def test_a_line_of_joined_characters_is_sent_whole() -> None:
    cells = TerminalCells()
    sent_by(cells, (0, [Segment("e\u0301 one".ljust(WIDTH + 1))]))
    assert "e\u0301 two" in sent_by(cells, (0, [Segment("e\u0301 two".ljust(WIDTH + 1))]))


def test_all_is_sent_again_after_another_size_and_when_it_is_asked_for() -> None:
    cells = TerminalCells()
    row = [Segment("tides".ljust(WIDTH))]
    sent_by(cells, (0, row))
    cells.forget()
    assert "tides" in sent_by(cells, (0, row))
    cells.fit(WIDTH - 1, ROWS, ColorSystem.TRUECOLOR)
    assert "tides" in sent_by(cells, (0, row))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_in_every_colour_system_it_is_what_textual_draws(system: ColorSystem, seed: int) -> None:
    """Parts of lines are drawn over each other, and what is known of the terminal is lost in between."""
    chance, made = random.Random(seed), styles()
    cells, changed, whole = TerminalCells(), Grid(), Grid()
    for _ in range(40):
        if chance.random() < 0.1:
            cells.forget()
        row, column = chance.randrange(ROWS), chance.randrange(WIDTH - 1)
        segments = line(chance, made, chance.randint(1, WIDTH - column))
        cells.fit(WIDTH, ROWS, system)
        changed.write(cells.update([(row, [SegmentSpan(column, segments)])]))
        rendered = "".join((s.style or Style.null()).render(s.text, color_system=system) for s in segments)
        whole.write(f"\x1b[{row + 1};{column + 1}H{rendered}")
    assert changed.seen == whole.seen


def test_a_part_of_a_line_leaves_the_rest_though_nothing_is_known_of_it() -> None:
    cells = TerminalCells()
    cells.fit(WIDTH, ROWS, ColorSystem.TRUECOLOR)
    assert cells.update([(0, [SegmentSpan(10, [Segment("tides")])])]) == "\x1b[1;11Htides"


def test_parts_of_a_line_near_each_other_leave_what_is_between_them() -> None:
    cells = TerminalCells()
    cells.fit(WIDTH, ROWS, ColorSystem.TRUECOLOR)
    assert (
        cells.update([(0, [SegmentSpan(2, [Segment("a")]), SegmentSpan(5, [Segment("b")])])]) == "\x1b[1;3Ha\x1b[1;6Hb"
    )


def test_more_colours_than_are_remembered_cost_nothing_that_stands_there() -> None:
    cells, terminal = TerminalCells(), Grid()
    terminal.write(sent_by(cells, (0, [Segment("tides".ljust(WIDTH))])))
    for shade in range(MOST_STYLES + 2):
        picture = Segment("▀", Style(color=Color.from_rgb(shade % 256, shade // 256, 0)))
        cells.fit(WIDTH, ROWS, ColorSystem.TRUECOLOR)
        terminal.write(cells.update([(0, [SegmentSpan(WIDTH - 1, [picture])])]))
    assert [terminal.cells[1, column][0] for column in range(1, 6)] == list("tides")


def test_a_mark_that_begins_a_segment_stays_with_the_letter_before_it() -> None:
    assert "e\u0301" in sent_by(TerminalCells(), (0, [Segment("e"), Segment("\u0301 tides".ljust(WIDTH))]))


def test_a_line_is_sent_whole_no_longer_once_its_joined_characters_are_gone() -> None:
    cells = TerminalCells()
    sent_by(cells, (0, [Segment("e\u0301 one".ljust(WIDTH + 1))]))
    sent_by(cells, (0, [Segment("a one".ljust(WIDTH))]))
    assert sent_by(cells, (0, [Segment("a two".ljust(WIDTH))])) == "\x1b[1;3Htwo"


def test_no_ink_is_sent_for_the_gap_between_two_words_of_one() -> None:
    ink = Style(color="#dedacf", bgcolor="#15171a")
    sent = sent_by(TerminalCells(), (0, [Segment("a", ink), Segment(" ", Style(bgcolor="#15171a")), Segment("b", ink)]))
    assert sent.endswith("a b\x1b[39;49m")


def test_what_is_left_of_a_wide_character_that_is_half_covered_is_a_blank_on_its_ground() -> None:
    cells = TerminalCells()
    ground, over = Style(bgcolor="#15171a"), Style(bgcolor="#2a2e34")
    sent_by(cells, (0, [Segment("年金".ljust(WIDTH - 2), ground)]))
    assert cells.update([(0, [SegmentSpan(1, [Segment("ab", over)])])]) == (
        "\x1b[1;1H\x1b[48;2;21;23;26m \x1b[48;2;42;46;52mab\x1b[48;2;21;23;26m \x1b[49m"
    )
