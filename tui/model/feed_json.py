"""A Feed as JSON: the public contract of ``newsreader feeds show``, one line a feed."""

from __future__ import annotations

from tui.model.feed import Enclosure, Entry, Feed
from tui.model.json_lines import json_line
from tui.model.printed_values import PrintedEnclosure, PrintedEntry, PrintedFeed


def contract(feed: Feed) -> str:
    """One line of JSON, the form that ``newsreader feeds show --to json`` promises.

    An entry that has no page of its own has its site's address there, so that each can be opened.
    """
    entries = tuple(_entry(entry, feed.url) for entry in feed.entries)
    return json_line(PrintedFeed(feed.address, feed.title or None, feed.url, entries, feed.warnings))


def _entry(entry: Entry, site: str | None) -> PrintedEntry:
    return PrintedEntry(
        title=entry.title or None,
        url=entry.url or site,
        id=entry.id,
        published=entry.published,
        updated=entry.updated,
        authors=entry.authors,
        summary=entry.summary,
        content=entry.content,
        enclosures=tuple(map(_enclosure, entry.enclosures)),
    )


def _enclosure(enclosure: Enclosure) -> PrintedEnclosure:
    return PrintedEnclosure(
        url=enclosure.url,
        type=enclosure.media_type or None,
        medium=enclosure.medium or None,
        length=enclosure.length,
        duration=enclosure.duration,
        title=enclosure.title,
    )
