"""Quits of the real app at random moments, under load: how many end with another status than 0, or hang.

    python tests/bench/quits.py [QUITS] [--seed S] [--at-once N] [--articles N] [--folder FOLDER]

Each run of the app in a pseudo-terminal opens the library, a kept article or a page that it has to convert, is given
random keys, and is quit with Ctrl+Q: one in four before its first screen, the others up to two seconds after it.  So
many run at once that they are the load.  Prints one line of JSON: quits, seed, and each that went wrong with the end of
what was written (faulthandler is on).
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import pty
import random
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from pathlib import Path

from long_article import long_article
from reading import places
from synthetic import article

from tui.library import Library

WORDS = 6_000  # of the page that is converted
QUIT = b"\x11"  # Ctrl+Q; the terminal itself swallows it until the app has taken it over
AGAIN = 0.25  # seconds until it is pressed again
HANG = 60.0
STARTED = b"\x1b[?1049h"  # the alternate screen
KEYS = tuple(b"j,G,\r,S,t,d,e,s,W,L,f,m,/,p,v,2,3,r, ,\x1b".split(b","))
EARLY, BEFORE, AFTER = 0.25, 0.6, 2.0  # share of quits before the first screen, and seconds from start or screen


class Run:
    """One run of the app, from its start to its end."""

    def __init__(self, home: Path, target: list[str], chance: random.Random) -> None:
        self._chance = chance
        self._early = chance.random() < EARLY
        self._delay = chance.random() * (BEFORE if self._early else AFTER)
        self.written = b""
        self.status: str | None = None
        self._begun = self._next_key = time.monotonic()
        self._quit = self._begun + self._delay if self._early else float("inf")
        environment = {**os.environ, **places(home), "TERM": "xterm-256color", "PYTHONFAULTHANDLER": "1"}
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvpe(sys.executable, [sys.executable, "-m", "tui", "--offline", *target], environment)

    def read(self) -> None:
        """Take what was written."""
        try:
            self.written = (self.written + os.read(self.handle, 65_536))[-100_000:]
        except OSError:  # the other side is closed
            time.sleep(0.01)
        if STARTED in self.written and self._quit == float("inf"):
            self._quit = time.monotonic() + self._delay

    def act(self) -> bool:
        """Press what is due; whether it has ended."""
        now = time.monotonic()
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            self.status = str(os.waitstatus_to_exitcode(status))
        elif now - self._begun > HANG:
            os.kill(self.pid, signal.SIGABRT)  # faulthandler writes where it hangs
            os.waitpid(self.pid, 0)
            self.read()
            self.status = "hung"
        elif now > self._quit:
            self._press(QUIT)
            self._quit = now + AGAIN
        elif now > self._next_key and self._quit < float("inf"):
            self._press(self._chance.choice(KEYS))
            self._next_key = now + self._chance.random() * 0.3
        return self.status is not None

    def _press(self, keys: bytes) -> None:
        try:
            os.write(self.handle, keys)
        except OSError:
            return


def prepare(home: Path, count: int) -> str:
    """A library of so many articles to open; the address of an article in it."""
    kept = long_article(WORDS)
    with Library.open(home / "newsreader") as library:
        library.articles.keep_many([*map(article, range(count)), kept])
    return kept.url or ""


def page(home: Path, number: int) -> str:
    """A page that has to be converted."""
    paragraphs = "".join(f"<p>{block.text}</p>" for block in long_article(WORDS).blocks)
    file = home / f"{number}.html"
    file.write_text(
        f"<html><head><title>Tide {number}</title></head><body><article>{paragraphs}</article></body></html>"
    )
    return str(file)


def runs(home: Path, quits: int, seed: int, count: int) -> Iterator[Run]:
    """Each run, begun when it is asked for."""
    kept = prepare(home, count)
    for number in range(quits):
        chance = random.Random(seed * 1_000_000 + number)
        yield Run(home, chance.choice(([], [kept], [page(home, number)], [page(home, number)])), chance)


def main(quits: int, seed: int, at_once: int, count: int, folder: Path) -> dict[str, object]:
    coming, going, wrong = runs(folder, quits, seed, count), list[Run](), list[dict[str, str]]()
    done = 0
    while done < quits:
        while len(going) < at_once and (begun := next(coming, None)):
            going.append(begun)
        ready, _, _ = select.select([run.handle for run in going], [], [], 0.01)
        for run in [run for run in going if run.handle in ready]:
            run.read()
        for run in [run for run in going if run.act()]:
            going.remove(run)
            os.close(run.handle)
            done += 1
            if run.status != "0":
                wrong.append({"status": run.status or "", "end": run.written[-1_500:].decode("utf8", "replace")})
    return {"quits": quits, "seed": seed, "wrong": wrong}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("quits", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    chosen = options.folder or Path(tempfile.mkdtemp(prefix="quits-"))
    print(json.dumps(main(options.quits, options.seed, options.at_once, options.articles, chosen)))
