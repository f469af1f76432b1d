"""Processor time of each start against that of another tree of the project, by turns: the least of several.

    python tests/bench/starts.py TREE [RUNS]

Run it with the other tree's revision in TREE (``git worktree add TREE REVISION``) and from outside of both.  Each tree
has a library of its own, empty at first; with one article for the two screens, which are measured in a terminal of
120 × 40 until they are painted, and until nothing more is written.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import Terminal

HERE = Path(__file__).resolve().parents[2]
STARTS = {
    "--version": ("-m", "tui", "--version"),
    "list": ("-m", "tui", "list"),
    "import tui.app": ("-c", "import tui.app"),
    # The program loads the app while the collector rests; the tree before the rooms had the app's module see to it.
    "the same at rest": ("-c", "import gc; gc.disable(); import tui.app"),
}
PAGE, IN_TEXT = HERE / "tests" / "pages" / "harbour.html", b"sandbags"
SCREENS = {"the library": ((), b"Harbour wall"), "an article": (("--offline", str(PAGE)), IN_TEXT)}


def processor(tree: Path, home: Path, arguments: tuple[str, ...]) -> float:
    """Milliseconds of the processor that a run takes."""
    environment = os.environ | folders(tree, home)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    argv = [sys.executable, *arguments]
    subprocess.run(argv, env=environment, cwd=home, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1_000


def folders(tree: Path, home: Path) -> dict[str, str]:
    places = {f"XDG_{kind}_HOME": str(home) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    return places | {"PYTHONPATH": str(tree)}


def shown(tree: Path, home: Path, arguments: tuple[str, ...], needle: bytes) -> tuple[float, float]:
    """Milliseconds of the processor until a screen is painted, and until it has settled."""
    with Terminal([sys.executable, "-m", "tui", *arguments], 120, 40, **folders(tree, home)) as running:
        running.until(needle)
        painted = running.processor()
        running.settle(running.started)
        return painted * 1_000, running.processor() * 1_000


def compare(what: str, before: float, now: float) -> None:
    print(f"{what:24} {before:6.0f} ms there {now:6.0f} ms here  x {now / before:.2f}", flush=True)


def main(other: Path, runs: int) -> None:
    if not (other / "tui").is_dir():
        raise SystemExit(f"{other} is no tree of the project")
    with tempfile.TemporaryDirectory() as root:
        places = [(other.resolve(), Path(root) / "other"), (HERE, Path(root) / "here")]
        for _, home in places:
            home.mkdir()
        for name, arguments in STARTS.items():
            for place in places:
                processor(*place, arguments)  # compiles, and makes the library
            took = [[processor(*place, arguments) for place in places] for _ in range(runs)]
            compare(name, *(min(column) for column in zip(*took, strict=True)))
        for place in places:
            processor(*place, ("-m", "tui", "add", str(PAGE)))
        for name, (given, needle) in SCREENS.items():
            for place in places:
                shown(*place, given, needle)
            screens = [[shown(*place, given, needle) for place in places] for _ in range(runs)]
            for until, moment in enumerate(("painted", "settled")):
                compare(f"{name} {moment}", *(min(row[at][until] for row in screens) for at in range(2)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 15)
