"""Readwise: the articles of its Reader, and its highlights, which name no address."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.csv_rows import Cells, row_items
from tui.intake.bookmarks.documents import Document, Item
from tui.model.subscription import Skipped

FEED, ARCHIVE = "feed", "archive"
FROM_A_FEED = "came from a feed, nobody saved it"


def read_reader_table(document: Document) -> Iterator[Item]:
    """Title, URL, ID, Document tags (a list of Python), Saved date, Reading progress, Location, Seen."""
    return row_items(document, _of_row)


def read_highlights(document: Document) -> Iterator[Item]:
    """A row a highlight, with the title of where it stands, and with no address of it."""
    return row_items(document, _of_highlight)


def _of_highlight(row: Cells) -> Iterator[Item]:
    yield Skipped(values.HIGHLIGHTS, values.line(row.get("book title")))
    if row.get("note", "").strip():
        yield Skipped(values.NOTES, values.line(row.get("book title")))


def _of_row(row: Cells) -> Iterator[Item]:
    location = row.get("location", "").strip().lower()
    if location == FEED:
        yield Skipped(FROM_A_FEED, values.line(row.get("title")))
        return
    yield values.bookmark(
        row["url"],
        row.get("title"),
        saved=values.written_moment(row.get("saved date")),
        tags=values.listed_tags(row.get("document tags", "")),
        read=location == ARCHIVE,
        progress=values.share(row.get("reading progress")),
    )
