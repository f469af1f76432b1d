"""GoodLinks: a list in JSON."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.json_records import Record
from tui.intake.bookmarks.record_lists import record_items


def read_list(document: Document) -> Iterator[Item]:
    """url, title, tags, starred, addedAt, readAt."""
    return record_items(document, _of_record)


def _of_record(record: Record) -> Iterator[Item]:
    link = record.value
    yield values.bookmark(
        link.get("url") or link.get("originalURL"),
        link.get("title"),
        saved=values.unix_moment(link.get("addedAt")),
        tags=values.tags(link.get("tags")),
        read=values.unix_moment(link.get("readAt")) is not None,
        starred=values.yes(link.get("starred")),
    )
