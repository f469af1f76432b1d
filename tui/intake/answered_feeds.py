"""Feeds that answered that nothing has changed: noted together, as many as answer while others are noted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.library.feeds.asking import Answered
from tui.system.background import run_detached

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library import Library


class _Batch:
    """What is noted in one transaction, and why it could not be."""

    def __init__(self) -> None:
        self.feeds: list[Callable[[], Answered]] = []
        self.error: Exception | None = None


class AnsweredFeeds:
    """Notes feeds of one refresh."""

    def __init__(self, library: Library) -> None:
        self._library, self._turn, self._next = library, asyncio.Lock(), _Batch()

    async def note(self, answered: Callable[[], Answered]) -> None:
        """Notes a feed; ``answered`` says when it is asked again.  Returns, or raises, when that is done."""
        batch = self._next
        batch.feeds.append(answered)
        async with self._turn:
            if batch is self._next:
                self._next = _Batch()
                try:
                    await run_detached(self._write, batch)
                except Exception as error:
                    batch.error = error
                    raise
        if batch.error is not None:
            raise batch.error

    def _write(self, batch: _Batch) -> None:
        self._library.entries.unchanged([answered() for answered in batch.feeds])
