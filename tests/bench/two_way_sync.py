"""Keeps a library and a server in step through many rounds of random marks on both sides, failures and kills.

    python tests/bench/two_way_sync.py [ROUNDS [ENTRIES [CHANGES [SEED [DIALECT…]]]]]

Each round CHANGES marks are tried at random on either side, about half of which change something.  Then a sync: one of
four in a process of its own that is killed at a random request, the others with a request that fails (401, 429, 500,
cut, another's page) or at which they are stopped.  After the last round a sync without failures.
Prints a line of JSON for each dialect, or for those that are named: rounds, changes, how many syncs failed, were
stopped and killed, requests of the first sync, and what is not alike or not as it was marked last (``wrong``: must be
empty).
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader_server import DIALECTS, Answer, ReaderServer
from two_way import TwoSides

from tui.library import Library

ROUNDS, ENTRIES, CHANGES, SEED = 200, 500, 300, 1
KILLED = 4  # every so many rounds
MOST_REQUESTS = 9  # of a sync, at one of which it is killed
CHILD = (
    "import asyncio, sys\n"
    "from pathlib import Path\n"
    "from tui.intake.syncing.sync import synchronise\n"
    "from tui.library import Library\n"
    "with Library.open(Path(sys.argv[1])) as library: asyncio.run(synchronise(library))\n"
)


def sync_and_kill(folder: Path, sides: TwoSides) -> None:
    """A sync in another process, which is killed when it asks for the random-th time; it may end before."""
    child: subprocess.Popen[bytes] | None = None
    left = sides.chance.randrange(1, MOST_REQUESTS)

    def kill(_path: str) -> Answer | None:
        nonlocal left
        left -= 1
        if left == 0 and child is not None:
            child.kill()
        return None

    sides.server.fail = kill
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(folder)])
    child.wait()


async def two_sides(dialect: str, rounds: int, entries: int, changes: int, seed: int) -> dict[str, object]:
    """What came of one dialect."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ReaderServer(dialect, feeds=10, entries=entries) as server,
        Library.open(Path(folder)) as library,
    ):
        sides = TwoSides(library, server, seed)
        await sides.join()
        first, killed = len(server.log), 0
        for round in range(rounds):
            sides.change_here(changes)
            sides.change_there(changes)
            if round % KILLED == KILLED - 1:
                await asyncio.to_thread(sync_and_kill, Path(folder), sides)
                killed += 1
            else:
                await sides.sync_with_failures()
        ended = await sides.sync()
        return {
            "dialect": dialect,
            "rounds": rounds,
            "changes": sides.changes,
            "failed": sides.failed,
            "stopped": sides.stopped,
            "killed": killed,
            "first_sync_requests": first,
            "ended": ended,
            "wrong": sides.wrong(),
        }


def main(
    rounds: int = ROUNDS,
    entries: int = ENTRIES,
    changes: int = CHANGES,
    seed: int = SEED,
    *,
    dialects: Iterable[str] = DIALECTS,
) -> None:
    for dialect in dialects:
        print(json.dumps(asyncio.run(two_sides(dialect, rounds, entries, changes, seed))), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:5]), dialects=sys.argv[5:] or DIALECTS)
