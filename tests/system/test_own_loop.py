"""Coroutines on an event loop of their own."""

from __future__ import annotations

import asyncio
import gc

import pytest

from tui.system.own_loop import run_on_own_loop


async def test_what_is_raised_by_what_nobody_waits_for_any_more_is_not_printed() -> None:
    said = list[dict[str, object]]()
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: said.append(context))
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()

    async def ends_badly() -> None:
        loop.call_soon_threadsafe(begun.set)
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            raise OSError("the library is closed") from None

    task = asyncio.create_task(run_on_own_loop(ends_badly))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    del task
    gc.collect()
    await asyncio.sleep(0)
    assert said == []


async def test_what_is_raised_comes_out_where_it_is_waited_for() -> None:
    async def fails() -> None:
        raise OSError("no disk")

    with pytest.raises(OSError, match="no disk"):
        await run_on_own_loop(fails)
