"""Karakeep: bookmarks in JSON, and the lists that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.folder_trees import Folder, FolderTree, folders_of
from tui.intake.bookmarks.json_records import Record
from tui.intake.bookmarks.record_lists import record_items
from tui.model.subscription import Skipped

LINK = "link"


def read_list(document: Document) -> Iterator[Item]:
    """createdAt, title, tags, content, archived, lists; what is no link is a note."""
    lists = folders_of(document.pieces(), _list)
    return record_items(
        document, lambda record: _of_record(record.value, lists) if record.path == ("bookmarks",) else ()
    )


def _list(record: Record) -> Iterator[Folder]:
    if record.path == ("lists",) and isinstance(found := record.value, dict):
        yield values.text(found.get("id")), found.get("name"), values.text(found.get("parentId"))


def _of_record(record: dict[str, Any], lists: FolderTree) -> Iterator[Item]:
    content = record.get("content")
    if not isinstance(content, dict) or content.get("type") != LINK:
        yield Skipped(values.NOTES, values.line(record.get("title")))
        return
    within = record.get("lists")
    keys = [values.text(key) for key in within] if isinstance(within, list) else []
    names = [name for key in keys for name in lists.path(key)]
    given = record.get("tags")
    yield values.bookmark(
        content.get("url"),
        record.get("title"),
        saved=values.written_moment(record.get("createdAt")),
        tags=values.tags([*names, *(given if isinstance(given, list) else [])]),
        read=values.yes(record.get("archived")),
        starred=values.yes(record.get("favourited")),
    )
    if values.text(record.get("note")).strip():
        yield Skipped(values.NOTES)
