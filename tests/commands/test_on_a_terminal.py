"""The command on a real pseudo-terminal: what is redirected must not take its keys or its screen away."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shlex
import struct
import subprocess
import termios
import time
from collections.abc import Iterator

import pytest
from commandline import COMMAND, HANG_GUARD, PIER, STORY, CommandLine

ROWS, COLUMNS = 24, 80
SEQUENCE = re.compile(rb"\x1b(\[[0-9;?<>=$]*[a-zA-Z]|[\]P_][^\x07\x1b]*(\x07|\x1b\\)|[=>78c()][AB0]?)")


class Terminal:
    """A shell command on a terminal of its own, which it controls."""

    def __init__(self, command: CommandLine, line: str) -> None:
        self.shown = b""
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.chdir(command.folder)
            os.execvpe("/bin/sh", ["sh", "-c", line], {**command.environment, "TERM": "xterm-256color"})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.status: int | None = None

    def wait_for(self, text: bytes) -> None:
        """Reads until the text was drawn; fails when the command ends before."""
        until = time.monotonic() + HANG_GUARD
        while text not in SEQUENCE.sub(b"", self.shown):
            assert time.monotonic() < until, self.shown[-2000:]
            assert self._read(), f"ended before {text!r} was shown: {self.shown[-2000:]!r}"

    def press(self, keys: bytes) -> None:
        """Types."""
        os.write(self._terminal, keys)

    def end(self) -> int:
        """Reads to the end; the exit status."""
        until = time.monotonic() + HANG_GUARD
        while self._read():
            assert time.monotonic() < until, self.shown[-2000:]
        self.status = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self.status

    def close(self) -> None:
        """Ends the command if it still runs."""
        if self.status is None:
            os.kill(self._pid, 9)
            os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], 0.5)
        if not ready:
            return True
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # how Linux says that the other end is closed
            return False
        self.shown += data
        return bool(data)


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    """Terminals to close after the test."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


NEWSREADER = shlex.join(COMMAND)


@pytest.mark.parametrize(
    "line",
    [
        f"{NEWSREADER} page.html",
        f"cat page.html | {NEWSREADER} -",
        f"{NEWSREADER} - < page.html",
        f"{NEWSREADER} page.html < /dev/null",
        f"{NEWSREADER} page.html 2> errors",
    ],
)
def test_the_reader_is_drawn_and_has_the_keys(command: CommandLine, opened: list[Terminal], line: str) -> None:
    command.page()
    terminal = Terminal(command, line)
    opened.append(terminal)
    terminal.wait_for(b"autumn storms")
    terminal.press(b"q")
    assert terminal.end() == 0
    assert b"\x1b[?1049l" in terminal.shown  # the screen from before is back


def test_several_addresses_are_opened(command: CommandLine, opened: list[Terminal]) -> None:
    command.page()
    command.page("pier.html", PIER)
    terminal = Terminal(command, f"cat page.html | {NEWSREADER} - pier.html")
    opened.append(terminal)
    terminal.wait_for(b"1/2")
    terminal.press(b"J")
    terminal.wait_for(b"Harbour *pier*")
    terminal.press(b"q")
    assert terminal.end() == 0


def test_standard_input_that_is_the_terminal_is_not_waited_for(command: CommandLine, opened: list[Terminal]) -> None:
    for arguments in ("-", "convert -"):
        terminal = Terminal(command, f"{NEWSREADER} {arguments}")
        opened.append(terminal)
        assert terminal.end() == 1
        assert b"pipe a page into it" in terminal.shown


def test_without_a_terminal_for_keys_it_says_so(command: CommandLine) -> None:
    command.page()
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [*COMMAND, "page.html"],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            env=command.environment,
            cwd=command.folder,
            start_new_session=True,
            timeout=HANG_GUARD,
        )
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 1
    assert b"no terminal to read keys from" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_lists_are_printed_for_people_and_marks_only_on_a_terminal(
    command: CommandLine, opened: list[Terminal]
) -> None:
    command.page(body=STORY)
    command.run("add", "page.html")
    listing = Terminal(command, f"{NEWSREADER} list")
    opened.append(listing)
    assert listing.end() == 0
    assert "●  \x1b[1mHarbour *wall*".encode() in listing.shown
    assert b"\t" not in listing.shown
    terminal = Terminal(command, f"{NEWSREADER} search council")
    opened.append(terminal)
    assert terminal.end() == 0
    assert b"\x1b[1;33mcouncil\x1b[0m" in terminal.shown
    assert b"\x1b" not in command.run("search", "council").stdout
