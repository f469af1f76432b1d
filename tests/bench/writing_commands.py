"""Every command that writes, with arguments of its own each time, and what it acknowledged when it was given."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from export_samples import LAMP, QUAY, SAMPLES, TIDE, write
from feed_site import PICTURE, FeedSite, page_of
from reader_server import PASSWORD, USER, ReaderServer
from website import Website

from tui.library import Library

SENTENCE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
NEWSBOAT = (
    "CREATE TABLE rss_feed (rssurl TEXT PRIMARY KEY, url TEXT, title TEXT);"
    "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid TEXT, title TEXT, author TEXT, url TEXT, feedurl TEXT,"
    " pubDate INTEGER, content TEXT, unread INTEGER, flags TEXT, deleted INTEGER DEFAULT 0);"
)
LEFT_OUT = ("urls", "feeds.opml")  # of the samples: they hold feeds alone


@dataclass
class Expected:
    """What was acknowledged: articles by their addresses, those of them with a mark, feeds, rules, and an account."""

    kept: set[str] = field(default_factory=set)
    starred: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    tagged: set[str] = field(default_factory=set)
    feeds: set[str] = field(default_factory=set)
    muted: set[str] = field(default_factory=set)
    account: bool | None = None  # None: may be or not

    def forget(self, address: str) -> None:
        for known in (self.kept, self.starred, self.later, self.tagged):
            known.discard(address)


@dataclass
class Servers:
    """What answers on loopback: pages, two feeds with the same entries, and a server that keeps feeds in step."""

    site: Website
    feed: FeedSite
    twin: FeedSite
    reader: ReaderServer


@dataclass
class Run:
    """One library, and what the commands that are given there are made of.

    ``command`` gives one to its end, ``chance`` is that of the whole bench.
    """

    home: Path
    servers: Servers
    chance: random.Random
    command: Callable[..., object]
    expected: Expected = field(default_factory=Expected)
    made: int = 0

    @property
    def folder(self) -> Path:
        """Where the library is."""
        return self.home / "data" / "newsreader"

    def name(self) -> str:
        """Another one each time."""
        self.made += 1
        return f"t{self.made}"

    def page(self) -> str:
        """A page of its own, whose title is its name."""
        file = self.home / f"{self.name()}.html"
        file.write_text(f"<title>{file.stem}</title><article><h1>{file.stem}</h1>{f'<p>{SENTENCE}</p>' * 9}</article>")
        return str(file)

    def file(self, ending: str, content: str) -> str:
        """A file with such content."""
        (file := self.home / f"{self.name()}{ending}").write_text(content)
        return str(file)

    def entry(self) -> int:
        """The number of an entry that both feeds have from now on, with its page."""
        number: int = self.servers.feed.entries[0] + 1
        self.servers.site.page(f"/a/{number}", page_of(number))
        self.servers.site.page(f"/p/{number}.png", PICTURE, "image/png")
        for feed in (self.servers.feed, self.servers.twin):
            feed.entries.insert(0, number)
        return number

    def some_kept(self, most: int) -> list[str]:
        """Addresses that are kept."""
        kept = sorted(self.expected.kept)
        return self.chance.sample(kept, min(most, len(kept)))


class Acknowledged(Protocol):
    """Takes what was printed, and whether the command ended in order."""

    def __call__(self, said: str, done: bool, /) -> object:
        """Notes it."""


Command = tuple[list[str], Acknowledged]


def nothing(_said: str, _done: bool, /) -> None:
    """Notes nothing: what the command does is looked at in other ways."""


def add(run: Run) -> Command:
    pages = [run.page() for _ in range(6)]
    titles = {Path(page).stem: page for page in pages}
    return ["add", *pages], lambda said, _: run.expected.kept.update(
        titles[line.split("\t")[2]] for line in said.splitlines() if line.count("\t") == 2
    )


def add_again(run: Run) -> Command:
    number, site = run.entry(), run.servers.site
    address = f"{site.url}/a/{number}"
    run.command("add", address)
    site.page(f"/a/{number}", page_of(number).replace("harbour town", "harbour city"))
    return ["add", "--again", address], lambda said, _: run.expected.kept.update([address] if said else ())


def star(run: Run) -> Command:
    chosen = run.some_kept(5)
    return ["mark", "--star", *chosen], lambda said, _: run.expected.starred.update(chosen if said else ())


def later(run: Run) -> Command:
    chosen = run.some_kept(5)
    return ["mark", "--read", "--later", *chosen], lambda said, _: run.expected.later.update(chosen if said else ())


def tag(run: Run) -> Command:
    chosen = run.some_kept(5)
    return ["mark", "--tag", "sea", *chosen], lambda said, _: run.expected.tagged.update(chosen if said else ())


def remove(run: Run) -> Command:
    chosen = run.some_kept(2)
    for address in chosen:
        run.expected.forget(address)  # it may be there still
    return ["remove", *chosen], nothing


def bookmarks(run: Run) -> Command:
    name = run.name()
    urls = [f"http://127.0.0.1:9/{name}/{n}" for n in range(400)]
    rows = [f"Title {n},{url},1700000000,sea|wall,unread" for n, url in enumerate(urls)]
    file = run.file(".csv", "\n".join(["title,url,time_added,tags,status", *rows]) + "\n")
    return ["import", file], lambda _, done: run.expected.kept.update(urls[::50] if done else ())


def every_form(run: Run) -> Command:
    place = run.home / run.name()
    place.mkdir()
    for name in SAMPLES.keys() - set(LEFT_OUT):
        write(place, name)
    with sqlite3.connect(place / "cache.db") as cache:
        cache.executescript(NEWSBOAT)
        row = ("1", "Newsboat's", "", f"https://{run.name()}.example/", "", 1_770_000_000, f"<p>{SENTENCE}</p>", 1)
        cache.execute(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
    cache.close()
    return ["import", str(place)], lambda _, done: run.expected.kept.update((LAMP, QUAY, TIDE, row[3]) if done else ())


def folder(run: Run) -> Command:
    place = run.home / run.name()
    place.mkdir()
    pages = [Path(run.page()).rename(place / f"p{n}.html") for n in range(8)]
    return ["import", str(place)], lambda _, done: run.expected.kept.update(map(str, pages) if done else ())


def archive(run: Run) -> Command:
    file = str(run.home / f"{run.name()}.zip")
    pages = [run.page() for _ in range(5)]
    other = run.home / run.name()
    run.command("add", *pages, home=other)
    run.command("export", "--to", "archive", "-o", file, home=other)
    return ["import", file], lambda _, done: run.expected.kept.update(pages if done else ())


def add_feed(run: Run) -> Command:
    address = run.servers.feed.address
    return ["feeds", "add", address], lambda said, _: run.expected.feeds.update([address] if address in said else ())


def import_feeds(run: Run) -> Command:
    name = run.name()
    urls = [f"http://127.0.0.1:9/{name}/{n}.xml" for n in range(100)]
    outlines = "".join(f'<outline type="rss" text="f" xmlUrl="{url}"/>' for url in urls)
    file = run.file(".opml", f"<opml>{outlines}</opml>")
    return ["feeds", "import", file], lambda said, _: run.expected.feeds.update(urls if said else ())


def set_feed(run: Run) -> Command:
    return ["feeds", "set", "full_text=always", "pictures=yes", "interval=30m"], nothing


def mute(run: Run) -> Command:
    search = f"storm{run.name()}"
    return ["feeds", "mute", search], lambda said, _: run.expected.muted.update([search] if search in said else ())


def unmute(run: Run) -> Command:
    with Library.open(run.folder) as library:
        rule = next(iter(library.feeds.mute_rules()), None)
    if rule:
        run.expected.muted.discard(rule.query)
    return ["feeds", "unmute", str(rule.id if rule else 1)], nothing


def take_apart(run: Run) -> Command:
    """An article that two feeds have."""
    run.command("feeds", "add", run.servers.feed.address, run.servers.twin.address)
    number = run.entry()
    run.command("refresh", run.servers.feed.address, run.servers.twin.address)
    return ["feeds", "apart", f"{run.servers.site.url}/a/{number}"], nothing


def remove_feed(run: Run) -> Command:
    chosen = run.chance.sample(sorted(run.expected.feeds), min(3, len(run.expected.feeds)))
    run.expected.feeds.difference_update(chosen)
    return ["feeds", "remove", *(chosen or [run.servers.feed.address])], nothing


def refresh(run: Run) -> Command:
    run.command("feeds", "add", run.servers.feed.address)
    run.entry()
    return ["refresh", run.servers.feed.address], nothing


def refresh_saved(run: Run) -> Command:
    """What an import kept by its address alone, fetched."""
    run.command("feeds", "add", run.servers.feed.address)
    addresses = [f"{run.servers.site.url}/a/{run.entry()}" for _ in range(3)]
    run.command("import", run.file(".txt", "\n".join(addresses) + "\n"))
    return ["refresh", "--saved", run.servers.feed.address], lambda *_: run.expected.kept.update(addresses)


def sync_add(run: Run) -> Command:
    run.expected.account = run.expected.account or None
    command = ["sync", "add", run.servers.reader.url, "--user", USER, "--password-file", run.file(".pw", PASSWORD)]
    return command, lambda said, _: run.expected.__setattr__("account", bool(said) or run.expected.account)


def sync(run: Run) -> Command:
    """New entries there, and marks of either side."""
    reader = run.servers.reader
    new = [reader.add_entry(starred=n % 2 == 0) for n in range(3)]
    addresses = [f"http://127.0.0.1:9/a/{one.number}" for one in new]

    def acknowledge(_said: str, done: bool, /) -> None:
        run.expected.kept.update(addresses if done else ())
        run.expected.starred.update(addresses[::2] if done else ())

    return ["sync"], acknowledge


def sync_remove(run: Run) -> Command:
    run.expected.account = None
    return ["sync", "remove"], lambda said, _: run.expected.__setattr__("account", False if said else None)


def backup(run: Run) -> Command:
    return ["backup", str(run.home / f"{run.name()}.sqlite")], nothing


def restore(run: Run) -> Command:
    file = str(run.home / f"{run.name()}.sqlite")
    run.command("backup", file)  # of the same articles, so that either library has them
    return ["restore", file], nothing


def export(run: Run) -> Command:
    return ["export", "--to", "archive", "-o", str(run.home / f"{run.name()}.zip")], nothing


def export_pages(run: Run) -> Command:
    return ["export", "--to", "html", "-o", str(run.home / run.name()), *run.some_kept(5)], nothing


def export_feeds(run: Run) -> Command:
    return ["feeds", "export", str(run.home / f"{run.name()}.opml")], nothing


def repair(run: Run) -> Command:
    with Library.open(run.folder) as library, library.connections.writing() as db:
        db.execute("UPDATE tally SET articles = articles + 7")
    return ["doctor", "--repair"], nothing


def elsewhere(run: Run) -> Command:
    """Files the quotations of a library of before."""
    with Library.open(run.folder) as library, library.connections.writing() as db:
        db.execute("INSERT INTO quoted (quoted) VALUES ('delete-all')")
        db.execute("DELETE FROM trace")
        db.execute("UPDATE tracing SET below = (SELECT max(id) + 1 FROM article)")
    return ["elsewhere", *run.some_kept(1)], nothing


COMMANDS: dict[str, Callable[[Run], Command]] = {
    "add": add,
    "add --again": add_again,
    "mark --star": star,
    "mark --read --later": later,
    "mark --tag": tag,
    "remove": remove,
    "import of bookmarks": bookmarks,
    "import of every form": every_form,
    "import of a folder": folder,
    "import of an archive": archive,
    "feeds add": add_feed,
    "feeds import": import_feeds,
    "feeds set": set_feed,
    "feeds mute": mute,
    "feeds unmute": unmute,
    "refresh and prefetch": refresh,
    "refresh --saved": refresh_saved,
    "feeds apart": take_apart,
    "feeds remove": remove_feed,
    "sync add": sync_add,
    "sync": sync,
    "sync remove": sync_remove,
    "elsewhere": elsewhere,
    "backup": backup,
    "restore": restore,
    "export": export,
    "export of pages": export_pages,
    "feeds export": export_feeds,
    "doctor --repair": repair,
}
