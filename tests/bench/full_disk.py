"""Gives every command that writes on a disk without room, and looks at what is left.

    python tests/bench/full_disk.py [ROUNDS [SEED [COMMAND…]]]    (as root, for a tmpfs; stopped, it tells)

All that a reader has is on a disk of 40 MB, which is filled before a command is given, to the last byte or but for up
to two megabytes, so that it runs full somewhere in the middle.  The command must say that there is no room, or do its
work; the library must be sound, have what was acknowledged and still be read; and the same command must do its work
once there is room again.  Prints one line of JSON: by command how often it was refused, and what was wrong.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
sys.path.append(str(Path(__file__).parents[1] / "intake"))

from feed_site import FeedSite
from killing_commands import FILES, NOT_KILLED, ONCE_ONLY, begun, command, wrong
from reader_server import ReaderServer
from website import Website
from writing_commands import COMMANDS, Run, Servers

MEGABYTES = 40
MOST_LEFT = 2_000_000  # bytes
SAID = ("no room", "disk", "full", "No space")


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of its own."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m,mode=0700", "none", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def filled(home: Path, left: int) -> Iterator[None]:
    """The disk full but for so many bytes."""
    filler = home / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(65_536))
    with filler.open("ab", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(512))
    os.truncate(filler, max(0, filler.stat().st_size - left))
    try:
        yield
    finally:
        filler.unlink()


def one(run: Run, name: str, left: int) -> tuple[bool, list[str]]:
    """Whether it was refused, and what was wrong."""
    arguments, acknowledge = COMMANDS[name](run)
    found = []
    with filled(run.home, left):
        done = command(NOT_KILLED, *arguments, home=run.home)
        acknowledge(done.stdout, done.returncode == 0)
        listed = command(NOT_KILLED, "list", home=run.home)
        if listed.returncode:
            found.append(f"cannot be listed: {listed.stderr[-200:]}")
    if done.returncode not in (0, 1) or "Traceback" in done.stderr or "unexpected" in done.stderr:
        found.append(f"ended with {done.returncode}: {done.stderr[-300:]}")
    if done.returncode and name not in ONCE_ONLY and not any(word in done.stderr for word in SAID):
        found.append(f"does not say why: {done.stderr[-300:]}")
    found += wrong(run, name)
    if done.returncode == 0:
        return False, found
    if name in FILES and any(".part" in path.name for path in run.home.iterdir()):
        found.append("half a file was left")
    again = command(NOT_KILLED, *arguments, home=run.home)
    acknowledge(again.stdout, again.returncode == 0)
    if again.returncode and name not in ONCE_ONLY:
        found.append(f"again: {again.returncode} {again.stderr[-200:]}")
    return True, found + [f"after again: {one}" for one in wrong(run, "")]


def main(rounds: int = 2, seed: int = 1, *chosen: str) -> dict[str, object]:
    """``chosen``: of all commands these."""
    chance, given, refused, problems = random.Random(seed), 0, Counter[str](), list[str]()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with (
        tempfile.TemporaryDirectory() as place,
        Website() as site,
        ReaderServer(entries=6) as reader,
        suppress(KeyboardInterrupt),
    ):
        serve = partial(FeedSite, site)
        for n in range(rounds):
            with small_disk(Path(place) / f"l{n}") as home:
                run = begun(home, Servers(site, serve("/feed"), serve("/twin"), reader), chance)
                for name in chosen or COMMANDS:
                    was_refused, found = one(run, name, chance.choice((0, chance.randrange(MOST_LEFT))))
                    given += 1
                    refused[name] += was_refused
                    problems += [f"{n} {name}: {problem}" for problem in found]
    return {"given": given, "refused": refused, "wrong": problems}


if __name__ == "__main__":
    rounds, seed = (*map(int, sys.argv[1:3]), *(2, 1)[len(sys.argv[1:3]) :])
    print(json.dumps(main(rounds, seed, *sys.argv[3:])))
