"""A feed's document as the library takes it in: its entries, how they are told apart, what it has of each.

Reading many takes longer than all else that a refresh does; where there are many it is done in other processes, too.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import sys
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from tui.intake.worker_processes import WorkerProcesses, serve
from tui.model.entry_key import Key
from tui.model.feed import Entry, Feed
from tui.model.page import Page, ReadingError
from tui.system import garbage
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.feeds import feed_document, identity
    from tui.intake import own_text
    from tui.library.articles import row_values
    from tui.library.feeds import arrivals
    from tui.library.feeds.feed_articles import OwnText
else:  # while the first answers are on their way
    feed_document, identity = lazy_modules("tui.feeds", "feed_document identity")
    (own_text,) = lazy_modules("tui.intake", "own_text")
    row_values, arrivals = lazy_modules("tui.library", "articles.row_values feeds.arrivals")

NEWEST = 10  # entries whose dates say how often a feed changes
READ_HERE = 8  # documents that are read in this process in the time that a worker takes to start
FEW = 2  # documents for which no other process is started at once, though a screen is painted meanwhile
TAKING_IN = ("tui.feeds.identity", "tui.library.feeds.arrivals")
READING = ("tui.feeds.feed_document", "tui.intake.own_text")
BROKE = "this feed could not be read"


class Document(NamedTuple):
    """What the library takes in of a document: its entries by their keys, in their order, and what it has of each.

    ``digest`` is that of its bytes; ``rhythm`` says when it changes again, and is kept for answers that bring no
    document.  ``made`` has of entries what was made already, ``rest`` the feed and the entries where that is not all:
    texts need not be sent twice.
    """

    title: str
    site: str | None
    digest: str
    rhythm: str
    keys: tuple[Key, ...]
    made: Mapping[Key, OwnText]
    rest: tuple[Feed, Mapping[Key, Entry]] | None

    @property
    def own_text(self) -> Callable[[Key], OwnText]:
        """What gives the article of each entry."""
        if self.rest is None:
            return self.made.__getitem__
        make = own_text.own_texts(*self.rest)
        return lambda key: self.made.get(key) or make(key)


def read_document(page: Page) -> Document:
    """The document of a page.  Raises ReadingError for what is no feed."""
    feed = feed_document.read_feed(page)
    entries = identity.distinct(feed.entries)
    digest = hashlib.sha256(page.body).hexdigest()
    return Document(feed.title, feed.url, digest, _rhythm(feed), tuple(entries), {}, (feed, entries))


def read_whole(page: Page, known: Collection[Key]) -> Document:
    """The document with what it has of the entries that are not ``known``.  Raises ReadingError."""
    document = read_document(page)
    make, stored_key = document.own_text, arrivals.stored_key
    made = {key: make(key) for key in document.keys if stored_key(key) not in known}
    return document._replace(made=made, rest=document.rest if len(made) < len(document.keys) else None)


def _rhythm(feed: Feed) -> str:
    """What of a document says when it changes again."""
    moment = row_values.moment
    moments = (moment(entry.published or entry.updated) for entry in feed.entries)
    newest = sorted((when for when in moments if when is not None), reverse=True)[:NEWEST]
    known = {"ttl": feed.ttl, "skip_hours": feed.skip_hours, "skip_days": feed.skip_days, "published": newest}
    return json.dumps({name: value for name, value in known.items() if value}, separators=(",", ":"))


class DocumentReaders:
    """Reads the documents of one refresh; ``async with`` it.

    Here while nothing else is done here, and in processes of their own once many wait or are certain to come.  In these
    alone ``beside_screen``: to load lxml alone holds up who paints by some 30 ms.
    """

    def __init__(self, workers: int | None = None, *, beside_screen: bool = False) -> None:
        self._beside_screen = beside_screen
        self._most_workers = (os.cpu_count() or 2) - 1 if workers is None else workers
        self._workers = WorkerProcesses(__name__, BROKE, max(1, self._most_workers))
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
        if coming > (FEW if self._beside_screen else READ_HERE):
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
                    return await run_detached(lambda: read_whole(page, known()))
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


def load(modules: Collection[str]) -> None:
    """Loads modules, if that was not done."""
    if any(module not in sys.modules for module in modules):
        for module in modules:
            import_module(module)
        garbage.leave_alone()


def work(seconds: int) -> None:
    """Reads the documents that come on standard input until it ends; what is no document asks whether it is ready."""
    load((*TAKING_IN, *READING))
    serve(lambda asked: read_whole(*asked) if asked else None, BROKE, seconds)
