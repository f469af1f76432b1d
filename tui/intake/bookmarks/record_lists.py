"""The records of a JSON document, and one line for what of it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks.documents import CUT_OFF, Document
from tui.intake.bookmarks.json_records import BrokenError, Record, records
from tui.model.bookmark import LeftOut


def read_records(document: Document) -> Iterator[Record | LeftOut]:
    """Each record, and what is to be said where the document ends too early or is no JSON from there on."""
    try:
        yield from records(document.pieces())
    except BrokenError:
        yield LeftOut(CUT_OFF, failed=True)
