"""A Feed as JSON: the public contract of ``newsreader feeds show``, one line a feed."""

from __future__ import annotations

import json
from typing import Any

from tui.model.feed import Enclosure, Entry, Feed


def contract(feed: Feed) -> str:
    """One line of JSON, the form that ``newsreader feeds show --to json`` promises; fields are only ever added.

    An entry that has no page of its own has its site's address there, so that each can be opened.
    """
    record = {
        "address": feed.address,
        "title": feed.title or None,
        "url": feed.url,
        "entries": [_entry(entry, feed.url) for entry in feed.entries],
        "warnings": feed.warnings,
    }
    return json.dumps(record, ensure_ascii=False)


def _entry(entry: Entry, site: str | None) -> dict[str, Any]:
    return {
        "title": entry.title or None,
        "url": entry.url or site,
        "id": entry.id,
        "published": entry.published,
        "updated": entry.updated,
        "authors": entry.authors,
        "summary": entry.summary,
        "content": entry.content,
        "enclosures": [_enclosure(enclosure) for enclosure in entry.enclosures],
    }


def _enclosure(enclosure: Enclosure) -> dict[str, Any]:
    return {
        "url": enclosure.url,
        "type": enclosure.media_type or None,
        "medium": enclosure.medium or None,
        "length": enclosure.length,
        "duration": enclosure.duration,
        "title": enclosure.title,
    }
