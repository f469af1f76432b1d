"""What feeds have of articles, put into the library many at once, and queued to be fetched whole or converted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.library.articles.own_texts import pack_own_text
from tui.library.feeds.feed_settings import FeedSettings
from tui.library.indexes.word_index import Changes, texts
from tui.library.store import body_blob, row_values
from tui.library.store.row_values import Listed, NewRow
from tui.model.article import Article


class OwnText(NamedTuple):
    """What a feed has of an article: a plain text of it at once, and what it is to be converted from.

    ``listed``, ``body`` and ``texts`` are what the library lists, stores and indexes of the plain text, which has no
    sources; ``packed`` is what it is to be converted from, None when there is nothing more to it.  ``summary``: the
    article itself is elsewhere; ``has_page``: at an address.
    """

    listed: Listed
    body: bytes
    texts: tuple[str, ...]
    packed: bytes | None
    summary: bool
    has_page: bool

    @classmethod
    def of(cls, article: Article, packed: str | None, *, summary: bool) -> OwnText:
        """All that can be made of it without the library."""
        stored = None if packed is None else pack_own_text(packed)
        body = body_blob.compress(article)
        return cls(row_values.listed(article), body, texts(article), stored, summary, article.url is not None)

    @property
    def article(self) -> Article:
        """The plain text."""
        return body_blob.expand(self.body)

    @property
    def extent(self) -> str:
        """How much of the article that is."""
        return "whole" if not self.summary else "feed" if self.listed.words else "none"


class NewArticle(NamedTuple):
    """An article that is new: what a feed has of it, the key of its address, and whether it is unread."""

    own: OwnText
    address: str | None
    unread: bool


def add(db: sqlite3.Connection, new: Sequence[NewArticle], now: int, index: Changes) -> list[int]:
    """New articles, found by their addresses from then on; their numbers.

    A table at a time, in a few statements: a statement for each row takes as long as what it writes.
    """
    numbers = row_values.add_many(db, [_row(one, now) for one in new])
    db.executemany("INSERT INTO body VALUES (?, ?)", ((n, one.own.body) for n, one in zip(numbers, new, strict=True)))
    for number, one in zip(numbers, new, strict=True):
        index.add_texts(number, one.own.texts)
    packed = [(number, one.own.packed) for number, one in zip(numbers, new, strict=True) if one.own.packed is not None]
    db.executemany("INSERT INTO own_text VALUES (?, ?)", packed)
    addresses = [(one.address, number) for number, one in zip(numbers, new, strict=True) if one.address]
    db.executemany("INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", addresses)
    return numbers


def _row(new: NewArticle, now: int) -> NewRow:
    """The row of an article; no date of the future stays on top for ever."""
    listed = new.own.listed
    if (listed.dated or 0) > now:
        listed = listed._replace(dated=now)
    return NewRow(listed, now, {"kept": 0, "fetched": 0, "text": new.own.extent, "read": int(not new.unread)})


def queue(db: sqlite3.Connection, articles: Iterable[tuple[int, OwnText]], settings: FeedSettings) -> None:
    """Has the pages of articles fetched if it is set so, else what a feed has of them converted."""
    stages = ((number, _stage(own, settings)) for number, own in articles)
    db.executemany("INSERT OR IGNORE INTO prefetch (article, stage) VALUES (?, ?)", [one for one in stages if one[1]])


def _stage(own: OwnText, settings: FeedSettings) -> str | None:
    if own.has_page and wants_page(settings, own.summary):
        return "page"
    return None if own.packed is None else "own"


def wants_page(settings: FeedSettings, summary: bool) -> bool:
    """Whether the pages of entries are to be fetched."""
    return settings.full_text == "always" or (settings.full_text == "auto" and summary)
