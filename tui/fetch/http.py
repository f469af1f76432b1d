"""Pages of the web: one GET, its redirects followed, its body bounded in size and time.

Importing this loads httpx2, which takes 0.1 s: import it where a request is certain.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import aclosing
from dataclasses import replace

import httpx2

from tui.fetch.client import open_client
from tui.fetch.errors import CutShortError, GoneError, NotModified, too_large
from tui.fetch.inflate import CODINGS, MAX_CODINGS, BrokenStreamError, Layers
from tui.fetch.limits import LIMITS, Limits
from tui.fetch.login import Login, taken_out
from tui.fetch.meta_refresh import refresh_target
from tui.fetch.network_errors import WRONG_LOGIN, is_gone, status_error, transport_error
from tui.fetch.network_guard import ForbiddenError, GuardedBackend, forbidden_by_name, is_private_response, proxy_for
from tui.fetch.page_types import parse_content_type, refuse_type, text_type
from tui.fetch.progress import Progress
from tui.fetch.retry_after import wait
from tui.model.page import Page, ReadingError
from tui.model.warning import Warning
from tui.system.content_types import FEED_TYPES, JSON_TYPE, XML_TYPES
from tui.text.addresses import origin
from tui.text.cleaning import clean_line, without_logins
from tui.text.http_freshness import lifetime

ACCEPT_FEEDS = ",".join((
    *FEED_TYPES[:3], f"{FEED_TYPES[3]};q=0.9", *(f"{kind};q=0.8" for kind in XML_TYPES), f"{JSON_TYPE};q=0.7",
    "text/html;q=0.6", "*/*;q=0.5",
))  # fmt: skip
ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.5"
NOWHERE = "the server leads to {}, which is no address of the web; open the page in the browser"
IN_CIRCLES = "the server sends the reader in circles; open the page in the browser"
CUT_SHORT = Warning("incomplete", "the server broke off: this is only the beginning of the page; r tries again")
# Codings that exist and were not asked for.  Another label is a server's mistake: browsers take such bytes as they are.
OTHER_CODINGS = frozenset(("br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm"))
PORTS = range(1, 65_536)
LONGEST_VALIDATOR = 4_000  # bytes
Headers = Mapping[str, str] | Mapping[bytes, bytes]


async def get_page(
    address: str,
    url: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    progress: Progress | None = None,
    bounds: Limits = LIMITS,
    feeds: bool = False,
    private: bool = True,
) -> Page:
    """The page, or feed, at an http(s) address.  Raises ReadingError; NotModified when the validators still hold.

    ``private``: it may be on this machine or its network.  A login in the address is told to its server alone, and is
    not in the page's address.
    """
    url, login = taken_out(url)
    first, address = origin(url), without_logins(address)
    headers = conditional_headers(etag, last_modified) | _authorization(login)
    guard = GuardedBackend(private=private)
    try:
        async with (
            asyncio.timeout(bounds.seconds),
            open_client(guard, bounds, ACCEPT_FEEDS if feeds else ACCEPT) as client,
        ):
            hops = hops_of(bounds)
            while True:
                async with aclosing(follow(client, guard, url, headers, hops)) as responses:
                    response = await anext(responses)
                    page = await _page(address, response, progress, bounds, feeds)
                target = refresh_target(page.body, page.url or url, response.headers.get("Refresh"))
                if target is None:
                    return replace(page, private=guard.private)
                url, headers = target, _authorization(login if origin(target) == first else None)
    except TimeoutError as error:
        raise ReadingError(
            f"the page was not complete after {bounds.seconds:.0f} seconds; try again when the line is faster"
        ) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ForbiddenError) as error:
        raise transport_error(error, bounds) from error


def hops_of(bounds: Limits) -> Iterator[int]:
    """The requests that one address may lead to, redirects of all kinds together."""
    return iter(range(bounds.redirects + 1))


async def follow(
    client: httpx2.AsyncClient,
    guard: GuardedBackend,
    url: str,
    headers: Headers,
    hops: Iterator[int],
    *,
    narrowing: bool = True,
) -> AsyncGenerator[httpx2.Response, None]:
    """Yields the one response at the end of the redirects, open for streaming.

    Redirects are followed here because httpx2 would read their bodies whole, however large; each takes one of
    ``hops``, and ReadingError is raised when none is left.
    ``narrowing``: once a public host answered, no private one is followed to; ``guard.private``
    then tells whether all of them were private.
    """
    request = client.build_request("GET", url, headers=headers)
    for _ in hops:
        await check_request(request, guard)
        response = await client.send(request, stream=True)
        try:
            if narrowing:
                guard.private = guard.private and is_private_response(response)
            following = next_request(response)
            if following is None:
                yield response
                return
            request = following
        finally:
            await response.aclose()
    raise ReadingError(IN_CIRCLES)


def next_request(response: httpx2.Response) -> httpx2.Request | None:
    """The request that a redirect leads to, None if it is none.  Raises ReadingError where it leads nowhere."""
    if response.next_request is None and response.has_redirect_location:
        raise ReadingError(NOWHERE.format(clean_line(response.headers["Location"], 80)))
    return response.next_request


async def check_request(request: httpx2.Request, guard: GuardedBackend) -> None:
    """Raises ReadingError for an address that is not to be asked, ForbiddenError for one that the guard forbids."""
    url = request.url
    if url.scheme not in ("http", "https"):
        raise ReadingError(f"the server redirects to a {clean_line(url.scheme, 20)} address, which is not opened")
    if not url.host or (url.port is not None and url.port not in PORTS):
        raise ReadingError(f"{clean_line(str(url), 80)} is no address that a server can have; check how it is written")
    if proxy_for(url) and not guard.private and await forbidden_by_name(url.host):
        raise ForbiddenError("the host is not a public one")


async def _page(
    address: str, response: httpx2.Response, progress: Progress | None, bounds: Limits, feeds: bool
) -> Page:
    if response.status_code == 304 and _asked_conditionally(response.request):
        raise NotModified(lifetime(response.headers, time.time(), response.request.headers.get("If-Modified-Since")))
    if response.status_code == httpx2.codes.UNAUTHORIZED and "Authorization" in response.request.headers:
        raise ReadingError(WRONG_LOGIN)
    if not response.is_success:
        error = status_error(response.status_code, wait(response.headers))
        raise GoneError(str(error)) if is_gone(response) else error
    media_type, charset = parse_content_type(response.headers.get("Content-Type", ""))
    refuse_type(media_type, feeds=feeds)
    body, whole = await read_body(response, progress, bounds, feeds=feeds)
    return Page(
        address,
        body,
        url=final_address(response),
        media_type=text_type(body, media_type, feeds=feeds),
        charset=charset,
        etag=validator(response, b"etag") if whole else None,  # so that the rest is asked for the next time
        last_modified=validator(response, b"last-modified") if whole else None,
        warnings=() if whole else (CUT_SHORT,),
        lifetime=lifetime(response.headers, time.time()) if whole else 0,
    )


def _authorization(login: Login | None) -> dict[bytes, bytes]:
    return {name.encode(): value.encode() for name, value in login.headers} if login else {}


def _asked_conditionally(request: httpx2.Request) -> bool:
    return "If-None-Match" in request.headers or "If-Modified-Since" in request.headers


def final_address(response: httpx2.Response) -> str:
    """The address that answered."""
    return str(response.url.copy_with(userinfo=b"", fragment=None))


async def read_body(
    response: httpx2.Response, progress: Progress | None, bounds: Limits, *, feeds: bool = False
) -> tuple[bytes, bool]:
    """The body, and whether it is all of it: what came before a connection broke is better than nothing."""
    body = bytearray()
    try:
        async for piece in stream(response, progress):
            body += piece
            if len(body) > bounds.body:
                raise too_large(bounds.body, "a feed" if feeds else "an article")
    except (httpx2.RemoteProtocolError, httpx2.ReadError, CutShortError):
        if not body.strip():
            raise
        return bytes(body), False
    return bytes(body), True


async def stream(response: httpx2.Response, progress: Progress | None = None) -> AsyncIterator[bytes]:
    """The body in bounded pieces, unpacked.  ``progress`` is told the bytes that came over the line.

    Raises ReadingError for a compression that was not asked for, and for damaged bytes; its CutShortError where the
    compressed bytes end too early.
    """
    layers = Layers(_codings(response))
    length = response.headers.get("Content-Length", "")
    total, received = int(length) if length.isdecimal() and len(length) < 16 else None, 0
    try:
        async for packed in response.aiter_raw():
            received += len(packed)
            if progress:
                progress(received, total)
            for piece in layers.feed(packed):
                yield piece
    except BrokenStreamError as error:
        raise ReadingError(f"what the server sends {error}; try again later") from error
    try:
        layers.close()
    except BrokenStreamError as error:
        raise CutShortError(f"what the server sends {error}; try again later") from error


def _codings(response: httpx2.Response) -> list[str]:
    named = [c.strip().lower() for c in response.headers.get("Content-Encoding", "").split(",") if c.strip()]
    if len(named) > MAX_CODINGS or not OTHER_CODINGS.isdisjoint(named):
        label = clean_line(", ".join(named), 60)
        raise ReadingError(f"the server compresses the page in a way that was not asked for ({label})")
    return [coding for coding in named if coding in CODINGS]


def conditional_headers(etag: str | None, last_modified: str | None) -> dict[bytes, bytes]:
    """The headers of a request that is answered in short if these validators still hold, as the server wrote them."""
    validators = {b"If-None-Match": etag, b"If-Modified-Since": last_modified}
    return {name: value.encode("latin-1", "replace") for name, value in validators.items() if value}


def validator(response: httpx2.Response, name: bytes) -> str | None:
    """The bytes of a header, each as a character: a server compares what it gets back with what it gave."""
    value = next((value for header, value in response.headers.raw if header.lower() == name), b"")
    return value.decode("latin-1") if 0 < len(value) <= LONGEST_VALIDATOR else None
