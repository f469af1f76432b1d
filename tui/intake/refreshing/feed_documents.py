"""A feed's document as the library takes it in: its entries, how they are told apart, what it has of each.

Also the program of a process that does nothing else, which loads no more than it needs.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tui.intake.workers.worker_service import serve
from tui.library.store.moments import moment
from tui.model.entry_key import Key
from tui.model.feed import Entry, Feed
from tui.model.page import Page
from tui.system import garbage
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.feeds import feed_document, identity
    from tui.intake import own_text
    from tui.library.feeds import arrivals
    from tui.library.feeds.feed_articles import OwnText
else:  # while the first answers are on their way
    feed_document, identity = lazy_modules("tui.feeds", "feed_document identity")
    (own_text,) = lazy_modules("tui.intake", "own_text")
    (arrivals,) = lazy_modules("tui.library.feeds", "arrivals")

NEWEST = 10  # entries whose dates say how often a feed changes
TAKING_IN = ("tui.feeds.identity", "tui.library.feeds.arrivals")
READING = ("tui.feeds.feed_document", "tui.intake.own_text")
BROKE = "this feed could not be read"


class Document(NamedTuple):
    """What the library takes in of a document: its entries by their keys, in their order, and what it has of each.

    ``digest`` is that of its bytes; ``rhythm`` says when it changes again, and is kept for answers that bring no
    document.  ``made`` has of entries what was made already, ``rest`` the feed and the entries where that is not all:
    texts need not be sent twice.
    """

    title: str
    site: str | None
    digest: str
    rhythm: str
    keys: tuple[Key, ...]
    made: Mapping[Key, OwnText]
    rest: tuple[Feed, Mapping[Key, Entry]] | None

    @property
    def own_text(self) -> Callable[[Key], OwnText]:
        """What gives the article of each entry."""
        if self.rest is None:
            return self.made.__getitem__
        make = own_text.own_texts(*self.rest)
        return lambda key: self.made.get(key) or make(key)


def read_document(page: Page) -> Document:
    """The document of a page.  Raises ReadingError for what is no feed."""
    feed = feed_document.read_feed(page)
    entries = identity.distinct(feed.entries)
    digest = hashlib.sha256(page.body).hexdigest()
    return Document(feed.title, feed.url, digest, _rhythm(feed), tuple(entries), {}, (feed, entries))


def read_whole(page: Page, known: Collection[Key]) -> Document:
    """The document with what it has of the entries that are not ``known``.  Raises ReadingError."""
    document = read_document(page)
    make, stored_key = document.own_text, arrivals.stored_key
    made = {key: make(key) for key in document.keys if stored_key(key) not in known}
    return document._replace(made=made, rest=document.rest if len(made) < len(document.keys) else None)


def _rhythm(feed: Feed) -> str:
    """What of a document says when it changes again."""
    moments = (moment(entry.published or entry.updated) for entry in feed.entries)
    newest = sorted((when for when in moments if when is not None), reverse=True)[:NEWEST]
    known = {"ttl": feed.ttl, "skip_hours": feed.skip_hours, "skip_days": feed.skip_days, "published": newest}
    return json.dumps({name: value for name, value in known.items() if value}, separators=(",", ":"))


class Rhythm(NamedTuple):
    """What a document said of when it changes; the fields as in ``tui.feeds.schedule.Wishes``."""

    ttl: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()
    published: tuple[float, ...] = ()


def known_rhythm(stored: str | None) -> Rhythm:
    """What is stored of a feed's rhythm; nothing is known where that is damaged, until the next document comes."""
    try:
        known = json.loads(stored or "{}")
        return Rhythm(
            None if known.get("ttl") is None else int(known["ttl"]),
            tuple(map(int, known.get("skip_hours", ()))),
            tuple(map(int, known.get("skip_days", ()))),
            tuple(map(float, known.get("published", ()))),
        )
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return Rhythm()


def load(modules: Collection[str]) -> None:
    """Loads modules, if that was not done."""
    if any(module not in sys.modules for module in modules):
        for module in modules:
            import_module(module)
        garbage.leave_alone()


def work(seconds: int) -> None:
    """Reads the documents that come on standard input until it ends; what is no document asks whether it is ready."""
    load((*TAKING_IN, *READING))
    serve(lambda asked: read_whole(*asked) if asked else None, BROKE, seconds)
