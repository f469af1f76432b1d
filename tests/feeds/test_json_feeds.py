"""JSON Feed 1 and 1.1."""

from __future__ import annotations

import json

import pytest
from feed_documents import read

from tui.model.feed import Enclosure, Feed
from tui.model.page import ReadingError


def json_feed(*items: object, **head: object) -> Feed:
    """The feed of a JSON document with these items."""
    return read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items, **head}))


def test_all_fields_of_a_json_feed_are_read() -> None:
    feed = json_feed(
        {
            "id": 7,
            "url": "/wall",
            "title": "Wall",
            "content_html": "<img src='p.png'>",
            "summary": "It rises",
            "date_published": "2026-01-02T03:04:05-07:00",
            "attachments": [{"url": "/e.mp3", "mime_type": "audio/mpeg", "duration_in_seconds": 61}],
            "image": "/i.png",
            "authors": [{"name": "Ada"}],
            "tags": ["sea", 1, "sea"],
        },
        title="Harbour",
        home_page_url="https://harbour.example/",
        author={"name": "Tom"},
    )
    (entry,) = feed.entries
    assert (feed.title, feed.url) == ("Harbour", "https://harbour.example/")
    assert (entry.id, entry.url, entry.title) == ("7", "https://harbour.example/wall", "Wall")
    assert (entry.summary, entry.content) == ("It rises", '<img src="https://harbour.example/p.png">')
    assert (entry.published, entry.authors, entry.tags) == ("2026-01-02T03:04:05-07:00", ("Ada",), ("sea",))
    at = "https://harbour.example"
    assert entry.enclosures == (
        Enclosure(f"{at}/e.mp3", "audio/mpeg", "audio", None, 61),
        Enclosure(f"{at}/i.png", medium="image"),
    )


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ({"summary": "A <summary>", "content_text": "b"}, "A <summary>"),
        ({"content_text": "The text"}, "The text"),
        ({"content_html": "<p>The HTML</p>"}, "The HTML"),
        ({"external_url": "https://other.example/x"}, "https://other.example/x"),
    ],
)
def test_an_item_without_a_title_is_called_after_what_it_has(item: dict[str, str], title: str) -> None:
    assert json_feed(item).entries[0].title == title


@pytest.mark.parametrize(
    ("item", "entries"),
    [
        ({"title": "A title alone"}, 1),
        ({"id": "an id alone"}, 1),
        ({"attachments": [{"url": "https://harbour.example/e.mp3", "mime_type": "audio/mpeg"}]}, 1),
        ({"date_published": "2026-01-02"}, 0),
    ],
)
def test_an_item_is_an_entry_that_has_a_title_a_text_a_file_or_an_id(item: dict[str, object], entries: int) -> None:
    assert len(json_feed(item).entries) == entries


def test_what_is_of_a_wrong_type_is_passed_over() -> None:
    wrong = {"id": {"a": 1}, "title": ["x"], "url": 5, "content_html": {}, "tags": "sea", "authors": None}
    feed = json_feed(None, 1, "x", wrong, {"id": 2.5, "title": None, "content_html": "<p>ok</p>"}, title=[1])
    assert [(e.id, e.title) for e in feed.entries] == [("2.5", "ok")]
    assert feed.title == ""


def test_the_items_before_a_fault_are_read() -> None:
    whole = json.dumps({"title": "Harbour", "items": [{"id": str(n), "title": f"Item {n}"} for n in range(5)]})
    feed = read(whole[:-30])
    assert (feed.title, [e.title for e in feed.entries]) == ("Harbour", ["Item 0", "Item 1", "Item 2", "Item 3"])
    assert "damaged" in feed.warnings[0]


@pytest.mark.parametrize("document", ['{"a": 1}', '{"items": 1}', "{", '{"items": ' + "[" * 100_000, "{}" * 3])
def test_json_that_is_no_feed_is_refused(document: str) -> None:
    with pytest.raises(ReadingError):
        read(document)
