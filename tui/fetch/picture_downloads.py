"""Pictures of the web: a few at a time over one client, each bounded, all within one budget of bytes.

Importing this loads httpx2, which takes 0.1 s: import it where a request is certain.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx2

from tui.fetch.client import open_client
from tui.fetch.http import follow, hops_of, stream
from tui.fetch.limits import MB, ByteBudget, Limits
from tui.fetch.network_errors import failed_host, transport_error
from tui.fetch.network_guard import GuardedBackend
from tui.model.page import ReadingError
from tui.system.content_types import PICTURE_FORMATS
from tui.text.addresses import origin
from tui.text.cleaning import clean_line

ACCEPT = ",".join(form.media_type for form in PICTURE_FORMATS)
TOO_MANY = 429  # the status of a server that is asked too often
FAULT = 500  # the least of those with which a server says that the fault is its own


class NotHad(NamedTuple):
    """Why there are no bytes, in one line; ``may_pass``: the network or the server may give them another time."""

    why: str
    may_pass: bool


class _StatusError(ReadingError):
    """The server gave another status than that of a picture."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the server gives no picture ({status})")
        self.may_pass = status == TOO_MANY or status >= FAULT


async def download_all(
    wanted: dict[str, list[int]], budget: ByteBudget, bounds: Limits, *, private: bool, referer: str | None
) -> AsyncGenerator[tuple[list[int], bytes | NotHad], None]:
    """Yields, as they arrive, the values of ``wanted`` by its keys' addresses: with the bytes, or why there are none.

    ``private``: addresses of this machine and its network may be fetched from, too.
    """
    guard = GuardedBackend(private=private)
    async with open_client(guard, bounds, ACCEPT) as client:
        downloads = _Downloads(client, guard, _referer(referer), budget, bounds)
        tasks = {asyncio.create_task(downloads.fetch(url)): captions for url, captions in wanted.items()}
        try:
            waiting = set(tasks)
            while waiting:
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    yield tasks[task], task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


class _Downloads:
    """What the downloads of one article share."""

    def __init__(
        self,
        client: httpx2.AsyncClient,
        guard: GuardedBackend,
        headers: dict[str, str],
        budget: ByteBudget,
        bounds: Limits,
    ) -> None:
        self._client, self._guard, self._headers = client, guard, headers
        self._budget, self._bounds = budget, bounds
        self._gate = asyncio.Semaphore(bounds.at_once)
        self._silent: dict[str | None, NotHad] = {}  # hosts that could not be reached, and why

    async def fetch(self, url: str) -> bytes | NotHad:
        """The bytes at an address, or why they cannot be had."""
        host = urlsplit(url).netloc
        async with self._gate:
            if host in self._silent:
                return self._silent[host]
            try:
                async with asyncio.timeout(self._bounds.picture_seconds):
                    return await self._download(url)
            except TimeoutError:
                return NotHad(f"the picture was not complete after {self._bounds.picture_seconds:.0f} seconds", True)
            except ReadingError as error:
                return NotHad(str(error), isinstance(error, _StatusError) and error.may_pass)
            except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
                not_had = NotHad(str(transport_error(error, self._bounds)), isinstance(error, httpx2.TransportError))
                if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout):
                    self._silent[failed_host(error) or host] = not_had
                return not_had
            except (OSError, ValueError, OverflowError) as error:  # one picture's fault is not the others'
                why = f"the picture cannot be fetched ({clean_line(str(error), 80)})"
                return NotHad(why, isinstance(error, OSError))

    async def _download(self, url: str) -> bytes:
        redirects = follow(self._client, self._guard, url, self._headers, hops_of(self._bounds), narrowing=False)
        async with aclosing(redirects) as responses:
            async for response in responses:
                if response.status_code != httpx2.codes.OK:
                    raise _StatusError(response.status_code)
                return await self._body(response)
        raise AssertionError("follow yields or raises")

    async def _body(self, response: httpx2.Response) -> bytes:
        data = bytearray()
        async for piece in stream(response):
            if len(data) + len(piece) > self._bounds.picture:
                raise ReadingError(f"the picture is larger than {self._bounds.picture // MB} MB")
            self._budget.spend(len(piece))
            data += piece
        return bytes(data)


def _referer(page: str | None) -> dict[str, str]:
    """The page's origin, as browsers send it; picture servers of publishers ask for it."""
    return {"Referer": f"{origin(page)}/"} if page and urlsplit(page).netloc else {}
