"""Milliseconds from a key to the changed screen while another process holds the library's write lock.

    python tests/bench/locked.py [ROUNDS]

In the library and in the reader, marks among the keys, which cannot be written meanwhile; then the same without a lock.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from keys import CALM, report
from long_article import long_article
from reading import places
from terminal import Burst, Terminal

from tui.library import Library

ARTICLES, WORDS = 60, 1_200
HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""
IN_LIBRARY = {"star": b"f", "down": b"j", "read/unread": b"m", "up": b"k", "sort": b"O"}
IN_READER = {"star": b"f", "line": b"j", "page": b" ", "unread": b"m", "back": b"b"}


@contextmanager
def locked(database: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        yield
        holder.communicate()


def keep(folder: Path) -> Path:
    with Library.open(folder / "newsreader") as library:
        for number in range(ARTICLES):
            made = long_article(WORDS)
            library.articles.keep(replace(made, address=f"{made.address}/{number}", url=f"{made.url}/{number}"))
        return library.connections.path


def press(terminal: Terminal, name: str, keys: dict[str, bytes], rounds: int) -> None:
    bursts: dict[str, list[Burst]] = {key: [] for key in keys}
    for _ in range(rounds):
        for key, sent in keys.items():
            bursts[key].append(terminal.send(sent))
    for key, of in bursts.items():
        report(f"{name}: {key}", of, "must 50 ms")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as root:
        database = keep(Path(root))
        for lock in (True, False):
            with Terminal([sys.executable, "-m", "tui"], 120, 40, **places(Path(root))) as terminal:
                terminal.until(b"Library")
                time.sleep(CALM)
                terminal.settle(terminal.started)
                with locked(database) if lock else nullcontext():
                    how = "locked" if lock else "free"
                    press(terminal, f"{how}, library", IN_LIBRARY, rounds)
                    press(terminal, f"{how}, opening", {"open": b"\r", "leave": b"q"}, rounds)
                    terminal.send(b"\r")
                    press(terminal, f"{how}, reader", IN_READER, rounds)


if __name__ == "__main__":
    main()
