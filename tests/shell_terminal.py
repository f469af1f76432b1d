"""A line of the shell on a pseudo-terminal of its own."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time

from commandline import HANG_GUARD, CommandLine
from pseudo_terminal import Screen

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
        """Reads until the text was printed or stands on the screen; fails when the command ends before."""
        until = time.monotonic() + HANG_GUARD
        while not (text in SEQUENCE.sub(b"", self.shown) or text.decode() in self._on_screen()):
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

    def _on_screen(self) -> str:
        screen = Screen()
        screen.write(self.shown.decode("utf-8", "replace"))
        return screen.text

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
