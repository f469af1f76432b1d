"""What ends the program from outside, Ctrl+C, SIGTERM and SIGHUP: with the signal's status and without a word."""

from __future__ import annotations

import _thread
import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

BY_SIGNAL = 128  # a status is this and the signal's number, as shells say it
INTERRUPTED = BY_SIGNAL + signal.SIGINT
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE = 1.0  # seconds in which what is in hand may be put in order

Handler = Callable[[int, FrameType | None], object]

_noted: int | None = None  # the status of the first signal


def run(main: Callable[[], int]) -> int:
    """What ``main`` returns; after a signal the program ends here, whatever came of the interrupted work.

    What the program is told to ignore (by nohup, or in the background) it goes on ignoring.
    """
    answer_with(_unwind)
    for number in SIGNALS:
        if signal.getsignal(number) not in (signal.SIG_IGN, None):
            signal.signal(number, _call)
    try:
        return main()
    finally:
        _ignore()  # all is done and said: the status must say it, too
        if _noted is not None:
            os._exit(_noted)


def answer_with(handler: Handler) -> Handler:
    """Have ``handler`` called on a signal, from between two steps of the main thread; what was called before."""
    global _answer
    before, _answer = _answer, handler
    return before


def _call(number: int, frame: FrameType | None) -> None:
    _answer(number, frame)


def _ignore() -> None:
    for number in SIGNALS:
        if signal.getsignal(number) is _call:
            signal.signal(number, signal.SIG_IGN)


def note(number: int) -> int:
    """Remember that a signal came, so that the program ends with its status; that status."""
    global _noted
    if _noted is None:
        _noted = BY_SIGNAL + number
    return _noted


def _unwind(number: int, _frame: object) -> None:
    """Leave what is in hand by way of its ``finally``, and see that this neither says a word nor takes long.

    An interrupt can be lost (in a destructor) or become another error (in a library that fetches); the status and the
    silence must not depend on it.
    """
    _ignore()
    status = note(number)
    silence()
    limit(GRACE, status)
    raise KeyboardInterrupt


_answer: Handler = _unwind


def silence() -> None:
    """Let nothing be said any more, by whatever part of the program."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def limit(
    seconds: float, status: int, last: Callable[[], None] = lambda: None, only_if: Callable[[], bool] = lambda: True
) -> None:
    """End the program after so long, whatever the main thread waits for; ``last`` is done before.

    ``only_if`` is asked then whether it is to end.
    """

    def end() -> None:
        time.sleep(seconds)
        if not only_if():
            return
        try:
            last()
        finally:
            os._exit(status)

    try:
        _thread.start_new_thread(end, ())
    except RuntimeError:  # no thread can be had
        sys.exit(status)
