"""Lists of feeds: OPML, newsboat's ``urls``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.feeds.feed_limits import MAX_BYTES
from tui.feeds.newsboat_urls import read_newsboat_urls
from tui.feeds.opml import read_opml
from tui.intake.bookmarks.documents import Document, Item
from tui.model.page import ReadingError
from tui.model.subscription import Skipped, SubscriptionList


def read_outline(document: Document) -> Iterator[Item]:
    """The feeds of an OPML file."""
    return _items(document, read_opml)


def read_urls(document: Document) -> Iterator[Item]:
    """The feeds of newsboat's list; its commands are never run."""
    return _items(document, read_newsboat_urls)


def _items(document: Document, read: Callable[[bytes], SubscriptionList]) -> Iterator[Item]:
    try:
        found = read(document.head(MAX_BYTES))
    except ReadingError as error:
        yield Skipped(str(error), failed=True)
        return
    yield from found.subscriptions
    yield from (Skipped("searches of newsboat", search.name) for search in found.searches)
    yield from found.skipped
