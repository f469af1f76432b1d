"""Ctrl+C at random moments: status 130, not a word, nothing half-done.  A sample of ``tests/bench/interrupts.py``."""

from __future__ import annotations

from pathlib import Path

from interruptions import Interruptions
from website import Website

RUNS = 8  # one of each command


def test_an_interrupt_at_any_moment_leaves_all_in_order(tmp_path: Path, website: Website) -> None:
    endings = list(Interruptions(tmp_path, seed=7).endings(website, RUNS))
    assert [ending for ending in endings if ending.kind == "wrong"] == []
    assert sum(ending.kind == "in order" for ending in endings) > 0
