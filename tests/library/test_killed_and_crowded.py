"""Killed or closed at any moment, used by several at once: nothing is lost, nothing crashes.

The work is done by scripts in ``tests/bench``, which do by hundreds what is sampled here.
"""

from pathlib import Path

import pytest
from bench_scripts import run_script

KILLS, CLOSINGS = 20, 30


def test_a_killed_process_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    found = run_script("killing.py", KILLS, tmp_path)
    assert found["wrong"] == []
    assert found["acknowledged"] > KILLS


def test_a_killed_restore_leaves_one_library_or_the_other_with_all_its_pictures(tmp_path: Path) -> None:
    found = run_script("killing_restore.py", tmp_path)
    assert found["wrong"] == []
    assert found["ours"] > 1
    assert found["theirs"] > 1  # killed after the renaming, and at its end


@pytest.mark.parametrize(("processes", "rounds", "importing"), [(2, 10, 0), (8, 5, 0), (2, 10, 600)])
def test_processes_at_once_see_no_error_and_lose_nothing(
    tmp_path: Path, processes: int, rounds: int, importing: int
) -> None:
    found = run_script("crowd.py", processes, rounds, tmp_path / "new", importing)
    assert (found["errors"], found["lost"]) == ([], [])


def test_a_library_that_is_closed_while_four_threads_read_ends_nothing_but_their_reading() -> None:
    found = run_script("closings.py", CLOSINGS)
    assert (found["crashes"], found["errors"]) == ([], [])
    assert found["reads"] > CLOSINGS
