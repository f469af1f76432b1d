"""An address → the feeds that stand there, or that its page leads to, each asked for and read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import NamedTuple

from tui.feeds.discovery import COMMENTS, Candidate, candidates
from tui.feeds.feed_document import IS_A_LOGIN, IS_A_PAGE, read_feed
from tui.fetch import locate, read_local
from tui.fetch.login import Login, taken_out
from tui.fetch.network_errors import WRONG_LOGIN
from tui.fetch.polite_client import Answer, PoliteClient, RefusedError, Wanted
from tui.model.feed import Feed
from tui.model.page import Page, ReadingError
from tui.system.background import run_detached
from tui.text.addresses import is_own_host

MOST_ASKED = 12  # of the feeds that a page names
NO_FEED = "no feed was found there; give the address of a feed"
LOGIN_WANTED = 401
NO_LOGIN = "the server wants a user and a password (401); give them in the address: https://NAME:PASSWORD@…"
NO_ADDRESS = "this is not a web address; a list of feeds is taken over by newsreader feeds import"


class Found(NamedTuple):
    """A feed, where it stands, the answer that it came with, and the login that this asked for."""

    address: str
    feed: Feed
    answer: Answer
    login: Login | None = None

    @property
    def newest(self) -> str:
        """The title of its newest entry, "" where it has none."""
        dated = sorted(self.feed.entries, key=lambda entry: entry.published or entry.updated or "")
        return dated[-1].title if dated else ""


async def discover(address: str) -> list[Found]:
    """The feed at an address, or those that the page there names; ReadingError where there is none."""
    url = locate(address).url
    if url is None:
        raise ReadingError(NO_ADDRESS)
    url, login = taken_out(url)
    async with PoliteClient() as client:
        asking = _Asking(client, url, login)
        answer = await asking.answer(url)
        assert answer.page
        try:
            return [await asking.read(url, answer, answer.page)]
        except ReadingError as error:
            if str(error) not in (IS_A_PAGE, IS_A_LOGIN):
                raise
            page = error
        found = await run_detached(candidates, answer.page)
        try:
            return _distinct(await _first_that_are_feeds(asking, found))
        except ReadingError as none:
            raise (page if str(page) == IS_A_LOGIN else none) from None


async def find(address: str) -> list[Found]:
    """As ``discover``; of a file the feed in it, which is subscribed to where it says that it stands."""
    if address == "-" or locate(address).url is not None:
        return await discover(address)
    page = await run_detached(read_local, address, feeds=True)
    feed = await run_detached(read_feed, page)
    return [Found(feed.self_address or address, feed, Answer(page))]


class _Asking(NamedTuple):
    """Who asks: with the login that was given for the host of the address, which no other host is told."""

    client: PoliteClient
    given: str
    login: Login | None

    async def tried(self, address: str) -> Found | None:
        """The feed at an address, if one is to be had there."""
        try:
            answer = await self.answer(address)
            assert answer.page
            return await self.read(address, answer, answer.page)
        except ReadingError:
            return None

    async def answer(self, address: str) -> Answer:
        """What an address answers.  Raises ReadingError."""
        login = self._login_for(address)
        headers = login.headers if login else ()
        try:
            return await self.client.get(Wanted(address, private=True, feeds=True, headers=headers))
        except RefusedError as error:
            if error.status != LOGIN_WANTED:
                raise
            raise ReadingError(WRONG_LOGIN if login else NO_LOGIN) from error

    async def read(self, address: str, answer: Answer, page: Page) -> Found:
        """The feed that an address has answered with.  Raises ReadingError where that is none."""
        there, login = taken_out(answer.moved_to or address)
        return Found(there, await run_detached(read_feed, page), answer, login or self._login_for(there))

    def _login_for(self, address: str) -> Login | None:
        return self.login if is_own_host(self.given, address) else None


async def _first_that_are_feeds(asking: _Asking, found: Iterable[Candidate]) -> list[Found]:
    """The feeds among the surest addresses; where there are none, among the next."""
    by_reason: dict[str, list[str]] = {}
    for candidate in found:
        if not COMMENTS.search(candidate.title) and "/comments" not in candidate.address:
            by_reason.setdefault(candidate.reason, []).append(candidate.address)
    for reason in ("site", "named", "linked"):
        addresses = by_reason.get(reason, [])[:MOST_ASKED]
        feeds = [one for one in await asyncio.gather(*(asking.tried(a) for a in addresses)) if one]
        if feeds:
            return feeds
    for address in by_reason.get("guessed", [])[:MOST_ASKED]:  # one by one: most of them do not exist
        if one := await asking.tried(address):
            return [one]
    raise ReadingError(NO_FEED)


def _distinct(feeds: list[Found]) -> list[Found]:
    """Each feed once: the same entries as RSS and as Atom are one."""
    kept: dict[frozenset[str], Found] = {}
    for number, one in enumerate(feeds):
        links = frozenset(entry.url for entry in one.feed.entries if entry.url) or frozenset((str(number),))
        kept.setdefault(links, one)
    return list(kept.values())
