"""What an export is read as."""

from __future__ import annotations

import io

from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.recognition import recognised
from tui.model.bookmark import Bookmark


def of_bytes(body: bytes, name: str = "") -> Document:
    """A document that is at hand."""
    return Document(name, len(body), lambda: io.BytesIO(body))


def items(document: Document | bytes) -> list[Item]:
    document = of_bytes(document) if isinstance(document, bytes) else document
    form = recognised(document)
    assert form is not None
    return list(form.read(document))


def bookmarks(body: bytes) -> list[Bookmark]:
    return [item for item in items(body) if isinstance(item, Bookmark)]
