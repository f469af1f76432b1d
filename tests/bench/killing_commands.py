"""Kills every command that writes, again and again, and looks at what is left.

    python tests/bench/killing_commands.py KILLS [SEED [COMMAND…]]        (stopped, it tells what it has found so far)

A command is killed (SIGKILL) some moment after it has opened the library, a millisecond or a second.  Then the library
must open without repair and be sound but for files too many, what this and all earlier commands acknowledged must be
there, by a line that they printed or by ending in order, and the same command must do its work when it is given again.
Prints one line of JSON: kills, by command how many, articles acknowledged in the last library, the longest that a
command given again took, and what was wrong.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from functools import partial
from itertools import cycle
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
sys.path.append(str(Path(__file__).parents[1] / "intake"))

from feed_site import FeedSite
from reader_server import ReaderServer
from website import Website
from writing_commands import COMMANDS, Run, Servers

from tui.library import Library
from tui.library.upkeep import check

TREE = Path(__file__).parents[2]
COMMANDS_A_LIBRARY = 60
HANG = 300.0  # seconds
# Kills itself by a thread, some time after the library was opened first; a restore opens a copy of it, too.
KILLED = """
import os, signal, sys, threading, time
seconds = float(sys.argv.pop(1))
def end():
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)
def opened(event, args, begun=[]):
    if event == "sqlite3.connect" and "library.sqlite" in str(args[0]) and not begun:
        begun.append(threading.Thread(target=end, daemon=True))
        begun[0].start()
sys.addaudithook(opened)
from tui.__main__ import main
sys.exit(main())
"""
NOT_KILLED = "1e6"
NOT_YET_SOUND = {"doctor --repair": ("stray pictures", "counts")}
ONCE_ONLY = ("remove", "feeds remove", "feeds unmute", "feeds apart", "sync remove")  # what is gone is said to be
FILES = ("backup", "export", "export of pages", "feeds export")  # of which one is there when all of it is


def command(after: str, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Gives a command that is killed after so many seconds, with folders of its own."""
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")},
        "HOME": str(home),
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(TREE),
    }
    line = [sys.executable, "-c", KILLED, after, *arguments]
    return subprocess.run(line, capture_output=True, env=environment, cwd=home, text=True, timeout=HANG, check=False)


def wrong(run: Run, name: str) -> list[str]:
    """What is not as it was acknowledged."""
    passing = NOT_YET_SOUND.get(name, ("stray pictures",))
    found = [f"{p.kind}: {p.saying}" for p in check.examine(run.folder).problems if p.kind not in passing]
    expected = run.expected
    with Library.open(run.folder) as library:
        numbers = {address: library.articles.find(address) for address in expected.kept}
        found += [f"{address} is not kept" for address, number in numbers.items() if number is None]
        for address, number in numbers.items():
            row = library.articles.row(number or 0)
            if row is None:
                continue
            found += [f"{address} has no star"] if address in expected.starred and not row.starred else []
            found += [f"{address} is not put off"] if address in expected.later and not (row.later and row.read) else []
            if address in expected.tagged and "sea" not in library.marks.tags_of(row.id):
                found.append(f"{address} has no tag")
        found += [f"{gone} is no feed" for gone in expected.feeds - {feed.address for feed in library.feeds.rows()}]
        found += [f"{gone} is no rule" for gone in expected.muted - {rule.query for rule in library.feeds.mute_rules()}]
        if expected.account is not None and bool(library.sync.account()) != expected.account:
            found.append(f"an account: {not expected.account}")
    return found


def one(run: Run, name: str, seconds: float) -> tuple[float, list[str]]:
    """The seconds that it took when it was given again, 0 if it was not killed; and what was wrong."""
    arguments, acknowledge = COMMANDS[name](run)
    done = command(str(seconds), *arguments, home=run.home)
    acknowledge(done.stdout, done.returncode == 0)
    found = wrong(run, name)
    if done.returncode != -signal.SIGKILL:
        if done.returncode and name not in ONCE_ONLY:
            found.append(f"ended with {done.returncode}: {done.stderr[-200:]}")
        return 0.0, found
    there = name in FILES and Path(arguments[-1] if name != "export of pages" else arguments[4]).exists()
    before = time.monotonic()
    again = command(NOT_KILLED, *arguments, home=run.home)
    took = time.monotonic() - before
    if again.returncode and not there and name not in ONCE_ONLY:
        found.append(f"again: {again.returncode} {again.stderr[-200:]}")
    acknowledge(again.stdout, again.returncode == 0)
    return took, found + [f"after again: {one}" for one in wrong(run, "")]


def begun(home: Path, servers: Servers, chance: random.Random) -> Run:
    """A library with a few articles in it."""

    def give(*arguments: str, home: Path = home) -> None:
        done = command(NOT_KILLED, *arguments, home=home)
        assert done.returncode == 0, (arguments, done.stderr)

    home.mkdir(exist_ok=True)
    run = Run(home, servers, chance, give)
    one(run, "add", 1e6)
    return run


def main(kills: int, seed: int = 1, *chosen: str) -> dict[str, object]:
    """``chosen``: of all commands these."""
    chance, killed, problems, longest, acknowledged = random.Random(seed), Counter[str](), list[str](), ("", 0.0), 0
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with (
        tempfile.TemporaryDirectory() as place,
        Website() as site,
        ReaderServer(entries=6) as reader,
        suppress(KeyboardInterrupt),
    ):
        serve = partial(FeedSite, site)
        for n, name in enumerate(cycle(chosen or COMMANDS)):
            if n % COMMANDS_A_LIBRARY == 0:
                run = begun(Path(place) / f"l{n}", Servers(site, serve("/feed"), serve("/twin"), reader), chance)
            took, found = one(run, name, 10 ** chance.uniform(-3.0, 0.0))
            killed[name] += took > 0
            longest = max(longest, (name, took), key=lambda known: known[1])
            problems += [f"{n} {name}: {problem}" for problem in found]
            acknowledged = len(run.expected.kept)
            if killed.total() >= kills:
                break
    return {
        "kills": killed.total(),
        "by command": killed,
        "in the last library": acknowledged,
        "longest": longest,
        "wrong": problems,
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int((sys.argv[2:3] or ["1"])[0]), *sys.argv[3:])))
