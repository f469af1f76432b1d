"""Feeds of many hosts refreshed twice and their entries fetched whole, from a loopback site that takes its time.

    python tests/bench/refresh.py [FEEDS [ENTRIES [LATENCY [PAGES]]]]

Each feed has a loopback address of its own.  Every refresh is a program of its own, from its start to its end; where
newsboat is installed, ``newsboat -x reload`` with its default settings asks the same feeds by turns with it.  Prints a
line of JSON for each: ``clock`` and ``processor`` seconds, ``asked`` and ``not_modified`` as the site counted them,
``first_row`` the seconds until the first article was there; then newsboat's times divided by ours.  At last PAGES
entries, each of another host, are fetched whole with their pictures, and counted again when the site is gone.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from slow_site import Running, slow_site

from tui.intake.refreshing.prefetch import prefetch
from tui.library import Library
from tui.model.subscription import Subscription

Times = dict[str, float]
NEWSBOAT = ("newsboat", "-x", "reload", "-u", "urls", "-c", "cache.db", "-C", "config")


def timed(name: str, command: Sequence[str], site: Running, folder: Path) -> Times:
    """Runs a program from its start to its end."""
    site.counts()
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    first: Times = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder) as process:
        assert process.stdout
        for line in process.stdout:
            if line == "first\n":
                first = {"first_row": round(time.monotonic() - began, 2)}
    clock = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = {"clock": round(clock, 2), "processor": round(processor, 2), "status": process.returncode}
    print(json.dumps({name: found | first | site.counts()}), flush=True)
    return found


def refreshes(site: Running, folder: Path, addresses: Sequence[str]) -> None:
    """Both programs, first and again."""
    (folder / "urls").write_text("\n".join(addresses) + "\n")
    (folder / "config").touch()
    with Library.open(folder / "library") as library:
        library.feeds.subscribe([Subscription(address) for address in addresses])
    ours = (sys.executable, str(Path(__file__).with_name("refresh_once.py")), str(folder / "library"))
    peer = shutil.which(NEWSBOAT[0]) is not None
    for run in ("first", "unchanged"):
        theirs = timed(f"newsboat, {run}", NEWSBOAT, site, folder) if peer else {}
        own = timed(f"newsreader, {run}", ours, site, folder)
        if theirs:
            print(json.dumps({f"{run}, times faster": round(theirs["clock"] / own["clock"], 1)}), flush=True)


def fetch_whole(site: Running, folder: Path, pages: int) -> None:
    """The newest entry of as many feeds as are asked for."""
    with Library.open(folder / "library") as library:
        with library.connections.writing() as db:
            newest = "SELECT max(article) FROM entry GROUP BY feed LIMIT ?"
            db.execute(f"DELETE FROM prefetch WHERE article NOT IN ({newest})", (pages,))
        began, converting = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        prefetched = asyncio.run(prefetch(library))
        clock, converted = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        site.stop()
        whole = sum(row.text == "whole" and row.pictures == row.captions for row in library.articles.rows(99_999))
    conversion = converted.ru_utime + converted.ru_stime - converting.ru_utime - converting.ru_stime
    found = {"clock": clock, "of it conversion": conversion}
    rounded = {name: round(seconds, 2) for name, seconds in found.items()}
    print(json.dumps({"prefetch": rounded | {"failed": len(prefetched.failed), "whole": whole}}))


def main(feeds: int, entries: int, latency: float, pages: int) -> None:
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    with slow_site(entries, latency) as site, tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        refreshes(site, Path(folder), site.addresses(feeds))
        fetch_whole(site, Path(folder), pages)


if __name__ == "__main__":
    given = [*sys.argv[1:], *("200", "50", "0.2", "50")[len(sys.argv) - 1 :]]
    main(int(given[0]), int(given[1]), float(given[2]), int(given[3]))
