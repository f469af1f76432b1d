"""Which form a document has, by its content: the name of a file says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from tui.intake.bookmarks import (
    address_lists,
    chrome,
    feed_lists,
    goodlinks,
    instapaper,
    karakeep,
    linkwarden,
    matter,
    netscape,
    omnivore,
    pocket,
    raindrop,
    readwise,
    safari,
    wallabag,
    zotero,
)
from tui.intake.bookmarks.csv_rows import header
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.json_records import BrokenJsonError, Record, records

Keys = frozenset[str]
SOME = 10  # records by which a JSON form is known: the first ones may be odd
MOST_CONTROLS = 0.05  # share of control characters in the head of a text
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
LINES = 50  # of a list by which it is known


@dataclass(frozen=True, slots=True)
class ImportForm:
    """A form of exports: whose it is, and what reads it."""

    name: str
    read: Callable[[Document], Iterator[Item]]


def _columns(names: str) -> Keys:
    return frozenset(names.split(","))


# Columns that a table must have, in small letters; the first form that fits.
TABLES: tuple[tuple[Keys, ImportForm], ...] = (
    (_columns("url,time added,status"), ImportForm("Pocket", pocket.read_table)),
    (_columns("url,title,selection,folder"), ImportForm("Instapaper", instapaper.read_table)),
    (_columns("url,title,content,creation date"), ImportForm("wallabag", wallabag.read_table)),
    (_columns("url,document tags,saved date,location"), ImportForm("Readwise Reader", readwise.read_reader_table)),
    (_columns("highlight,book title"), ImportForm("Readwise highlights", readwise.read_highlights)),
    (_columns("url,folder,excerpt,created"), ImportForm("Raindrop", raindrop.read_table)),
    (_columns("url,publisher,last interaction date"), ImportForm("Matter", matter.read_table)),
    *((frozenset((name,)), ImportForm("a table", address_lists.read_table)) for name in address_lists.ADDRESS_COLUMNS),
)
# The path to a list of records, and names that one of its first records has.
LISTS: tuple[tuple[tuple[str, ...], Keys, ImportForm], ...] = (
    (("bookmarks",), _columns("content"), ImportForm("Karakeep", karakeep.read_list)),
    (("collections",), _columns("name"), ImportForm("Linkwarden", linkwarden.read_list)),
    (("collections", "[]", "links"), _columns("url"), ImportForm("Linkwarden", linkwarden.read_list)),
    ((), _columns("url,is_archived"), ImportForm("wallabag", wallabag.read_list)),
    ((), _columns("url,slug,savedAt"), ImportForm("Omnivore", omnivore.read_list)),
    ((), _columns("url,slug,readingProgress"), ImportForm("Omnivore", omnivore.read_list)),
    ((), _columns("url,addedAt"), ImportForm("GoodLinks", goodlinks.read_list)),
    ((), _columns("url,highlights"), ImportForm("Pocket", pocket.read_annotations)),
    ((), _columns("type,title,id"), ImportForm("Zotero", zotero.read_list)),
)
CHROME = ImportForm("Chrome", chrome.read_bookmarks)
SAFARI = ImportForm("Safari", safari.read_bookmarks)
OPML = ImportForm("OPML", feed_lists.read_outline)
NEWSBOAT = ImportForm("newsboat", feed_lists.read_urls)
ADDRESSES = ImportForm("a list of addresses", address_lists.read_lines)
ONETAB = ImportForm("OneTab", address_lists.read_lines)
# What a document with tags has in its head; the first form that fits.
PAGES: tuple[tuple[re.Pattern[str], ImportForm], ...] = (
    (re.compile(r"<!doctype plist|<plist\b", re.I), SAFARI),
    (re.compile(r"<a\s[^>]{0,4000}\btime_added\s*=", re.I), ImportForm("Pocket", pocket.read_page)),
    (re.compile(r"\[linkding-notes\]|<a\s[^>]{0,4000}\btoread\s*=", re.I), ImportForm("linkding", netscape.read_page)),
    (re.compile(r"<!doctype\s+netscape-bookmark", re.I), ImportForm("bookmarks", netscape.read_page)),
    # Without that line it has no <html> either: a page may have links in a list of terms, as forums do of who wrote.
    (
        re.compile(r"\A(?!.*<(?:html|body)\b).*?<dt>\s*<(?:a|h3)\b", re.I | re.S),
        ImportForm("bookmarks", netscape.read_page),
    ),
    (re.compile(r"<(?:opml|outline)[\s>]", re.I), OPML),
)
WEB = r"https?://[^\s|]+"
LISTED_LINE = re.compile(r"\s*\"?(?:[a-z][a-z0-9+.-]*://|(?:query|exec|filter|about):)", re.I)
ADDRESS_LINE = re.compile(rf"\s*{WEB}\s*\Z", re.I)
TITLED_LINE = re.compile(rf"\s*{WEB}\s+\|", re.I)
# An address with tags behind it, or what newsboat runs or asks.  Cells of a table that has lost its head are no tags.
NEWSBOAT_LINE = re.compile(r"\s*(?:https?://[^\s|,;\"]+\s+[^\s|#]|\"?(?:query|exec|filter):)", re.I)
LINES_OF: tuple[tuple[re.Pattern[str], ImportForm], ...] = (
    (NEWSBOAT_LINE, NEWSBOAT),
    (TITLED_LINE, ONETAB),
    (ADDRESS_LINE, ADDRESSES),
)


def recognised(document: Document) -> ImportForm | None:
    """The form of a document, None for what is none of them."""
    head = document.head(8)
    if head.startswith(safari.BINARY):
        return SAFARI
    text = document.head_text()
    beginning = text.lstrip("\ufeff \t\r\n")
    if len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        return None
    if beginning.startswith("<"):
        return next((form for pattern, form in PAGES if pattern.search(text)), None)
    if beginning.startswith(("{", "[")):
        return _of_json(document)
    return _of_table(beginning) or _of_lines(beginning)


def _of_table(text: str) -> ImportForm | None:
    names = frozenset(header(text))
    return next((form for columns, form in TABLES if columns <= names), None)


def _of_json(document: Document) -> ImportForm | None:
    for record in _first_records(document):
        if record.path[:1] == ("roots",) or (record.number == 0 and "roots" in record.value):
            return CHROME
        names = frozenset(record.value) if isinstance(record.value, dict) else frozenset()
        for path, keys, form in LISTS:
            if record.path == path and keys <= names and record.number:
                return form
    return None


def _first_records(document: Document) -> Iterator[Record]:
    try:
        yield from islice(records(document.pieces()), SOME)
    except BrokenJsonError:
        return


def _of_lines(text: str) -> ImportForm | None:
    """The form of a list, of whose lines at least every other one is an address: texts name addresses, too."""
    lines = [line for line in text.splitlines()[:LINES] if line.strip() and not line.lstrip().startswith("#")]
    if 2 * sum(LISTED_LINE.match(line) is not None for line in lines) < len(lines):
        return None
    return next((form for pattern, form in LINES_OF if any(map(pattern.match, lines))), None)
