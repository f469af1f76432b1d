"""What ``tests/bench`` does by thousands, sampled: nothing that was read comes back, nothing acknowledged is lost."""

from pathlib import Path

from bench_scripts import run_script

REFRESHES, FEEDS, KILLS = 300, 10, 4
KILLED_BRING_UPS = 6


def test_nothing_that_was_read_comes_back_however_feeds_change(tmp_path: Path) -> None:
    found = run_script("refreshes.py", REFRESHES, FEEDS, tmp_path)
    assert (found["came_back"], found["missed"], found["sound"]) == ([], [], True)
    assert found["ways"] == 12


def test_a_killed_refresh_loses_nothing_that_was_acknowledged_and_the_next_completes_it(tmp_path: Path) -> None:
    found = run_script("killing_refresh.py", KILLS, tmp_path)
    assert found["wrong"] == []
    assert found["articles"] > KILLS


def test_a_killed_bring_up_costs_nothing_and_the_next_goes_on_where_it_was(tmp_path: Path) -> None:
    found = run_script("killing_bringing_up.py", KILLED_BRING_UPS, tmp_path)
    assert found["wrong"] == []
