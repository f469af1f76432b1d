"""Killed or closed at any moment, used by several at once: nothing is lost, nothing crashes.

The work is done by scripts in ``tests/bench``, which do by hundreds what is sampled here.
"""

import sqlite3
from contextlib import closing, nullcontext
from pathlib import Path

import pytest
from bench_scripts import run_script

from tui.library import Library
from tui.library.library_errors import BusyError
from tui.library.store import connection
from tui.library.store.connection import DATABASE
from tui.library.store.pool import Pool

KILLS, CLOSINGS = 10, 20


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


@pytest.mark.parametrize("others_go_on", [True, False])
def test_a_writer_waits_as_long_as_others_get_something_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others_go_on: bool
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.0)
    with (
        Library.open(tmp_path) as library,
        closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None)) as other,
    ):
        turns = iter(range(9))

        def take_a_turn(_pool: Pool) -> None:
            if others_go_on:
                other.execute("UPDATE tally SET articles = articles + 1 WHERE section = 'all'")
            other.execute("COMMIT")
            if next(turns, None) is not None:
                other.execute("BEGIN IMMEDIATE")

        monkeypatch.setattr(Pool, "refuse_interrupted", take_a_turn)
        other.execute("BEGIN IMMEDIATE")
        with nullcontext() if others_go_on else pytest.raises(BusyError), library.connections.writing():
            assert next(turns, None) is None


def test_a_library_that_is_closed_while_four_threads_read_ends_nothing_but_their_reading() -> None:
    found = run_script("closings.py", CLOSINGS)
    assert (found["crashes"], found["errors"]) == ([], [])
    assert found["reads"] > CLOSINGS
