"""Kills every command that writes, again and again, and looks at what is left.

    python tests/bench/killing_commands.py KILLS [SEED]

A command is killed (SIGKILL) some moment after it has opened the library, a millisecond or a second.  Then the library
must open without repair and be sound but for files too many, what this and all earlier commands acknowledged must be
there, by a line that they printed or by ending in order, and the same command must do its work when it is given again.
Prints one line of JSON: kills, by command how many, articles acknowledged in the last library, and what was wrong.
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
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from feed_site import PICTURE, FeedSite, page_of
from website import Website

from tui.library import Library
from tui.library.store import check

COMMANDS_A_LIBRARY = 60
SENTENCE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
HANG = 120.0  # seconds
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


@dataclass
class Expected:
    """What was acknowledged: articles by their addresses, those of them with a star, tags, and feeds."""

    kept: set[str] = field(default_factory=set)
    starred: set[str] = field(default_factory=set)
    tagged: set[str] = field(default_factory=set)
    feeds: set[str] = field(default_factory=set)

    def forget(self, address: str) -> None:
        for known in (self.kept, self.starred, self.tagged):
            known.discard(address)


class Run:
    """One library, its reader's folders, and the commands that are given there."""

    def __init__(self, home: Path, site: Website, feed: FeedSite, chance: random.Random) -> None:
        self.home, self.site, self.feed, self.chance = home, site, feed, chance
        self.expected = Expected()
        self.folder = home / "data" / "newsreader"
        self.environment = {
            **os.environ,
            **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")},
            "HOME": str(home),
            "PYTHONUNBUFFERED": "1",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        self.made = 0
        self.command(NOT_KILLED, "add", self.page())

    def name(self) -> str:
        self.made += 1
        return f"t{self.made}"

    def page(self) -> str:
        """A page of its own, whose title is its name."""
        file = self.home / f"{self.name()}.html"
        file.write_text(f"<title>{file.stem}</title><article><h1>{file.stem}</h1>{f'<p>{SENTENCE}</p>' * 9}</article>")
        return str(file)

    def command(self, after: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", KILLED, after, *arguments]
        return subprocess.run(
            command, capture_output=True, env=self.environment, cwd=self.home, text=True, timeout=HANG, check=False
        )

    def kept(self) -> list[str]:
        return sorted(self.expected.kept)

    def some_kept(self, most: int) -> list[str]:
        kept = self.kept()
        return self.chance.sample(kept, min(most, len(kept)))


Acknowledged = Callable[[str, bool], None]  # what was printed, and whether the command ended in order
Command = tuple[list[str], Acknowledged]


def add(run: Run) -> Command:
    pages = [run.page() for _ in range(6)]
    titles = {Path(page).stem: page for page in pages}
    return ["add", *pages], lambda said, _: run.expected.kept.update(
        titles[line.split("\t")[2]] for line in said.splitlines() if line.count("\t") == 2
    )


def star(run: Run) -> Command:
    chosen = run.some_kept(5)
    return ["mark", "--star", *chosen], lambda said, _: run.expected.starred.update(chosen if said else ())


def tag(run: Run) -> Command:
    chosen = run.some_kept(5)
    return ["mark", "--tag", "sea", *chosen], lambda said, _: run.expected.tagged.update(chosen if said else ())


def remove(run: Run) -> Command:
    chosen = run.some_kept(2)
    for address in chosen:
        run.expected.forget(address)  # it may be there still
    return ["remove", *chosen], lambda _said, _done: None


def bookmarks(run: Run) -> Command:
    file, name = run.home / f"{run.name()}.csv", run.name()
    urls = [f"https://gull.example/{name}/{n}" for n in range(400)]
    rows = [f"Title {n},{url},1700000000,sea|wall,unread" for n, url in enumerate(urls)]
    file.write_text("\n".join(["title,url,time_added,tags,status", *rows]) + "\n")
    return ["import", str(file)], lambda _, done: run.expected.kept.update(urls[::50] if done else ())


def folder(run: Run) -> Command:
    place = run.home / run.name()
    place.mkdir()
    pages = [Path(run.page()).rename(place / f"p{n}.html") for n in range(8)]
    return ["import", str(place)], lambda _, done: run.expected.kept.update(map(str, pages) if done else ())


def archive(run: Run) -> Command:
    other = run.home / run.name()
    other.mkdir()
    there = Run(other, run.site, run.feed, run.chance)
    pages = [there.page() for _ in range(5)]
    there.command(NOT_KILLED, "add", *pages)
    there.command(NOT_KILLED, "export", "--to", "archive", "-o", str(run.home / f"{other.name}.zip"))
    file = str(run.home / f"{other.name}.zip")
    return ["import", file], lambda _, done: run.expected.kept.update(pages if done else ())


def add_feed(run: Run) -> Command:
    address = run.feed.address

    def acknowledge(said: str, _: bool) -> None:
        if address in said:
            run.expected.feeds.add(address)

    return ["feeds", "add", address], acknowledge


def import_feeds(run: Run) -> Command:
    file, name = run.home / f"{run.name()}.opml", run.name()
    urls = [f"https://{name}.example/{n}.xml" for n in range(100)]
    file.write_text("<opml>" + "".join(f'<outline type="rss" text="f" xmlUrl="{url}"/>' for url in urls) + "</opml>")
    return ["feeds", "import", str(file)], lambda said, _: run.expected.feeds.update(urls if said else ())


def set_feed(run: Run) -> Command:
    return ["feeds", "set", "full_text=always", "pictures=yes", "interval=30m"], lambda _said, _done: None


def remove_feed(run: Run) -> Command:
    chosen = run.chance.sample(sorted(run.expected.feeds), min(3, len(run.expected.feeds)))
    run.expected.feeds.difference_update(chosen)
    return ["feeds", "remove", *(chosen or [run.feed.address])], lambda _said, _done: None


def refresh(run: Run) -> Command:
    number = run.feed.entries[0] + 1
    run.site.page(f"/a/{number}", page_of(number))
    run.site.page(f"/p/{number}.png", PICTURE, "image/png")
    run.feed.entries.insert(0, number)
    return ["refresh", run.feed.address], lambda _said, _done: None


def backup(run: Run) -> Command:
    return ["backup", str(run.home / f"{run.name()}.sqlite")], lambda _said, _done: None


def restore(run: Run) -> Command:
    file = run.home / f"{run.name()}.sqlite"
    run.command(NOT_KILLED, "backup", str(file))  # of the same articles, so that either library has them
    return ["restore", str(file)], lambda _said, _done: None


def export(run: Run) -> Command:
    return ["export", "--to", "archive", "-o", str(run.home / f"{run.name()}.zip")], lambda _said, _done: None


def repair(run: Run) -> Command:
    with Library.open(run.folder) as library, library.connections.writing() as db:
        db.execute("UPDATE tally SET articles = articles + 7")
    return ["doctor", "--repair"], lambda _said, _done: None


COMMANDS: dict[str, Callable[[Run], Command]] = {
    "add": add,
    "mark --star": star,
    "mark --tag": tag,
    "remove": remove,
    "import of bookmarks": bookmarks,
    "import of a folder": folder,
    "import of an archive": archive,
    "feeds add": add_feed,
    "feeds import": import_feeds,
    "feeds set": set_feed,
    "feeds remove": remove_feed,
    "refresh and prefetch": refresh,
    "backup": backup,
    "restore": restore,
    "export": export,
    "doctor --repair": repair,
}
NOT_YET_SOUND = {"doctor --repair": ("stray pictures", "counts")}
ONCE_ONLY = ("remove", "feeds remove")  # what is gone already is said to be


def wrong(run: Run, name: str) -> list[str]:
    """What is not as it was acknowledged."""
    passing = NOT_YET_SOUND.get(name, ("stray pictures",))
    found = [f"{p.kind}: {p.saying}" for p in check.examine(run.folder).problems if p.kind not in passing]
    with Library.open(run.folder) as library:
        rows = {address: library.articles.find(address) for address in run.expected.kept}
        found += [f"{address} is not kept" for address, number in rows.items() if number is None]
        for address in run.expected.starred & set(rows):
            row = library.articles.row(rows[address] or 0)
            found += [] if row and row.starred else [f"{address} has no star"]
        tagged = run.expected.tagged & set(rows)
        found += [f"{one} has no tag" for one in tagged if "sea" not in library.marks.tags_of(rows[one] or 0)]
        found += [f"{gone} is no feed" for gone in run.expected.feeds - {feed.address for feed in library.feeds.rows()}]
    return found


def one(run: Run, name: str, seconds: float) -> tuple[bool, list[str]]:
    """Whether the command was killed, and what was wrong then or when it was given again."""
    arguments, acknowledge = COMMANDS[name](run)
    done = run.command(str(seconds), *arguments)
    killed = done.returncode == -signal.SIGKILL
    acknowledge(done.stdout, done.returncode == 0)
    found = wrong(run, name)
    if killed:
        again = run.command(NOT_KILLED, *arguments)
        there = Path(arguments[-1]).exists() and name in ("backup", "export")  # it was whole when it was killed
        if again.returncode and not there and name not in ONCE_ONLY:
            found.append(f"again: {again.returncode} {again.stderr[-200:]}")
        acknowledge(again.stdout, again.returncode == 0)
        found += [f"after again: {one}" for one in wrong(run, "")]
    elif done.returncode and name not in ONCE_ONLY:
        found.append(f"ended with {done.returncode}: {done.stderr[-200:]}")
    return killed, found


def main(kills: int, seed: int = 1) -> dict[str, object]:
    chance, killed, acknowledged, problems = random.Random(seed), Counter[str](), 0, list[str]()
    with tempfile.TemporaryDirectory() as place, Website() as site:
        feed, run = FeedSite(site), None
        for n, name in enumerate(cycle(COMMANDS)):
            if n % COMMANDS_A_LIBRARY == 0:
                (home := Path(place) / f"l{n}").mkdir()
                run = Run(home, site, feed, chance)
                one(run, "add", 1e6)
            assert run
            was_killed, found = one(run, name, 10 ** chance.uniform(-3.0, 0.0))
            killed[name] += was_killed
            problems += [f"{n} {name}: {problem}" for problem in found]
            if killed.total() >= kills:
                acknowledged = len(run.expected.kept)
                break
    return {"kills": killed.total(), "by command": killed, "in the last library": acknowledged, "wrong": problems}


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:3]))))
