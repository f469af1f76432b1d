"""Pages converted in processes of their own, of which any may end at any moment."""

from __future__ import annotations

import asyncio
import signal
from asyncio.subprocess import Process
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from tui.intake.workers.conversion_workers import ConversionWorkers
from tui.model.page import Page, ReadingError

TEXT = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
PAGE = Page("https://coast.example/wall", f"<h1>Wall</h1>{f'<p>{TEXT}</p>' * 5}".encode(), media_type="text/html")


class Endless:
    """Takes a worker's time for ever when it is read there."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return exec, ("while True: pass",)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Process]:
    """The processes of the workers."""
    processes, start = [], asyncio.create_subprocess_exec

    async def noted(*command: str, **how: Any) -> Process:
        processes.append(await start(*command, **how))
        return processes[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    return processes


async def test_a_file_of_the_readers_is_no_module_of_a_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    async with ConversionWorkers(1) as workers:
        assert (await workers.convert(PAGE)).title == "Wall"


async def test_a_worker_that_ended_while_it_had_nothing_to_do_costs_no_page(started: list[Process]) -> None:
    async with ConversionWorkers(1) as workers:
        await workers.convert(PAGE)
        started[0].kill()
        await started[0].wait()
        assert (await workers.convert(PAGE)).title == "Wall"
        with pytest.raises(ReadingError) as raised:
            await workers.convert(cast(Page, None))
        assert str(raised.value) == "this page could not be converted (AttributeError)"


async def test_a_worker_that_is_killed_costs_its_own_page_alone(started: list[Process]) -> None:
    async with ConversionWorkers(1) as workers:
        await workers.convert(PAGE)
        started[0].send_signal(signal.SIGSTOP)
        first, second = (asyncio.create_task(workers.convert(PAGE)) for _ in range(2))
        await asyncio.sleep(0)
        started[0].kill()
        with pytest.raises(ReadingError, match="could not be converted"):
            await first
        assert (await second).title == "Wall"


@pytest.mark.parametrize(("processors", "workers"), [(1, 1), (2, 1), (4, 3), (None, 1)])
async def test_all_processors_but_one_work(
    monkeypatch: pytest.MonkeyPatch, processors: int | None, workers: int
) -> None:
    asked, goes_on = list[int](), asyncio.Event()

    async def refuse(*_command: str, **_how: object) -> None:
        asked.append(len(asked))
        await goes_on.wait()
        raise FileNotFoundError

    monkeypatch.setattr("os.cpu_count", lambda: processors)
    monkeypatch.setattr(asyncio, "create_subprocess_exec", refuse)
    async with ConversionWorkers() as all_workers:
        waiting = [asyncio.create_task(all_workers.convert(PAGE)) for _ in range(5)]
        for _ in range(9):
            await asyncio.sleep(0)
        assert len(asked) == workers
        goes_on.set()
        assert all(isinstance(one, FileNotFoundError) for one in await asyncio.gather(*waiting, return_exceptions=True))


async def test_what_a_page_takes_is_counted_in_time_of_the_processor(started: list[Process]) -> None:
    async with ConversionWorkers(1, seconds=1) as workers:
        with pytest.raises(ReadingError, match="could not be converted"):
            await workers.convert(cast(Page, Endless()))
        # asyncio says 255 of a process whose end was seen by who sent it a signal.
        assert await started[0].wait() in {-signal.SIGXCPU, 255}
        assert (await workers.convert(PAGE)).title == "Wall"
