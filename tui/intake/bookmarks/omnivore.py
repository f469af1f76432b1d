"""Omnivore: lists of articles, the text of each in a file of its own, highlights in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.record_lists import record_items
from tui.model.subscription import Skipped

ARCHIVED = "archived"
PERCENT = 100.0
# A quotation in Markdown: lines that begin with ">", one after the other.
HIGHLIGHT = re.compile(r"^>.*\n?(?:^>.*\n?)*", re.MULTILINE)


def read_list(document: Document) -> Iterator[Item]:
    """A file of metadata, with the texts beside it."""
    return record_items(document, lambda record: _of_record(record.value, document))


def _of_record(record: dict[str, Any], document: Document) -> Iterator[Item]:
    slug = values.text(record.get("slug"))
    yield values.bookmark(
        record.get("url"),
        record.get("title"),
        saved=values.written_moment(record.get("savedAt")),
        tags=values.tags(record.get("labels")),
        read=values.text(record.get("state")).lower() == ARCHIVED,
        progress=values.share(record.get("readingProgress"), PERCENT),
        html=_beside(document, f"content/{slug}.html"),
        authors=values.names(record.get("author")),
        published=values.iso_date(record.get("publishedAt")),
    )
    count = len(HIGHLIGHT.findall(_beside(document, f"highlights/{slug}.md")))
    if count:
        yield Skipped(values.HIGHLIGHTS, count=count)


def _beside(document: Document, name: str) -> str:
    return (document.beside(name) or b"").decode("utf-8", "replace")
