"""Pages converted in processes of their own, all cores but one, so that neither the screen nor the network waits.

A worker is this module run as a program: pages come in and articles go out over its standard streams.  It ends when its
input ends, also when this program was killed.  What a page may take is counted in time of the processor, not of the
clock: on a machine that is busy a worker waits long for its turn, and the page can be read all the same.
"""

from __future__ import annotations

import asyncio
import math
import os
import pickle
import resource
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from tui.convert import convert
from tui.model.article import Article
from tui.model.page import Page, ReadingError

SIZE = 8  # bytes of a message's length
SECONDS = 60  # of the processor for one page; parsing is bounded: a page that can be read never reaches this
BROKE = "this page could not be converted"
START = "from tui.intake.conversion_workers import work; work(%d)"


class ConversionWorkers:
    """Converts; ``async with`` it.  Workers start when they are needed first; ``seconds`` is what a page may take."""

    def __init__(self, count: int | None = None, seconds: int = SECONDS) -> None:
        self._count = count or max(1, (os.cpu_count() or 2) - 1)
        self._free: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        for _ in range(self._count):
            self._free.put_nowait(_Worker(seconds))

    async def __aenter__(self) -> ConversionWorkers:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while not self._free.empty():
            await self._free.get_nowait().end()

    async def convert(self, page: Page) -> Article:
        """The article of a page; ReadingError when there is none."""
        worker = await self._free.get()
        try:
            return await worker.convert(page)
        except BaseException:
            await worker.end()  # an answer that nobody waits for would be taken for the next one
            raise
        finally:
            self._free.put_nowait(worker)


class _Worker:
    """One process; after it has ended the next page starts another."""

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._process: asyncio.subprocess.Process | None = None

    async def convert(self, page: Page) -> Article:
        if self._process is None or self._process.returncode is not None:
            self._process = await _start(self._seconds)
        reader, writer = self._process.stdout, self._process.stdin
        assert reader
        assert writer
        try:
            writer.write(_packed(page))
            await writer.drain()
            size = int.from_bytes(await reader.readexactly(SIZE), "big")
            outcome = pickle.loads(await reader.readexactly(size))  # noqa: S301 - of a process of our own
        except (OSError, asyncio.IncompleteReadError) as error:
            raise ReadingError(BROKE) from error
        if isinstance(outcome, str):
            raise ReadingError(outcome)
        assert isinstance(outcome, Article)
        return outcome

    async def end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _start(seconds: int) -> asyncio.subprocess.Process:
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # else a reader's file in the folder that they are in would be taken for a module
        "-c",
        START % seconds,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )


def _packed(value: object) -> bytes:
    data = pickle.dumps(value, protocol=5)
    return len(data).to_bytes(SIZE, "big") + data


def work(seconds: int) -> None:
    """Converts the pages that come on standard input until it ends, or until one takes more than so many seconds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that reads
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with suppress(AttributeError, OSError):
        os.nice(5)
    _limit(seconds)
    while (page := _read(source)) is not None:
        target.write(_packed(_converted(page)))
        target.flush()
        _limit(seconds)


def _limit(seconds: int) -> None:
    """Has the system end this process after so much more time of the processor."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    limit = math.ceil(time.process_time()) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _converted(page: Page) -> Article | str:
    try:
        return convert(page)
    except ReadingError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - one page's fault must not cost the others
        return f"{BROKE} ({type(error).__name__})"


def _read(source: BinaryIO) -> Page | None:
    head = source.read(SIZE)
    if len(head) < SIZE:
        return None
    page = pickle.loads(source.read(int.from_bytes(head, "big")))  # noqa: S301 - of the process that started this
    assert isinstance(page, Page)
    return page
