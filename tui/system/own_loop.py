"""A coroutine on an event loop of its own: what it does between two waits holds up nobody else's."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

from tui.system.background import run_detached

T = TypeVar("T")

# Seconds after which Python has another thread go on that waits, a fifth of what it is elsewhere: whoever paints the
# screen gives way some ten times while it does, to each thread that is at work.
TURN = 0.001
LEAVING = 0.5  # seconds that what is cancelled may take to end, for one who leaves


async def run_on_own_loop(make: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What the coroutine returns or raises, run in a thread of its own.

    Cancelling cancels the coroutine and waits for its end, but not for long: the thread may outlive the program's
    event loop, and ends with the program.
    """
    sys.setswitchinterval(TURN)
    run = _Run(make)
    ended = asyncio.ensure_future(run_detached(run.begin))
    try:
        await asyncio.wait({ended})
    except asyncio.CancelledError:
        run.cancel()
        ended.add_done_callback(_forget)
        await asyncio.wait({ended}, timeout=LEAVING)
        raise
    (outcome,) = ended.result() or (None,)
    return outcome  # type: ignore[return-value]  # there is one unless it was cancelled, which was raised above


def _forget(ended: asyncio.Future[Any]) -> None:
    """What was raised after nobody waits any more is no fault: else asyncio prints it over the screen."""
    if not ended.cancelled():
        ended.exception()


class _Run(Generic[T]):
    """``begin`` runs in the thread, ``cancel`` anywhere."""

    def __init__(self, make: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._make = make
        self._cancelled = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[T] | None = None

    def begin(self) -> tuple[T] | None:
        """What comes of it; None where it was cancelled."""
        with asyncio.Runner() as runner:
            try:
                return (runner.run(self._guarded()),)
            except asyncio.CancelledError:
                return None

    async def _guarded(self) -> T:
        self._loop, self._task = asyncio.get_running_loop(), asyncio.create_task(self._make())
        if self._cancelled:
            self._task.cancel()
        return await self._task

    def cancel(self) -> None:
        self._cancelled = True
        if self._loop and self._task and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._task.cancel)
