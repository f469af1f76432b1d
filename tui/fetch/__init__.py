"""address → Page: from the web, a file or standard input.

    page = await fetch("https://example.org/story")
    page = read_local("story.html")          # no network, no event loop

``fetch`` may be cancelled at any time.  Nothing here is kept.
"""

from __future__ import annotations

from tui.fetch.errors import NotModified
from tui.fetch.files import read_file, read_standard_input
from tui.fetch.limits import LIMITS, Limits
from tui.fetch.locations import Location, locate
from tui.fetch.progress import Progress
from tui.model.page import Page

__all__ = ["LIMITS", "Limits", "Location", "NotModified", "Progress", "fetch", "locate", "read_local"]


async def fetch(
    address: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    progress: Progress | None = None,
    bounds: Limits = LIMITS,
    feeds: bool = False,
    led_by: Page | None = None,
) -> Page:
    """The page behind an address.  Raises ReadingError; NotModified when the validators still hold.

    ``progress`` is called with the bytes received so far and their total, if the server tells it.  ``feeds``: a feed
    is asked for, which is no article and is refused otherwise.  ``led_by``: the page that points there; a public one
    leads to no address of this machine or its network.
    """
    place = locate(address)
    if place.url is None:
        from tui.system.background import run_detached  # and with it asyncio

        return await run_detached(read_local, address, etag=etag, bounds=bounds, feeds=feeds)
    from tui.fetch.http import get_page  # and with it httpx2

    return await get_page(
        address,
        place.url,
        etag=etag,
        last_modified=last_modified,
        progress=progress,
        bounds=bounds,
        feeds=feeds,
        private=led_by is None or led_by.private,
    )


def read_local(
    address: str,
    *,
    place: Location | None = None,
    etag: str | None = None,
    bounds: Limits = LIMITS,
    feeds: bool = False,
) -> Page:
    """The page in a file or on standard input.  Raises ReadingError, NotModified; ValueError for a web address.

    ``place``: what the address means, if it is known.
    """
    place = place or locate(address)
    if place.url is not None:
        raise ValueError("a web address is not local")
    if place.path is None:
        return read_standard_input(address, bounds, feeds=feeds)
    return read_file(address, place.path, etag=etag, bounds=bounds, feeds=feeds)
