"""Feeds and pages that a loopback site serves, and what a refresh makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler

from website import Website

START = datetime(2026, 11, 1, 6, tzinfo=UTC)
PICTURE = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0Km)\xdc\0\0\0\x12IDATx\x9cc\xf8\xcf\xc0\x80\x15"
    b"\xe1\x96\x18\x95\x02\0\x9e\xb4\x3f\xc1w\xda\xe3\xca\0\0\0\0IEND\xaeB`\x82"
)
SENTENCE = "The council of the harbour town spoke for hours of the wall that it will raise before the storms."


class FeedSite:
    """A feed whose entries can be added to; it answers 304 where nothing has changed."""

    def __init__(self, site: Website, path: str = "/feed", entries: Sequence[int] = (3, 2, 1)) -> None:
        self.site, self.entries, self.etag_end = site, list(entries), b""
        self.answers: list[int] = []
        self.address = site.answer(path, self.answering())
        for number in (*self.entries, *range(4, 9)):
            site.page(f"/a/{number}", page_of(number))
            site.page(f"/p/{number}.png", PICTURE, "image/png")

    def document(self) -> bytes:
        return document_of(self.site.url, self.entries)

    def answering(self) -> Callable[[BaseHTTPRequestHandler], None]:
        """Serves the document, or says in short that it is the same."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            body = self.document()
            etag = b'W/"' + sha256(body).hexdigest()[:9].encode() + self.etag_end + b'"'
            same = request.headers.get("If-None-Match", "").encode("latin-1") == etag
            self.answers.append(304 if same else 200)
            request.send_response(self.answers[-1])
            request.send_header("Content-Type", "application/rss+xml")
            request.send_header("ETag", etag.decode("latin-1"))
            request.send_header("Content-Length", "0" if same else str(len(body)))
            request.end_headers()
            if not same:
                request.wfile.write(body)

        return answer


def summary_of(_number: int) -> str:
    """What the feed has of an entry."""
    return f"<p>{SENTENCE} …</p>"


def document_of(url: str, entries: Iterable[int], text_of: Callable[[int], str] = summary_of) -> bytes:
    """A feed of the site at an address, with these entries, each a summary unless ``text_of`` gives another text."""
    items = "".join(
        f"<item><title>News {n}</title><link>{url}/a/{n}</link><guid>urn:{n}</guid>"
        f"<pubDate>{format_datetime(START + timedelta(hours=n))}</pubDate>"
        f"<description>{escape(text_of(n))}</description></item>"
        for n in entries
    )
    head = f"<title>Coast</title><link>{url}/</link>"
    return f"<?xml version='1.0'?><rss version='2.0'><channel>{head}{items}</channel></rss>".encode()


def page_of(number: int) -> str:
    paragraphs = "".join(f"<p>{number}-{n}. {SENTENCE} {SENTENCE}</p>" for n in range(8))
    figure = (
        f"<figure><img src='/p/{number}.png' alt='A wall'><figcaption>The wall at quay {number}</figcaption></figure>"
    )
    said = "<p>“We need more stones,” said Tom Hale, harbour engineer at the Port Office.</p>"
    return (
        f"<!doctype html><html lang='en'><head><title>News {number}</title></head><body>"
        f"<article><h1>News {number}</h1>{paragraphs}{figure}{said}</article></body></html>"
    )
