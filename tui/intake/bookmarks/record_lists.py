"""The records of a JSON document, and one line for what of it cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.intake.bookmarks.documents import CUT_OFF, Document, Item
from tui.intake.bookmarks.json_records import BrokenJsonError, Record, records
from tui.model.subscription import Skipped


def record_items(document: Document, of_record: Callable[[Record], Iterable[Item]]) -> Iterator[Item]:
    """What there is in each record that is an object, by what ``of_record`` makes of it, and what cannot be read."""
    for record in read_records(document):
        if isinstance(record, Skipped):
            yield record
        elif isinstance(record.value, dict):
            yield from of_record(record)


def read_records(document: Document) -> Iterator[Record | Skipped]:
    """Each record, and what is to be said where the document ends too early or is no JSON from there on."""
    try:
        yield from records(document.pieces())
    except BrokenJsonError:
        yield Skipped(CUT_OFF, failed=True)
