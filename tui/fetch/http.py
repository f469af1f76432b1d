"""Pages of the web: one GET, its redirects followed, its body bounded in size and time.

Importing this loads httpx2, which takes 0.1 s: import it where a request is certain.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import replace

import httpx2

from tui.fetch import http_client
from tui.fetch.errors import NotModified, too_large
from tui.fetch.inflate import CODINGS, MAX_CODINGS, BrokenError, Layers
from tui.fetch.limits import LIMITS, Limits
from tui.fetch.network_errors import status_error, transport_error
from tui.fetch.page_types import parse_content_type, refuse_type, text_type
from tui.model.page import Page, ReadingError
from tui.text.cleaning import clean_line

ACCEPT_FEEDS = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml;q=0.9,application/xml;q=0.8,"
    "text/xml;q=0.8,application/json;q=0.7,text/html;q=0.6,*/*;q=0.5"
)
ACCEPT = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.5"
Progress = Callable[[int, int | None], None]


async def get_page(
    address: str,
    url: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    progress: Progress | None = None,
    bounds: Limits = LIMITS,
    feeds: bool = False,
) -> Page:
    """The page, or feed, at an http(s) address.  Raises ReadingError; NotModified when the validators still hold."""
    validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {name: value for name, value in validators.items() if value}
    doorkeeper = http_client.GuardedBackend(private=True)
    try:
        async with (
            asyncio.timeout(bounds.seconds),
            http_client.open_client(doorkeeper, bounds, ACCEPT_FEEDS if feeds else ACCEPT) as client,
            aclosing(follow(client, doorkeeper, url, headers, bounds)) as responses,
        ):
            async for response in responses:
                page = await _page(address, response, progress, bounds, feeds)
                return replace(page, private=doorkeeper.private)
    except TimeoutError as error:
        raise ReadingError(
            f"the page was not complete after {bounds.seconds:.0f} seconds; try again when the line is faster"
        ) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, http_client.ForbiddenError) as error:
        raise transport_error(error, bounds) from error
    raise AssertionError("follow yields or raises")


async def follow(
    client: httpx2.AsyncClient,
    doorkeeper: http_client.GuardedBackend,
    url: str,
    headers: dict[str, str],
    bounds: Limits,
    *,
    narrowing: bool = True,
) -> AsyncGenerator[httpx2.Response, None]:
    """Yields the one response at the end of the redirects, open for streaming.

    Redirects are followed here because httpx2 would read their bodies whole, however large.
    ``narrowing``: once a public host answered, no private one is followed to; ``doorkeeper.private``
    then tells whether all of them were private.
    """
    request = client.build_request("GET", url, headers=headers)
    for _ in range(bounds.redirects + 1):
        await _check(request, doorkeeper)
        response = await client.send(request, stream=True)
        try:
            if narrowing:
                doorkeeper.private = doorkeeper.private and http_client.is_private_response(response)
            if response.next_request is None:
                yield response
                return
            request = response.next_request
        finally:
            await response.aclose()
    raise ReadingError("the server sends the reader in circles; open the page in the browser")


async def _check(request: httpx2.Request, doorkeeper: http_client.GuardedBackend) -> None:
    if request.url.scheme not in ("http", "https"):
        raise ReadingError(f"the server leads to a {clean_line(request.url.scheme, 20)} address, which is not followed")
    if http_client.uses_proxy() and not doorkeeper.private and await http_client.forbidden_by_name(request.url.host):
        raise http_client.ForbiddenError("the host is not a public one")


async def _page(
    address: str, response: httpx2.Response, progress: Progress | None, bounds: Limits, feeds: bool
) -> Page:
    if response.status_code == 304 and _asked_conditionally(response.request):
        raise NotModified
    if not response.is_success:
        raise status_error(response.status_code)
    media_type, charset = parse_content_type(response.headers.get("Content-Type", ""))
    refuse_type(media_type, feeds=feeds)
    body = await _body(response, progress, bounds)
    return Page(
        address,
        body,
        url=str(response.url.copy_with(userinfo=b"", fragment=None)),
        media_type=text_type(body, media_type, feeds=feeds),
        charset=charset,
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
    )


def _asked_conditionally(request: httpx2.Request) -> bool:
    return "If-None-Match" in request.headers or "If-Modified-Since" in request.headers


async def _body(response: httpx2.Response, progress: Progress | None, bounds: Limits) -> bytes:
    body = bytearray()
    async for piece in stream(response, progress):
        body += piece
        if len(body) > bounds.body:
            raise too_large(bounds.body)
    return bytes(body)


async def stream(response: httpx2.Response, progress: Progress | None = None) -> AsyncIterator[bytes]:
    """The body in bounded pieces, unpacked.  ``progress`` is told the bytes that came over the line.

    Raises ReadingError for a compression that was not asked for, and for damaged bytes.
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
        layers.close()
    except BrokenError as error:
        raise ReadingError(f"what the server sends {error}; try again later") from error


def _codings(response: httpx2.Response) -> list[str]:
    named = [c.strip().lower() for c in response.headers.get("Content-Encoding", "").split(",") if c.strip()]
    if len(named) > MAX_CODINGS or not set(named) <= set(CODINGS):
        label = clean_line(", ".join(named), 60)
        raise ReadingError(f"the server compresses the page in a way that was not asked for ({label})")
    return named


def _header(response: httpx2.Response, name: str) -> str | None:
    value: str | None = response.headers.get(name)
    return clean_line(value, 500) if value else None
