"""The terminal that the app draws on: given back whatever ends the app, and let go of once it is gone."""

from __future__ import annotations

import errno
import os
import select
import signal
import termios
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING

from tui.system import interrupt

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

SAYING = 1  # the descriptor that commands write to
KEYS, DRAWING = 0, 2  # the descriptors that the app has the terminal on
LOOK_AGAIN = 0.25  # seconds between two looks whether the terminal is there
# Seconds in which two signals count as sent together: to an app that has the terminal (somebody waits), to one without.
TOGETHER, TOGETHER_UNSEEN = 0.05, 1.0
GONE, PATIENCE = 1.25, 5.0  # seconds that leaving may take without a terminal that takes something, and with one
LEAVE_SCREEN = (
    "\x1b[?2004l\x1b[?2048l"  # pasted text and new sizes are no longer told
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l"  # nor the mouse, nor who has the keys
    "\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h"  # keys, long lines, screen and cursor as a shell has them
)


def is_served() -> bool:
    """Whether the app is shown by another program, such as textual-serve in a browser.

    It names the driver that speaks to it; standard input and output are its pipes.
    """
    return bool(os.environ.get("TEXTUAL_DRIVER"))


@contextmanager
def attended(leave: Callable[[int], None]) -> Iterator[None]:
    """Have ``leave`` called with an exit status when a signal asks the app to end, or its terminal is gone.

    It may be called from another thread, and more than once.  If the app has not left some seconds later, the program
    ends all the same, and the terminal is given back.
    """
    attendant = _Attendant(leave)
    before = interrupt.answer_with(attendant.answer)
    watch = threading.Thread(target=attendant.watch, name="terminal", daemon=True)
    watch.start()
    try:
        yield
    finally:
        interrupt.answer_with(before)
        attendant.over.set()
        watch.join()


def answer_first_what_ends(loop: AbstractEventLoop) -> None:
    """Go on after a stop from the event loop, once what asks the app to end was answered: a stopped job's end is both.

    A shell's kill of a job that it stopped sends SIGCONT too, and Python may answer that in the middle of the other
    answer.  Textual goes on at once: without the terminal it is stopped again, with the end unanswered, and with it
    the screen is set up while it is being given back.
    """
    go_on = signal.getsignal(signal.SIGCONT)
    if not callable(go_on):
        return  # nothing goes on: there is no terminal

    def answer(number: int, frame: FrameType | None) -> None:
        seconds = TOGETHER_UNSEEN if _in_background() else TOGETHER
        loop.call_soon_threadsafe(loop.call_later, seconds, go_on_again, number, frame)

    def go_on_again(number: int, frame: FrameType | None) -> None:
        if signal.getsignal(signal.SIGCONT) is answer:
            go_on(number, frame)

    signal.signal(signal.SIGCONT, answer)


class _Attendant:
    def __init__(self, leave: Callable[[int], None]) -> None:
        self.over = threading.Event()
        self._leave = leave
        self._settings = termios.tcgetattr(KEYS)

    def answer(self, number: int, _frame: FrameType | None) -> None:
        """Leave because of a signal."""
        if _gone():
            self._let_go(number)
            return
        signal.signal(signal.SIGCONT, lambda _number, _frame: None)  # who was stopped goes on only to end
        if _in_background():
            _drop()  # the screen was given back when the app was stopped, and another program has it now
        self._end(number, PATIENCE)

    def watch(self) -> None:
        """Leave when the terminal is gone, which no signal tells under nohup."""
        while not self.over.wait(LOOK_AGAIN):
            if _gone():
                self._let_go(signal.SIGHUP)
                return

    def _let_go(self, number: int) -> None:
        _drop()  # else reading keys would find an end, again and again
        self._end(number, GONE)

    def _end(self, number: int, seconds: float) -> None:
        status = interrupt.note(number)
        interrupt.limit(GONE, status, self._give_back, only_if=_takes_nothing)
        interrupt.limit(seconds, status, self._give_back)
        self._leave(status)

    def _give_back(self) -> None:
        """Do for the shell what the app does when it leaves in order."""
        if _gone() or _in_background():
            return
        with suppress(OSError, termios.error):
            termios.tcsetattr(KEYS, termios.TCSANOW, self._settings)
            if not _takes_nothing():
                os.write(DRAWING, LEAVE_SCREEN.encode())


def _gone() -> bool:
    try:
        termios.tcgetattr(KEYS)
    except termios.error as error:
        return bool(error.args[0] != errno.EINTR)  # a signal that came meanwhile says nothing of the terminal
    return False


def let_go_of_lost() -> int:
    """Put nothing in the place of a terminal that went before the app was there; the status then, else 0.

    What is no terminal, nor was, is left alone.
    """
    try:
        termios.tcgetattr(SAYING)
    except termios.error as error:
        if error.args[0] == errno.EIO:
            _drop()  # else Python would find it gone once more when it ends
            return interrupt.note(signal.SIGHUP)
    return 0


def _takes_nothing() -> bool:
    """Whether writing to the terminal waits, for ever if its other side is never read again."""
    return not select.select([], [DRAWING], [], 0)[1]


def _in_background() -> bool:
    """Whether another program has the terminal: who writes settings to it then is stopped."""
    try:
        return os.tcgetpgrp(KEYS) != os.getpgrp()
    except OSError:  # not the terminal that controls the program
        return False


def _drop() -> None:
    """Put nothing in the terminal's place: what is read is at its end, what is written vanishes."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
