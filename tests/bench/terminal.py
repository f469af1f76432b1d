"""A program run in a pseudo-terminal, timed by the bytes it writes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import tempfile
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

FRAME_END = b"\x1b[?2026l"  # Textual ends each frame with it where the terminal says that it knows synchronised output
# Asked, the terminal answers as current ones do: it knows synchronised output and is some kind of xterm.
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[c": b"\x1b[?62;22c", b"\x1b[>q": b"\x1bP>|bench\x1b\\"}
UNWANTED = ("NO_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE")
# As an installed program has it: every module compiled before the run that counts.  The first run compiles.
COMPILED = str(Path(tempfile.gettempdir()) / "newsreader-bench-compiled")
QUIET = 0.08  # seconds without a byte after which the screen counts as settled


class Burst(NamedTuple):
    """What was written until the screen settled: seconds to the first and to the last byte, and the bytes."""

    first: float
    last: float
    written: bytes


class Terminal:
    """``argv`` in a pseudo-terminal of columns × rows; use as a context manager."""

    def __init__(self, argv: Sequence[str], columns: int = 120, rows: int = 40, **environment: str) -> None:
        self.argv, self.columns, self.rows = list(argv), columns, rows
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in UNWANTED},
            "PYTHONPYCACHEPREFIX": COMPILED,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            **environment,
        }
        self.pid = self.handle = -1
        self.started = 0.0

    def __enter__(self) -> Terminal:
        self.started = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            time.sleep(0.01)  # until the size is set
            os.execvpe(self.argv[0], self.argv, self.environment)
        self._size()
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.handle)

    def _size(self) -> None:
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))

    def send(self, keys: bytes) -> Burst:
        """Press keys and wait until the screen settles."""
        since = time.perf_counter()
        os.write(self.handle, keys)
        return self.settle(since)

    def resize(self, columns: int, rows: int | None = None) -> Burst:
        """Resize the terminal and wait until the screen settles."""
        self.columns, self.rows = columns, rows or self.rows
        since = time.perf_counter()
        self._size()
        os.kill(self.pid, signal.SIGWINCH)
        return self.settle(since)

    def until(self, needle: bytes, limit: float = 20.0) -> float:
        """Seconds from the start of the program until it has written ``needle``."""
        seen = b""
        while time.perf_counter() - self.started < limit:
            seen = (seen + self.read(0.05))[-200_000:]
            if needle in seen:
                return time.perf_counter() - self.started
        raise TimeoutError(f"{needle!r} was not written within {limit} s; last: {seen[-300:]!r}")

    def settle(self, since: float, limit: float = 10.0) -> Burst:
        """Read until nothing comes for ``QUIET`` seconds."""
        written = b""
        first = last = 0.0
        while time.perf_counter() - since < limit:
            got = self.read(QUIET if written else 1.0)
            if not got:
                break
            last = time.perf_counter() - since
            first = first or last
            written += got
        return Burst(first, last, written)

    def processor(self) -> float:
        """Processor seconds of the threads that live; unlike the clock, they hardly depend on what else runs.

        Linux's schedstat counts nanoseconds: the ticks of ``stat`` are a hundredth of a second each.
        """
        threads, took = Path(f"/proc/{self.pid}/task").iterdir(), 0
        for thread in threads:
            with suppress(OSError):  # it ended since it was listed
                took += int((thread / "schedstat").read_text().split()[0])
        return took / 1e9

    def memory(self) -> int:
        """Resident memory in kB."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1])
        return 0

    def read(self, wait: float) -> bytes:
        """What is written within so many seconds, b"" if nothing is."""
        ready, _, _ = select.select([self.handle], [], [], wait)
        if not ready:
            return b""
        try:
            got = os.read(self.handle, 1 << 20)
        except OSError:
            return b""
        for question, answer in ANSWERS.items():
            if question in got:
                os.write(self.handle, answer)
        return got
