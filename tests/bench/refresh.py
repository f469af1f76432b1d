"""Feeds of many hosts refreshed twice and their entries fetched whole, from a loopback site that takes its time.

    python tests/bench/refresh.py [FEEDS [ENTRIES [LATENCY [PAGES]]]]

Each feed has a loopback address of its own, so that two requests a host are no limit (Linux answers on all of 127/8).
Prints one line of JSON: seconds by the clock and by the processor of the first refresh, of one that finds nothing new
(with how many were answered 304) and of the fetching of PAGES entries with their pictures, ``first_row`` the seconds
until the first article was there, and how many of the articles open whole when the site is gone.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import threading
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from feed_site import PICTURE, document_of, page_of

from tui.intake.prefetch import prefetch
from tui.intake.refresh import Outcome, Refreshed, refresh
from tui.library import Library
from tui.model.subscription import Subscription

Times = dict[str, float | int]


class SlowSite:
    """A server on all addresses of this machine, in a thread; every answer takes ``latency`` seconds."""

    def __init__(self, entries: int, latency: float) -> None:
        self.not_modified, self.port = 0, 0
        self._entries, self._latency = entries, latency
        self._loop, self._ready = asyncio.new_event_loop(), threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()
        self._ready.wait()

    def stop(self) -> None:
        """Answers nobody any more."""
        self._loop.call_soon_threadsafe(self._server.close)

    def _serve(self) -> None:
        self._server = self._loop.run_until_complete(asyncio.start_server(self._talk, "0.0.0.0", 0))
        self.port = self._server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while self._server.is_serving():
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                await asyncio.sleep(self._latency)
                writer.write(self._answer(head.split(" ", 2)[1], head))
                await writer.drain()
        writer.close()

    def _answer(self, path: str, head: str) -> bytes:
        host = next(line[6:].strip() for line in head.splitlines() if line.lower().startswith("host:"))
        if path.startswith("/a/"):
            return _reply(page_of(int(path[3:])).encode(), "text/html")
        if path.startswith("/p/"):
            return _reply(PICTURE, "image/png")
        body = document_of(f"http://{host}", range(self._entries, 0, -1))
        etag = f'"{sha256(body).hexdigest()[:16]}"'
        if etag in head:
            self.not_modified += 1
            return b"HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n"
        return _reply(body, "application/rss+xml", f"ETag: {etag}\r\n")


def _reply(body: bytes, media_type: str, more: str = "") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def timed(library: Library) -> Times:
    """One refresh of all feeds."""
    began, worked, first = time.monotonic(), time.process_time(), list[float]()

    def arrived(_: Refreshed, outcome: Outcome | None) -> None:
        if outcome and outcome.new and not first:
            first.append(time.monotonic() - began)

    refreshed = asyncio.run(refresh(library, progress=arrived))
    clock, processor = time.monotonic() - began, time.process_time() - worked
    found: Times = {"clock": round(clock, 2), "processor": round(processor, 2), "failed": len(refreshed.failed)}
    return found | ({"first_row": round(first[0], 2)} if first else {})


def main(feeds: int, entries: int, latency: float, pages: int) -> None:
    site = SlowSite(entries, latency)
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        addresses = [f"http://127.0.{1 + n // 250}.{1 + n % 250}:{site.port}/feed" for n in range(feeds)]
        library.feeds.subscribe([Subscription(address) for address in addresses])
        first, again = timed(library), timed(library)
        with library.connections.writing() as db:  # the newest of each feed, as many as are asked for
            newest = "SELECT max(article) FROM entry GROUP BY feed LIMIT ?"
            db.execute(f"DELETE FROM prefetch WHERE article NOT IN ({newest})", (pages,))
        began = time.monotonic()
        prefetched = asyncio.run(prefetch(library))
        clock = round(time.monotonic() - began, 2)
        site.stop()
        whole = sum(row.text == "whole" and row.pictures > 0 for row in library.articles.rows(feeds * entries))
    fetched = {"clock": clock, "failed": len(prefetched.failed), "whole": whole}
    print(json.dumps({"first": first, "again": again | {"not_modified": site.not_modified}, "prefetch": fetched}))


if __name__ == "__main__":
    given = [*sys.argv[1:], *("200", "50", "0.2", "50")[len(sys.argv) - 1 :]]
    main(int(given[0]), int(given[1]), float(given[2]), int(given[3]))
