"""Bytes that a key sends to the terminal, in the library and in the reader, at three sizes.

    python tests/bench/bytes.py [WORDS]        articles of 1,200 words by default

Every figure is the mean over all presses, the costlier ones where the list moves on among them, with the largest.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from synthetic import article
from terminal import Terminal

from tui.library import Library

ARTICLES = 200
SIZES = ((80, 24), (120, 40), (200, 60))
PRESSES = 40
DOWN, HELP, ESCAPE, PAGE, SOURCES = b"j", b"?", b"\x1b", b" ", b"2"
# name of what is done: the most bytes at each size
LIMITS = {
    "down in the library": (1_500, 2_200, 9_000),
    "help opened and closed": (60_000, 60_000, 60_000),
    "down in the sources": (2_500, 6_000, 12_000),
    "a page of the article": (6_600, 6_600, 15_000),
}


@contextmanager
def library(folder: Path, columns: int, rows: int) -> Iterator[Terminal]:
    """The app on a library of made-up articles."""
    homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    tree = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-m", "tui", "--offline"]
    environment = {
        **homes,
        "HOME": str(folder),
        "PYTHONPATH": os.pathsep.join([tree, os.environ.get("PYTHONPATH", "")]),
    }
    with Terminal(command, columns, rows, **environment) as terminal:
        terminal.until(b"Library")
        terminal.settle(terminal.started)
        yield terminal


def fill(folder: Path) -> None:
    """Keep the articles where the app looks for them."""
    with Library.open(folder / "data" / "newsreader") as kept:
        for number in range(ARTICLES):
            kept.articles.keep(article(number))


def report(name: str, sizes: list[int], most: int) -> bool:
    """One line of the table; whether the mean keeps to the limit."""
    mean = statistics.mean(sizes)
    fault = "" if mean <= most else "TOO MANY"
    print(f"  {name:26} mean {mean:8,.0f}   most {max(sizes):8,}   must {most:7,}  {fault}")
    return mean <= most


def pressed(terminal: Terminal, key: bytes, times: int) -> list[int]:
    """Bytes written for each of so many presses."""
    return [len(terminal.send(key).written) for _ in range(times)]


def main() -> None:
    kept = True
    with tempfile.TemporaryDirectory() as root:
        fill(Path(root))
        for at, (columns, rows) in enumerate(SIZES):
            print(f"{columns}×{rows}")
            with library(Path(root), columns, rows) as terminal:
                most = [limits[at] for limits in LIMITS.values()]
                measured = [pressed(terminal, DOWN, PRESSES)]
                measured.append([sum(pressed(terminal, HELP, 1) + pressed(terminal, ESCAPE, 1)) for _ in range(3)])
                terminal.send(b"\r")
                terminal.send(SOURCES)
                measured.append(pressed(terminal, DOWN, 12))
                terminal.send(b"1")
                measured.append(pressed(terminal, PAGE, 6))
                for row in zip(LIMITS, measured, most, strict=True):
                    kept &= report(*row)
    sys.exit(not kept)


if __name__ == "__main__":
    main()
