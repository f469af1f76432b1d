"""What newsboat kept, taken over: the articles in its ``cache.db``, and which of them were read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from string import ascii_letters

from tui.convert import convert
from tui.intake.text_page import text_page
from tui.library.articles import kept_articles, marks, tags
from tui.library.indexes.word_index import Changes
from tui.library.library import Library
from tui.library.library_errors import LibraryError
from tui.library.store import body_blob
from tui.library.store.connection import Connections
from tui.library.work_report import Progress, Report, Stopped, each, never, silent
from tui.model.page import Page
from tui.text.cleaning import web_address

FLAG_TAG = "newsboat {flag}"  # newsboat's flags are single letters that its user gave a meaning
FLAGS = frozenset(ascii_letters)
LONGEST_VALUE = 10_000_000  # bytes of a value that SQLite gives out; an entry that has a longer one is left out
LONGEST_LINE = 2_000  # characters of a title, a name or an address
LATEST_PUBLISHED = 2**33  # newsboat's clock is taken for wrong after the year 2242
ENTRIES = "SELECT rowid FROM rss_item WHERE NOT deleted ORDER BY pubDate, rowid"
ENTRY = (
    "SELECT item.title, item.author, item.url, item.guid, item.pubDate, item.content, item.unread,"
    " coalesce(item.flags, ''), coalesce(feed.title, '') FROM rss_item item"
    " LEFT JOIN rss_feed feed ON feed.rssurl = item.feedurl WHERE item.rowid = ?"
)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed as newsboat kept it; ``content`` is HTML."""

    title: str
    author: str
    url: str
    guid: str
    published: int | None
    content: str
    unread: bool
    flags: str
    feed: str


def import_newsboat(
    library: Library, file: Path, *, progress: Progress = silent, stopped: Stopped = never, dry: bool = False
) -> Report:
    """Keeps, or (``dry``) counts, every article of a newsboat cache; newsboat may be running, its file is only read."""
    report = Report()
    with _opened(file) as cache:
        with _readable(file):
            numbers = [number for (number,) in cache.execute(ENTRIES)]
        for number in each(numbers, len(numbers), report, progress, stopped):
            item = _item(cache, number, report)
            if item:
                _keep(library.connections, item, int(library.clock()), report, dry=dry)
    return report


def is_cache(file: Path) -> bool:
    """Whether a database is a cache of newsboat."""
    try:
        with _opened(file):
            return True
    except LibraryError:
        return False


def as_page(item: Item) -> Page:
    """The entry as a page of its own."""
    when = datetime.fromtimestamp(item.published, UTC).isoformat() if item.published is not None else None
    authors = (item.author,) if item.author else ()
    address = web_address(item.url) or item.url or item.guid
    return text_page(address, item.title, item.content, authors=authors, published=when, site=item.feed)


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """The cache, for reading only; text that is no UTF-8 is read as well as it can be."""
    if not file.is_file():
        raise LibraryError(f"there is no file {file}: newsboat keeps its cache.db in ~/.newsboat")
    with _readable(file):
        cache = sqlite3.connect(file.absolute().as_uri() + "?mode=ro", uri=True, timeout=5)
    with closing(cache):
        cache.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        cache.text_factory = lambda text: text.decode("utf-8", "replace")
        with _readable(file):
            tables = cache.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").fetchall()
        if not {("rss_item",), ("rss_feed",)} <= set(tables):
            raise LibraryError(f"{file} is not a cache of newsboat")
        yield cache


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    """Says of the cache, which is not ours to mend, what SQLite finds wrong with it."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise LibraryError(f"{file} is not a cache of newsboat, or damaged: {error}") from error


def _item(cache: sqlite3.Connection, number: int, report: Report) -> Item | None:
    """An entry; None for one that cannot be read, or is longer than any article."""
    try:
        row = cache.execute(ENTRY, (number,)).fetchone()
    except (sqlite3.DataError, sqlite3.OperationalError, sqlite3.DatabaseError) as error:
        report.refuse(f"entry {number}", f"cannot be read: {error}")
        return None
    if row is None:
        return None
    title, author, url, guid, published, content, unread, flags, feed = row
    when = published if isinstance(published, int) and 0 < published < LATEST_PUBLISHED else None
    title, author, url, guid, feed = (_text(value)[:LONGEST_LINE] for value in (title, author, url, guid, feed))
    return Item(title, author, url, guid, when, _text(content), bool(unread), _text(flags)[:LONGEST_LINE], feed)


def _text(value: object) -> str:
    """A value as text; bytes are none."""
    return value if isinstance(value, str) else "" if value is None or isinstance(value, bytes) else str(value)


def _keep(connections: Connections, item: Item, now: int, report: Report, *, dry: bool) -> None:
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
        elif not dry:
            number = kept_articles.put(db, article, body_blob.compress(article), now, index)
            if not item.unread:
                marks.set_mark(db, number, "read", True, now)
            for flag in sorted(FLAGS & set(item.flags)):
                tags.add_tag(db, FLAG_TAG.format(flag=flag), [number])
            index.write(db)
    report.done += 1
