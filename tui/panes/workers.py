"""Work done beside the keys, or some moments later, of a widget, a screen or the app."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual.dom import DOMNode


def run_beside(
    owner: DOMNode,
    work: Callable[[], Awaitable[None]],
    group: str = "default",
    *,
    exclusive: bool = False,
    exit_on_error: bool = True,
) -> None:
    """Have work done, at the latest until its owner is gone; ``exclusive``: what its group did before is given up.

    It is handed over as a function: of a coroutine that is given up before it begins nobody awaits anything, which
    Python then says on standard error.
    """

    async def run() -> None:
        await work()

    owner.run_worker(run, group=group, exclusive=exclusive, exit_on_error=exit_on_error)  # type: ignore[arg-type]  # Textual takes it


def call_soon(owner: DOMNode, seconds: float, work: Callable[[], None]) -> asyncio.TimerHandle:
    """Have work done some milliseconds later, between two messages of its owner, unless that is gone.

    A timer of Textual's that is to run once never does where the processor was taken away for longer than its delay
    while it began (8.2.8, ``textual.timer``): what nothing else would make good must not hang on one of a fraction of
    a second.
    """
    return asyncio.get_running_loop().call_later(seconds, owner.call_later, work)
