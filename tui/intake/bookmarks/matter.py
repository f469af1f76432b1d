"""Matter: a table in two forms, whose only date is that of the last time that one did something."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.csv_rows import Cells, row_items
from tui.intake.bookmarks.documents import Document, Item
from tui.model.subscription import Skipped


def read_table(document: Document) -> Iterator[Item]:
    """Title, Author, Publisher, URL, …; what is no longer in the queue, or saved, is in the archive."""
    return row_items(document, _of_row)


def _of_row(row: Cells) -> Iterator[Item]:
    queued = row.get("in queue") or row.get("saved", "")
    yield values.bookmark(
        row["url"],
        row.get("title"),
        saved=values.written_moment(row.get("last interaction date")),
        tags=values.parted_tags(row.get("tags", ""), ";"),
        read=values.yes(row.get("read")) or (bool(queued.strip()) and not values.yes(queued)),
        starred=values.yes(row.get("favorited")),
        authors=values.names(row.get("author")),
        site=values.line(row.get("publisher")) or None,
    )
    if count := values.count(row.get("highlight count")):
        yield Skipped(values.HIGHLIGHTS, count=count)
