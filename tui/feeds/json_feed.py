"""A JSON Feed (version 1 and 1.1) → Feed; what is of a wrong type is passed over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from tui.convert.links import absolute
from tui.feeds import html_text
from tui.feeds.enclosures import made, whole_number
from tui.feeds.feed_dates import feed_date
from tui.feeds.feed_limits import (
    MAX_ENCLOSURES,
    MAX_ENTRIES,
    MAX_ID,
    MAX_JSON_BOXES,
    MAX_JSON_QUOTES,
    MAX_NAMES,
    MAX_TEXT,
)
from tui.model.feed import Enclosure, Entry, Feed
from tui.model.page import ReadingError
from tui.text.cleaning import clean, clean_line

ITEMS = re.compile(r"\"items\"\s*:\s*\[")
SEPARATOR = re.compile(r"\s*,?\s*")
DAMAGED = "the feed is damaged: only its beginning was read"

Record = dict[str, Any]


def read_json(text: str, address: str, url: str | None) -> Feed:
    """The feed in a JSON document.  Raises ReadingError for a document that is none."""
    record, warnings = _loaded(text)
    items = record.get("items")
    if not isinstance(items, list):
        raise ReadingError("this is JSON data, but no feed; check the address")
    self_address = absolute(_string(record.get("feed_url")), url)
    site = absolute(_string(record.get("home_page_url")), url or self_address)
    base = url or self_address or site
    authors = _authors(record)
    resolver = html_text.AddressResolver()
    entries = (_entry(item, base, authors, resolver) for item in items[:MAX_ENTRIES] if isinstance(item, dict))
    return Feed(
        address=address,
        title=html_text.title_line(_string(record.get("title"))),
        url=site,
        entries=tuple(entry for entry in entries if entry),
        language=clean_line(_string(record.get("language")), 40).lower() or None,
        self_address=self_address,
        warnings=warnings,
    )


def _loaded(text: str) -> tuple[Record, tuple[str, ...]]:
    """The outermost object, and what is to be said of it."""
    if text.count("[") + text.count("{") > MAX_JSON_BOXES or text.count('"') > MAX_JSON_QUOTES:
        raise ReadingError("there is more in this JSON data than in any feed; check the address")
    try:
        record = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        items = list(islice(_items_before_the_fault(text), MAX_ENTRIES))
        if not items:
            raise ReadingError("this JSON data is damaged; try again later") from None
        return {"items": items, **_beginning(text)}, (DAMAGED,)
    return (record if isinstance(record, dict) else {}), ()


def _items_before_the_fault(text: str) -> Iterator[Any]:
    match = ITEMS.search(text)
    if not match:
        return
    decoder, at = json.JSONDecoder(strict=False), match.end()
    while len(text) > at:
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield item
        separator = SEPARATOR.match(text, at)
        at = separator.end() if separator else at


def _beginning(text: str) -> Record:
    """What a damaged document says before its items, if it can be read."""
    match = ITEMS.search(text)
    try:
        record = json.loads(text[: match.start()].rstrip().rstrip(",") + "}", strict=False) if match else {}
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _entry(
    item: Record, base: str | None, authors: tuple[str, ...], resolver: html_text.AddressResolver
) -> Entry | None:
    url = absolute(_string(item.get("url")), base) or absolute(_string(item.get("external_url")), base)
    identity = clean(_identity(item.get("id"))).strip()[:MAX_ID] or None
    url = url or absolute(identity, None)
    summary = html_text.html_of(_string(item.get("summary")))
    plain = html_text.html_of(_string(item.get("content_text")))
    content = _string(item.get("content_html")).strip() or plain
    own_title = html_text.title_line(_string(item.get("title")))
    title = own_title or html_text.made_title(summary) or html_text.made_title(plain) or html_text.made_title(content)
    entry = Entry(
        title=title or url or "",
        url=url,
        id=identity,
        published=feed_date(_string(item.get("date_published"))),
        updated=feed_date(_string(item.get("date_modified"))),
        authors=_authors(item) or authors,
        summary=clean(summary) or None,
        content=clean(resolver.resolved(content, url or base)) or None,
        enclosures=_enclosures(item, base),
        tags=_tags(item.get("tags")),
        untitled=not own_title,
    )
    return entry if entry.title or identity or content or entry.enclosures else None


def _identity(written: object) -> str:
    """An id as text; a number, which earlier versions allowed, as it is written."""
    if isinstance(written, int | float) and not isinstance(written, bool):
        return repr(written)
    return _string(written)


def _string(written: object) -> str:
    return written[:MAX_TEXT] if isinstance(written, str) else ""


def _authors(record: Record) -> tuple[str, ...]:
    """The names in ``authors`` (1.1) and ``author`` (1)."""
    listed = record.get("authors")
    people = [*(listed if isinstance(listed, list) else []), record.get("author")][:MAX_NAMES]
    names = (clean_line(_string(each.get("name") or each.get("url"))) for each in people if isinstance(each, dict))
    return tuple(dict.fromkeys(name for name in names if name))


def _tags(written: object) -> tuple[str, ...]:
    tags = (clean_line(_string(tag), 100) for tag in (written if isinstance(written, list) else [])[:MAX_NAMES])
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _enclosures(item: Record, base: str | None) -> tuple[Enclosure, ...]:
    """The attachments, then the pictures that stand for the entry."""
    found: dict[str, Enclosure] = {}
    attached = item.get("attachments")
    for each in (attached if isinstance(attached, list) else [])[:MAX_ENCLOSURES]:
        if not isinstance(each, dict):
            continue
        duration = whole_number(each.get("duration_in_seconds"))
        title, length = each.get("title"), each.get("size_in_bytes")
        enclosure = made(_string(each.get("url")), base, each.get("mime_type"), "", length, duration, title)
        if enclosure:
            found.setdefault(enclosure.url, enclosure)
    for name in ("image", "banner_image"):
        if enclosure := made(_string(item.get(name)), base, "", "image"):
            found.setdefault(enclosure.url, enclosure)
    return tuple(found.values())
