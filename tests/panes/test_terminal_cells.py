"""What is sent to the terminal: the cells that change, so that what stands there is what was drawn."""

from __future__ import annotations

import random
import re

import pytest
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.panes.terminal_cells import Span, TerminalCells

WIDTH, ROWS = 30, 4
PIECE = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|\x1b\]8;([^\x1b]*)\x1b\\|(.)", re.DOTALL)
WORDS = ("harbour", "wall", " ", "   ", "年金", "a", "é", "e\u0301", "●")
STYLES = (
    Style.null(),
    Style(color="#dedacf", bgcolor="#15171a"),
    Style(color="#dedacf", bgcolor="#2a2e34", bold=True),
    Style(color="red", italic=True, underline=True),
    Style(reverse=True),
    Style(link="https://coast.example/"),
)


class Grid:
    """A terminal: what stands in each cell, with the codes in force when it was written."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[str, frozenset[str], str]] = {}

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
                    self.cells[row, column] = (text, frozenset(codes), link)
                    for extra in range(1, size):
                        self.cells[row, column + extra] = ("", frozenset(codes), link)
                    column += size
                else:
                    before = self.cells[row, column - 1]
                    self.cells[row, column - 1] = (before[0] + text, *before[1:])
            else:
                codes = codes_after(codes, colours or "0")


def codes_after(codes: list[str], given: str) -> list[str]:
    """The codes in force after some were given; an ink or a ground takes the place of the one before."""
    for code in re.findall(r"[34]8;2;\d+;\d+;\d+|\d+", given):
        if code == "0":
            codes = []
            continue
        kind = code[:1] if code[:1] in "34" and len(code) > 1 else code
        codes = [c for c in codes if c != code and (len(c) < 2 or c[:1] != kind)]
        codes += [] if code in ("39", "49") else [code]
    return codes


def line(chance: random.Random) -> list[Segment]:
    segments, room = [], WIDTH
    while room:
        text = chance.choice(WORDS)
        if cell_len(text) > room:
            text = " "
        segments.append(Segment(text, chance.choice(STYLES)))
        room -= cell_len(text)
    return segments


def sent_by(cells: TerminalCells, *rows: tuple[int, list[Segment]]) -> str:
    cells.fit(WIDTH, ROWS, ColorSystem.TRUECOLOR)
    return cells.update((row, [Span(0, segments)]) for row, segments in rows)


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
    assert terminal.cells == afresh.cells


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
