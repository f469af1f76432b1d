"""Files that were made to do harm are imported without any: a sample of what ``tests/bench/foreign_files.py`` does."""

from bench_scripts import run_script

EVERY = 40


def test_files_that_were_made_to_do_harm_do_none() -> None:
    found = run_script("foreign_files.py", EVERY)
    assert found["wrong"] == []
    assert found["files"] > 1
