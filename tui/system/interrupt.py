"""What Ctrl+C does once the program is loaded: it ends it with status 130 and without a word, whatever goes on."""

from __future__ import annotations

import _thread
import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

INTERRUPTED = 130  # 128 + SIGINT, as shells say it
GRACE = 1.0  # seconds in which what is in hand may be put in order

Handler = Callable[[int, FrameType | None], object] | int | None  # as signal.signal has it

_pressed = False


def run(main: Callable[[], int]) -> int:
    """What ``main`` returns; after Ctrl+C the program ends here, whatever came of the interrupted work."""
    answer_with(_unwind)
    try:
        return main()
    finally:
        answer_with(signal.SIG_IGN)  # all is done and said: the status must say it, too
        if _pressed:
            os._exit(INTERRUPTED)


def answer_with(handler: Handler) -> Handler:
    """Have ``handler`` called on Ctrl+C, from between two steps of the main thread; what was called before.

    A program that is started in the background ignores Ctrl+C, and goes on ignoring it.
    """
    before = signal.getsignal(signal.SIGINT)
    if before != signal.SIG_IGN and before is not None:
        signal.signal(signal.SIGINT, handler)
    return before


def note() -> None:
    """Remember that Ctrl+C was pressed, so that the program ends with its status."""
    global _pressed
    _pressed = True


def _unwind(_number: int, _frame: object) -> None:
    """Leave what is in hand by way of its ``finally``, and see that this neither says a word nor takes long.

    An interrupt can be lost (in a destructor) or become another error (in a library that fetches); the status and the
    silence must not depend on it.
    """
    answer_with(signal.SIG_IGN)
    note()
    silence()
    _limit()
    raise KeyboardInterrupt


def silence() -> None:
    """Let nothing be said any more, by whatever part of the program."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _limit() -> None:
    """End the program after the time of grace also where the main thread waits for something that does not come."""

    def end() -> None:
        time.sleep(GRACE)
        os._exit(INTERRUPTED)

    try:
        _thread.start_new_thread(end, ())
    except RuntimeError:  # no thread can be had
        sys.exit(INTERRUPTED)
