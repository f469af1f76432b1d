"""Filing the quotations and stories of what came from feeds, and of a library of before, while one reads."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from tui.model.page import ReadingError
from tui.panes.workers import run_beside
from tui.system.background import run_detached

if TYPE_CHECKING:
    from tui.library import Library
    from tui.screens.base import AppServices


def begin_to_bring_up(services: AppServices, stopped: Callable[[], bool]) -> None:
    """Go on where it was left, unless one leaves."""
    if not stopped():
        run_beside(services, partial(_bring_up, services.library, stopped), "bring up", exclusive=True)


async def _bring_up(library: Library, stopped: Callable[[], bool]) -> None:
    """Goes on where it was left until all is filed or one leaves; what is not filed is found by the next start."""
    with suppress(ReadingError):  # the library was closed meanwhile, or is written to elsewhere
        waiting = 0 if library.read_only else await run_detached(library.elsewhere.waiting)
        if waiting:
            await run_detached(lambda: library.elsewhere.bring_up(stopped=stopped))
