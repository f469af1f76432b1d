"""Long work on the command line: how far it is, stopped by Ctrl+C, and what came of it."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from tui.commands.messages import complain, say
from tui.system import interrupt
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.library import Report

SILENT_SECONDS = 1.0  # before progress is shown
BETWEEN_SECONDS = 0.2  # two lines of progress
ERASE_LINE = "\r\x1b[K"
LOOK_SECONDS = 0.1  # between two looks whether to stop
T = TypeVar("T")


class Work:
    """One piece of long work; ``progress`` and ``stopped`` are what the library calls."""

    def __init__(self) -> None:
        self._asked_to_stop = False
        self._line = self._shown = ""
        self._next = time.monotonic() + SILENT_SECONDS

    def progress(self, done: int, total: int | None) -> None:
        """Shows how far it is, on a terminal only."""
        self.show(f"{done} of {total} ({100 * done // max(total, 1)}%)" if total else str(done))

    def show(self, line: str) -> None:
        """Shows a line that says how far it is, on a terminal only: now, or when the next ``look`` is due."""
        self._line = line
        self.look()

    def look(self) -> None:
        """Shows the last line if it is not there yet, though nothing new is said meanwhile."""
        now = time.monotonic()
        if self._line == self._shown or now < self._next or not sys.stderr.isatty():
            return
        self._next, self._shown = now + BETWEEN_SECONDS, self._line
        print(f"{ERASE_LINE}{self._line} · Ctrl+C stops", end="", file=sys.stderr, flush=True)

    def stopped(self) -> bool:
        """Whether Ctrl+C was pressed."""
        return self._asked_to_stop

    def stop(self) -> None:
        """Ends the work between two of its steps, without a word from here on; what is done stays."""
        self._asked_to_stop = True
        if self._shown:
            os.write(sys.stderr.fileno(), ERASE_LINE.encode())  # a stream may be in the middle of being written to
        interrupt.silence()

    def end(self) -> None:
        """Takes the line of progress away."""
        if self._shown:
            print(ERASE_LINE, end="", file=sys.stderr, flush=True)


async def until_stopped(coroutine: Coroutine[Any, Any, T], going: Work) -> T | None:
    """What it returns, or None if Ctrl+C came first: then it is cancelled."""
    task = asyncio.create_task(coroutine)
    while not (await asyncio.wait([task], timeout=LOOK_SECONDS))[0]:
        going.look()
        if going.stopped():
            task.cancel()
            await asyncio.wait([task])
            break
    return None if task.cancelled() else task.result()


@contextmanager
def work() -> Iterator[Work]:
    """Work that Ctrl+C stops between two of its steps; a second Ctrl+C does not wait for the step in hand."""
    going = Work()

    def stop(number: int, _frame: object) -> None:
        interrupt.note(number)
        going.stop()
        interrupt.answer_with(before)

    before = interrupt.answer_with(stop)
    try:
        yield going
    finally:
        interrupt.answer_with(before)
        going.end()


def tell(report: Report, did: str, what: str = "article") -> int:
    """Says what came of it ("exported 12 articles"); the exit status."""
    known = f", {report.known:,} of them kept already" if report.known else ""
    print(f"{did} {counted(report.done, what)}{known}", flush=True)
    return complain_of(report)


def complain_of(report: Report) -> int:
    """Says what could not be taken; the exit status."""
    for refusal in report.refused:
        complain(refusal.what, refusal.why)
    if report.unlisted:
        say(f"and {report.unlisted} more")
    if report.stopped:
        return interrupt.INTERRUPTED
    return int(bool(report.refused))
