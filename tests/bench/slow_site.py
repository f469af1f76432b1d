"""A site of many feeds that takes its time, in a process of its own: for benchmarks of refreshing and prefetching.

Every address of this machine is a host with a feed (Linux answers on all of 127/8), so that two requests a host are no
limit.  ``/stat`` tells how many feeds were asked for and how many of these answered 304 since it was last asked.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from urllib.request import urlopen

sys.path.append(str(Path(__file__).parents[1]))

from feed_site import PICTURE, document_of, page_of

WORDS = "harbour wall council storm quay ferry winter engineer budget survey granite tide meeting vote".split()


class SlowSite:
    """Answers ``latency`` seconds after each request; a feed has ``entries``."""

    def __init__(self, entries: int, latency: float) -> None:
        self._entries, self._latency = entries, latency
        self._asked = self._not_modified = 0
        self._document = cache(self._made_document)

    async def serve(self) -> None:
        """Says on standard output at which port, and answers for ever."""
        server = await asyncio.start_server(self._talk, "0.0.0.0", 0, backlog=512)  # all of 127/8
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                path = head.split(" ", 2)[1]
                if path != "/stat":
                    await asyncio.sleep(self._latency)
                writer.write(self._answer(path, head))
                await writer.drain()
        writer.close()

    def _answer(self, path: str, head: str) -> bytes:
        host = next(line[6:].strip() for line in head.splitlines() if line.lower().startswith("host:"))
        if path == "/stat":
            told = json.dumps({"asked": self._asked, "not_modified": self._not_modified}).encode()
            self._asked = self._not_modified = 0
            return _reply(told, "application/json")
        if path.startswith("/a/"):
            return _reply(page_of(int(path[3:])).encode(), "text/html")
        if path.startswith("/p/"):
            return _reply(PICTURE, "image/png")
        self._asked += 1
        body, etag = self._document(host)
        if etag in head:
            self._not_modified += 1
            return b"HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n"
        return _reply(body, "application/rss+xml", f"ETag: {etag}\r\n")

    def _made_document(self, host: str) -> tuple[bytes, str]:
        body = document_of(f"http://{host}", range(self._entries, 0, -1), text_of=lambda n: text_of(host, n))
        return body, f'"{sha256(body).hexdigest()[:16]}"'


def text_of(host: str, number: int) -> str:
    """About 190 words that no other entry has."""
    chance = Random(f"{host} {number}")
    sentences = (" ".join(chance.choices(WORDS, k=16)).capitalize() for _ in range(12))
    return f"<p>{'. '.join(sentences)}.</p>"


def _reply(body: bytes, media_type: str, more: str = "") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


class Running:
    """A site that is running; ``addresses`` gives those of feeds, a host each."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        self._process, self._port = process, int(process.stdout.readline())

    def addresses(self, feeds: int) -> list[str]:
        """The feeds' addresses."""
        return [f"http://127.0.{1 + n // 250}.{1 + n % 250}:{self._port}/feed" for n in range(feeds)]

    def counts(self) -> dict[str, int]:
        """What was asked since this was last asked."""
        with urlopen(f"http://127.0.0.1:{self._port}/stat") as answer:
            found: dict[str, int] = json.load(answer)
        return found

    def stop(self) -> None:
        """Answers nobody any more."""
        self._process.kill()
        self._process.wait()


@contextmanager
def slow_site(entries: int, latency: float) -> Iterator[Running]:
    """A site in a process of its own."""
    command = [sys.executable, __file__, str(entries), str(latency)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        running = Running(process)
        try:
            yield running
        finally:
            running.stop()


if __name__ == "__main__":
    asyncio.run(SlowSite(int(sys.argv[1]), float(sys.argv[2])).serve())
