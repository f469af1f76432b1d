"""The app is left at any moment, whatever it is doing: a sample of what ``bench/quits.py`` does by hundreds."""

from pathlib import Path

from bench_scripts import run_script


def test_the_app_ends_well_whenever_it_is_left(tmp_path: Path) -> None:
    found = run_script("quits.py", 2, "--at-once", 2, "--articles", 50, "--folder", tmp_path)
    assert found["wrong"] == []
