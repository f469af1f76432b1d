"""What a server answers, as values: subscriptions, pages of ids, entries.  What is of another shape is no such API."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, datetime
from html import unescape
from typing import Any, NamedTuple

from tui.feeds.enclosures import made as made_enclosure
from tui.feeds.html_text import AddressResolver, made_title, title_line
from tui.model.feed import Enclosure, Entry
from tui.model.page import ReadingError
from tui.model.server_feed import ServerEntry, ServerFeed, ServerLabel
from tui.sync.item_ids import long_form, long_forms
from tui.text.cleaning import clean, clean_line, web_address
from tui.text.dates import LAST_MOMENT

NO_API = "what answers there is no Google Reader API; check the address, and that the API is switched on in the server"
BROKEN = "the server broke off before its answer was whole; try again later"
LABEL = re.compile(r"\Auser/[^/]*/label/(.+)\Z", re.DOTALL)
MAX_LABEL = 200
# What FreshRSS puts in the place of signs that mean something in HTML and, in titles of feeds, in names of streams;
# FreshAPI does the latter in titles of entries, too.
FULL_WIDTH = str.maketrans("＆＜＞＂＾？＼／，；", '&<>"^?\\/,;')
WIDE = ("W", "F")

Record = dict[str, Any]


class NoApiError(ReadingError):
    """What answers is no API of this kind."""


class IdPage(NamedTuple):
    """A page of a list of ids, and what the next one is asked for by; None on the last."""

    items: list[str]
    continuation: str | None


def read_json(body: bytes) -> Record:
    """The object in an answer.  Raises ReadingError for what is none, and for one that is cut off."""
    text = body.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if not text.startswith("{"):
        raise NoApiError(NO_API) if text else ReadingError(BROKEN)
    try:
        record = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise ReadingError(BROKEN) from None
    assert isinstance(record, dict)
    return record


def subscriptions(record: Record) -> list[ServerFeed]:
    """The whole list of feeds."""
    found = [_subscription(one) for one in _objects(record, "subscriptions")]
    return [one for one in found if one is not None]


def id_page(record: Record) -> IdPage:
    """A page of ids, in the long form.  A server may leave an empty list out."""
    refs = _objects(record, "itemRefs", may_lack=True)
    continuation = record.get("continuation")
    return IdPage(
        long_forms([str(one.get("id")) for one in refs if one.get("id") is not None]),
        str(continuation) if continuation not in (None, "") else None,
    )


def entries(record: Record) -> list[ServerEntry]:
    """The entries of an answer."""
    found = [_entry(one) for one in _objects(record, "items")]
    return [one for one in found if one is not None]


def label_of(stream: object) -> str | None:
    """The name of a label, whole: it may hold slashes."""
    found = LABEL.match(stream) if isinstance(stream, str) else None
    return clean_line(found[1], MAX_LABEL) or None if found else None


def labels(record: Record) -> list[ServerLabel]:
    """The labels in a list of tags; folders are left out where the server calls them so."""
    tags = [one for one in _objects(record, "tags", may_lack=True) if one.get("type") != "folder"]
    return [
        ServerLabel(_string(one["id"]), name, _count(one.get("unread_count")))
        for one in tags
        if (name := label_of(one.get("id")))
    ]


def _objects(record: Record, name: str, *, may_lack: bool = False) -> list[Record]:
    values = record.get(name, [] if may_lack else None)
    if not isinstance(values, list):
        raise NoApiError(NO_API)
    return [one for one in values if isinstance(one, dict)]


def _subscription(record: Record) -> ServerFeed | None:
    stream, address = _string(record.get("id")), web_address(_string(record.get("url")))
    if address is None and stream.startswith("feed/http"):
        address = web_address(stream.removeprefix("feed/"))
    if not stream or address is None:
        return None
    categories = record.get("categories")
    labels = (
        [label_of(one.get("id")) for one in categories if isinstance(one, dict)] if isinstance(categories, list) else []
    )
    title = clean_line(_folded_back(unescape(_string(record.get("title")))))
    site = web_address(_string(record.get("htmlUrl")))
    return ServerFeed(stream, address, title, site, tuple(label for label in labels if label))


def _entry(record: Record) -> ServerEntry | None:
    written = _string(record.get("id"))
    if not written:
        return None
    url = _address(record, "canonical") or _address(record, "alternate")
    html = clean(AddressResolver().resolved(_html(record), url))
    own_title = _folded_back(title_line(_string(record.get("title"))))
    author = clean_line(_folded_back(_string(record.get("author"))))
    origin = record.get("origin")
    categories = record.get("categories")
    entry = Entry(
        title=own_title or made_title(html) or url or "",
        url=url,
        published=_moment(record.get("published")),
        updated=_moment(record.get("updated")),
        authors=tuple(name for part in author.split(";") if (name := part.strip())),
        content=html or None,
        enclosures=_enclosures(record),
        untitled=not own_title,
    )
    stream = _string(origin.get("streamId")) if isinstance(origin, dict) else ""
    labels = [label_of(one) for one in categories] if isinstance(categories, list) else []
    return ServerEntry(long_form(written), stream, entry, tuple(label for label in labels if label))


def _html(record: Record) -> str:
    """The text of an entry; of two, the longer."""
    found = [part.get("content") for name in ("content", "summary") if isinstance(part := record.get(name), dict)]
    return max((text for text in found if isinstance(text, str)), key=len, default="")


def _address(record: Record, name: str) -> str | None:
    links = record.get(name)
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and (address := web_address(_string(link.get("href")))):
            return address
    return None


def _enclosures(record: Record) -> tuple[Enclosure, ...]:
    listed = record.get("enclosure")
    found = (
        made_enclosure(_string(one.get("href")), None, one.get("type"), "", one.get("length"))
        for one in (listed if isinstance(listed, list) else ())
        if isinstance(one, dict)
    )
    return tuple(one for one in found if one)


def _moment(written: object) -> str | None:
    """Seconds since 1970 as ISO 8601."""
    if isinstance(written, str) and written.isascii() and written.isdecimal() and len(written) < 16:
        written = int(written)
    if isinstance(written, bool) or not isinstance(written, int | float) or not 0 < written <= LAST_MOMENT:
        return None
    return datetime.fromtimestamp(int(written), UTC).isoformat()


def _count(written: object) -> int | None:
    return written if isinstance(written, int) and not isinstance(written, bool) else None


def _folded_back(text: str) -> str:
    """The text with ASCII's own signs where a server put wide ones; beside wide letters they belong there."""
    if text.isascii():
        return text
    padded = f" {text} "
    return "".join(
        sign.translate(FULL_WIDTH) if not (_is_letter(before) or _is_letter(after)) else sign
        for before, sign, after in zip(padded, padded[1:], padded[2:], strict=False)
    )


def _is_letter(sign: str) -> bool:
    """Whether it is a letter of a script that is written in wide signs."""
    return sign.isalnum() and unicodedata.east_asian_width(sign) in WIDE


def _string(written: object) -> str:
    return written if isinstance(written, str) else ""
