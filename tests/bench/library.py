"""The library with 100,000 articles against one with 100, and newsboat with as many, as ratios of medians.

    python tests/bench/library.py [FOLDER [COUNT]]

FOLDER keeps the synthetic libraries for the next run (making 100,000 articles takes about five minutes and
1 GB).  Prints each figure beside what it must be.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from synthetic import Words as Chance
from synthetic import article, vocabulary, words
from terminal import Terminal

from tui.library import Library, View
from tui.model.article import Article

SMALL = 100
ROUNDS = 9
QUERIES = 150  # searches, each newest first and ranked
TYPED = 12  # of them typed in the app letter by letter
IMPORTED, IMPORTS = 6_000, 5  # articles, and how often they are imported
HALF_A_SECOND = 0.5


def made(root: Path, count: int, every: int = 1) -> Path:
    """The data folder of a library of that many articles, or of one in ``every`` of them."""
    folder = root / (str(count) if every == 1 else f"{count // every}-of-{count}") / "newsreader"
    done = folder.parent / "text-bytes"
    if not done.exists():
        shutil.rmtree(folder.parent, ignore_errors=True)
        text = 0

        def articles() -> Iterator[Article]:
            nonlocal text
            for number in range(0, count, every):
                one = article(number)
                text += len(one.text.encode())
                yield one

        with Library.open(folder) as library:
            library.articles.keep_many(articles())
        done.write_text(str(text))
    return folder


def timed(does: Callable[[], object]) -> float:
    """Milliseconds."""
    since = time.perf_counter()
    does()
    return (time.perf_counter() - since) * 1_000


def p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def say(what: str, figure: str, must: str) -> None:
    print(f"{what:58} {figure:>28}   must: {must}", flush=True)


def first_page(folder: Path) -> float:
    """Opens the library, reads the first page of the list and the sections' counts."""

    def does() -> None:
        with Library.open(folder) as library:
            library.articles.rows(50)
            for section in ("all", "unread", "starred", "later"):
                library.articles.count(View(section))

    return timed(does)


def opened(small: Path, large: Path, every: int) -> tuple[list[float], list[float]]:
    """Milliseconds to get each article of the small library, there and in the large one, each once, by turns.

    The same articles: a longer one takes longer wherever it is.  In another order in the large library, as what was
    read a moment ago is read more quickly.
    """
    few, many = [], []
    with Library.open(small) as one, Library.open(large) as other:
        one.articles.row(1), other.articles.row(1)  # both files are open
        for here, there in zip(*(random.sample(range(SMALL), SMALL) for _ in range(2)), strict=True):
            few.append(timed(partial(one.articles.get, here + 1)))
            many.append(timed(partial(other.articles.get, there * every + 1)))
    return few, many


def queries() -> list[str]:
    """One to three words of any frequency, phrases and beginnings of words, as people type them."""
    chance = Chance(11)
    known, _ = vocabulary()
    found = []
    for n in range(QUERIES):
        some = [
            chance.choice(known[: chance.choice((50, 500, 5_000, 50_000))]) for _ in range(chance.choice((1, 1, 2, 3)))
        ]
        form = n % 5
        found.append(f'"{" ".join(words(chance, 2))}"' if form == 3 else some[0][:4] if form == 4 else " ".join(some))
    return found


def searched(folder: Path, ranked: bool) -> list[float]:
    with Library.open(folder) as library:
        return [timed(lambda q=q: library.search.find(q, ranked=ranked, typing=True)) for q in queries()]  # type: ignore[misc]


def app(folder: Path) -> Terminal:
    """The app on a library."""
    return Terminal([sys.executable, "-m", "tui"], XDG_DATA_HOME=str(folder.parent))


def newest_title(folder: Path) -> bytes:
    """What is on the screen when the list is painted."""
    with Library.open(folder) as library:
        return library.articles.rows(1)[0].title[:10].encode()


def app_start(folder: Path, needle: bytes) -> tuple[float, int]:
    """Seconds to the first painted list, and resident kB once all is settled."""
    with app(folder) as running:
        seconds = running.until(needle)
        running.settle(running.started)
        time.sleep(HALF_A_SECOND)
        return seconds, running.memory()


def typed_in_the_app(folder: Path, needle: bytes, ranked: bool) -> list[float]:
    """Milliseconds from each letter of a search to the last byte of what it painted."""
    times = []
    with app(folder) as running:
        running.until(needle)
        running.settle(time.perf_counter())
        running.send(b"S")
        if ranked:
            running.send(b"\x12")
        for query in queries()[:TYPED]:
            for letter in query:
                times.append(running.send(letter.encode()).last * 1_000)
            for _ in query:
                running.send(b"\x7f")
    return times


def import_rate(articles: Sequence[Article], folder: Path | None = None) -> float:
    """Articles a second, already converted, into a new library or into a copy of that one."""
    with tempfile.TemporaryDirectory() as copy:
        if folder:
            shutil.copy(folder / "library.sqlite", copy)
        with Library.open(Path(copy)) as library:
            return IMPORTED / (timed(lambda: library.articles.keep_many(articles)) / 1_000)


