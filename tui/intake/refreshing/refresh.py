"""Feeds asked for what is new, many at once, and what came taken into the library.

    report = await refresh(library, progress=…)

May be cancelled at any time: each feed is taken in whole or not at all.  A feed that fails changes nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from http.cookiejar import LoadError, MozillaCookieJar
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.feeds.schedule import Wishes, next_time, time_after_error
from tui.fetch.login import Headers
from tui.intake import feed_logins
from tui.intake.group_commit import GroupCommit
from tui.intake.refreshing import feed_documents
from tui.intake.refreshing.document_readers import DocumentReaders
from tui.intake.refreshing.feed_documents import Document
from tui.intake.syncing.sync_due import is_to_be_synced
from tui.intake.syncing.sync_outcome import Synced
from tui.library.feeds.asking import Answered, Asked
from tui.library.feeds.feed_settings import FeedSettings
from tui.library.library_errors import UNUSABLE
from tui.model import faults
from tui.model.page import ReadingError
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules
from tui.text.addresses import is_own_host, without_login
from tui.text.http_freshness import max_age

if TYPE_CHECKING:
    from tui.feeds import identity
    from tui.fetch import polite_client
    from tui.fetch.polite_client import Answer, PoliteClient, Wanted
    from tui.intake.syncing import sync
    from tui.library import Library
    from tui.library.feeds import arrivals
    from tui.library.feeds.arrivals import Arrival, Taken
else:  # for documents, of which most refreshes bring few, and for a server, which few have
    (identity,) = lazy_modules("tui.feeds", "identity")
    (polite_client,) = lazy_modules("tui.fetch", "polite_client")
    (sync,) = lazy_modules("tui.intake.syncing", "sync")
    (arrivals,) = lazy_modules("tui.library.feeds", "arrivals")

GONE = "the feed was removed from the server (410) and is asked no more; unsubscribe, or find its new address"
LOGIN = "the server wants a login (401); set login, cookies_from or headers for this feed, or unsubscribe"
SAID_OF_FEEDS = {410: GONE, 401: LOGIN}  # statuses of which a page's reader is told something else
# In one transaction, for which others who write wait: some tenth of a second.
ENTRIES_TOGETHER, FEEDS_TOGETHER = 300, 500
CLIENT = "tui.fetch.polite_client"  # takes a fifth of a second to load
NOTHING_WAS_LOST = "this feed could not be read ({})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one feed: new and unread articles, how many changed, or the one line why it could not be had."""

    feed: Asked
    new: tuple[int, ...] = ()
    changed: int = 0
    unchanged: bool = False
    error: str | None = None


@dataclass(slots=True)
class Refreshed:
    """How far a refresh is, and what came of it: ``asked`` of ``total`` feeds, ``new`` articles.

    ``synced`` is what came of the server that keeps feeds in step, whose feeds are counted as asked; None where there
    is none or it was not asked.
    """

    total: int = 0
    asked: int = 0
    unchanged: int = 0
    new: int = 0
    failed: list[Outcome] = field(default_factory=list)
    synced: Synced | None = None

    @property
    def server_failures(self) -> list[str]:
        """The lines that say what of the sync failed, if anything did."""
        return self.synced.failures if self.synced else []


Progress = Callable[[Refreshed, Outcome | None], None]


def silent(_refreshed: Refreshed, _outcome: Outcome | None) -> None:
    """Says nothing."""


