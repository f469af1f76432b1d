"""Feed documents as they arrive, for tests of what the library makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tui.feeds.identity import distinct, recognise
from tui.intake.own_text import own_texts
from tui.library import Library
from tui.library.feeds.arrivals import Arrival, Taken
from tui.model.feed import Entry, Feed
from tui.model.subscription import Subscription

START = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = "The council of the harbour town spoke of its wall for hours, and every word of it is here. " * 40


def entry(number: int, **changes: Any) -> Entry:
    """An entry with a whole text; the higher the number, the newer it is."""
    values: dict[str, Any] = {
        "title": f"News {number}",
        "url": f"https://coast.example/{number}",
        "id": f"https://coast.example/?p={number}",
        "published": (START + timedelta(hours=number)).isoformat(),
        "content": f"<p>{number}. {TEXT}</p>",
    }
    return Entry(**(values | changes))


def arrival(entries: Sequence[Entry], title: str = "Coast", **more: Any) -> Arrival:
    feed = Feed("https://coast.example/feed", title, "https://coast.example/", tuple(entries))
    keyed = distinct(entries)
    return Arrival(keyed, recognise, own_texts(feed, keyed), title=title, site=feed.url, **more)


def subscribed(library: Library, address: str = "https://coast.example/feed", *folders: tuple[str, ...]) -> int:
    (number,) = library.feeds.subscribe(Subscription(address, folders=folders))
    return number


def arrives(library: Library, feed: int, entries: Sequence[Entry], **more: Any) -> Taken:
    return library.entries.take_in(feed, arrival(entries, **more))
