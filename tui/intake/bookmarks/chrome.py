"""Chrome's own file of bookmarks, and that of browsers made of it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.folder_trees import Folder, FolderTree, folders_of
from tui.intake.bookmarks.json_records import Record
from tui.intake.bookmarks.record_lists import record_items

URL, FOLDER = "url", "folder"


def read_bookmarks(document: Document) -> Iterator[Item]:
    """The bookmarks of all folders; the outermost ones (the bar, the others) are no tags."""
    folders = folders_of(document.pieces(), _folder)
    return record_items(document, lambda record: _of_record(record, folders))


def _of_record(record: Record, folders: FolderTree) -> Iterator[Item]:
    found = record.value
    if found.get("type") == URL:
        yield values.bookmark(
            found.get("url"),
            found.get("name"),
            saved=values.chrome_moment(found.get("date_added")),
            tags=values.tags(folders.path(record.parent)),
        )


def _folder(record: Record) -> Iterator[Folder]:
    if isinstance(found := record.value, dict) and found.get("type") == FOLDER:
        yield record.number, found.get("name"), record.parent
