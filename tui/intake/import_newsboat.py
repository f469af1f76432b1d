"""What newsboat kept, taken over: the articles in its ``cache.db``, and which of them were read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.articles import body_blob, kept_articles, marks, tags
from tui.library.library import Library
from tui.library.library_errors import LibraryError, raising_library_errors
from tui.library.search.index import Changes
from tui.library.store.connection import Connections
from tui.library.work_report import Progress, Report, Stopped, each, never, silent
from tui.model.page import Page
from tui.text.cleaning import web_address

if TYPE_CHECKING:
    import sqlite3

FLAG_TAG = "newsboat {flag}"  # newsboat's flags are single letters that its user gave a meaning
ITEMS = (
    "SELECT item.title, item.author, item.url, item.guid, item.pubDate, item.content, item.unread,"
    " coalesce(item.flags, ''), coalesce(feed.title, '') FROM rss_item AS item"
    " LEFT JOIN rss_feed AS feed ON feed.rssurl = item.feedurl WHERE NOT item.deleted ORDER BY item.pubDate, item.id"
)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed as newsboat kept it; ``content`` is HTML."""

    title: str
    author: str
    url: str
    guid: str
    published: int
    content: str
    unread: bool
    flags: str
    feed: str


def import_newsboat(library: Library, file: Path, *, progress: Progress = silent, stopped: Stopped = never) -> Report:
    """Keeps every article of a newsboat cache; newsboat may be running, its file is only read."""
    report = Report()
    with raising_library_errors(file), _opened(file) as cache:
        (total,) = cache.execute("SELECT count(*) FROM rss_item WHERE NOT deleted").fetchone()
        for item in each(_items(cache), total, report, progress, stopped):
            _keep(library.connections, item, int(library.clock()), report)
    return report


def as_page(item: Item) -> Page:
    """The entry as a page of its own, so that it goes the way that every page goes."""
    when = datetime.fromtimestamp(item.published, UTC).isoformat() if item.published > 0 else ""
    head = (
        f'<meta charset="utf-8"><title>{escape(item.title)}</title>'
        f'<meta property="og:title" content="{escape(item.title)}">'
        f'<meta property="og:site_name" content="{escape(item.feed)}">'
        f'<meta name="author" content="{escape(item.author)}">'
        f'<meta property="article:published_time" content="{when}">'
    )
    body = f"<article><h1>{escape(item.title)}</h1>\n{item.content}\n</article>"
    html = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    url = web_address(item.url)
    return Page(
        address=url or item.url or item.guid,
        body=html.encode("utf-8", "replace"),
        url=url,
        media_type="text/html",
        charset="utf-8",
    )


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """The cache, for reading only; text that is no UTF-8 is read as well as it can be."""
    import sqlite3

    if not file.is_file():
        raise LibraryError(f"there is no file {file}: newsboat keeps its cache.db in ~/.newsboat")
    cache = sqlite3.connect(file.absolute().as_uri() + "?mode=ro", uri=True, timeout=5)
    try:
        cache.text_factory = lambda text: text.decode("utf-8", "replace")
        found = {str(name) for (name,) in cache.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not {"rss_item", "rss_feed"} <= found:
            raise LibraryError(f"{file} is not a cache of newsboat")
        yield cache
    finally:
        cache.close()


def _items(cache: sqlite3.Connection) -> Iterator[Item]:
    for title, author, url, guid, published, content, unread, flags, feed in cache.execute(ITEMS):
        when = published if isinstance(published, int) and 0 <= published < 2**33 else 0
        title, author, url, guid, content = (str(value or "") for value in (title, author, url, guid, content))
        yield Item(title, author, url, guid, when, content, bool(unread), str(flags), str(feed))


def _keep(connections: Connections, item: Item, now: int, report: Report) -> None:
    from tui.convert import convert

    name = item.title or item.url
    if not item.content.strip():
        report.refuse(name, "newsboat kept no text of it")
        return
    article = report.tried(name, lambda: convert(as_page(item)))
    if article is None:
        return
    index = Changes()
    with connections.writing() as db:
        if kept_articles.known(db, article) is not None:
            report.known += 1
        else:
            number = kept_articles.put(db, article, body_blob.compress(article), now, index)
            if not item.unread:
                marks.set_mark(db, number, "read", True, now)
            for flag in sorted(set(item.flags)):
                tags.add_tag(db, FLAG_TAG.format(flag=flag), [number])
            index.write(db)
    report.done += 1
