"""A library of 500 feeds with 200,000 entries against one with 100 articles: its list and counts, and its memory.

    python tests/bench/many_feeds.py FOLDER [FEEDS [ENTRIES [ROUNDS]]]

FOLDER keeps the libraries for the next run (making 200,000 entries takes some minutes and half a GB).  Both have feeds
in folders, a tenth as many as articles the small one; ten entries of each are unread.  Prints a line of JSON for each
figure: milliseconds of the processor, least of ROUNDS taken by turns, or MB, large ÷ small.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reading import places
from synthetic import Words, sentence
from terminal import Terminal

from tui.feeds.identity import distinct, recognise
from tui.intake.own_text import own_texts
from tui.library import Library
from tui.library.feeds.arrivals import Arrival
from tui.model.feed import Entry, Feed
from tui.model.subscription import Subscription

START = datetime(2026, 1, 1, tzinfo=UTC)
FOLDER_SIZE = 25  # feeds
SMALL = (10, 10)  # feeds, and entries of each
SENTENCES = 6  # of an entry
CALM = 2.0  # seconds after which the app has settled
A_SECTION, LONGEST = b"Folder 0", 120.0
# What the app asks for its first screen, in a process of its own: "read" is once all modules are there and it has run.
READING = """
import json, sys, time
from pathlib import Path
from tui.library import Library
from tui.library.articles.rows import View
from tui.screens.library_panes import Contents
least = dict.fromkeys(("list", "contents", "list after contents"), 1e9)
def timed(name, does):
    began = time.process_time()
    does()
    least[name] = min(least[name], time.process_time() - began)
def first_page():
    library.articles.rows(50)
    for name in ("all", "unread", "starred", "later"):
        library.articles.count(View(name))
with Library.open(Path(sys.argv[1])) as library:
    for _ in range(99):
        timed("list", first_page)
    for _ in range(99):
        timed("contents", lambda: Contents.read(library, View("unread")))
        timed("list after contents", first_page)
    memory = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({**{name: 1_000 * value for name, value in least.items()}, "MB": int(memory) / 1_024}))
"""


def entry(feed: int, number: int) -> Entry:
    """An entry of made-up words, the later the higher its number."""
    chance = Words(feed * 1_000_003 + number)
    address = f"https://site{feed}.example/news/{number}"
    return Entry(
        title=sentence(chance, 8),
        url=address,
        id=address,
        published=(START + timedelta(minutes=7 * number + feed % 7)).isoformat(),
        content=f"<p>{' '.join(sentence(chance, chance.randint(8, 30)) for _ in range(SENTENCES))}</p>",
    )


def made(folder: Path, feeds: int, entries: int) -> Path:
    """The data folder of a library of so many feeds with so many entries each."""
    place = folder / f"{feeds}-of-{entries}" / "newsreader"
    done = place.parent / "done"
    if done.exists():
        return place
    shutil.rmtree(place.parent, ignore_errors=True)
    with Library.open(place) as library:
        library.feeds.set(None, "full_text", "never")
        for number in range(feeds):
            (feed,) = library.feeds.subscribe(
                Subscription(f"https://site{number}.example/feed", folders=((f"Folder {number // FOLDER_SIZE}",),))
            )
            document = Feed("", f"Feed {number}", entries=tuple(entry(number, n) for n in reversed(range(entries))))
            keyed = distinct(document.entries)
            arrival = Arrival(keyed, recognise, own_texts(document, keyed), title=document.title)
            library.entries.take_in(feed, arrival)
        library.elsewhere.bring_up()  # else the app would do so meanwhile
    done.touch()
    return place


def read(folder: Path) -> dict[str, float]:
    """What one process took for the list and for all that the first screen shows."""
    done = subprocess.run([sys.executable, "-c", READING, str(folder)], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def app(folder: Path) -> dict[str, float]:
    """Milliseconds of the processor until the app has painted its list beside its sections, and MB a while later."""
    with Terminal([sys.executable, "-m", "tui", "--offline"], 120, 40, **places(folder.parent)) as running:
        running.until(A_SECTION, LONGEST)
        painted = running.processor()
        time.sleep(CALM)
        running.settle(time.perf_counter())
        return {"app": painted * 1_000, "app, MB": running.memory() / 1_024}


def main(folder: Path, feeds: int = 500, entries: int = 400, rounds: int = 5) -> None:
    small, large = made(folder, *SMALL), made(folder, feeds, entries)
    least: dict[str, list[float]] = {}
    measures: tuple[Callable[[Path], dict[str, float]], ...] = (read, app)
    for _ in range(rounds):
        for measure in measures:
            for side, place in enumerate((small, large)):
                for name, value in measure(place).items():
                    known = least.setdefault(name, [1e9, 1e9])
                    known[side] = min(known[side], value)
    for name, (few, many) in least.items():
        print(json.dumps({name: [round(few, 2), round(many, 2)], "ratio": round(many / few, 2)}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
