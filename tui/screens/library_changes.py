"""What was changed in the library while its screen is open, and how it is undone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from tui.library import Undo
from tui.library.library_work import Write
from tui.screens.base import AppServices


class LibraryChanges:
    """Changes under way and done, the last one last; ``reread`` shows what came of one."""

    def __init__(self, services: Callable[[], AppServices], reread: Callable[[], Awaitable[None]]) -> None:
        self._services, self._reread = services, reread
        self._changes: list[Write[Undo]] = []
        self._unwritten = 0

    def __bool__(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._changes)

    @property
    def under_way(self) -> bool:
        """Whether a change is not written yet."""
        return self._unwritten > 0

    def add(self, change: Write[Undo]) -> None:
        """A change is under way; ``follow`` must come after."""
        self._changes.append(change)
        self._unwritten += 1

    async def follow(self, change: Write[Undo]) -> None:
        """Say what came of a change once it is written."""
        try:
            await asyncio.wait({change})
        finally:
            self._unwritten -= 1
        undo = change.result()
        if (undo is None or not undo.articles) and change in self._changes:
            self._changes.remove(change)
        if undo is not None:
            done = f"{undo.saying.capitalize()}: u takes it back" if undo.articles else "Nothing to change"
            self._services().say(done)
        await self._reread()

    async def undo(self) -> None:
        """Undo the last change, one that is not written yet too."""
        if undone := await self._services().library_work.undo(self._changes.pop()):
            self._services().say(f"Undone: {undone.saying}")
        await self._reread()
