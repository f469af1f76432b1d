"""Milliseconds from a key to the moved cursor while feeds are refreshed, and seconds from R to the first new row.

    python tests/bench/refresh_keys.py [FEEDS [ENTRIES [LATENCY [AT_REST [RESTED]]]]]

The app in a pseudo-terminal on a library of its own with FEEDS feeds of a loopback site that takes LATENCY seconds for
an answer; the same keys are pressed AT_REST times before, RESTED seconds after its first screen: from some 3 on what R
needs is loaded.  Prints a line of JSON for each; ``seconds`` are those of the whole round, in which what the feeds have
of ten entries each is converted, too.
"""

from __future__ import annotations

import itertools
import json
import os
import select
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from long_article import long_article
from reading import places
from slow_site import slow_site
from terminal import Terminal

from tui.library import Library
from tui.model.subscription import Subscription

KEPT = 40  # articles that are there before
EDGE = "▌".encode()  # stands before the row under the cursor: it is written anew where the cursor goes
BETWEEN = 0.1  # seconds between two keys
NEW, OVER = b"News ", b" new articles in "
LONGEST = 120.0  # seconds


def moved(terminal: Terminal, key: bytes, seen: bytearray) -> float:
    """Milliseconds until the cursor stands elsewhere."""
    since = time.perf_counter()
    os.write(terminal.handle, key)
    written = b""
    while EDGE not in written and time.perf_counter() - since < LONGEST:
        written += terminal.read(1.0)
    seen += written
    return (time.perf_counter() - since) * 1_000


def rest(terminal: Terminal, seen: bytearray) -> None:
    """Reads what comes between two keys."""
    until = time.perf_counter() + BETWEEN
    while (left := until - time.perf_counter()) > 0:
        if select.select([terminal.handle], [], [], left)[0]:
            seen += terminal.read(0)


def report(name: str, waits: list[float], **more: float | None) -> None:
    found = {"keys": len(waits), "median": round(statistics.median(waits), 1), "longest": round(max(waits), 1)}
    print(json.dumps({name: found | more}), flush=True)


def refreshed(terminal: Terminal) -> None:
    """Keys from R until the round's outcome is said."""
    seen, waits, first, keys = bytearray(), list[float](), None, itertools.cycle((b"j", b"k"))
    began = time.perf_counter()
    os.write(terminal.handle, b"R")
    while OVER not in seen and time.perf_counter() - began < LONGEST:
        rest(terminal, seen)
        if first is None and NEW in seen:
            first = round(time.perf_counter() - began, 2)
        waits.append(moved(terminal, next(keys), seen))
    report("while refreshing", waits, first_row=first, seconds=round(time.perf_counter() - began, 1))


def main(feeds: int, entries: int, latency: float, at_rest: int, rested: float) -> None:
    with slow_site(entries, latency) as site, tempfile.TemporaryDirectory() as root:
        with Library.open(Path(root) / "newsreader") as library:
            for number in range(KEPT):
                made = long_article(300)
                library.articles.keep(replace(made, address=f"{made.address}/{number}", url=f"{made.url}/{number}"))
            library.feeds.subscribe([Subscription(address) for address in site.addresses(feeds)])
            library.feeds.set(None, "full_text", "never")
        with Terminal([sys.executable, "-m", "tui"], 80, 24, **places(Path(root))) as terminal:
            terminal.until(b"Library")
            time.sleep(rested)
            terminal.settle(terminal.started)
            report("at rest", [moved(terminal, key, bytearray()) for key in (b"j", b"k") * (at_rest // 2)])
            refreshed(terminal)


if __name__ == "__main__":
    given = [*sys.argv[1:], *("200", "50", "0.2", "40", "4")[len(sys.argv) - 1 :]]
    main(int(given[0]), int(given[1]), float(given[2]), int(given[3]), float(given[4]))
