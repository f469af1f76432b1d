"""What was changed in the library while the app is open: how it is undone, and what another process changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.system.background import run_detached

if TYPE_CHECKING:
    from tui.library import Library, Undo
    from tui.library.library_work import LibraryWork, Write


class LibraryChanges:
    """Changes under way and done, the last one last; ``say`` says what came of one."""

    def __init__(self, work: LibraryWork, say: Callable[[str], None]) -> None:
        self._work, self._say = work, say
        self._changes: list[Write[Undo]] = []
        self._unwritten = 0

    def __bool__(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._changes)

    @property
    def last(self) -> Write[Undo] | None:
        """The change that would be undone first."""
        return self._changes[-1] if self._changes else None

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
            self._say(f"{undo.saying.capitalize()}: u takes it back" if undo.articles else "Nothing to change")

    async def undo(self) -> None:
        """Undo the last change, one that is not written yet too."""
        if self._changes and (undone := await self._work.undo(self._changes.pop())):
            self._say(f"Undone: {undone.saying}")


async def look_for_others(library: Library, changed: Callable[[], None]) -> None:
    """``changed`` is called when another newsreader, or a timer's ``refresh``, wrote to the library meanwhile."""
    if await run_detached(library.connections.others_wrote):
        changed()
