"""Work that is done in processes of its own, all cores but one, so that neither the screen nor the network waits.

A worker is a module run as a program: what is asked comes in and what is answered goes out over its standard streams.
It ends when its input ends, also when this program was killed.  What an answer may take is counted in time of the
processor, not of the clock: on a machine that is busy a worker waits long for its turn, and answers all the same.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.intake.workers.worker_service import SECONDS, SIZE, packed
from tui.model.page import ReadingError

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
            writer.write(packed(asked))
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
