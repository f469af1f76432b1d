"""Pocket: tables in parts, highlights beside them, and the HTML of former years.

The order of the columns changed (some files have ``cursor`` before ``tags``), and so did the mark between tags.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.csv_rows import Cells, row_items
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.html_tags import tags
from tui.intake.bookmarks.record_lists import read_records
from tui.model.subscription import Skipped

BAR = "|"
ARCHIVE = "archive"


def read_table(document: Document) -> Iterator[Item]:
    """A part: title, url, time_added, tags, status."""
    return row_items(document, _of_row)


def read_annotations(document: Document) -> Iterator[Item]:
    """The highlights of a part."""
    for record in read_records(document):
        if isinstance(record, Skipped):
            yield record
            continue
        highlights = record.value.get("highlights") if isinstance(record.value, dict) else None
        yield Skipped(values.HIGHLIGHTS, count=len(highlights) if isinstance(highlights, list) else 1)


def read_page(document: Document) -> Iterator[Item]:
    """The HTML: links under a heading "Unread" or "Read Archive"."""
    read = False
    for tag in tags(document.pieces()):
        if tag.name == "h1" and not tag.closes:
            read = ARCHIVE in tag.text.lower()
        elif tag.name == "a" and not tag.closes:
            said = tag.attributes()
            yield values.bookmark(
                said.get("href"),
                tag.text,
                saved=values.unix_moment(said.get("time_added")),
                tags=values.parted_tags(said.get("tags", ""), ","),
                read=read,
            )


def _of_row(row: Cells) -> Iterator[Item]:
    tags_written = row.get("tags", "")
    yield values.bookmark(
        row["url"],
        row.get("title"),
        saved=values.unix_moment(row.get("time added")),
        tags=values.parted_tags(tags_written, BAR if BAR in tags_written else ","),
        read=row.get("status", "").strip().lower() == ARCHIVE,
    )
