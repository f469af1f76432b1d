"""Feeds that change in every way that feeds do, refreshed again and again: does anything that was read come back?

    python tests/bench/refreshes.py REFRESHES FEEDS FOLDER [SEED]

Each refresh changes one feed in one way and adds up to two entries; the document goes through the reader of feeds into
a real library.  What is unread then must be what was added, and nothing else; it is read before the next refresh.
Prints one line of JSON: refreshes, entries that came back, entries that were missed, the ways that were taken, and
whether the library is sound.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

from tui.feeds.feed_document import read_feed
from tui.feeds.identity import distinct, recognise
from tui.intake.own_text import own_texts
from tui.library import Library, View
from tui.library.feeds.arrivals import Arrival
from tui.library.upkeep import check
from tui.model.page import Page
from tui.model.subscription import Subscription

START = datetime(2026, 1, 1, tzinfo=UTC)
SHOWN = 20  # entries of a document


@dataclass(frozen=True)
class Item:
    """An entry as the feed has it now."""

    title: str
    link: str
    guid: str
    text: str
    date: datetime


@dataclass
class Feed:
    """A feed and what it has published, the newest first."""

    number: int
    address: str
    id: int
    items: list[Item] = field(default_factory=list)
    published: int = 0

    def publish(self, chance: random.Random) -> str:
        """A new entry; its title."""
        self.published += 1
        n, host = self.published, f"https://site{self.number}.example"
        words = " ".join(chance.choice(("harbour", "wall", "storm", "council", "tide")) for _ in range(30))
        title = f"News {self.number}-{n}"
        item = Item(
            title, f"{host}/a/{n}", f"http://site{self.number}.example/?p={n}", words, START + timedelta(hours=n)
        )
        self.items.insert(0, item)
        return title

    def document(self) -> bytes:
        rows = "".join(
            f"<item><title>{escape(item.title)}</title><link>{escape(item.link)}</link>"
            + (f"<guid isPermaLink='false'>{escape(item.guid)}</guid>" if item.guid else "")
            + f"<pubDate>{format_datetime(item.date)}</pubDate><description>{item.text}</description></item>"
            for item in self.items[:SHOWN]
        )
        head = f"<title>Feed {self.number}</title><link>https://site{self.number}.example/</link>"
        return f"<?xml version='1.0'?><rss version='2.0'><channel>{head}{rows}</channel></rss>".encode()


def every(feed: Feed, change: Callable[[int, Item], Item]) -> None:
    feed.items = [change(n, item) for n, item in enumerate(feed.items)]


def one(feed: Feed, chance: random.Random, change: Callable[[Item], Item]) -> None:
    place = chance.randrange(min(SHOWN, len(feed.items)))
    feed.items[place] = change(feed.items[place])


def guid_to_https(feed: Feed, chance: random.Random) -> None:
    every(feed, lambda _, item: replace(item, guid=item.guid.replace("http://", "https://")))


def guid_missing(feed: Feed, chance: random.Random) -> None:
    every(feed, lambda _, item: replace(item, guid=""))


def guid_doubled(feed: Feed, chance: random.Random) -> None:
    every(feed, lambda _, item: replace(item, guid=f"the feed {feed.number}"))


def renumbered(feed: Feed, chance: random.Random) -> None:
    start = chance.randrange(10**9)
    every(feed, lambda n, item: replace(item, guid=f"urn:{start + n}"))


def title_changed(feed: Feed, chance: random.Random) -> None:
    one(feed, chance, lambda item: replace(item, title=f"{item.title} (corrected {chance.randrange(10**6)})"))


def date_changed(feed: Feed, chance: random.Random) -> None:
    every(feed, lambda _, item: replace(item, date=item.date + timedelta(minutes=chance.randrange(600))))


def link_changed(feed: Feed, chance: random.Random) -> None:
    one(feed, chance, lambda item: replace(item, link=f"{item.link}-{chance.randrange(10**6)}"))


def text_changed(feed: Feed, chance: random.Random) -> None:
    one(feed, chance, lambda item: replace(item, text=f"{item.text} And more {chance.randrange(10**6)}."))


def feed_moved(feed: Feed, chance: random.Random) -> None:
    feed.address = f"https://moved{chance.randrange(10**9)}.example/{feed.number}"


def links_to_https(feed: Feed, chance: random.Random) -> None:
    def turned(_: int, item: Item) -> Item:
        scheme, rest = item.link.split("://", 1)
        return replace(item, link=("http" if scheme == "https" else "https") + f"://{rest}")

    every(feed, turned)


def oldest_gone_and_back(feed: Feed, chance: random.Random) -> None:
    feed.items = feed.items[-3:] + feed.items[:-3] if len(feed.items) < SHOWN else feed.items


def nothing(feed: Feed, chance: random.Random) -> None:
    """The document is the same."""


WAYS = (
    guid_to_https,
    guid_missing,
    guid_doubled,
    renumbered,
    title_changed,
    date_changed,
    link_changed,
    text_changed,
    feed_moved,
    links_to_https,
    oldest_gone_and_back,
    nothing,
)


def take_in(library: Library, feed: Feed, moved_to: str | None = None) -> None:
    body = feed.document()
    document = read_feed(Page(feed.address, body, url=feed.address, media_type="text/xml"))
    entries = distinct(document.entries)
    arrival = Arrival(
        entries,
        recognise,
        own_texts(document, entries),
        title=document.title,
        site=document.url,
        moved_to=moved_to,
    )
    library.entries.take_in(feed.id, arrival)


def main(refreshes: int, feeds: int, folder: Path, seed: int) -> None:
    chance, ways = random.Random(seed), Counter[str]()
    came_back, missed = list[str](), list[str]()
    with Library.open(folder) as library:
        subscribed = []
        for number in range(feeds):
            address = f"https://site{number}.example/feed"
            (id_,) = library.feeds.subscribe(Subscription(address))
            feed = Feed(number, address, id_)
            for _ in range(SHOWN // 2):
                feed.publish(chance)
            take_in(library, feed)
            subscribed.append(feed)
        library.feeds.mark_read()
        for _ in range(refreshes):
            feed, way = chance.choice(subscribed), chance.choice(WAYS)
            before = feed.address
            way(feed, chance)
            new = {feed.publish(chance) for _ in range(chance.choice((0, 0, 1, 2)))}
            take_in(library, feed, feed.address if feed.address != before else None)
            unread = {row.title for row in library.articles.rows(99, view=View("unread"))}
            came_back += [f"{way.__name__}: {title}" for title in unread - new]
            missed += [f"{way.__name__}: {title}" for title in new - unread]
            ways[way.__name__] += 1
            library.feeds.mark_read()
    sound = check.examine(folder).sound
    found = {"refreshes": refreshes, "came_back": came_back, "missed": missed, "ways": len(ways), "sound": sound}
    print(json.dumps(found))


if __name__ == "__main__":
    count, feeds, folder, *seed = sys.argv[1:]
    main(int(count), int(feeds), Path(folder), int(seed[0]) if seed else 1)
