"""The calls of the Google Reader API: lists read to their end, entries, marks, subscriptions.

Importing this loads httpx2, which takes 0.1 s: import it where a request is certain.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from tui.model.page import ReadingError
from tui.model.server_feed import ServerEntry, ServerFeed, ServerLabel
from tui.sync import api_answers
from tui.sync.api_answers import BROKEN
from tui.sync.api_session import NO_SUCH_CALL, ApiError, ApiSession, Fields, session

STATE = "user/-/state/com.google/"
READING_LIST, READ, STARRED, LABEL = f"{STATE}reading-list", f"{STATE}read", f"{STATE}starred", "user/-/label/"
IDS_A_PAGE, MOST_PAGES = 10_000, 200  # 10,000 is what the strictest server gives
ITEMS_A_CALL = 200  # whose texts come in one answer, of some hundred kB
MARKS_A_CALL = 100  # that go in one request: FreshRSS takes a second or more for them
FEWEST_ITEMS = 10  # of which a server that answers 400 is taken to have none any more


class ReaderApi:
    """A server that is logged in to by itself; ``async with opened(…)`` it."""

    def __init__(self, asking: ApiSession) -> None:
        self.session = asking

    async def feeds(self) -> list[ServerFeed]:
        """All subscriptions."""
        return api_answers.subscriptions(await self.session.get("subscription/list"))

    async def unread(self) -> frozenset[str]:
        """The ids of all that is unread."""
        return await self._ids(("s", READING_LIST), ("xt", READ))

    async def starred(self) -> frozenset[str]:
        """The ids of all that is starred."""
        return await self._ids(("s", STARRED))

    async def labels(self) -> list[ServerLabel]:
        """All labels that are not called folders; [] where the server knows no labels."""
        try:
            return api_answers.labels(await self.session.get("tag/list"))
        except ApiError as error:
            if error.status in (400, *NO_SUCH_CALL):
                return []
            raise

    async def labelled(self, stream: str) -> frozenset[str] | None:
        """The ids of all that has a label; None where the server gives no list of them."""
        try:
            return await self._ids(("s", stream))
        except ApiError as error:
            if error.status in (400, 500, *NO_SUCH_CALL):
                return None
            raise

    async def entries(self, items: Sequence[str]) -> list[ServerEntry]:
        """Some entries, at most ``ITEMS_A_CALL`` of them; what the server has no more is not among them."""
        fields = [("output", "json"), *(("i", item) for item in items)]
        try:
            return api_answers.entries(api_answers.read_json(await self.session.post("stream/items/contents", fields)))
        except ApiError as error:
            if error.status != 400:
                raise
        # Miniflux: it has none of these any more.  Others may say so where it lacks one.
        if len(items) <= FEWEST_ITEMS:
            return []
        half = len(items) // 2
        return [*await self.entries(items[:half]), *await self.entries(items[half:])]

    async def mark(self, items: Sequence[str], tag: str, *, given: bool) -> None:
        """Gives entries a tag (a state or a label), or takes it away; at most ``MARKS_A_CALL`` of them."""
        await self.session.post("edit-tag", [("a" if given else "r", tag), *(("i", item) for item in items)])

    async def subscribe(self, address: str, title: str = "") -> str | None:
        """The server's name for the feed at an address, subscribed to; None where the server does not take it.

        ``title`` is for servers that want to be given one.
        """
        try:  # asked for both ways: one server reads the address from the one, another from the other
            body = await self.session.post("subscription/quickadd", [("quickadd", address)], [("quickadd", address)])
        except ApiError as error:
            if error.status in NO_SUCH_CALL:
                return await self._subscribe_by_edit(address, title)
            if error.status in (400, 422, 500):
                return None
            raise
        record = api_answers.read_json(body)
        stream = str(record.get("streamId") or "")
        if not record.get("numResults") or not stream:
            return None
        return stream if stream.startswith("feed/") else f"feed/{stream}"

    async def _subscribe_by_edit(self, address: str, title: str) -> str | None:
        """The same where there is no quickadd (CommaFeed): the new name is found by what the list has more."""
        before = {one.stream for one in await self.feeds()}
        fields = [("ac", "subscribe"), ("s", f"feed/{address}"), *([("t", title)] if title else [])]
        try:
            await self.session.post("subscription/edit", fields)
        except ApiError as error:
            if error.status in (400, 422, 500, *NO_SUCH_CALL):
                return None
            raise
        new = [one for one in await self.feeds() if one.stream not in before]
        of_address = [one.stream for one in new if one.address == address]
        return next(iter(of_address or [one.stream for one in new[:1]]), None)

    async def edit(self, stream: str, *, title: str | None, add: Sequence[str], remove: Sequence[str]) -> None:
        """Renames a feed and moves it between folders.

        One folder a request, and what it leaves first: where a feed is in one folder only, some servers see the last
        of several, and take it out of all when it is to leave any.
        """
        moves = [*(("r", LABEL + name) for name in remove), *(("a", LABEL + name) for name in add)]
        renaming = [("t", title)] if title is not None else []
        for change in [[*renaming, *moves[:1]], *([move] for move in moves[1:])]:
            await self.session.post("subscription/edit", [("ac", "edit"), ("s", stream), *change])

    async def unsubscribe(self, stream: str) -> None:
        """Ends a subscription."""
        await self.session.post("subscription/edit", [("ac", "unsubscribe"), ("s", stream)])

    async def _ids(self, *fields: tuple[str, str]) -> frozenset[str]:
        """A list of ids to its end.  What marks are given meanwhile may shift the pages: none is given before."""
        found, continuations = set[str](), set[str]()
        more: Fields = ()
        for _ in range(MOST_PAGES):
            asked = (*fields, ("n", str(IDS_A_PAGE)), *more)
            page = api_answers.id_page(await self.session.get("stream/items/ids", asked))
            found.update(page.items)
            if page.continuation is None or page.continuation in continuations:
                return frozenset(found)
            continuations.add(page.continuation)
            more = (("c", page.continuation),)
        raise ReadingError(BROKEN)


@asynccontextmanager
async def opened(base: str, user: str, password: str, auth: str = "") -> AsyncIterator[ReaderApi]:
    """A server at an address that a person gave, with what an earlier login gave."""
    async with session(base, user, password, auth) as asking:
        yield ReaderApi(asking)
