"""Feeds as the app and the command ask for them: subscriptions, and the entries that they bring."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from tui.library.work_report import Stopped, never
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from datetime import datetime

    from tui.library.articles import own_texts
    from tui.library.articles.marks import Undo
    from tui.library.feeds import (
        arrivals,
        asking,
        entries,
        feed_rows,
        feed_settings,
        folders,
        mute_rules,
        prefetch_queue,
        retention,
        saved_searches,
        subscriptions,
    )
    from tui.library.feeds.arrivals import Arrival, Taken
    from tui.library.feeds.asking import Answered, Asked
    from tui.library.feeds.feed_rows import FeedRow, FolderRow, ListedFeed
    from tui.library.feeds.feed_settings import FeedSettings
    from tui.library.feeds.mute_rules import MuteRule
    from tui.library.feeds.prefetch_queue import Converted, Waiting
    from tui.library.feeds.retention import Swept
    from tui.library.feeds.saved_searches import SavedSearchRow
    from tui.library.feeds.subscriptions import Scope
    from tui.library.store.connection import Connections
    from tui.model.article import Article
    from tui.model.entry_key import Key
    from tui.model.subscription import Subscription
else:
    arrivals, asking, entries, feed_rows, feed_settings, folders, mute_rules = lazy_modules(
        "tui.library.feeds", "arrivals asking entries feed_rows feed_settings folders mute_rules"
    )
    prefetch_queue, retention, saved_searches, subscriptions = lazy_modules(
        "tui.library.feeds", "prefetch_queue retention saved_searches subscriptions"
    )
    (own_texts,) = lazy_modules("tui.library.articles", "own_texts")


class Feeds:
    """What is subscribed to, and how it is read."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def subscribe(self, wanted: Subscription | Iterable[Subscription]) -> list[int]:
        """Subscribes to a feed or many; the numbers.  What is there already gains folders and tags."""
        return subscriptions.subscribe(self._connections, wanted, self._clock())

    def unknown(self, wanted: Iterable[Subscription]) -> set[str]:
        """The addresses of what is not subscribed to yet, each feed once."""
        return subscriptions.unknown(self._connections, wanted)

    def unsubscribe(self, feed: int) -> int:
        """Ends a subscription; how many articles went that nobody touched and no other feed has."""
        return retention.unsubscribe(self._connections, feed, self._clock())

    def rows(self, feeds: Iterable[int] | None = None) -> list[FeedRow]:
        """The feeds by title with their counts, errors and settings; by default all."""
        return feed_rows.all_rows(self._connections, feeds)

    def listed(self) -> list[ListedFeed]:
        """The feeds by title as the sections show them, quicker than their rows."""
        return feed_rows.listed(self._connections)

    def any(self) -> bool:
        """Whether there is any."""
        with self._connections.reading() as db:
            return db.execute("SELECT 1 FROM feed LIMIT 1").fetchone() is not None

    def folders(self) -> list[FolderRow]:
        """The folders by path, with the feeds in each and how much of them is unread."""
        return feed_rows.folder_rows(self._connections)

    def find(self, spec: str) -> Scope:
        """What a number, an address or ``folder:NAME`` means.  Raises MissingError."""
        return subscriptions.find(self._connections, spec)

    def in_folder(self, path: tuple[str, ...]) -> Scope:
        """The feeds of the folder at a path and of those below it; of none where there is no such folder."""
        return subscriptions.in_folder(self._connections, path)

    def rename(self, feed: int, name: str) -> None:
        """Gives a feed a name of one's own; "" takes it away."""
        subscriptions.rename(self._connections, feed, name)

    def readdress(self, feed: int, address: str) -> None:
        """Has a feed asked at another address; the one before leads to it still."""
        subscriptions.readdress(self._connections, feed, address)

    def move(self, feed: int, paths: Sequence[tuple[str, ...]]) -> None:
        """Puts a feed into these folders, paths of names, and out of all others."""
        subscriptions.move(self._connections, feed, paths)

    def move_folder(self, path: tuple[str, ...], to: tuple[str, ...]) -> None:
        """Gives a folder another path, with all that is in it; it joins the folder that is there, if there is one."""
        folders.move(self._connections, path, to)

    def remove_folder(self, path: tuple[str, ...]) -> None:
        """Forgets a folder and those in it; their feeds stay."""
        folders.remove(self._connections, path, self._clock())

    def set(self, scope: Scope | None, name: str, value: str) -> None:
        """Sets a value for feeds, a folder or (None) all; "" sets it no longer.  LibraryError for what it cannot be."""
        stored = feed_settings.stored_value(name, value)
        with self._connections.writing() as db:
            for feed, folder in _places(scope):
                feed_settings.put(db, feed, folder, name, stored)

    def settings_of_all(self) -> FeedSettings:
        """What holds for a feed of which nothing else is set."""
        return self.settings_of(None)

    def settings_of(self, scope: Scope | None) -> FeedSettings:
        """What holds for all feeds, or for those of a folder, of which nothing else is set."""
        return feed_settings.resolved(self.own_settings(None) | self.own_settings(scope))

    def own_settings(self, scope: Scope | None) -> dict[str, str]:
        """What is set for one feed, a folder or (None) all by itself, as stored."""
        places = _places(scope)
        if not places:  # a folder that is gone
            return {}
        with self._connections.reading() as db:
            return feed_settings.own(db, *places[0])

    def passing(self, feed: int) -> int:
        """How many articles would go with a subscription: nobody touched them, and no other feed has them."""
        return len(retention.passing(self._connections, feed))

    def mark_read(self, scope: Scope | None = None, last: int | None = None) -> Undo:
        """Marks the articles of feeds, a folder or all read, only up to the one numbered ``last`` if it is given."""
        feeds = None if scope is None else scope.feeds
        return entries.mark_read(self._connections, feeds, last, self._clock())

    def titles_of(self, articles: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The names of the feeds that have each of these articles."""
        return entries.titles_of(self._connections, articles)

    def take_apart(self, article: int) -> list[int]:
        """Gives each feed a row of its own for an article that several have, for good; the new rows."""
        return entries.take_apart(self._connections, article, self._clock())

    def searches(self) -> list[SavedSearchRow]:
        """The saved searches."""
        return saved_searches.searches(self._connections)

    def save_search(self, name: str, query: str) -> int:
        """Keeps a search under a name; its number."""
        return saved_searches.save(self._connections, name, query)

    def forget_search(self, number: int) -> None:
        """Forgets a saved search."""
        saved_searches.forget(self._connections, number)

    def mute_rules(self) -> list[MuteRule]:
        """The mute rules; what they hide is listed by ``View("muted")``."""
        return mute_rules.rules(self._connections)

    def mute(self, query: str, scope: Scope | None = None, until: datetime | None = None) -> list[int]:
        """Hides what a search finds now and later, in feeds, a folder or all; the numbers of the rules."""
        return [mute_rules.add(self._connections, query, feed, folder, until) for feed, folder in _places(scope)]

    def unmute(self, rule: int) -> None:
        """Forgets a rule; what no other hides is seen again."""
        mute_rules.remove(self._connections, rule, self._clock())


def _places(scope: Scope | None) -> list[tuple[int | None, int | None]]:
    """The feeds and folders that something is set for: (None, None) stands for all."""
    if scope is None:
        return [(None, None)]
    return [(None, scope.folder)] if scope.folder is not None else [(feed, None) for feed in scope.feeds]


class Entries:
    """What feeds bring: how a refresh asks for it, takes it in, and makes it whole."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def due(self, feeds: Collection[int] | None = None, *, only_due: bool = False) -> list[Asked]:
        """The feeds to be asked now: all or these, ``only_due`` those whose time has come."""
        mute_rules.end_expired(self._connections, self._clock())
        return asking.due(self._connections, self._clock(), feeds=feeds, only_due=only_due)

    def take_in(self, feed: int, arrival: Arrival) -> Taken:
        """Takes in a feed's document, whole or not at all."""
        return arrivals.take_in(self._connections, feed, arrival, self._clock())

    def take_in_together(self, came: Sequence[tuple[int, Arrival]]) -> list[Taken | Exception]:
        """Takes in documents of several feeds, each whole or not at all; what came of each, or why it could not be."""
        return arrivals.take_in_together(self._connections, came, self._clock())

    def unchanged(self, feeds: Iterable[Answered]) -> None:
        """Notes of feeds that answered that there is nothing new."""
        asking.unchanged(self._connections, feeds, self._clock())

    def failed(self, feed: int, why: str, *, next_at: float, not_before: float = 0, gone: bool = False) -> None:
        """Notes why a feed could not be had; nothing else of it changes."""
        asking.failed(self._connections, feed, why, self._clock(), next_at=next_at, not_before=not_before, gone=gone)

    def sweep(self, *, stopped: Stopped = never) -> Swept:
        """Removes what its time is over for and nobody touched; says so once, a day before the first time."""
        return retention.sweep(self._connections, self._clock(), stopped=stopped)

    def waiting(self, feeds: Collection[int] | None = None) -> list[Waiting]:
        """What is to be fetched whole or converted, the newest first."""
        return prefetch_queue.waiting(self._connections, self._clock(), feeds)

    def queue_again(self, feeds: Collection[int]) -> int:
        """Has what is here already fetched as the settings of these feeds ask for now; how many articles wait."""
        return prefetch_queue.queue_again(self._connections, feeds)

    def queue_saved(self) -> int:
        """Has fetched what was kept by its address alone; how many articles these are."""
        return prefetch_queue.queue_saved(self._connections)

    def has_page(
        self,
        number: int,
        article: Article,
        *,
        pictures: bool,
        etag: str | None = None,
        last_modified: str | None = None,
        lifetime: int = 0,
    ) -> None:
        """Puts the article of its page in the place of what a feed has of it; ``pictures``: these are next.

        ``lifetime``: seconds in which the page need not be asked again.
        """
        prefetch_queue.has_page(
            self._connections,
            number,
            article,
            self._clock(),
            etag=etag,
            last_modified=last_modified,
            lifetime=lifetime,
            pictures=pictures,
        )

    def known_keys(self, feed: int) -> list[Key]:
        """The keys of the entries that a feed has had."""
        with self._connections.reading() as db:
            return [entry.key for entry in arrivals.known_keys(db, feed)]

    def own_text(self, number: int) -> str | None:
        """What the article is to be converted from, as ``OwnText.of`` was given it; None if it is converted."""
        return own_texts.own_text(self._connections, number)

    def has_own_text(self, number: int, article: Article, *, pictures: bool) -> None:
        """Puts what a feed has of an article, converted, in the place of its plain text."""
        (error,) = self.have_own_texts([prefetch_queue.Converted(number, article, pictures)])
        if error is not None:
            raise error

    def have_own_texts(self, converted: Sequence[Converted]) -> list[Exception | None]:
        """Puts what feeds have of articles in the place of their plain texts, together; what was raised for each."""
        return prefetch_queue.have_own_texts(self._connections, converted, self._clock())

    def drop_own_text(self, number: int) -> None:
        """Leaves an article its plain text."""
        own_texts.drop_own_text(self._connections, number)

    def queue_pictures(self, number: int) -> None:
        """Has the pictures of an article fetched that are being gathered, unless that comes to its end before."""
        prefetch_queue.queue_pictures(self._connections, number, self._clock())

    def pictures_done(self, number: int) -> None:
        """The pictures of an article were asked for."""
        prefetch_queue.pictures_done(self._connections, number)

    def not_fetched(self, number: int, why: str, next_at: float | None) -> None:
        """Notes why a page could not be fetched, and when to try again (None: not by itself)."""
        prefetch_queue.failed(self._connections, number, why, next_at)

    def why_not_whole(self, number: int) -> str | None:
        """Why the page of an article could not be fetched, if it could not."""
        return prefetch_queue.note(self._connections, number)

    def done(self, number: int) -> None:
        """Nothing more of an article is waited for."""
        prefetch_queue.done(self._connections, number)
