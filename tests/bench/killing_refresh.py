"""Kills a process that refreshes and prefetches, again and again, and looks at what is left.

    python tests/bench/killing_refresh.py RUNS FOLDER [SEED]

A loopback site publishes an entry with every request for its feed.  The process says after each refresh, and after each
article that was made whole, how many there are; it is killed (SIGKILL) at a random moment after a random number of
these lines.  Then the library must be sound, what was acknowledged must be there, no article without its text, and the
next refresh must complete what is missing.  Prints one line of JSON: runs, articles, and what was wrong.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from feed_site import PICTURE, FeedSite, page_of
from website import Website

from tui.intake.refreshing.prefetch import Prefetched, prefetch
from tui.intake.refreshing.refresh import refresh
from tui.library import Library
from tui.library.upkeep import check
from tui.model.subscription import Subscription

MOST_LINES, LONGEST = 12, 0.05  # acknowledged before the process is killed, and seconds more
MOST_ENTRIES = 60  # of the document


def grow(site: Website, feed: FeedSite) -> None:
    """Lets the feed publish an entry with every request for it."""
    answer = feed.answering()

    def growing(request: BaseHTTPRequestHandler) -> None:
        number = feed.entries[0] + 1
        site.page(f"/a/{number}", page_of(number))
        site.page(f"/p/{number}.png", PICTURE, "image/png")
        feed.entries.insert(0, number)
        del feed.entries[MOST_ENTRIES:]
        answer(request)

    site.answer("/feed", growing)


def work(folder: Path) -> None:
    """Refreshes and prefetches until it is killed; a line for what is acknowledged."""
    with Library.open(folder) as library:

        def tell_whole(prefetched: Prefetched) -> None:
            print(f"whole {whole(library)}", flush=True)

        while True:
            asyncio.run(refresh(library))
            print(f"articles {library.articles.count()}", flush=True)
            asyncio.run(prefetch(library, progress=tell_whole))


def whole(library: Library) -> int:
    return sum(row.text == "whole" for row in library.articles.rows(9_999))


def killed(folder: Path, chance: random.Random) -> dict[str, int]:
    """The last numbers that a process acknowledged before it was killed."""
    command = [sys.executable, __file__, "--work", str(folder)]
    acknowledged = dict[str, int]()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(chance.randint(1, MOST_LINES)):
            name, _, number = process.stdout.readline().partition(" ")
            acknowledged[name] = int(number)
        time.sleep(chance.random() * LONGEST)
        process.kill()
        for line in process.stdout:
            name, _, number = line.partition(" ")
            if number.endswith("\n"):
                acknowledged[name] = int(number)
    return acknowledged


def main(runs: int, folder: Path, seed: int) -> None:
    chance, wrong, articles = random.Random(seed), list[str](), 0
    with Website() as site:
        feed = FeedSite(site)
        grow(site, feed)
        with Library.open(folder) as library:
            library.feeds.subscribe(Subscription(feed.address))
        for run in range(runs):
            acknowledged = killed(folder, chance)
            if problems := check.examine(folder).problems:
                wrong.append(f"run {run}: {problems[0].saying}")
            with Library.open(folder) as library:
                found = {"articles": library.articles.count(), "whole": whole(library)}
                wrong += [
                    f"run {run}: {found[name]} {name} of {number}"
                    for name, number in acknowledged.items()
                    if found[name] < number
                ]
        with Library.open(folder) as library:
            refreshed = asyncio.run(refresh(library))
            prefetched = asyncio.run(prefetch(library))
            articles = library.articles.count()
            wrong += [str(outcome.error) for outcome in refreshed.failed]
            wrong += [why for _, why in prefetched.failed]
            missing = {f"News {n}" for n in feed.entries} - {row.title for row in library.articles.rows(9_999)}
            wrong += [f"{title} is missing" for title in missing]
            unread = [row for row in library.articles.rows(9_999) if not row.read]
            wrong += [f"{row.title} is not whole" for row in unread if row.text != "whole" or not row.pictures]
    print(json.dumps({"runs": runs, "articles": articles, "wrong": wrong}))


if __name__ == "__main__":
    if sys.argv[1] == "--work":
        work(Path(sys.argv[2]))
    else:
        os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
        main(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
