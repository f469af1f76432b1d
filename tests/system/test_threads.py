"""Threads that the program need not wait for."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from tui.system.threads import SerialThread

ROOT = Path(__file__).resolve().parent.parent
EXECUTORS = ("to_thread", "run_in_executor", "ThreadPoolExecutor", "ProcessPoolExecutor", "thread=True")


def test_one_thing_is_done_after_the_other() -> None:
    thread, done = SerialThread("test"), list[int]()

    def square(n: int) -> int:
        done.append(n)
        return n * n

    outcomes = [thread.submit(partial(square, n)) for n in range(50)]
    assert [outcome.result(30) for outcome in outcomes] == [n * n for n in range(50)]
    assert done == list(range(50))
    thread.end()


def test_an_error_comes_back_and_the_next_goes_on() -> None:
    thread = SerialThread("test")
    failing, following = thread.submit(lambda: 1 // 0), thread.submit(lambda: "done")
    with pytest.raises(ZeroDivisionError):
        failing.result(30)
    assert following.result(30) == "done"
    thread.end()


def test_what_is_cancelled_before_its_turn_is_passed_over() -> None:
    thread, door, done = SerialThread("test"), threading.Event(), list[str]()
    thread.submit(lambda: door.wait(30))
    waiting, last = thread.submit(lambda: done.append("cancelled")), thread.submit(lambda: done.append("last"))
    assert waiting.cancel()
    door.set()
    last.result(30)
    assert done == ["last"]
    thread.end()


def ended(program: str) -> tuple[int, str, str]:
    """Status, output and errors of a Python program."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=180, cwd=ROOT)
    return done.returncode, done.stdout, done.stderr


def test_without_threads_the_status_is_returned() -> None:
    assert ended("from tui.system.threads import leave\nprint(leave(3))") == (0, "3\n", "")


def test_while_a_thread_is_at_work_the_program_ends_with_its_status_and_all_that_it_wrote() -> None:
    told = ended(
        "import sys, threading\n"
        "from tui.system.threads import SerialThread, leave\n"
        "at_work = threading.Event()\n"
        "def work():\n"
        "    at_work.set()\n"
        "    while True: pass\n"
        "SerialThread('test').submit(work)\n"
        "at_work.wait()\n"
        "sys.stdout.write('told')\n"
        "sys.stderr.write('said')\n"
        "leave(7)\n"
        "print('never')\n"
    )
    assert told == (7, "told", "said")


def test_nothing_runs_in_an_executor_that_python_joins_at_exit() -> None:
    """Textual's own workers in threads are of that kind, too."""
    found = [
        f"{file.relative_to(ROOT)}: {word}"
        for file in sorted((ROOT / "tui").rglob("*.py"))
        for word in EXECUTORS
        if word in file.read_text("utf8")
    ]
    assert found == []
