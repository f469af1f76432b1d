"""Threads that the program need not wait for when it ends."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")

THREAD_PREFIX = "newsreader-"  # what the names of these threads begin with


class SerialThread:
    """Does one thing after the other in a thread of its own.

    Unlike an executor's, which Python joins at exit, the thread ends with the program whatever it is doing.
    """

    def __init__(self, name: str) -> None:
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=THREAD_PREFIX + name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """What ``work`` will return or raise; a future that is cancelled before its turn is passed over."""
        outcome: Future[T] = Future()

        def do() -> None:
            if not outcome.set_running_or_notify_cancel():
                return
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001 - raised where the outcome is asked for
                outcome.set_exception(error)
            else:
                outcome.set_result(result)

        self._tasks.put(do)
        return outcome

    def end(self) -> None:
        """Returns when all is done; nothing may be submitted after."""
        self._tasks.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (do := self._tasks.get()) is not None:
            do()


def leave(status: int) -> int:
    """The exit status, if no thread of this program is at work; else the process ends here and now.

    A thread that goes on in lxml or SQLite while Python takes itself apart brings the process down (SIGSEGV).
    """
    if any(thread.name.startswith(THREAD_PREFIX) for thread in threading.enumerate()):
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(status)
    return status
