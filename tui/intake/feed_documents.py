"""A feed's document as the library takes it in: its entries, how they are told apart, what it has of each.

Reading many takes longer than all else that a refresh does; from the first few on it is done in processes of their own.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import TracebackType

from tui.feeds.feed_document import read_feed
from tui.feeds.identity import distinct
from tui.intake.own_text import own_texts
from tui.intake.worker_processes import WorkerProcesses, serve
from tui.library.feeds.arrivals import OwnText, stored_key
from tui.model.entry_key import Key
from tui.model.feed import Entry, Feed
from tui.model.page import Page
from tui.system.background import run_detached

READ_HERE = 8  # documents of a refresh that are read in this process: a worker takes as long to start
BROKE = "this feed could not be read"


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read; ``made``: what it has of entries, where that was made with it already."""

    feed: Feed
    entries: Mapping[Key, Entry]
    made: Mapping[Entry, OwnText] = field(default_factory=dict)

    @property
    def own_text(self) -> Callable[[Entry], OwnText]:
        """What makes the article of each entry."""
        make = own_texts(self.feed)
        return lambda entry: self.made.get(entry) or make(entry)


def read_document(page: Page) -> Document:
    """The document of a page.  Raises ReadingError for what is no feed."""
    feed = read_feed(page)
    return Document(feed, distinct(feed.entries))


def read_whole(page: Page, known: Collection[Key]) -> Document:
    """The document with what it has of the entries that are not ``known``.  Raises ReadingError."""
    document = read_document(page)
    make = document.own_text
    made = {entry: make(entry) for key, entry in document.entries.items() if stored_key(key) not in known}
    return Document(document.feed, document.entries, made)


class DocumentReaders:
    """Reads the documents of one refresh, the first ``read_here`` in this process; ``async with`` it.

    With one core all are read here, else the following ones while nothing else is done here.
    """

    def __init__(self, read_here: int | None = None) -> None:
        self.taking_in = asyncio.Lock()  # held by whoever writes into the library: one does at a time anyway
        self._here, self._begun = asyncio.Lock(), 0  # Python reads one document at a time anyway
        self._read_here = (READ_HERE if (os.cpu_count() or 2) > 1 else sys.maxsize) if read_here is None else read_here
        self._workers = WorkerProcesses(__name__, BROKE)

    async def __aenter__(self) -> DocumentReaders:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._workers.end()

    async def read(self, page: Page, known: Callable[[], Awaitable[Collection[Key]]]) -> Document:
        """The document of a page; ``known`` gives the keys of the entries that need not be made into articles."""
        self._begun += 1
        is_idle = not (self._here.locked() or self.taking_in.locked())
        if is_idle or self._begun <= self._read_here:
            async with self._here:
                return await run_detached(read_document, page)
        document = await self._workers.ask((page, frozenset(await known())))
        assert isinstance(document, Document)
        return document


def work(seconds: int) -> None:
    """Reads the documents that come on standard input until it ends."""
    serve(lambda asked: read_whole(*asked), BROKE, seconds)
