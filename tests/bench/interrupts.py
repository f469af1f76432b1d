"""Ctrl+C at random moments of convert, add, import, export, search and the start: how each run ended.

    python tests/bench/interrupts.py [--count 200] [--seed 1]

A run is "in order" with status 130, nothing on standard error and a sound library; "over" when it had ended before.
Python answers in its own way until it has begun to load the program; those runs are counted apart.  Only runs in order
and wrong ones count towards ``--count``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from interruptions import Ending, Interruptions
from website import Website


def main() -> int:
    """Interrupts until so many runs were interrupted; 1 if one went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    kinds: Counter[str] = Counter()
    by_command: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as name, Website() as website:
        runs = Interruptions(Path(name), options.seed).endings(website, sys.maxsize)
        for number in count():
            ending: Ending = next(runs)
            kinds[ending.kind] += 1
            by_command[(ending.command, ending.kind)] += 1
            if ending.kind == "wrong":
                print(f"run {number}, {ending.command}: {ending.details}", flush=True)
            if kinds["in order"] + kinds["wrong"] >= options.count:
                break
    for (command, kind), of in sorted(by_command.items()):
        print(f"{command:22} {kind:15} {of:4}")
    print(", ".join(f"{of} {kind}" for kind, of in kinds.items()))
    return int(kinds["wrong"] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
