"""Many addresses asked at once over few connections: 32 in all, two a host, each answer with what it says of itself.

Importing this loads httpx2, which takes 0.1 s: import it where a request is certain.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from urllib.request import Request

import httpx2

from tui.fetch.client import open_client
from tui.fetch.http import (
    ACCEPT,
    ACCEPT_FEEDS,
    CUT_SHORT,
    IN_CIRCLES,
    check_request,
    conditional_headers,
    final_address,
    hops_of,
    next_request,
    read_body,
    validator,
)
from tui.fetch.limits import LIMITS, Limits
from tui.fetch.meta_refresh import refresh_target
from tui.fetch.network_errors import is_gone, status_error, transport_error
from tui.fetch.network_guard import ForbiddenError, GuardedBackend, is_private_response
from tui.fetch.page_types import parse_content_type, refuse_type, text_type
from tui.fetch.retry_after import wait
from tui.model.page import Page, ReadingError
from tui.text.addresses import is_own_host
from tui.text.http_freshness import lifetime

AT_ONCE, A_HOST = 32, 2  # requests
PERMANENT = (301, 308)
NOT_MODIFIED = 304


class RefusedError(ReadingError):
    """The server gave a status and no page; ``retry_after`` is in seconds, None when it does not say.

    ``gone``: the page is there no more, and a web archive may have it.
    """

    def __init__(self, message: str, status: int, retry_after: float | None, *, gone: bool = False) -> None:
        super().__init__(message)
        self.status, self.retry_after, self.gone = status, retry_after, gone


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to be asked.

    ``private``: it may be one of this machine or its network, and lead on to such.  ``feeds``: it is that of a feed.
    ``headers`` and ``cookies`` go to its own host alone.
    """

    address: str
    etag: str | None = None
    last_modified: str | None = None
    private: bool = False
    feeds: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    cookies: CookieJar | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: ``page`` is None where nothing has changed.

    ``moved_to`` is the address that permanent redirects led to before any other, None if there were none.
    ``cache_control``, ``expires`` and ``date`` are the headers that say how long it is fresh.  ``private``: it came
    from this machine or its network.
    """

    page: Page | None
    moved_to: str | None = None
    cache_control: str | None = None
    expires: str | None = None
    date: str | None = None
    private: bool = False


class PoliteClient:
    """Asks; ``async with`` it.  Cancelling a call gives up its request."""

    def __init__(self) -> None:
        self._bounds = replace(LIMITS, at_once=AT_ONCE)
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._hosts: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(A_HOST))
        self._ways = {private: _Way(self._bounds, private=private) for private in (False, True)}

    async def __aenter__(self) -> PoliteClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for way in self._ways.values():
            await way.close()

    async def get(self, wanted: Wanted) -> Answer:
        """What an address answers.  Raises ReadingError, RefusedError for a status that is none of success."""
        try:
            return await self._followed(wanted)
        except TimeoutError as error:
            seconds = self._bounds.seconds
            raise ReadingError(f"it was not complete after {seconds:.0f} seconds; try again later") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ForbiddenError) as error:
            raise transport_error(error, self._bounds) from error

    async def _followed(self, wanted: Wanted) -> Answer:
        """Goes where redirects lead, a page's own among them; from a public host to no private one."""
        first = url = settled = httpx2.URL(wanted.address)
        private, permanent = wanted.private, True
        headers = conditional_headers(wanted.etag, wanted.last_modified)
        for _ in hops_of(self._bounds):
            given = dict(headers)
            if is_own_host(wanted.address, str(url)):
                given |= _own_headers(wanted, url)
            step = await self._step(url, wanted, given, private=private, conditional=len(headers) > 0)
            private = private and step.private
            if step.target is None and step.answer is not None:
                return replace(step.answer, moved_to=None if settled == first else str(settled))
            assert step.target is not None
            url, permanent = step.target, permanent and step.permanent
            settled = url if permanent else settled
        raise ReadingError(IN_CIRCLES)

    async def _step(
        self, url: httpx2.URL, wanted: Wanted, headers: dict[bytes, bytes], *, private: bool, conditional: bool
    ) -> _Step:
        """One request of the way, while no more than two go to its host."""
        way = self._ways[private]
        accept = {b"Accept": (ACCEPT_FEEDS if wanted.feeds else ACCEPT).encode()}
        request = way.client.build_request("GET", url, headers=accept | headers)
        async with (
            self._hosts[url.netloc.decode("ascii")],
            self._gate,
            asyncio.timeout(self._bounds.seconds),
        ):
            await check_request(request, way.guard)
            response = await way.client.send(request, stream=True)
            try:
                return await self._taken(response, wanted, conditional=conditional)
            finally:
                await response.aclose()

    async def _taken(self, response: httpx2.Response, wanted: Wanted, *, conditional: bool) -> _Step:
        private = is_private_response(response)
        if following := next_request(response):
            return _Step(private, following.url, response.status_code in PERMANENT)
        answer = Answer(
            None,
            cache_control=response.headers.get("Cache-Control"),
            expires=response.headers.get("Expires"),
            date=response.headers.get("Date"),
            private=private,
        )
        if response.status_code == NOT_MODIFIED and conditional:
            return _Step(private, None, True, answer)
        if not response.is_success:
            after = wait(response.headers)
            error = status_error(response.status_code, after)
            raise RefusedError(str(error), response.status_code, after, gone=is_gone(response))
        page = await self._page(response, wanted, private=private)
        sent_on = response.headers.get("Refresh")
        target = None if wanted.feeds else refresh_target(page.body, page.url or "", sent_on)
        if target is not None:
            return _Step(private, httpx2.URL(target), False)
        return _Step(private, None, True, replace(answer, page=page))

    async def _page(self, response: httpx2.Response, wanted: Wanted, *, private: bool) -> Page:
        media_type, charset = parse_content_type(response.headers.get("Content-Type", ""))
        refuse_type(media_type, feeds=wanted.feeds)
        body, whole = await read_body(response, None, self._bounds, feeds=wanted.feeds)
        if not whole and wanted.feeds:
            raise ReadingError("the server broke off before the feed was whole; try again later")
        return Page(
            wanted.address,
            body,
            url=final_address(response),
            media_type=media_type if wanted.feeds else text_type(body, media_type),  # feeds are judged by their reader
            charset=charset,
            etag=validator(response, b"etag") if whole else None,
            last_modified=validator(response, b"last-modified") if whole else None,
            warnings=() if whole else (CUT_SHORT,),
            lifetime=lifetime(response.headers, time.time()) if whole else 0,
            private=private,
        )


