"""Raindrop: a table with folders as paths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.csv_rows import Cells, rows
from tui.intake.bookmarks.documents import Document, Item
from tui.model.bookmark import LeftOut

UNSORTED = "unsorted"
BETWEEN_FOLDERS = re.compile(r"(?<! )/(?! )")  # with blanks around it, the sign belongs to a name
MARK = "Highlight:"


def read_table(document: Document) -> Iterator[Item]:
    """id, title, note, excerpt, url, folder, tags, created, cover, highlights, favorite."""
    for row in rows(document):
        if isinstance(row, LeftOut):
            yield row
            continue
        item = _of_row(row)
        yield item
        if row.get("note", "").strip():
            yield LeftOut(values.NOTES)
        if (highlights := row.get("highlights", "")).strip():
            yield LeftOut(values.HIGHLIGHTS, count=max(1, highlights.count(MARK)))


def _of_row(row: Cells) -> Item:
    path = BETWEEN_FOLDERS.split(row.get("folder", ""))
    names = [] if path[0].strip().lower() == UNSORTED else path
    return values.bookmark(
        row["url"],
        row.get("title"),
        saved=values.written_moment(row.get("created")),
        tags=values.tags([*names, *values.parted_tags(row.get("tags", ""), ",")]),
        starred=values.yes(row.get("favorite")),
    )
