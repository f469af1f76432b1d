"""Processor time of each start against that of another tree of the project, by turns: the least of several.

    python tests/bench/starts.py TREE [RUNS]

Run it with the other tree's revision in TREE (``git worktree add TREE REVISION``) and from outside of both.  Each tree
has a library of its own, empty at first.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
STARTS = (("-m", "tui", "--version"), ("-m", "tui", "list"), ("-c", "import tui.app"))


def processor(tree: Path, home: Path, arguments: tuple[str, ...]) -> float:
    """Milliseconds of the processor that a run takes."""
    folders = {f"XDG_{kind}_HOME": str(home) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    environment = os.environ | folders | {"PYTHONPATH": str(tree)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    argv = [sys.executable, *arguments]
    subprocess.run(argv, env=environment, cwd=home, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1_000


def main(other: Path, runs: int) -> None:
    trees = (other.resolve(), HERE)
    with tempfile.TemporaryDirectory() as root:
        homes = [Path(root) / name for name in ("other", "here")]
        for home in homes:
            home.mkdir()
        for arguments in STARTS:
            for tree, home in zip(trees, homes, strict=True):
                processor(tree, home, arguments)  # compiles, and makes the library
            took = [[processor(*place, arguments) for place in zip(trees, homes, strict=True)] for _ in range(runs)]
            before, now = (min(column) for column in zip(*took, strict=True))
            print(f"{' '.join(arguments[1:]):20} {before:6.0f} ms there {now:6.0f} ms here  x {now / before:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 15)
