"""Work beside the keys: given up before it begins, and what becomes of it when its widget goes."""

from __future__ import annotations

import asyncio
import gc
import time
import warnings
from functools import partial
from pathlib import Path

import pytest
from desk import until
from textual.app import App, ComposeResult
from textual.widgets import Static

import tui
from tui.panes.workers import call_soon, run_beside


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("a widget", id="owner")


async def test_of_work_that_is_given_up_before_it_begins_nothing_is_left_to_be_awaited() -> None:
    done: list[str] = []

    async def work(what: str) -> None:
        done.append(what)

    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        async with Host().run_test() as pilot:
            for what in ("first", "second", "third"):
                run_beside(pilot.app, partial(work, what), "typing", exclusive=True)
            while not done:
                await pilot.pause()
        gc.collect()
    assert done == ["third"]
    assert not [str(one.message) for one in said if "never awaited" in str(one.message)]


async def test_work_ends_with_the_widget_that_it_is_for() -> None:
    ended = asyncio.Event()

    async def wait() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async with Host().run_test() as pilot:
        owner = pilot.app.query_one("#owner")
        run_beside(owner, wait)
        await pilot.pause()
        await owner.remove()
        await asyncio.wait_for(ended.wait(), 30)
        assert not list(pilot.app.workers)


def test_all_work_of_the_app_is_begun_here() -> None:
    files = Path(tui.__file__).parent.rglob("*.py")
    assert [file.name for file in files if ".run_worker(" in file.read_text("utf-8")] == ["workers.py"]


async def test_what_is_to_come_soon_comes_though_the_processor_is_taken_away_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As a busy machine does between any two lines: of the next looks at the clock each finds ten milliseconds gone."""
    looks = iter(range(50))
    came: list[str] = []
    app: App[None] = App()
    async with app.run_test() as pilot:
        monkeypatch.setattr("textual.timer._time.get_time", lambda: time.monotonic() + next(looks, 50) / 100)
        call_soon(app, 0.002, lambda: came.append("soon"))
        await until(pilot, lambda: bool(came))


async def test_nothing_comes_for_what_is_gone() -> None:
    came: list[str] = []
    app: App[None] = App()
    async with app.run_test() as pilot:
        gone = Static()
        await app.mount(gone)
        call_soon(gone, 0.0, lambda: came.append("soon"))
        await gone.remove()
        await pilot.pause(0.02)
    assert came == []
