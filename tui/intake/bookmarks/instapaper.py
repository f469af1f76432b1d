"""Instapaper: a table without dates and tags in former years, with them now; the newest stands first."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.csv_rows import Cells, row_items
from tui.intake.bookmarks.documents import Document, Item
from tui.model.subscription import Skipped

UNREAD, ARCHIVE, STARRED = "unread", "archive", "starred"  # folders that are states; each article is in one folder


def read_table(document: Document) -> Iterator[Item]:
    """URL, Title, Selection, Folder, and perhaps Timestamp and Tags."""
    return row_items(document, _of_row)


def _of_row(row: Cells) -> Iterator[Item]:
    item = _article(row)
    yield item
    if row.get("selection", "").strip() and not isinstance(item, Skipped):
        yield Skipped(values.HIGHLIGHTS)


def _article(row: Cells) -> Item:
    if not row["url"].strip():
        return Skipped(values.NOTES, values.line(row.get("title")))
    folder = row.get("folder", "").strip()
    state = folder.lower()
    names = [] if state in (UNREAD, ARCHIVE, STARRED) else [folder]
    return values.bookmark(
        row["url"],
        row.get("title"),
        saved=values.unix_moment(row.get("timestamp")),
        tags=values.tags([*names, *values.listed_tags(row.get("tags", ""))]),
        read=state == ARCHIVE,
        starred=state == STARRED,
    )
