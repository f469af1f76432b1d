"""What a worker process does: it answers what comes in.  It loads nothing that it could do without."""

from __future__ import annotations

import math
import os
import pickle
import resource
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from tui.model.page import ReadingError

SIZE = 8  # bytes of a message's length
SECONDS = 60  # of the processor for one answer; parsing is bounded: what can be read never reaches this


def packed(value: object) -> bytes:
    """A message."""
    data = pickle.dumps(value, protocol=5)
    return len(data).to_bytes(SIZE, "big") + data


def serve(answer: Callable[[Any], object], broke: str, seconds: int) -> None:
    """Answers what comes on standard input until it ends, or until something takes more than so many seconds.

    What it raises goes out as a text.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that reads
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with suppress(AttributeError, OSError):
        os.nice(5)
    _limit(seconds)
    while head := source.read(SIZE):
        asked = _read(source, head)
        if asked is None:
            return
        target.write(packed(_answer(answer, asked[0], broke)))
        target.flush()
        _limit(seconds)


def _limit(seconds: int) -> None:
    """Has the system end this process after so much more time of the processor."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    limit = math.ceil(time.process_time()) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(source: BinaryIO, head: bytes) -> tuple[Any] | None:
    size = int.from_bytes(head, "big")
    data = source.read(size)
    return (pickle.loads(data),) if len(head) == SIZE and len(data) == size else None  # noqa: S301 - of the process that started this


def _answer(answer: Callable[[Any], object], asked: Any, broke: str) -> object:
    try:
        return answer(asked)
    except ReadingError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - one fault must not cost the others
        return f"{broke} ({type(error).__name__})"
