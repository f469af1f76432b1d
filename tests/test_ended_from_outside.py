"""The app is told to end, or its terminal goes away: the place is kept, the terminal put back, nothing goes on."""

from __future__ import annotations

import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pseudo_terminal import Terminal

from tui.library import Library
from tui.system import terminal as terminal_of_the_app

HARBOUR = str(Path(__file__).resolve().parent / "pages" / "harbour.html")
IGNORING = ("/bin/sh", "-c", "trap '' HUP; exec \"$@\"", "sh")  # what nohup and disown come to
ENTERED_AND_LEFT = [("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?1003h", "\x1b[?1003l"), ("\x1b[?25l", "\x1b[?25h")]
# The app, which waits for ever for a terminal that takes something.
PATIENCE = """
import runpy, sys
from tui.system import terminal
terminal.PATIENCE = 1e6
sys.argv = sys.argv[3:]
runpy.run_module("tui", run_name="__main__")
"""
PATIENT = (sys.executable, "-c", PATIENCE)
# Is on a terminal, and runs the app only once that is gone.
LATE = """
import os, sys, time
print("begun", flush=True)
while os.isatty(0):
    time.sleep(0.01)
os.execv(sys.argv[1], sys.argv[1:])
"""
LAST_WORDS = "Ask my"
# Gives a job the terminal, takes it back once the job is stopped, and kills the job as a shell's kill does.
SHELL = """
import os, signal, sys, time
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
job = os.fork()
if not job:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execvp(sys.argv[1], sys.argv[1:])
os.waitpid(job, os.WUNTRACED)
os.tcsetpgrp(0, os.getpgrp())
for number in {order}:
    os.kill(job, number)
    time.sleep(0.05)
print("ended with", os.waitstatus_to_exitcode(os.waitpid(job, 0)[1]))
"""


@pytest.fixture
def started_by() -> tuple[str, ...]:
    return ()


@pytest.fixture
def forked() -> bool:
    return False


@pytest.fixture
def reading(tmp_path: Path, started_by: tuple[str, ...], forked: bool) -> Iterator[Terminal]:
    """The app on an article, of which the end was just read; in a process of its own, or forked to save its start."""
    with Terminal(tmp_path, HARBOUR, started_by=started_by, forked=forked) as terminal:
        terminal.wait_for("sandbags")
        terminal.press("G")
        terminal.wait_for(LAST_WORDS)
        yield terminal


@pytest.fixture
def kept_place(tmp_path: Path) -> Callable[[], str]:
    """The last part of the article that was read, as the library has it; a place is measured anew in another size."""

    def part() -> str:
        with closing(Library.open(tmp_path / "data" / "newsreader")) as library:
            (row,) = library.articles.rows(9)
            return "the end" if row.fraction > 0.9 else "the beginning" if row.fraction < 0.4 else "the middle"

    return part


def put_back(written: str) -> bool:
    """Whether what was turned on was turned off after it, as often as it was."""
    return all(written.rfind(off) > written.rfind(on) >= 0 for on, off in ENTERED_AND_LEFT)


@pytest.mark.parametrize(("number", "forked"), [(signal.SIGTERM, False), (signal.SIGHUP, True)])
def test_a_signal_to_end_puts_the_terminal_back_and_keeps_the_place(
    reading: Terminal, kept_place: Callable[[], str], number: int
) -> None:
    reading.send(number)
    assert reading.wait_for_end() == 128 + number
    assert put_back(reading.written)
    assert "Traceback" not in reading.written
    assert kept_place() == "the end"


@pytest.mark.parametrize(("started_by", "forked"), [((), True), (IGNORING, False)], ids=["", "under nohup"])
@pytest.mark.parametrize("stopped", [False, True], ids=["", "stopped"])
def test_a_terminal_that_goes_away_ends_the_app(
    reading: Terminal, kept_place: Callable[[], str], stopped: bool
) -> None:
    if stopped:
        reading.press("\x1a")
        reading.wait_for_stop()
    reading.hang_up()
    assert reading.status == 128 + signal.SIGHUP
    assert kept_place() == "the end"


@pytest.mark.parametrize("arguments", [(HARBOUR,), (), ("list",)], ids=["an article", "the library", "a command"])
def test_a_terminal_that_went_before_the_app_was_there_is_no_fault(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with Terminal(tmp_path, *arguments, started_by=(*IGNORING, sys.executable, "-c", LATE)) as terminal:
        terminal.wait_for("begun")
        terminal.hang_up()
        assert terminal.status == 128 + signal.SIGHUP
    assert not (tmp_path / "state" / "newsreader").exists()


def test_a_terminal_that_is_gone_is_left_within_two_seconds_whatever_the_app_waits_for() -> None:
    assert terminal_of_the_app.LOOK_AGAIN + terminal_of_the_app.GONE < 2


@pytest.mark.parametrize("forked", [True], ids=[""])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_stopped_app_ends_when_it_is_told_to(reading: Terminal, kept_place: Callable[[], str], number: int) -> None:
    reading.press("\x1a")
    reading.wait_for_stop()
    reading.send(number, signal.SIGCONT)  # as a shell's kill does
    assert reading.wait_for_end() == 128 + number
    assert put_back(reading.written)
    assert kept_place() == "the end"


@pytest.mark.parametrize("order", ["signal.SIGTERM, signal.SIGCONT", "signal.SIGCONT, signal.SIGTERM"])
def test_a_job_that_a_shell_stopped_leaves_its_terminal_alone_when_it_is_killed(tmp_path: Path, order: str) -> None:
    """In either order: the threads of a process take two signals as they come to run."""
    with Terminal(tmp_path, HARBOUR, started_by=(sys.executable, "-c", SHELL.format(order=order))) as terminal:
        terminal.wait_for("sandbags")
        before = len(terminal.written)
        terminal.press("\x1a")
        terminal.wait_for_end()
        assert "ended with 143" in terminal.written
        assert "\x1b[?1049h" not in terminal.written[before:]


@pytest.mark.parametrize("started_by", [PATIENT], ids=[""])
def test_an_app_whose_terminal_takes_nothing_any_more_ends_as_if_it_were_gone(reading: Terminal) -> None:
    reading.fill(" ", "b")
    reading.send(signal.SIGTERM)
    assert reading.wait_for_end(reads=False) == 128 + signal.SIGTERM
    assert reading.settings[3] & termios.ICANON
