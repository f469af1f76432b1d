"""The awaited way to the library: what the screen asks of it is never done on the event loop.

Reads go beside each other, each on a thread of its own; writes go one after the other, in the order in which they
were asked for, whoever asked.  A read sees the writes asked for before it, unless these have to wait: for another
process that writes, or an import.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from tui.library.articles.marks import Mark, Undo
from tui.library.library import Library
from tui.library.library_errors import ClosedError
from tui.library.pending_marks import PendingMark, PendingMarks
from tui.system.background import run_detached
from tui.system.threads import SerialThread

T = TypeVar("T")

AT_ONCE = 0.03  # seconds that a key may wait for what it asked of the library; after that it goes on by itself
WAITS_LONG = 1.0  # second after which one is told that something waits
LEAVING = 0.5  # seconds that what is not written yet may still take when one leaves
WRITE_WAITS = "The library is being written to elsewhere: what you changed waits for its turn"
READ_WAITS = "The library is busy: what you asked for takes a moment"


async def moment(work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """Work set going as a task, and waited for as long as a key may wait."""
    task = asyncio.create_task(work)
    await asyncio.wait({task}, timeout=AT_ONCE)
    return task


class Write(asyncio.Future[T | None]):
    """What comes of a write: None when it failed, which is told.

    Who waits for it may give up; it is done all the same.  ``outcome`` is what comes of it on the thread that
    writes, where it is known to the write after it.
    """

    def __init__(self, outcome: Future[T]) -> None:
        super().__init__()
        self.outcome = outcome


class LibraryWork:
    """One way to a library for all that runs on an event loop.

    ``failed`` is told why a write failed, ``written`` that one is done or was given up, ``waits`` a line to show when
    something takes long, and ``waited`` the same line when nothing does any more; all four on the event loop.
    """

    def __init__(
        self,
        library: Library,
        failed: Callable[[Exception], None],
        written: Callable[[], None],
        waits: Callable[[str], None],
        waited: Callable[[str], None],
    ) -> None:
        self.pending = PendingMarks()
        self._library = library
        self._failed, self._written, self._waits, self._waited = failed, written, waits, waited
        self._lanes: dict[str, SerialThread] = {}
        self._writes: set[asyncio.Task[None]] = set()
        self._given_up = 0
        self._reads = 0
        self._said: set[str] = set()  # what was told to wait; once, until nothing of the kind does

    @property
    def idle(self) -> bool:
        """Whether nothing is asked of the library."""
        return not self._writes and not self._reads

    async def read(self, ask: Callable[[Library], T]) -> T:
        """What ``ask`` returns or raises."""
        self._reads += 1
        try:
            if self._writes:
                await asyncio.wait(self._writes, timeout=AT_ONCE)
            return await self._patiently(run_detached(ask, self._library))
        finally:
            self._reads -= 1
            self._say_no_more(READ_WAITS, self._reads)

    async def search(self, ask: Callable[[Library], T]) -> T:
        """The same, one after the other on one thread, whose connection keeps at hand what it has read of the index."""
        self._reads += 1
        try:
            return await self._patiently(asyncio.wrap_future(self._lane("search").submit(partial(ask, self._library))))
        finally:
            self._reads -= 1
            self._say_no_more(READ_WAITS, self._reads)

    def write(self, change: Callable[[Library], T], pending: PendingMark | None = None) -> Write[T]:
        """Have ``change`` done in its turn; ``pending`` is what is shown until then."""
        write = Write(self._lane("write").submit(partial(change, self._library)))
        task = asyncio.create_task(self._follow(write, pending))
        self._writes.add(task)
        task.add_done_callback(self._writes.discard)
        return write

    def mark(self, articles: Sequence[int], mark: Mark, value: bool) -> Write[Undo]:
        """Set or take away a mark; it is shown from now on, and no longer if it could not be written."""

        def change(library: Library) -> Undo:
            marks = library.marks
            return {"read": marks.read, "starred": marks.star, "later": marks.later}[mark](articles, value)

        return self.write(change, self.pending.add(articles, mark, value))

    def undo(self, change: Write[Undo]) -> Write[Undo | None]:
        """Take back what a write did, which need not be done yet; None where that changed nothing."""

        def take_back(library: Library) -> Undo | None:
            undo = None if change.outcome.exception() else change.outcome.result()  # it was before this on this thread
            if undo is None or not undo.articles:
                return None
            library.marks.undo(undo)
            return undo

        return self.write(take_back)

    async def close(self) -> int:
        """End, and close the library; the number of writes that had to be given up."""
        if self._writes:
            await asyncio.wait(self._writes, timeout=LEAVING)
        await run_detached(self._library.close)
        for lane in self._lanes.values():
            await run_detached(lane.end)
        if self._writes:
            await asyncio.wait(self._writes)  # each was done or refused by now
        return self._given_up

    async def _follow(self, write: Write[T], pending: PendingMark | None) -> None:
        waiting = asyncio.get_running_loop().call_later(WAITS_LONG, self._say, WRITE_WAITS)
        result: T | None = None
        try:
            result = await asyncio.wrap_future(write.outcome)
        except ClosedError:
            self._given_up += 1  # one has left
        except Exception as error:  # noqa: BLE001 - handed to who says it
            self._failed(error)
        finally:
            waiting.cancel()
            self.pending.drop(pending)
            self._writes.discard(asyncio.current_task())  # what reads now need not wait
            self._say_no_more(WRITE_WAITS, len(self._writes))
            self._written()
            if not write.done():
                write.set_result(result)

    def _say(self, line: str) -> None:
        if line not in self._said:
            self._said.add(line)
            self._waits(line)

    def _say_no_more(self, line: str, waiting: int) -> None:
        if line in self._said and not waiting:
            self._said.remove(line)
            self._waited(line)

    async def _patiently(self, answer: Awaitable[T]) -> T:
        waiting = asyncio.get_running_loop().call_later(WAITS_LONG, self._say, READ_WAITS)
        try:
            return await answer
        finally:
            waiting.cancel()

    def _lane(self, name: str) -> SerialThread:
        if name not in self._lanes:
            self._lanes[name] = SerialThread(name)
        return self._lanes[name]