async def refresh(
    library: Library,
    feeds: Collection[int] | None = None,
    *,
    only_due: bool = False,
    beside_screen: bool = False,
    progress: Progress = silent,
) -> Refreshed:
    """Asks all feeds or these, ``only_due`` those whose time has come; what came of it.

    ``beside_screen`` leaves what can be done in other processes to them, which takes a little longer.

    Those that a server keeps in step come from it; it is asked first, and once for all of them.  ``progress`` is told
    how far it is after each feed, with what came of that one; at first with None.  Raises LibraryError where the
    library cannot be written: that is no fault of a feed's.
    """
    refreshed = Refreshed()

    def note_synced(synced: Synced) -> None:
        refreshed.synced = synced
        progress(refreshed, None)

    if await run_detached(is_to_be_synced, library, feeds, only_due=only_due):
        synced = refreshed.synced = await sync.synchronise(library, only_due=only_due, progress=note_synced)
        refreshed.total = refreshed.asked = synced.feeds
        refreshed.new = synced.new
    asked = await run_detached(library.entries.due, feeds, only_due=only_due)
    refreshed.total += len(asked)
    progress(refreshed, None)
    if not asked:
        return refreshed
    async with DocumentReaders(beside_screen=beside_screen) as readers:
        readers.expect(sum(feed.etag is None and feed.last_modified is None for feed in asked))
        await run_detached(import_module, CLIENT)  # while the other processes start
        async with polite_client.PoliteClient() as client, tasks() as group:
            asking = _Asking(library, client, readers)
            for feed in asked:
                group.create_task(_count(asking.ask(feed), refreshed, progress))
            group.create_task(readers.make_ready())
    return refreshed


@asynccontextmanager
async def tasks() -> AsyncIterator[asyncio.TaskGroup]:
    """A group of tasks; what the first of them that fails raises comes out by itself."""
    try:
        async with asyncio.TaskGroup() as group:
            yield group
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from None


async def _count(asking: Any, refreshed: Refreshed, progress: Progress) -> None:
    outcome: Outcome = await asking
    refreshed.asked += 1
    refreshed.unchanged += outcome.unchanged
    refreshed.new += len(outcome.new)
    if outcome.error is not None:
        refreshed.failed.append(outcome)
    progress(refreshed, outcome)


class _Arrived(NamedTuple):
    """A document that waits to be written."""

    feed: Asked
    answer: Answer
    document: Document


class _Asking:
    """One refresh: what its feeds share."""

    def __init__(self, library: Library, client: PoliteClient, readers: DocumentReaders) -> None:
        self._library, self._client, self._readers = library, client, readers
        noting = asyncio.Lock()
        self._arrived = GroupCommit(
            self._write_arrived, readers.taking_in, ENTRIES_TOGETHER, _entries_of, self._more_will_arrive
        )
        self._has_arrived = False
        self._unchanged = GroupCommit(self._write_unchanged, lambda: noting, FEEDS_TOGETHER)

    async def ask(self, feed: Asked) -> Outcome:
        """Asks one feed and takes in what came."""
        try:
            if without_login(feed.address) != feed.address:
                feed = await run_detached(feed_logins.with_plain_address, self._library, feed)
            answer = await self._client.get(await wanted(self._library, feed))
            if answer.moved_to and feed.settings.login:
                return await self._moved(feed, answer, answer.moved_to)
            return await self._taken_in(feed, answer)
        except UNUSABLE:
            raise
        except ReadingError as error:
            return await run_detached(self._note_failure, feed, error)
        except Exception as error:  # noqa: BLE001 - one feed's fault must not cost the others
            faults.report(error, f"refreshing {feed.address}")
            return await run_detached(
                self._note_failure, feed, ReadingError(NOTHING_WAS_LOST.format(type(error).__name__))
            )

    async def _moved(self, feed: Asked, answer: Answer, address: str) -> Outcome:
        """Takes in what came of a feed that has another address from now on, where its login goes along."""
        before = await run_detached(feed_logins.needed, self._library)
        await run_detached(feed_logins.carry_over, self._library, feed, address)
        outcome = await self._taken_in(feed, answer)
        await run_detached(feed_logins.forget_unneeded, self._library, before)
        return outcome

    async def _taken_in(self, feed: Asked, answer: Answer) -> Outcome:
        if answer.page is None:
            await self._unchanged.put((feed, answer))
            return Outcome(feed, unchanged=True)
        try:
            document = await self._readers.read(answer.page, partial(self._library.entries.known_keys, feed.id))
        finally:
            self._arrived.flush()
        taken = await self._arrived.put(_Arrived(feed, answer, document))
        self._has_arrived = True
        return Outcome(feed, taken.new, taken.changed)

    def _more_will_arrive(self) -> bool:
        """Whether documents wait to be read; the first that are written wait for none, as one waits for them."""
        return self._has_arrived and self._readers.are_busy

    def _write_arrived(self, arrived: Sequence[_Arrived]) -> list[Taken | Exception]:
        now = self._library.clock()
        return self._library.entries.take_in_together([(one.feed.id, arrival_of(*one, now)) for one in arrived])

    def _write_unchanged(self, answered: Sequence[tuple[Asked, Answer]]) -> list[None]:
        now = self._library.clock()
        self._library.entries.unchanged([_unchanged_until(feed, answer, now) for feed, answer in answered])
        return [None] * len(answered)

    def _note_failure(self, feed: Asked, error: ReadingError) -> Outcome:
        now, status, after = self._library.clock(), getattr(error, "status", 0), getattr(error, "retry_after", None)
        not_before = 0.0 if after is None else now + after
        following = time_after_error(now, feed.errors + 1, not_before or None)
        gone = status == 410
        why = SAID_OF_FEEDS.get(status, str(error))
        self._library.entries.failed(feed.id, why, next_at=following, not_before=min(not_before, following), gone=gone)
        return Outcome(feed, error=why)


