"""Work done beside the keys, of a widget, a screen or the app."""

from __future__ import annotations

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
