"""The pytest plugin that runs a room's tests on one mutant: the likely ones first, within time and memory.

The plan is a JSON file named by the variable MUTATION_PLAN: {"first": [file…], "seconds": {test: seconds},
"longest": seconds}; tests that take longer than that are left out.
Seconds are processor time.  The first run has none; it measures them and writes them into the plan.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

PLAN = Path(os.environ["MUTATION_PLAN"])
MEMORY = 4 * 1024**3  # bytes of address space
TIMES = 20  # as long as the unmutated test's processor time a test may take,
GRACE = 30.0  # and so many seconds more

plan: dict[str, Any] = json.loads(PLAN.read_text())
taken: dict[str, float] = {}


def pytest_configure() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # That an example fails is all that counts: none is made smaller.
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutation", phases=phases, database=None)
    hypothesis.settings.load_profile("mutation")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of the changed module first, pictures of screens last, the quick before the slow."""
    longest = plan["longest"] or float("inf")
    items[:] = [item for item in items if plan["seconds"].get(item.nodeid, 0) <= longest]
    items.sort(
        key=lambda item: (
            item.nodeid.split("::")[0] not in plan["first"],
            "snapshots" in item.nodeid,
            plan["seconds"].get(item.nodeid, 0),
        )
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Ends the run with SIGALRM when one test takes far longer than it should."""
    if plan["seconds"]:
        signal.setitimer(signal.ITIMER_REAL, GRACE + TIMES * plan["seconds"].get(item.nodeid, 0))
    begun = time.process_time()
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        taken[item.nodeid] = time.process_time() - begun


def pytest_sessionfinish() -> None:
    if not plan["seconds"]:
        PLAN.write_text(json.dumps({**plan, "seconds": taken}))
