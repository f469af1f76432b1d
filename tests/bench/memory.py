"""Resident memory of one session in which many articles are read one after the other.

    python tests/bench/memory.py [ARTICLES [EARLY]]

Keeps synthetic articles in a library of its own, opens it in a pseudo-terminal, and reads one after the other: two
pages, the sources and back, then J.  Prints, as JSON, the megabytes after the EARLY-th and after the last article, and
the second divided by the first.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import synthetic
from reading import places
from terminal import Terminal

from tui.library import Library

ARTICLES, EARLY = 500, 20
KEYS = (b" ", b" ", b"2", b"j", b"1")


def main(articles: int = ARTICLES, early: int = EARLY) -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Library.open(folder / "newsreader") as library:
            library.articles.keep_many(synthetic.article(number) for number in range(articles))
        found = {}
        with Terminal([sys.executable, "-m", "tui", "--offline"], 120, 40, **places(folder)) as terminal:
            terminal.until(b"All")
            terminal.send(b"\r")
            for number in range(1, articles + 1):
                for key in KEYS:
                    terminal.send(key)
                if number in (early, articles) or number % 100 == 0:
                    found[number] = terminal.memory() // 1_000
                    print(number, found[number], file=sys.stderr, flush=True)
                terminal.send(b"J")
    print(json.dumps({"megabytes": found, "ratio": round(found[articles] / found[early], 3)}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
