"""What a worker says to what comes on its standard input, and how it ends."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

from tui.intake.workers.worker_service import SIZE, packed

ROOT = Path(__file__).resolve().parents[2]
WORKER = """
import os, resource, signal
from tui.intake.workers.worker_service import serve
from tui.model.page import ReadingError

def answer(asked):
    print("what a library prints")
    if asked == "page":
        raise ReadingError("this is no article")
    if asked == "fault":
        raise ValueError("of no one's business")
    if asked == "limits":
        processor, _ = resource.getrlimit(resource.RLIMIT_CPU)
        return 7 <= processor < 30, resource.getrlimit(resource.RLIMIT_CORE)[0]
    if asked == "manners":
        return signal.getsignal(signal.SIGINT) is signal.SIG_IGN, os.nice(0) == min(19, BEFORE + 5)
    return [asked, asked]

BEFORE = os.nice(0)
serve(answer, "this could not be read", 7)
print("the end")
"""


def answers(*asked: object, more: bytes = b"") -> tuple[list[object], str]:
    """What a worker answers, and what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", WORKER],
        input=b"".join(map(packed, asked)) + more,
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    found, left = list[object](), done.stdout
    while left:
        size = int.from_bytes(left[:SIZE], "big")
        found.append(pickle.loads(left[SIZE : SIZE + size]))
        left = left[SIZE + size :]
    return found, done.stderr.decode()


def test_each_question_has_its_answer_and_what_cannot_be_answered_costs_the_others_nothing() -> None:
    found, printed = answers("a", "page", "fault", None, "limits", "manners", more=b"\0\0\0")
    assert found == [
        ["a", "a"],
        "this is no article",
        "this could not be read (ValueError)",
        [None, None],
        (True, 0),
        (True, True),
    ]
    assert printed.splitlines() == ["what a library prints"] * 6 + ["the end"]


def test_a_question_that_breaks_off_is_not_answered() -> None:
    assert answers("a", more=packed("b")[:-1])[0] == [["a", "a"]]