def newsboat(root: Path, count: int) -> Terminal | None:
    """newsboat with as many articles in its own cache, to be started; None where it is not installed."""
    if not shutil.which("newsboat"):
        return None
    home = root / f"newsboat-{count}"
    urls, cache = home / "urls", home / "cache.db"
    command = ["newsboat", "-u", str(urls), "-c", str(cache)]
    if not cache.exists():
        home.mkdir(exist_ok=True)
        urls.write_text("http://127.0.0.1:9/feed\n")
        subprocess.run([*command, "-x", "print-unread"], capture_output=True, check=False)
        _fill(cache, count)
    return Terminal(command, HOME=str(home))


def newsboat_start(program: Terminal) -> float:
    """Seconds until it shows its list of feeds."""
    with program as running:
        return running.until(b"The Coast Herald")


def _fill(cache: Path, count: int) -> None:
    """Puts the synthetic articles into the cache that newsboat made."""
    db = sqlite3.connect(cache)
    feed = "http://127.0.0.1:9/feed"
    db.execute("INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES (?, ?, 'The Coast Herald')", (feed, feed))
    columns = "guid, title, author, url, feedurl, pubDate, content, unread, deleted"
    for number in range(count):
        one = article(number)
        values = (one.address, one.title, one.authors[0], one.address, feed, 1_500_000_000 + number, one.text, 1, 0)
        db.execute(f"INSERT INTO rss_item ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    db.commit()
    db.close()


def bare(folder: Path) -> int:
    """Resident kB of a process that lists, opens and searches."""
    code = (
        "import sys; from pathlib import Path; from tui.library import Library\n"
        "l = Library.open(Path(sys.argv[1])); l.rows(50); l.article(7); l.search('wor', typing=True); l.voices()\n"
        "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def main() -> None:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="newsreader-bench-"))
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    root.mkdir(parents=True, exist_ok=True)
    every = count // SMALL
    small, large = made(root, count, every), made(root, count)
    names = f"{count:,} ÷ {SMALL}"

    pages = [(first_page(small), first_page(large)) for _ in range(4 * ROUNDS)][4:]
    few, many = (statistics.median(times) for times in zip(*pages, strict=True))
    say(f"library opened and its first page, {names}", f"{many:.2f} ÷ {few:.2f} ms = {many / few:.2f}", "-")

    needles, other = (newest_title(small), newest_title(large)), newsboat(root, count)
    app_start(small, needles[0])
    starts, theirs = [], []
    for _ in range(ROUNDS):  # by turns, so that what else the machine does weighs on all alike
        starts.append((app_start(small, needles[0]), app_start(large, needles[1])))
        theirs += [newsboat_start(other)] if other else []
    few, many = (statistics.median(run[n][0] for run in starts) for n in (0, 1))
    say(f"first painted list in the app, {names}", f"{many:.3f} ÷ {few:.3f} s = {many / few:.2f}", "1.1")
    if theirs:
        boat = statistics.median(theirs)
        say("start of newsboat ÷ start of ours", f"{boat:.2f} ÷ {many:.2f} s = {boat / many:.1f}", "3")
    else:
        print("newsboat is not installed: not compared")
    few_kb, many_kb = (statistics.median(run[n][1] for run in starts) / 1_024 for n in (0, 1))
    say(f"resident memory of the app, {names}", f"{many_kb:.1f} ÷ {few_kb:.1f} MB = {many_kb / few_kb:.2f}", "1.1")
    few_kb, many_kb = bare(small) / 1_024, bare(large) / 1_024
    say(
        f"resident memory of the library alone, {names}",
        f"{many_kb:.1f} ÷ {few_kb:.1f} MB = {many_kb / few_kb:.2f}",
        "-",
    )

    rounds = [opened(small, large, every) for _ in range(ROUNDS + 1)][1:]
    few, many = (statistics.median(time for times in side for time in times) for side in zip(*rounds, strict=True))
    say(f"opening a kept article, {names}", f"{many:.3f} ÷ {few:.3f} ms = {many / few:.2f}", "1.1")

    for ranked, must, name in ((False, "30 ms", "newest first"), (True, "120 ms", "ranked")):
        times = searched(large, ranked)
        say(f"search, {name}, p50 · p95", f"{statistics.median(times):.1f} · {p95(times):.1f} ms", must)
        times = typed_in_the_app(large, needles[1], ranked)
        say(
            f"search in the app, {name}, letter to screen, p50 · p95",
            f"{statistics.median(times):.1f} · {p95(times):.1f} ms",
            must,
        )

    converted = [article(10_000_000 + n) for n in range(IMPORTED)]
    rates = sorted(import_rate(converted) for _ in range(IMPORTS))
    spread = f"{statistics.median(rates):,.0f} ({rates[0]:,.0f}–{rates[-1]:,.0f}) a second"
    say("import of converted articles, into a new library", spread, "1,000")
    say(f"the same into the library of {count:,}", f"{import_rate(converted, large):,.0f} a second", "-")
    size = (large / "library.sqlite").stat().st_size
    text = int((large.parent / "text-bytes").read_text())
    say("size of the library ÷ size of the articles' text", f"{size / text:.2f}", "1.5")


if __name__ == "__main__":
    main()
