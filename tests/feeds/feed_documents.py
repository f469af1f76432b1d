"""Small feeds for the tests, and the values that are read from them."""

from __future__ import annotations

from tui.feeds.feed_document import read_feed
from tui.model.feed import Entry, Feed
from tui.model.page import Page, ReadingError

ADDRESS = "https://harbour.example/feed.xml"
NAMESPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)


def read(document: str | bytes, *, url: str | None = ADDRESS, charset: str | None = None) -> Feed:
    """The feed in a document that came from ``url``."""
    body = document.encode() if isinstance(document, str) else document
    return read_feed(Page(address="feed.xml", body=body, url=url, charset=charset))


def feed_or_message(body: bytes, *, charset: str | None = None) -> Feed | str:
    """The feed in a document, or why there is none."""
    try:
        return read(body, charset=charset)
    except ReadingError as error:
        return str(error)


def rss(items: str, channel: str = "<title>Harbour news</title>", attributes: str = "") -> str:
    """An RSS document."""
    return f'<rss version="2.0" {NAMESPACES} {attributes}><channel>{channel}{items}</channel></rss>'


def atom(entries: str, head: str = "<title>Harbour news</title>", attributes: str = "") -> str:
    """An Atom document."""
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{head}{entries}</feed>'


def item(inside: str) -> Entry:
    """The entry of an RSS document with one item."""
    (entry,) = read(rss(f"<item>{inside}</item>")).entries
    return entry


def atom_entry(inside: str, attributes: str = "") -> Entry:
    """The entry of an Atom document with one."""
    (entry,) = read(atom(f"<entry>{inside}</entry>", attributes=attributes)).entries
    return entry
