"""Works cited, as Zotero and others hand them over (CSL-JSON)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.documents import Document, Item
from tui.intake.bookmarks.json_records import Record
from tui.intake.bookmarks.record_lists import record_items

DATE = ("{:04d}", "-{:02d}", "-{:02d}")


def read_list(document: Document) -> Iterator[Item]:
    """title, URL, author, issued, accessed, container-title, language."""
    return record_items(document, _of_record)


def _of_record(record: Record) -> Iterator[Item]:
    work = record.value
    yield values.bookmark(
        work.get("URL"),
        work.get("title"),
        saved=values.written_moment(_date(work.get("accessed"))),
        authors=_authors(work.get("author")),
        published=_date(work.get("issued")),
        site=values.line(work.get("container-title")) or None,
        language=values.language(work.get("language")),
    )


def _authors(people: Any) -> tuple[str, ...]:
    found = [person for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    return values.names([_name(person) for person in found])


def _name(person: dict[str, Any]) -> str:
    parts = (values.text(person.get(part)) for part in ("given", "non-dropping-particle", "family"))
    return values.text(person.get("literal")) or " ".join(part for part in parts if part)


def _date(said: Any) -> str | None:
    """A day, month or year as ISO 8601; None for what only words tell."""
    parts = said.get("date-parts") if isinstance(said, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list):
        return None
    try:
        written = "".join(form.format(int(part)) for form, part in zip(DATE, first[:3], strict=False))
    except (ValueError, TypeError, OverflowError):
        return None
    return written if values.iso_date((written + "-01-01")[:10]) else None
