"""GoodLinks: a list in JSON."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.record_lists import read_records
from tui.model.bookmark import LeftOut


def read_list(document: Document) -> Iterator[Item]:
    """url, title, tags, starred, addedAt, readAt."""
    for record in read_records(document):
        if isinstance(record, LeftOut):
            yield record
        elif isinstance(link := record.value, dict):
            yield values.bookmark(
                link.get("url") or link.get("originalURL"),
                link.get("title"),
                saved=values.unix_moment(link.get("addedAt")),
                tags=values.tags(link.get("tags")),
                read=values.unix_moment(link.get("readAt")) is not None,
                starred=values.yes(link.get("starred")),
            )
