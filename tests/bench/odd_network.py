"""Opens pages and pictures that a loopback server answers in odd and broken ways, and looks at what came of each.

    python tests/bench/odd_network.py

Redirects, ports, hosts, codings and lengths are wrong.  Where a browser shows the text or the picture it must be
there; else its own reason must be said, and what stands beside it must be there all the same.  Prints one line of JSON:
pages, pictures, and what was not as it must be.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import sys
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from raw_server import RawServer

from tui.intake.open import gather_pictures, open_article
from tui.library import Library
from tui.model.page import ReadingError

TEXT = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
HTML = f"<title>Wall</title><article><h1>Wall</h1>{f'<p>{TEXT}</p>' * 5}</article>".encode()
PICTURE = (Path(__file__).parents[1] / "pages" / "pictures" / "pier.png").read_bytes()
SHOWN = ""  # what is said of a page or a picture that is there


SILENT = socket.socket()  # has a port at which nothing listens
SILENT.bind(("127.0.0.1", 0))
DEAD = f"http://127.0.0.1:{SILENT.getsockname()[1]}/"
REDIRECTS: dict[str, tuple[str, str]] = {
    "to a port beyond all": ("http://127.0.0.1:99999/", "no address that a server can have"),
    "to a port that is a word": ("http://127.0.0.1:wall/", "no address of the web"),
    "to a port below all": ("http://127.0.0.1:-1/", "no address that a server can have"),
    "to a host that nothing is at": (DEAD, "does not accept connections"),
    "to a host that is none": ("http://[::1/", "no address of the web"),
    "to a name that is not there": ("http://wall.invalid/", "no server of this name"),
    "to a name of dots": ("http://.../", "no connection"),
    "to a file": ("file:///etc/hostname", "a file address"),
    "to a script": ("javascript:alert(1)", "no address of the web"),
    "to itself": ("{here}", "in circles"),
}


def head(*lines: str, status: str = "200 OK", kind: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *lines, "", ""]).encode("latin-1")


def answers(body: bytes, kind: str) -> dict[str, tuple[bytes, str]]:
    """By a name: the answer, and what is to be said of it."""

    def plain(*lines: str) -> bytes:
        return head(*lines, "Connection: close", kind=kind) + body

    def chunked(*chunks: bytes) -> bytes:
        return head("Transfer-Encoding: chunked", kind=kind) + b"".join(chunks)

    whole = b"%x\r\n%s\r\n" % (len(body), body)
    is_page = kind.startswith("text")  # half a picture is not kept
    cut, broken_off = (SHOWN, SHOWN) if is_page else ("too early", "broke off")
    found = {
        "a header name with a space": (plain("X-Served By: cache"), SHOWN),
        "a header without a colon": (plain("X-Cache hit"), SHOWN),
        "a header name in brackets": (plain("X[1]: 2"), SHOWN),
        "a coding of none": (plain("Content-Encoding: none"), SHOWN),
        "a coding that is a charset": (plain("Content-Encoding: utf-8"), SHOWN),
        "a coding that is binary": (plain("Content-Encoding: binary"), SHOWN),
        "a coding said twice": (head("Content-Encoding: gzip, identity", kind=kind) + gzip.compress(body), SHOWN),
        "deflate without its head": (head("Content-Encoding: deflate", kind=kind) + zlib.compress(body)[2:-4], SHOWN),
        "gzip cut short": (
            head("Content-Encoding: gzip", kind=kind) + gzip.compress(body)[:-12],
            cut,
        ),
        "gzip that is none": (head("Content-Encoding: gzip", kind=kind) + body, "damaged"),
        "a length beyond the body": (plain(f"Content-Length: {len(body) + 50}"), broken_off),
        "lengths that agree": (plain(f"Content-Length: {len(body)}", f"Content-Length: {len(body)}"), SHOWN),
        "a length that is a word": (plain("Content-Length: wall"), SHOWN),
        "a length below all": (plain("Content-Length: -1"), SHOWN),
        "chunks with a comment": (chunked(whole.replace(b"\r\n", b";a=b\r\n", 1), b"0\r\n\r\n"), SHOWN),
        "chunks that end too soon": (chunked(whole), broken_off),
        "lines that end in a feed": (plain().removesuffix(body).replace(b"\r", b"") + body, SHOWN),
        "busy, with a time": (
            head("Retry-After: 300", status="503 Busy", kind=kind),
            "5 minutes" if is_page else "503",
        ),
    }
    return found | {name: (redirect(to), said) for name, (to, said) in REDIRECTS.items()}


def redirect(target: str) -> bytes:
    return head(f"Location: {target}", "Content-Length: 0", status="302 Found", kind="text/html")


def path(name: str) -> str:
    return "/" + name.replace(" ", "-").replace(",", "")


async def open_pages(library: Library, said: dict[str, str], server: RawServer) -> list[str]:
    found = {}
    for name in said:
        try:
            opened = await open_article(server.url + path(name), library)
            found[name] = SHOWN if any(TEXT in block.text for block in opened.article.blocks) else "no text"
        except ReadingError as error:
            found[name] = str(error)
    return wrong("page", said, found)


async def open_pictures(library: Library, said: dict[str, str], server: RawServer) -> list[str]:
    opened = await open_article(server.url + "/all", library)
    notes = await gather_pictures(opened, library)
    names = [caption.text for caption in opened.article.captions]
    return wrong("picture", said, {name: notes.get(index, SHOWN) for index, name in enumerate(names)})


def wrong(what: str, said: dict[str, str], found: dict[str, str]) -> list[str]:
    """Where it is shown and must not be, or the other way round, or another reason is said."""
    return [
        f"{what}, {name}: {found.get(name, 'not there')!r} instead of {expected!r}"
        for name, expected in said.items()
        if name not in found or (expected == SHOWN) != (found[name] == SHOWN) or expected not in found[name]
    ]


def gallery(names: Iterable[str]) -> bytes:
    """A page with all the pictures; their captions are their names."""
    figures = "".join(f'<figure><img src="{path(name)}"><figcaption>{name}</figcaption></figure>' for name in names)
    return f"<title>Pier</title><article><h1>Pier</h1><p>{TEXT}</p>{figures}<p>{TEXT}</p></article>".encode()


def served(given: dict[str, tuple[bytes, str]]) -> dict[str, bytes]:
    """The answers by their paths."""
    return {path(name): answer.replace(b"{here}", path(name).encode()) for name, (answer, _) in given.items()}


async def look(folder: Path) -> dict[str, object]:
    pages, pictures = answers(HTML, "text/html"), answers(PICTURE, "image/png")
    listing = head("Connection: close", kind="text/html") + gallery(pictures)
    with (
        Library.open(folder) as library,
        RawServer(served(pages)) as of_pages,
        RawServer(served(pictures) | {"/all": listing}) as of_pictures,
    ):
        found = await open_pages(library, {name: said for name, (_, said) in pages.items()}, of_pages)
        found += await open_pictures(library, {name: said for name, (_, said) in pictures.items()}, of_pictures)
    return {"pages": len(pages), "pictures": len(pictures), "wrong": found}


def main() -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(look(Path(folder)))


if __name__ == "__main__":
    print(json.dumps(main()))
