"""One refresh of all feeds of a library, as a program of its own: what ``refresh.py`` times.

    python tests/bench/refresh_once.py FOLDER

FOLDER is the library's.  Prints "first" when the first article is there.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tui.intake.refreshing.refresh import Outcome, Refreshed, refresh
from tui.library import Library


def main(folder: Path) -> None:
    first = True

    def arrived(_: Refreshed, outcome: Outcome | None) -> None:
        nonlocal first
        if outcome and outcome.new and first:
            first = False
            print("first", flush=True)

    with Library.open(folder) as library:
        refreshed = asyncio.run(refresh(library, progress=arrived))
    assert not refreshed.failed, refreshed.failed


if __name__ == "__main__":
    main(Path(sys.argv[1]))
