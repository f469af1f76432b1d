"""Work that is done in processes of its own, all cores but one, so that neither the screen nor the network waits.

A worker is a module run as a program: what is asked comes in and what is answered goes out over its standard streams.
It ends when its input ends, also when this program was killed.  What an answer may take is counted in time of the
processor, not of the clock: on a machine that is busy a worker waits long for its turn, and answers all the same.
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
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from tui.model.page import ReadingError

SIZE = 8  # bytes of a message's length
SECONDS = 60  # of the processor for one answer; parsing is bounded: what can be read never reaches this
START = "from {module} import work; work({seconds})"


class WorkerProcesses:
    """Processes that answer until ``end``.  They start when they are needed first.

    ``module`` has a function ``work`` that serves; ``broke`` is what is said when it did not come to an answer, for
    which it has ``seconds``.
    """

    def __init__(self, module: str, broke: str, count: int | None = None, seconds: int = SECONDS) -> None:
        self._free: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        for _ in range(count or max(1, (os.cpu_count() or 2) - 1)):
            self._free.put_nowait(_Worker(START.format(module=module, seconds=seconds), broke))

    async def ask(self, asked: object) -> Any:
        """The answer; ReadingError when there is none."""
        worker = await self._free.get()
        try:
            return await worker.ask(asked)
        except BaseException:
            await worker.end()  # an answer that nobody waits for would be taken for the next one
            raise
        finally:
            self._free.put_nowait(worker)

    async def end(self) -> None:
        """Ends them, once nobody waits for an answer."""
        while not self._free.empty():
            await self._free.get_nowait().end()


class _Worker:
    """One process; after it has ended the next question starts another."""

    def __init__(self, program: str, broke: str) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._program, self._broke = program, broke

    async def ask(self, asked: object) -> Any:
        if self._process is None or self._process.returncode is not None:
            self._process = await _start(self._program)
        reader, writer = self._process.stdout, self._process.stdin
        assert reader
        assert writer
        try:
            writer.write(_packed(asked))
            await writer.drain()
            size = int.from_bytes(await reader.readexactly(SIZE), "big")
            answer = pickle.loads(await reader.readexactly(size))  # noqa: S301 - of a process of our own
        except (OSError, asyncio.IncompleteReadError) as error:
            raise ReadingError(self._broke) from error
        if isinstance(answer, str):
            raise ReadingError(answer)
        return answer

    async def end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            assert process.stdin
            process.stdin.close()  # else it would be closed when the event loop is gone
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _start(program: str) -> asyncio.subprocess.Process:
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # else a reader's file in the folder that they are in would be taken for a module
        "-c",
        program,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )


def _packed(value: object) -> bytes:
    data = pickle.dumps(value, protocol=5)
    return len(data).to_bytes(SIZE, "big") + data


def serve(answer: Callable[[Any], object], broke: str, seconds: int) -> None:
    """Answers what comes on standard input until it ends, or until something takes more than so many seconds.

    What it raises goes out as a text.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that reads
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with suppress(AttributeError, OSError):
        os.nice(5)
    _limit(seconds)
    while head := source.read(SIZE):
        asked = _read(source, head)
        if asked is None:
            return
        target.write(_packed(_answer(answer, asked[0], broke)))
        target.flush()
        _limit(seconds)


def _limit(seconds: int) -> None:
    """Has the system end this process after so much more time of the processor."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    limit = math.ceil(time.process_time()) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(source: BinaryIO, head: bytes) -> tuple[Any] | None:
    size = int.from_bytes(head, "big")
    data = source.read(size) if len(head) == SIZE else b""
    return (pickle.loads(data),) if len(data) == size else None  # noqa: S301 - of the process that started this


def _answer(answer: Callable[[Any], object], asked: Any, broke: str) -> object:
    try:
        return answer(asked)
    except ReadingError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - one fault must not cost the others
        return f"{broke} ({type(error).__name__})"
