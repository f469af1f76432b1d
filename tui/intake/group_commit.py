"""What waits to be written into the library is written together: group commit.

A transaction copies every page of the file that it touches, and the pages of the counts and of the indexes are the same
for all feeds: eight feeds in one cost three fifths of the time, and a third of what goes to the disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Generic, TypeVar

from tui.system.background import run_detached

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


class _Group(Generic[Item, Outcome]):
    """What is written in one transaction, and what came of each; what was raised where it could not be."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.size = 0
        self.due = asyncio.Event()
        self.outcomes: Sequence[Outcome | BaseException] | None = None


class GroupCommit(Generic[Item, Outcome]):
    """Writes what waits in groups, beside the event loop.

    ``write`` gives what came of each, or the exception that is raised for that one alone; ``turn`` is held meanwhile.
    A group of ``most`` is full, counted by ``size``; until then it is not written as long as there is ``more`` to come.
    Where that may end without another ``put``, call ``flush``.
    """

    def __init__(
        self,
        write: Callable[[Sequence[Item]], Sequence[Outcome | BaseException]],
        turn: Callable[[], AbstractAsyncContextManager[object]],
        most: int,
        size: Callable[[Item], int] = lambda _item: 1,
        more: Callable[[], bool] = lambda: False,
    ) -> None:
        self._write, self._turn, self._most, self._size, self._more = write, turn, most, size, more
        self._next = _Group[Item, Outcome]()

    async def put(self, item: Item) -> Outcome:
        """What came of one.  Returns, or raises, when it is written."""
        group = self._open_group(self._size(item))
        place = len(group.items)
        group.items.append(item)
        self.flush()
        await group.due.wait()
        async with self._turn():
            if group.outcomes is None:
                await self._commit(group)
        assert group.outcomes is not None
        outcome = group.outcomes[place]
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def flush(self) -> None:
        """Has what waits written, unless there is more to come."""
        if self._next.items and (self._next.size >= self._most or not self._more()):
            self._next.due.set()

    def _open_group(self, size: int) -> _Group[Item, Outcome]:
        """The group that is joined by something of that size."""
        if self._next.items and self._next.size + size > self._most:
            self._next.due.set()
            self._next = _Group()
        self._next.size += size
        return self._next

    async def _commit(self, group: _Group[Item, Outcome]) -> None:
        if group is self._next:
            self._next = _Group()
        try:
            group.outcomes = await run_detached(self._write, group.items)
        except BaseException as error:
            group.outcomes = [error] * len(group.items)
            raise
