"""The pytest plugin that runs a room's tests on one mutant: the likely ones first, within time and memory.

The plan is a JSON file named by the variable MUTATION_PLAN: {"first": [file…], "seconds": {test: seconds},
"longest": seconds, "only": [test…], "watch": [file…], "measure": bool}; tests that take longer than that are left out,
and those that are not among "only", if it is given.  Seconds are processor time, that of processes which a test
started and waited for among it.  A run that is to "measure" runs the tests of which they are not known and writes them
into the plan.  One that is to "watch" files writes which of their functions each test enters (mutation_reach.py).
"""

from __future__ import annotations

import json
import os
import resource
import signal
from collections.abc import Generator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from mutation_reach import Reach

PLAN = Path(os.environ["MUTATION_PLAN"])
MEMORY = 4 * 1024**3  # bytes of address space
TIMES = 20  # as long as the unmutated test's processor time a test may take,
GRACE = 30.0  # and so many seconds more

plan: dict[str, Any] = json.loads(PLAN.read_text())
taken: dict[str, float] = {}
reach = Reach(plan["watch"]) if plan.get("watch") else None
if reach:
    reach.watch()  # what the tests' modules load


def pytest_configure() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # That an example fails is all that counts: none is made smaller.
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutation", phases=phases, database=None)
    hypothesis.settings.load_profile("mutation")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of the changed module first, pictures of screens last, the quick before the slow."""
    longest = plan["longest"] or float("inf")
    only = frozenset(plan["only"]) if plan.get("only") is not None else None
    known = plan["seconds"]
    if plan["measure"]:
        items[:] = [item for item in items if item.nodeid not in known]
    items[:] = [
        item for item in items if known.get(item.nodeid, 0) <= longest and (only is None or item.nodeid in only)
    ]
    items.sort(
        key=lambda item: (
            item.nodeid.split("::")[0] not in plan["first"],
            "snapshots" in item.nodeid,
            known.get(item.nodeid, 0),
        )
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Ends the run with SIGALRM when one test takes far longer than it should."""
    if not plan["measure"] and reach is None:
        signal.setitimer(signal.ITIMER_REAL, GRACE + TIMES * plan["seconds"].get(item.nodeid, 0))
    begun = processor_time()
    watched = reach.test(item.nodeid, getattr(item, "fixturenames", ())) if reach else nullcontext()
    try:
        with watched:
            return (yield)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        taken[item.nodeid] = processor_time() - begun


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    """What a fixture of more than one test enters is told apart from what the test does."""
    shared = reach is not None and fixturedef.scope != "function"
    with reach.fixture(fixturedef.argname) if reach and shared else nullcontext():
        return (yield)


def pytest_sessionfinish() -> None:
    if reach:
        PLAN.write_text(json.dumps({**plan, "reach": reach.as_json()}))
    elif plan["measure"]:
        PLAN.write_text(json.dumps({**plan, "seconds": {**plan["seconds"], **taken}}))


def processor_time() -> float:
    """Seconds of this process and of those that it waited for."""
    return sum(os.times()[:4])
