"""Raindrop: a table with folders as paths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.csv_rows import Cells, row_items
from tui.intake.bookmarks.documents import Document, Item
from tui.model.subscription import Skipped

UNSORTED = "unsorted"
BETWEEN_FOLDERS = re.compile(r"(?<! )/(?! )")  # with blanks around it, the sign belongs to a name
MARK = "Highlight:"


def read_table(document: Document) -> Iterator[Item]:
    """id, title, note, excerpt, url, folder, tags, created, cover, highlights, favorite."""
    return row_items(document, _of_row)


def _of_row(row: Cells) -> Iterator[Item]:
    path = BETWEEN_FOLDERS.split(row.get("folder", ""))
    names = [] if path[0].strip().lower() == UNSORTED else path
    yield values.bookmark(
        row["url"],
        row.get("title"),
        saved=values.written_moment(row.get("created")),
        tags=values.tags([*names, *values.parted_tags(row.get("tags", ""), ",")]),
        starred=values.yes(row.get("favorite")),
    )
    if row.get("note", "").strip():
        yield Skipped(values.NOTES)
    if (highlights := row.get("highlights", "")).strip():
        yield Skipped(values.HIGHLIGHTS, count=max(1, highlights.count(MARK)))
