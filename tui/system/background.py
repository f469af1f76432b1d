"""Blocking work beside the event loop that nobody has to wait for once it is no longer wanted.

asyncio's own threads must end before the program can: a name server that does not answer, a pipe that
nothing comes through or a page that takes long to convert would hold a reader who wants to quit.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from typing import ParamSpec, TypeVar

from tui.system.threads import THREAD_PREFIX

P = ParamSpec("P")
T = TypeVar("T")


async def run_detached(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``work`` returns or raises, run on a thread of its own.

    Cancelling leaves the thread to itself, and the program ends without it: only for work that changes
    nothing, or the library alone, whose calls are whole or have no effect.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[T] = loop.create_future()
    context = copy_context()

    def settle(result: T | None, error: Exception | None) -> None:
        if outcome.cancelled():
            return
        if error is not None:
            outcome.set_exception(error)
        else:
            outcome.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: T | None = None
        error: Exception | None = None
        try:
            result = context.run(work, *args, **kwargs)
        except Exception as raised:  # noqa: BLE001 - raised where the outcome is awaited
            error = raised
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=run, name=THREAD_PREFIX + "aside", daemon=True).start()
    return await outcome