def _entries_of(arrived: _Arrived) -> int:
    return len(arrived.document.keys)


def _unchanged_until(feed: Asked, answer: Answer, now: float) -> Answered:
    return Answered(feed.id, next_time(now, _wishes(feed, feed.rhythm, answer, now)), answer.moved_to)


def arrival_of(feed: Asked, answer: Answer, document: Document, now: float) -> Arrival:
    """What the library takes in of an answer and the document in it."""
    page = answer.page
    assert page
    return arrivals.Arrival(
        document.keys,
        identity.recognise,
        document.own_text,
        title=document.title,
        site=document.site,
        etag=page.etag,
        last_modified=page.last_modified,
        digest=document.digest,
        rhythm=document.rhythm,
        next_at=next_time(now, _wishes(feed, document.rhythm, answer, now)),
        moved_to=answer.moved_to,
        private=page.private,
    )


async def wanted(library: Library, feed: Asked) -> Wanted:
    """The request for a feed: validators as they came, and what is set for it."""
    headers, cookies = await own_headers(library, feed.settings, feed.address, feed.address)
    return polite_client.Wanted(
        feed.address, feed.etag, feed.last_modified, feed.private, feeds=True, headers=headers, cookies=cookies
    )


async def own_headers(
    library: Library, settings: FeedSettings, feed: str, address: str
) -> tuple[Headers, MozillaCookieJar | None]:
    """What is set for a feed, by its address, and goes with a request for it or for a page that it leads to.

    Only the feed's own host is told the headers and the login; a cookie says itself to whom it goes.  Raises
    ReadingError for a cookie file that cannot be read.
    """
    cookies = await run_detached(_cookies, settings.cookies_from) if settings.cookies_from else None
    if not is_own_host(feed, address):
        return (), cookies
    agent = (("User-Agent", settings.user_agent),) if settings.user_agent else ()
    login = await run_detached(feed_logins.headers_for, library, feed, settings.login) if settings.login else ()
    return (*login, *agent, *settings.headers), cookies


def _cookies(file: str) -> MozillaCookieJar:
    jar = MozillaCookieJar(file)
    try:
        jar.load(ignore_discard=True, ignore_expires=True)
    except (OSError, LoadError, ValueError) as error:
        raise ReadingError("the file that cookies_from names is no cookie file in Netscape's format") from error
    for cookie in jar:
        cookie.expires = cookie.expires or None  # browsers' exports write 0 for what lasts as long as the session
    return jar


def _wishes(feed: Asked, rhythm: str | None, answer: Answer, now: float) -> Wishes:
    known = feed_documents.known_rhythm(rhythm)
    return Wishes(
        ttl=known.ttl,
        skip_hours=known.skip_hours,
        skip_days=known.skip_days,
        max_age=max_age(answer.cache_control, answer.expires, answer.date, now),
        interval=feed.settings.interval,
        published=known.published,
    )
