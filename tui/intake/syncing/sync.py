"""Feeds, entries and their states kept in step with a server.

    synced = await synchronise(library, progress=…)

May be cancelled, or killed, at any time: the server's lists change something only when they came whole, and what was
marked here waits until the server has said that it has it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from tui.feeds.identity import distinct, key_of, recognise
from tui.intake import feed_logins
from tui.intake.own_text import own_texts
from tui.intake.syncing.sync_labels import Suspects, bring_labels
from tui.intake.syncing.sync_outcome import Progress, Synced, silent
from tui.library.feeds.arrivals import Arrival
from tui.library.sync.accounts import NONE, Account
from tui.library.sync.outbox import WaitingMark
from tui.library.sync.synced_entries import ServerStates
from tui.library.sync.synced_feeds import FeedChange
from tui.model.entry_key import Key
from tui.model.feed import Feed
from tui.model.page import ReadingError
from tui.model.server_feed import ServerEntry, ServerFeed
from tui.sync.api_session import ApiError
from tui.sync.reader_api import ITEMS_A_CALL, LABEL, MARKS_A_CALL, READ, STARRED, ReaderApi, opened
from tui.system.background import run_detached
from tui.system.credentials import Credentials
from tui.text.addresses import host, without_login
from tui.text.amounts import duration

if TYPE_CHECKING:
    from tui.library import Library

SHORT_WAIT = 10  # seconds that a server may ask for and that are waited out
LABELS_EVERY = 60 * 60  # seconds in which one of these asks for labels: that takes a request each
LABELS_AFTER = 15 * 60  # seconds since the last sync after which one that was asked for asks for all of them
LOGIN_IS_GONE = "the password is not kept here any more; newsreader sync add {address} --user {user} asks for it"
TOO_SOON = "the server asks to be left alone; try again in {when}"
EMPTIED = "the server lists no feeds any more: those that are here stay; newsreader feeds remove ends them"
NOT_TAKEN = "the server does not take this feed; it is asked from here, as before"
T = TypeVar("T")
Labels = Literal["all", "suspects", "none"]


async def log_in(library: Library, address: str, user: str, password: str) -> tuple[Account, str]:
    """Makes the account of a server, logged in to; the account, and where the password is kept.

    Raises ReadingError, its LoginError for a wrong password.
    """
    existing = await run_detached(library.sync.account)
    async with opened(address, user, password) as api:
        await api.session.find_and_log_in()
        if existing and existing.user == user and existing.address.startswith(address):
            api.session.base = existing.address
        account = await run_detached(_add, library, api, user)
        credentials = Credentials(library.folder, account.address, user)
        await run_detached(credentials.write, password, api.session.auth)
    return account, credentials.place


def _add(library: Library, api: ReaderApi, user: str) -> Account:
    return library.sync.add(api.session.base, user, private=api.session.private)


async def synchronise(library: Library, *, only_due: bool = False, progress: Progress = silent) -> Synced:
    """Tells the server what was marked here, and brings what is new there; what came of it, an error among it.

    ``only_due``, where nobody asked for it: labels only once in a while; else those that can have changed, and all
    some time after the last sync.  Raises LibraryError where the library cannot be used, MissingError where there is no
    account.
    """
    account = await run_detached(library.sync.account)
    if account is None:
        raise ReadingError(NONE)
    synced = Synced(account.address)
    synced.feeds = len(await run_detached(library.sync.feeds_of_streams, account.id))
    progress(synced)
    try:
        await _leave_alone(account.not_before - library.clock())
        credentials = Credentials(library.folder, account.address, account.user)
        kept = await run_detached(credentials.read)
        if kept is None:
            raise ReadingError(LOGIN_IS_GONE.format(address=account.address, user=account.user))
        async with opened(account.address, account.user, *kept) as api:
            try:
                labels = _labels_to_ask_for(account, library.clock(), only_due=only_due)
                await _run(_Sync(library, account, api, synced, progress, labels))
            finally:
                synced.requests = api.session.requests
                if api.session.auth != kept[1]:
                    await run_detached(credentials.write, kept[0], api.session.auth)
    except ReadingError as error:
        synced.over = True
        after = error.retry_after if isinstance(error, ApiError) and error.retry_after else 0
        synced.error = str(error)
        await run_detached(library.sync.failed, account.id, synced.error, library.clock() + after)
        return synced
    await run_detached(library.sync.succeeded, account.id)
    synced.over = True
    return synced


def _labels_to_ask_for(account: Account, now: float, *, only_due: bool) -> Labels:
    """All in the first sync of an hour: each sync that came to its end is noted, and nothing more."""
    last = account.synced_at.timestamp() if account.synced_at else 0
    if last // LABELS_EVERY != now // LABELS_EVERY:
        return "all"
    if only_due:
        return "none"
    return "all" if now - last >= LABELS_AFTER else "suspects"


async def _leave_alone(seconds: float) -> None:
    """Waits as long as the server asked to be left alone, if that is short.  Raises ReadingError."""
    if seconds > SHORT_WAIT:
        raise ReadingError(TOO_SOON.format(when=duration(seconds)))
    await asyncio.sleep(max(seconds, 0))


async def _run(sync: _Sync) -> None:
    """Runs it, once more where the server wants a short wait first: it begins where it stopped."""
    try:
        await sync.run()
    except ApiError as error:
        if error.retry_after is None or error.retry_after > SHORT_WAIT:
            raise
        await asyncio.sleep(error.retry_after)
        await sync.run()


class _Sync:
    """One sync: what its steps share."""

    def __init__(
        self, library: Library, account: Account, api: ReaderApi, synced: Synced, progress: Progress, labels: Labels
    ) -> None:
        self._library, self._sync, self._feeds_here, self._clock = library, library.sync, library.feeds, library.clock
        self._labels, self._labels_sent = labels, set[str]()
        self._account, self._api, self._synced, self._progress = account, api, synced, progress
        self._folders: dict[str, frozenset[str]] = {}

    async def run(self) -> None:
        """Takes over feeds, sends what waits, then takes over entries, states and labels."""
        await self._feeds()
        before = await run_detached(self._sync.waiting, self._account.id)
        listed = ServerStates(await self._api.unread(), await self._api.starred())
        states = await self._send_marks(listed, before)
        known = await run_detached(self._sync.known_items, self._account.id)
        await self._entries(states, known)
        self._synced.changed += await run_detached(self._sync.apply_states, self._account.id, states)
        await self._send_marks(states, before)  # what one of several feeds that have an article said of it
        if known and self._labels != "none":  # what came now came with its labels
            await self._bring_labels(states)

    async def _bring_labels(self, states: ServerStates) -> None:
        """All of them where somebody marked anything at the server since the last sync, too."""
        folders = frozenset[str]().union(*self._folders.values())
        everything = self._labels == "all" or self._synced.changed
        suspects = None if everything else Suspects(states.unread, self._labels_sent)
        self._synced.changed += await bring_labels(self._sync, self._account.id, self._api, folders, suspects)

    async def _send_marks(self, states: ServerStates, before: Sequence[WaitingMark]) -> ServerStates:
        """Tells the server what waits; its states then.

        Not what it has already: some versions of Miniflux take that for the opposite, and mark as unread what is to
        be read and is.  Only of marks that waited ``before`` it listed its states that is sure; later ones of the kind
        wait for its next lists.
        """
        waiting = await run_detached(self._sync.waiting, self._account.id)
        sure = set(before)
        await run_detached(self._sync.sent, [one for one in waiting if states.has(one) and one in sure])
        for alike in _alike(one for one in waiting if not states.has(one)):
            for some in _parts(alike, MARKS_A_CALL):
                await self._send(some)
        return states.after(waiting)

    async def _send(self, marks: Sequence[WaitingMark]) -> None:
        """Tells the server of marks of one kind.  One that knows no labels for entries need not have them."""
        first = marks[0]
        tag = {"read": READ, "starred": STARRED}.get(first.mark, LABEL + first.name)
        try:
            await self._api.mark([one.item for one in marks], tag, given=first.value)
        except ApiError as error:
            if first.mark != "tag" or error.status in (401, 429, 502, 503, 504):
                raise
        if first.mark == "tag":
            self._labels_sent.add(first.name)
        await run_detached(self._sync.sent, marks)
        self._synced.sent += len(marks)
        self._progress(self._synced)

    async def _feeds(self) -> None:
        """The server's subscriptions taken over, ours given; asked once more where that changed something."""
        await self._take_over(await self._api.feeds())
        changes = await run_detached(self._sync.feed_changes, self._account.id)
        for change in changes:
            await self._tell(change)
        if any(change.kind == "subscribe" for change in changes):
            for change in await run_detached(self._sync.feed_changes, self._account.id):
                await self._tell(change)
        if changes:
            await self._take_over(await self._api.feeds())

    async def _take_over(self, feeds: list[ServerFeed]) -> None:
        self._folders = {one.stream: frozenset(one.labels) for one in feeds}
        if not feeds and len(await run_detached(self._sync.feeds_of_streams, self._account.id)):
            self._synced.refused.append(EMPTIED)
        before = await run_detached(feed_logins.needed, self._library)
        taken = await run_detached(self._sync.apply_list, self._account.id, feeds)
        await run_detached(feed_logins.forget_unneeded, self._library, before)
        self._synced.feeds = len(feeds)
        self._synced.added += taken.added
        self._synced.gone += taken.gone

    async def _tell(self, change: FeedChange) -> None:
        if change.kind == "subscribe":
            stream = await self._api.subscribe(without_login(change.address), change.title or "")
            await run_detached(self._sync.subscribed, self._account.id, change.feed, stream)
            if stream is None:
                self._synced.refused.append(f"{without_login(change.address)}: {NOT_TAKEN}")
                return
        elif change.kind == "edit":
            await self._api.edit(change.stream, title=change.title, add=change.add, remove=change.remove)
            await run_detached(self._sync.edited, self._account.id, change)
        else:
            await self._api.unsubscribe(change.stream)
            await run_detached(self._sync.unsubscribed, self._account.id, change.stream)
        self._synced.sent += 1

    async def _entries(self, states: ServerStates, known: set[str]) -> None:
        """What is unread or starred there and was not brought yet; each answer is kept at once."""
        missing = sorted((states.unread | states.starred) - known)  # ids grow: the oldest first, as they came
        streams = await run_detached(self._sync.feeds_of_streams, self._account.id)
        self._synced.total = len(missing)
        self._progress(self._synced)
        for some in _parts(missing, ITEMS_A_CALL):
            entries = await self._api.entries(some)
            self._synced.new += await run_detached(self._take_in, entries, streams, states)
            self._synced.fetched += len(some)
            self._progress(self._synced)

    def _take_in(self, entries: list[ServerEntry], streams: dict[str, int], states: ServerStates) -> int:
        """Takes in entries, a feed at a time; how many articles are new."""
        of_feeds: dict[int, list[ServerEntry]] = defaultdict(list)
        of_none = list[ServerEntry]()
        for one in entries:
            if one.stream in streams:
                of_feeds[streams[one.stream]].append(one)
            elif one.item in states.starred:
                of_none.append(one)
        starred = {one.item: (key_of(one.entry), one.entry) for one in of_none}
        own_text = own_texts(Feed("", entries=tuple(one.entry for one in of_none)), dict(starred.values()))
        alone = {item: (key, own_text(key)) for item, (key, _) in starred.items()}
        new = self._sync.take_in_starred(self._account.id, alone, states) if alone else 0
        for feed, having in of_feeds.items():
            keys = {one.item: key_of(one.entry) for one in having}
            labels = {one.item: set(one.labels) - self._folders.get(one.stream, frozenset()) for one in having}
            arrival = self._arrival(feed, having, [key for item, key in keys.items() if item not in states.unread])
            taken = self._sync.take_in(self._account.id, feed, arrival, keys, states, labels)
            new += len(taken.added)
        return new

    def _arrival(self, feed: int, having: list[ServerEntry], read: list[Key]) -> Arrival:
        """What the library takes in of a feed, as from a document; nothing of how it is asked changes."""
        (row,) = self._feeds_here.rows([feed])
        entries = tuple(one.entry for one in having)
        keyed = distinct(entries)
        return Arrival(
            keyed,
            recognise,
            own_texts(Feed(row.address, entries=entries), keyed),
            next_at=self._clock(),
            private=self._account.private and host(row.address) == host(self._account.address),
            read=read,
        )


def _alike(marks: Iterable[WaitingMark]) -> Iterator[list[WaitingMark]]:
    """The marks by what they say, each kind in its order."""
    kinds: dict[tuple[str, str, bool], list[WaitingMark]] = defaultdict(list)
    for one in marks:
        kinds[one.mark, one.name, one.value].append(one)
    yield from kinds.values()


def _parts(many: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (many[at : at + size] for at in range(0, len(many), size))
