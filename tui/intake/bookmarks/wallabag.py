"""wallabag: JSON with the whole texts, and a table."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.csv_rows import Cells, row_items
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.json_records import Record
from tui.intake.bookmarks.record_lists import record_items
from tui.model.subscription import Skipped

# How the text begins that wallabag writes where it could get none.
NO_TEXT = "wallabag can't retrieve contents"
BEGINNING = 100  # characters in which that stands


def read_list(document: Document) -> Iterator[Item]:
    """The JSON, of the export and of the API."""
    return record_items(document, _of_record)


def read_table(document: Document) -> Iterator[Item]:
    """The table; it does not say what was read."""
    return row_items(document, _of_row)


def _of_record(found: Record) -> Iterator[Item]:
    record = found.value
    yield values.bookmark(
        record.get("url") or record.get("given_url"),
        record.get("title"),
        saved=values.written_moment(record.get("created_at")),
        tags=values.tags(record.get("tags")),
        read=values.yes(record.get("is_archived")),
        starred=values.yes(record.get("is_starred")),
        html=_html(values.text(record.get("content"))),
        authors=values.names(record.get("published_by")),
        published=values.iso_date(record.get("published_at")),
        language=values.language(record.get("language")),
    )
    annotations = record.get("annotations")
    if isinstance(annotations, list) and annotations:
        yield Skipped(values.HIGHLIGHTS, count=len(annotations))


def _of_row(row: Cells) -> Iterator[Item]:
    yield values.bookmark(
        row["url"],
        row.get("title"),
        saved=values.day_first_moment(row.get("creation date", "")),
        tags=values.parted_tags(row.get("tags", ""), ","),
        html=_html(row.get("content", "")),
        language=values.language(row.get("language")),
    )


def _html(content: str) -> str:
    return "" if NO_TEXT in content[:BEGINNING] else content
