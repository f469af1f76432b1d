"""Linkwarden: collections in JSON, which name the collection around them, with their links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.folder_trees import Folder, FolderTree, folders_of
from tui.intake.bookmarks.json_records import Record
from tui.intake.bookmarks.record_lists import record_items
from tui.model.subscription import Skipped

LINKS = "links"


def read_list(document: Document) -> Iterator[Item]:
    """The links of all collections."""
    collections = folders_of(document.pieces(), _collection)
    return record_items(
        document,
        lambda record: _of_link(record.value, record.parent, collections) if record.path[-1:] == (LINKS,) else (),
    )


def _collection(record: Record) -> Iterator[Folder]:
    """A collection by its own number, and by where it stands, which is what is known of its links."""
    if record.path == ("collections",) and isinstance(found := record.value, dict):
        own = values.text(found.get("id"))
        yield own, found.get("name"), values.text(found.get("parentId"))
        yield record.number, "", own


def _of_link(link: dict[str, Any], parent: int, collections: FolderTree) -> Iterator[Item]:
    given = link.get("tags")
    yield values.bookmark(
        link.get("url"),
        link.get("name"),
        saved=values.written_moment(link.get("createdAt")),
        tags=values.tags([*collections.path(parent), *(given if isinstance(given, list) else [])]),
    )
    if isinstance(highlights := link.get("highlight"), list) and highlights:
        yield Skipped(values.HIGHLIGHTS, count=len(highlights))
