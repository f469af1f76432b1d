"""The program in a real pseudo-terminal: keys go in, and every byte that it writes comes out."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import fork_server
from rich.cells import cell_len

SEQUENCE = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC: title, clipboard, links
    r"|\x1b[PX^_][^\x1b]*\x1b\\"  # DCS, SOS, PM, APC
    r"|\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[ -/]*[0-~]"  # two-character escapes
    r"|\x9b[0-?]*[ -/]*[@-~]|[\x80-\x9f]|[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]"  # C1, other controls
)
BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")  # a sequence that has not come whole
MOVES = re.compile(r"\x1b\[[\d;]*([mH])$")  # colours and cursor places differ from page to page
HANG = 60.0  # seconds until a test gives up
PATIENCE = 20.0  # seconds without a byte in which a key must have its answer, on a busy machine too
SETTLED = 0.1  # seconds without a byte after an answer
QUIET = 0.15  # seconds without a byte after which the screen has settled
FILLING, FRAME = 80, 0.03  # how often keys are pressed unread, and seconds between: some sixty screens are held back
STEP = re.compile(rf"\x1b\[(\d+);(\d+)H|({SEQUENCE.pattern})|([^\x1b\x00-\x1f\x7f])", re.DOTALL)
TRUE_COLOURS = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


class Screen:
    """What a person sees: the characters that stand in the cells after all that was written."""

    def __init__(self) -> None:
        self._cells: dict[int, dict[int, str]] = {}
        self._row = self._column = 1
        self._rest = ""  # of a sequence that has not come whole

    def write(self, written: str) -> None:
        written, self._rest = self._rest + written, ""
        if begun := BEGUN.search(written):
            written, self._rest = written[: begun.start()], begun[0]
        for row, column, _, text in STEP.findall(written):
            if row:
                self._row, self._column = int(row), int(column)
            elif text:
                self._put(text)

    def _put(self, text: str) -> None:
        line, size = self._cells.setdefault(self._row, {}), cell_len(text)
        if not size:
            line[self._column - 1] = line.get(self._column - 1, "") + text
        for extra in range(size):
            line[self._column + extra] = "" if extra else text
        self._column += size

    @property
    def text(self) -> str:
        """The lines that stand there."""
        lines = ((line.get(at, " ") for at in range(1, max(line) + 1)) for _, line in sorted(self._cells.items()))
        return "\n".join("".join(cells) for cells in lines)


class Terminal:
    """``newsreader ARGUMENTS`` in a terminal of columns × rows, ``started_by`` another program if one is named.

    ``forked``: it need not load the program, where neither its start nor its end is what is tested.
    ``colours`` are the variables by which a terminal says what colours it has.
    """

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 100,
        rows: int = 30,
        started_by: Sequence[str] = (),
        colours: Mapping[str, str] = TRUE_COLOURS,
        forked: bool = False,
    ) -> None:
        self._arguments = arguments
        self._server = fork_server.for_apps() if forked and sys.getfilesystemencoding() == "utf-8" else None
        self._command = [*started_by, sys.executable, "-m", "tui", *arguments]
        self._environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(home),
            **colours,
            "LANG": "C.UTF-8",
            **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("DATA", "CONFIG", "STATE", "CACHE")},
        }
        self._size = struct.pack("HHHH", rows, columns, 0, 0)
        self.written = ""
        self.screen = Screen()
        self._decoder = codecs.getincrementaldecoder("utf8")("surrogateescape")
        self.status: int | None = None

    def __enter__(self) -> Terminal:
        if self._server:
            self._handle, terminal = os.openpty()
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, self._size)
            self._pid = self._server.begin_app(self._arguments, self._environment, terminal)
            os.close(terminal)
            return self
        self._pid, self._handle = pty.fork()
        if self._pid == 0:  # the child: no Python of the test may go on running in it
            fcntl.ioctl(0, termios.TIOCSWINSZ, self._size)
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whatever the tests were started by, nohup for one
            os.execvpe(self._command[0], self._command, self._environment)
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self._pid, signal.SIGKILL)
            self._wait(0)
        os.close(self._handle)

    def press(self, *keys: str, quiet: float = QUIET) -> str:
        """Send keys one by one; what was written until, after each, nothing came for ``quiet`` seconds."""
        start = len(self.written)
        for key in keys:
            os.write(self._handle, key.encode())
            self._read_until(lambda: False, quiet)
        return self.written[start:]

    def wait_for(self, text: str) -> None:
        """Wait until the text stands on the screen, or was written."""
        self._read_until(lambda: text in self.written or text in self.screen.text, HANG)
        assert text in self.written or text in self.screen.text, f"never wrote {text!r}"

    def wait_until(self, done: Callable[[], bool]) -> None:
        """Read what is written until that holds, or nothing came for as long as a busy machine may take."""
        self._read_until(done, PATIENCE)

    def answer(self, key: str, text: str) -> bool:
        """Send a key; whether the screen changed and has the text, read until it has settled."""
        start = len(self.written)
        os.write(self._handle, key.encode())

        def answered_now() -> bool:
            return len(self.written) > start and text in self.screen.text

        self._read_until(answered_now, PATIENCE)
        answered = answered_now()
        self._read_until(lambda: False, SETTLED)
        return answered

    def wait_for_stop(self) -> None:
        """Wait until the program has stopped itself, as Ctrl+Z makes it do."""
        stopped = False

        def has_stopped() -> bool:
            nonlocal stopped
            pid, status = self._wait(os.WNOHANG | os.WUNTRACED)
            stopped = stopped or (bool(pid) and os.WIFSTOPPED(status))
            return stopped

        self._read_until(has_stopped, HANG)
        self._read_the_rest()
        assert stopped, "never stopped"

    def go_on(self) -> str:
        """Let a stopped program go on, as fg does; what it writes."""
        start = len(self.written)
        os.kill(self._pid, signal.SIGCONT)
        self._read_until(lambda: False, 1.0)
        return self.written[start:]

    def interrupt(self) -> None:
        """Send the program what Ctrl+C sends while the terminal does not hand it on as a key."""
        self.send(signal.SIGINT)

    def send(self, *signals: int) -> None:
        """Send the program signals from outside."""
        for number in signals:
            os.kill(self._pid, number)

    def hang_up(self) -> float:
        """Take the terminal away, as a window that is closed; the seconds until the program has ended."""
        os.close(self._handle)
        self._handle = os.open(os.devnull, os.O_RDWR)
        start = time.monotonic()
        while not self._ended() and time.monotonic() - start < HANG:
            time.sleep(0.01)
        assert self.status is not None, "never ended"
        return time.monotonic() - start

    def fill(self, *keys: str) -> None:
        """Press keys and read nothing of what they bring, until it is more than terminal and program hold back.

        Each is given the time to be drawn by itself: to read what was pressed, a program goes on when it cannot write.
        """
        for _ in range(FILLING):
            os.write(self._handle, "".join(keys).encode())
            time.sleep(FRAME)

    @property
    def settings(self) -> list[Any]:
        """The terminal's settings, as termios has them."""
        return termios.tcgetattr(self._handle)

    def wait_for_end(self, reads: bool = True) -> int:
        """The exit status, once the program has ended; what it writes until then is read, or it ends without that."""
        start = time.monotonic()
        while not reads and not self._ended() and time.monotonic() - start < HANG:
            time.sleep(0.01)
        assert reads or self._ended(), "waits for its terminal"
        self._read_until(self._ended, HANG)
        self._read_the_rest()
        assert self.status is not None, "never ended"
        return self.status

    def _ended(self) -> bool:
        if self.status is None:
            pid, status = self._wait(os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status is not None

    def _wait(self, options: int) -> tuple[int, int]:
        if self._server:
            return self._server.wait(self._pid, options)
        return os.waitpid(self._pid, options)

    def _read_the_rest(self) -> None:
        """Read what was written before the program stopped or ended, which may be seen first."""
        self._read_until(lambda: not select.select([self._handle], [], [], 0)[0], SETTLED)

    def _read_until(self, done: Callable[[], bool], patience: float) -> None:
        """Read until it is done or nothing came for so many seconds; a cursor that blinks writes for ever."""
        begun = last = time.monotonic()
        while not done() and time.monotonic() - last < patience and last - begun < HANG:
            ready, _, _ = select.select([self._handle], [], [], 0.02)
            if not ready:
                continue
            try:
                received = os.read(self._handle, 65_536)
            except OSError:  # the other side is closed
                self._ended()
                time.sleep(0.02)
                continue
            text = self._decoder.decode(received)
            self.written += text
            self.screen.write(text)
            last = time.monotonic()


def sequences(written: str) -> set[str]:
    """Every kind of control sequence in what was written; colours and cursor moves without their numbers."""
    return {MOVES.sub(lambda move: f"\x1b[{move[1]}", found) for found in SEQUENCE.findall(written)}


def visible(written: str) -> str:
    """What was written without control sequences."""
    return SEQUENCE.sub("", written)


def pages(folder: Path, named: Sequence[tuple[str, str]]) -> list[str]:
    """Write pages under the names; their paths."""
    paths = [folder / name for name, _ in named]
    for path, (_, page) in zip(paths, named, strict=True):
        path.write_text(page, "utf8", errors="surrogatepass")
    return [str(path) for path in paths]
