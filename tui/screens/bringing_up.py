"""Filing the quotations and stories of what came from feeds, and of a library of before, while one reads."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from tui.library import Library
from tui.model.page import ReadingError
from tui.system.background import run_detached


async def bring_up(library: Library, stopped: Callable[[], bool]) -> None:
    """Goes on where it was left until all is filed or one leaves; what is not filed is found by the next start."""
    with suppress(ReadingError):  # the library was closed meanwhile, or is written to elsewhere
        waiting = 0 if library.read_only else await run_detached(library.elsewhere.waiting)
        if waiting:
            await run_detached(lambda: library.elsewhere.bring_up(stopped=stopped))