@dataclass(frozen=True, slots=True)
class _Step:
    """Where one request led: on to ``target``, or to the answer."""

    private: bool
    target: httpx2.URL | None
    permanent: bool
    answer: Answer | None = None


class _Way:
    """A client and its guard; made when it is needed first."""

    def __init__(self, bounds: Limits, *, private: bool) -> None:
        self._bounds, self.guard = bounds, GuardedBackend(private=private)
        self._client: httpx2.AsyncClient | None = None

    @property
    def client(self) -> httpx2.AsyncClient:
        if self._client is None:
            self._client = open_client(self.guard, self._bounds, ACCEPT)
            self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # nobody is followed by them
        return self._client

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()


def _own_headers(wanted: Wanted, url: httpx2.URL) -> dict[bytes, bytes]:
    """What goes to the address's own host alone."""
    own = (*_cookies(wanted.cookies, str(url)), *wanted.headers)
    return {name.encode("latin-1", "replace"): value.encode("utf-8") for name, value in own}


def _cookies(jar: CookieJar | None, url: str) -> list[tuple[str, str]]:
    """The header with the cookies that the jar has for an address."""
    if jar is None:
        return []
    request = Request(url)  # noqa: S310 - only asked which cookies are for it
    jar.add_cookie_header(request)
    cookie = request.get_header("Cookie")
    return [("Cookie", cookie)] if cookie else []
