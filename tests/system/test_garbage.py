"""The collector rests while the program loads, and only then."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.system import garbage

ROOT = Path(__file__).resolve().parent.parent.parent
OFTEN = 500  # objects


@pytest.fixture(autouse=True)
def collected_as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.enable()
    gc.unfreeze()


def test_it_rests_until_it_is_resumed() -> None:
    garbage.rest()
    assert not gc.isenabled()
    garbage.resume()
    assert gc.isenabled()
    assert gc.get_freeze_count()


def test_resuming_what_does_not_rest_leaves_everything_to_it() -> None:
    gc.unfreeze()
    garbage.resume()
    assert not gc.get_freeze_count()


def test_after_the_first_page_it_collects_seldom_and_in_the_end_as_before() -> None:
    before = gc.get_threshold()
    with garbage.resting(OFTEN):
        assert not gc.isenabled()
        garbage.resume()
        assert gc.isenabled()
        assert gc.get_threshold()[0] == OFTEN
        gc.unfreeze()
    assert gc.isenabled()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count()  # nothing is looked through once more at the end


@pytest.mark.parametrize("failing", [True, False])
def test_work_that_never_resumed_it_leaves_it_on(failing: bool) -> None:
    def work() -> None:
        with garbage.resting(OFTEN):
            if failing:
                raise OSError

    if failing:
        with pytest.raises(OSError):  # noqa: PT011 - which one does not matter
            work()
    else:
        work()
    assert gc.isenabled()


def test_importing_the_app_switches_nothing() -> None:
    code = "import gc, os; import tui.app; print(gc.isenabled(), os.environ.get('TEXTUAL_FPS'))"
    clean = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=clean)
    assert done.stdout == "True None\n"


def test_what_is_old_is_left_alone_meanwhile_and_not_after() -> None:
    before = gc.get_threshold()
    with garbage.leaving_old_alone():
        gc.set_threshold(10, *gc.get_threshold()[1:])
        full = gc.get_stats()[2]["collections"]
        assert [[[]] for _ in range(50 * 10 * before[1] * before[2])]
        assert gc.get_stats()[2]["collections"] == full
    assert gc.get_threshold() == before
