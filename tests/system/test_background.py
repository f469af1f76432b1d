from __future__ import annotations

import asyncio
import subprocess
import sys
import threading

import pytest

from tui.system.background import run_detached


async def test_results_and_errors_come_back() -> None:
    assert await run_detached(max, 3, 7) == 7
    with pytest.raises(ZeroDivisionError):
        await run_detached(lambda: 1 // 0)


async def test_the_loop_goes_on_meanwhile() -> None:
    door = threading.Event()
    waiting = asyncio.create_task(run_detached(door.wait, timeout=30))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    door.set()
    assert await waiting


async def test_what_is_cancelled_is_not_waited_for() -> None:
    door = threading.Event()
    waiting = asyncio.create_task(run_detached(door.wait, timeout=30))
    await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    door.set()
    assert await run_detached(lambda: "and the next goes on") == "and the next goes on"


def test_the_program_ends_without_it() -> None:
    program = (
        "import asyncio, time\n"
        "from tui.system.background import run_detached\n"
        "async def main():\n"
        "    asyncio.create_task(run_detached(time.sleep, 3600))\n"
        "    await asyncio.sleep(0.05)\n"
        "asyncio.run(main())\n"
    )
    assert subprocess.run([sys.executable, "-c", program], timeout=180).returncode == 0
