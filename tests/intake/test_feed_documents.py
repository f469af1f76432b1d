"""A feed's document as the library takes it in."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from feed_site import START, document_of

from tui.intake.refreshing.document_readers import DocumentReaders
from tui.intake.refreshing.feed_documents import read_document, read_whole
from tui.library.feeds.arrivals import stored_key
from tui.model.page import Page, ReadingError

ADDRESS = "https://coast.example/feed"


def page_of(document: bytes) -> Page:
    return Page(ADDRESS, document, url=ADDRESS, media_type="text/xml")


def rhythm(document: bytes) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(read_document(page_of(document)).rhythm)
    return said


def hours(*numbers: int) -> list[float]:
    return [(START + timedelta(hours=number)).timestamp() for number in numbers]


def test_a_document_has_its_feed_s_name_and_site_and_its_entries_in_their_order() -> None:
    body = document_of("https://coast.example", (3, 2, 1))
    document = read_document(page_of(body))
    assert (document.title, document.site) == ("Coast", "https://coast.example/")
    assert document.digest == hashlib.sha256(body).hexdigest()
    assert [document.own_text(key).article.title for key in document.keys] == ["News 3", "News 2", "News 1"]
    assert dict(document.made) == {}


def test_what_is_known_is_not_made_again_and_the_rest_is_sent_only_where_it_is_needed() -> None:
    page = page_of(document_of("https://coast.example", (3, 2, 1)))
    keys = read_document(page).keys
    every, some = read_whole(page, ()), read_whole(page, [stored_key(keys[1])])
    assert (list(every.made), every.rest) == (list(keys), None)
    assert list(some.made) == [keys[0], keys[2]]
    assert some.rest is not None
    for document in (every, some):
        assert [document.own_text(key).article.title for key in keys] == ["News 3", "News 2", "News 1"]


def test_when_the_newest_entries_were_published_says_how_often_a_feed_changes() -> None:
    document = document_of("https://coast.example", (*range(5, 0, -1), *range(12, 5, -1)))
    assert rhythm(document) == {"published": hours(*range(12, 2, -1))}  # ten of them
    wishes = b"<ttl>60</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Monday</day></skipDays><title>"
    undated = document_of("https://coast.example", ()).replace(b"<title>", wishes, 1)
    assert rhythm(undated) == {"ttl": 3600, "skip_hours": [3], "skip_days": [0]}


def test_an_entry_that_names_only_its_last_change_counts_by_that_and_else_by_its_publication() -> None:
    entry = "<entry><id>{0}</id><title>{0}</title>{1}<updated>2026-11-0{0}T00:00:00Z</updated></entry>"
    entries = entry.format(1, ""), entry.format(2, "<published>2026-10-01T00:00:00Z</published>")
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Coast</title>{''.join(entries)}</feed>"
    moments = [datetime(2026, 11, 1, tzinfo=UTC).timestamp(), datetime(2026, 10, 1, tzinfo=UTC).timestamp()]
    assert rhythm(atom.encode()) == {"published": moments}


async def test_a_fault_in_a_process_of_its_own_is_said_in_a_line() -> None:
    async with DocumentReaders(workers=1) as readers, readers.taking_in():
        readers.expect(99)
        with pytest.raises(ReadingError) as raised:
            await readers.read(Page(ADDRESS, None), tuple)  # type: ignore[arg-type]
    assert str(raised.value).startswith("this feed could not be read (")
    assert str(raised.value).endswith("Error)")
