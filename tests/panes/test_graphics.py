"""How the terminal shows pictures: known without asking it, and textual-image never asks it either."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.segment import Segment

from tui.panes.half_cells import half_cells
from tui.panes.terminal_graphics import CELL, cell_pixels, image_widget, known, protocol, release
from tui.system.pixels import Pixels

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("environment", "has"),
    [
        ({"TERM": "xterm-256color"}, "half-cells"),
        ({}, "half-cells"),
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, "kitty"),
        ({"TERM": "xterm-ghostty"}, "kitty"),
        ({"TERM": "foot"}, "sixel"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "sixel"),
        ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, "half-cells"),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux-0/default,1,0"}, "half-cells"),
    ],
)
def test_the_terminal_is_known_by_its_environment(environment: dict[str, str], has: str) -> None:
    assert known(environment) == has


@pytest.mark.parametrize("wish", ["kitty", "sixel", "half-cells"])
def test_settings_choose_the_way(wish: str) -> None:
    assert protocol(wish) == wish


@pytest.mark.parametrize(
    ("size", "cell"),
    [
        ((24, 80, 800, 480), (10, 20)),
        ((24, 80, 80, 24), (1, 1)),
        ((24, 80, 79, 480), CELL),  # a terminal that does not know
        ((24, 80, 800, 23), CELL),
        ((24, 80, 0, 0), CELL),
    ],
)
def test_a_cell_is_as_large_as_the_terminal_says(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, ...], cell: tuple[int, int]
) -> None:
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", *size))
    cell_pixels.cache_clear()
    with os.fdopen(its, "w") as terminal:
        monkeypatch.setattr(sys, "__stdout__", terminal)
        assert cell_pixels() == cell
    cell_pixels.cache_clear()
    os.close(ours)


def test_nothing_is_sent_to_the_terminal_to_find_out() -> None:
    ours, its = pty.openpty()
    program = (
        "import sys; from tui.panes.terminal_graphics import protocol; assert sys.__stdout__.isatty()\n"
        "before = sys.__stdout__; protocol('kitty'); assert 'textual_image' in sys.modules\n"
        "assert sys.__stdout__ is before; print('done')"
    )
    environment = {**os.environ, "TERM": "xterm-kitty"}
    subprocess.run([sys.executable, "-c", program], stdin=its, stdout=its, check=True, cwd=ROOT, env=environment)
    assert os.read(ours, 4096) == b"done\r\n"
    for end in (ours, its):
        os.close(end)


def test_the_app_starts_without_anything_of_pictures() -> None:
    program = "import tui.app, tui.screens.reader.screen, sys\n"
    program += "print([m for m in ('PIL', 'textual_image') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_a_cell_shows_two_pixels_and_equal_neighbours_are_one_segment() -> None:
    red, blue, white = b"\xff\0\0", b"\0\0\xff", b"\xff\xff\xff"
    (strip,) = half_cells(Pixels(3, 2, red + red + white + blue + blue + white))
    assert [text for text, *_ in strip] == ["▀▀", "▀"]
    first = next(iter(strip))
    assert isinstance(first, Segment)
    assert first.style is not None
    assert first.style.color is not None
    assert first.style.color.triplet == (255, 0, 0)
    assert first.style.bgcolor is not None
    assert first.style.bgcolor.triplet == (0, 0, 255)


def test_a_terminal_that_keeps_pictures_is_told_to_forget_one() -> None:
    kitty, sixel = (image_widget(how, Pixels(1, 1, b"\xff\0\0"), 4, 2) for how in ("kitty", "sixel"))
    assert [str(kitty.styles.width), str(kitty.styles.height)] == ["4", "2"]
    for widget in (kitty, sixel):
        release(widget)
    assert kitty.image is None  # type: ignore[attr-defined]
    assert sixel.image is not None  # type: ignore[attr-defined]
