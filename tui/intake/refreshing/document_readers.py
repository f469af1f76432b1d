"""The documents of one refresh read by whoever does nothing: here, and in processes of their own.

Reading many takes longer than all else that a refresh does.
"""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from types import TracebackType

from tui.intake.refreshing import feed_documents
from tui.intake.refreshing.feed_documents import BROKE, READING, TAKING_IN, Document, load
from tui.intake.workers.worker_processes import WorkerProcesses
from tui.model.entry_key import Key
from tui.model.page import Page, ReadingError
from tui.system.background import run_detached

READ_HERE = 8  # documents that are read in this process in the time that a worker takes to start
FEW_DOCUMENTS = 2  # documents for which no other process is started at once, though a screen is painted meanwhile


class DocumentReaders:
    """Reads the documents of one refresh; ``async with`` it.

    Here while nothing else is done here, and in processes of their own once many wait or are certain to come.  In these
    alone ``beside_screen``: to load lxml alone holds up who paints by some 30 ms.
    """

    def __init__(self, workers: int | None = None, *, beside_screen: bool = False) -> None:
        self._beside_screen = beside_screen
        self._most_workers = (os.cpu_count() or 2) - 1 if workers is None else workers
        self._workers = WorkerProcesses(feed_documents.__name__, BROKE, max(1, self._most_workers))
        self._coming = 0
        self._starting: asyncio.Task[None] | None = None
        self._free_workers, self._reads_elsewhere = 0, False
        self._here, self._in_hand_here = asyncio.Lock(), 0
        self._waiting = deque[asyncio.Future[bool]]()  # documents in their order: whether each is read here

    async def __aenter__(self) -> DocumentReaders:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._starting is not None:
            self._starting.cancel()
            await asyncio.wait([self._starting])
        await self._workers.end()

    def expect(self, coming: int) -> None:
        """So many documents are certain to come."""
        self._coming = coming
        if coming > (FEW_DOCUMENTS if self._beside_screen else READ_HERE):
            self._start_workers(max(1, coming // READ_HERE))

    async def make_ready(self) -> None:
        """Loads what is certain to be needed here, while the first documents are on their way."""
        if self._coming:
            is_read_here = not (self._beside_screen and self._reads_elsewhere)
            await run_detached(load, (*TAKING_IN, *READING) if is_read_here else TAKING_IN)

    async def read(self, page: Page, known: Callable[[], Collection[Key]]) -> Document:
        """The document of a page; ``known`` gives the keys of the entries that need not be made into articles.

        It is asked beside the event loop.
        """
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._pass_on()
        if len(self._waiting) > READ_HERE:
            self._start_workers(1)
        is_here = await turn
        try:
            if is_here:
                async with self._here:
                    return await run_detached(lambda: feed_documents.read_whole(page, known()))
            document = await self._workers.ask((page, frozenset(await run_detached(known))))
            assert isinstance(document, Document)
            return document
        finally:
            self._in_hand_here -= is_here
            self._free_workers += not is_here
            self._pass_on()

    @property
    def are_busy(self) -> bool:
        """Whether documents wait for being read."""
        return bool(self._waiting)

    @asynccontextmanager
    async def taking_in(self) -> AsyncIterator[None]:
        """While a document is written into the library: one is at a time anyway, and none is read here meanwhile."""
        self._in_hand_here += 1
        try:
            async with self._here:
                yield
        finally:
            self._in_hand_here -= 1
            self._pass_on()

    def _pass_on(self) -> None:
        """Has the documents that wait read by whoever does nothing."""
        while self._waiting and (self._free_workers or self._may_read_here):
            turn = self._waiting.popleft()
            if turn.done():  # nobody waits any more
                continue
            is_here = not self._free_workers
            self._in_hand_here += is_here
            self._free_workers -= not is_here
            turn.set_result(is_here)

    @property
    def _may_read_here(self) -> bool:
        return not self._in_hand_here and not (self._beside_screen and self._reads_elsewhere)

    def _start_workers(self, most: int) -> None:
        if self._starting is None and self._most_workers:
            self._reads_elsewhere = True
            self._starting = asyncio.create_task(self._ready_workers(min(most, self._most_workers)))

    async def _ready_workers(self, count: int) -> None:
        """Lets them read once they have loaded what they need."""

        async def is_ready() -> bool:
            try:
                await self._workers.ask(None)
            except (OSError, ReadingError):  # none can be had: documents are read here
                return False
            self._free_workers += 1
            self._pass_on()
            return True

        self._reads_elsewhere = any(await asyncio.gather(*(is_ready() for _ in range(count))))
        self._pass_on()
