"""Closings of a library under reading threads: how many end the process, or let other errors out than ClosedError.

    python tests/bench/closings.py [CLOSINGS] [--seed S] [--threads N]

A process with faulthandler on opens a library, lets four threads read (lists, articles, searches, voices, a snapshot),
closes it at a random moment, and so on, fifty times; then the next one does.  Prints one line of JSON: closings, seed,
reads that came back, crashes and errors.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from synthetic import article

from tui.library import Library
from tui.library.library_errors import ClosedError

ARTICLES = 100
A_PROCESS = 50
LONGEST = 0.03  # seconds until a library is closed


class Reader:
    """A thread that reads until the library is closed; ``error`` is what else ended it."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self._library, self._chance = library, chance
        self.reads, self.error = 0, ""
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        try:
            while True:
                self._chance.choice(READS)(self._library, 1 + self._chance.randrange(ARTICLES))
                self.reads += 1
        except ClosedError:
            return
        except Exception as error:  # noqa: BLE001 - counted
            self.error = repr(error)


def snapshot(library: Library, _: int) -> None:
    with library.connections.snapshot() as db:
        db.execute("SELECT sum(length(packed)) FROM body").fetchone()


READS: tuple[Callable[[Library, int], object], ...] = (
    lambda library, number: library.articles.get(number),
    lambda library, _: library.articles.rows(50),
    lambda library, _: library.search.find("the", limit=10),
    lambda library, _: library.voices.page(20),
    snapshot,
)


def child(folder: Path, closings: int, seed: int, threads: int) -> dict[str, object]:
    """So many closings in this process."""
    reads, errors = 0, []
    for n in range(closings):
        chance = random.Random(seed * 1_000_000 + n)
        library = Library.open(folder)
        readers = [Reader(library, random.Random(chance.random())) for _ in range(threads)]
        time.sleep(chance.random() * LONGEST)
        library.close()
        for reader in readers:
            reader.thread.join()
        reads += sum(reader.reads for reader in readers)
        errors += [reader.error for reader in readers if reader.error]
    return {"reads": reads, "errors": errors}


def main(closings: int, seed: int, threads: int, folder: Path) -> dict[str, object]:
    with Library.open(folder) as library:
        library.articles.keep_many(map(article, range(ARTICLES)))
    reads, errors, crashes = 0, list[str](), list[str]()
    for n, begun in enumerate(range(0, closings, A_PROCESS)):
        share = min(A_PROCESS, closings - begun)
        command = [sys.executable, "-X", "faulthandler", __file__, str(share), "--threads", str(threads)]
        command += ["--seed", str(seed * 1_000 + n), "--in", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            crashes.append(f"{done.returncode}: {done.stderr[-1_500:]}")
            continue
        came = json.loads(done.stdout)
        reads, errors = reads + came["reads"], errors + came["errors"]
    return {"closings": closings, "seed": seed, "reads": reads, "crashes": crashes, "errors": errors}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("closings", type=int, nargs="?", default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--in", dest="inside", type=Path, help="close this library in this process")
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(child(options.inside, options.closings, options.seed, options.threads)))
    else:
        with tempfile.TemporaryDirectory(prefix="closings-") as made:
            print(json.dumps(main(options.closings, options.seed, options.threads, Path(made))))
