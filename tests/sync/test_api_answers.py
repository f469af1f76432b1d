"""What servers answer, read: entries and feeds in full, and what is of another shape."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.page import ReadingError
from tui.model.server_feed import ServerFeed
from tui.sync import api_answers
from tui.sync.item_ids import PREFIX

ENTRY: dict[str, Any] = {
    "id": f"{PREFIX}0006614b67b204c6",
    "published": 1_795_845_540,
    "title": "Wind ＆ waves ＜north＞",
    "canonical": [{"href": "javascript:alert(1)"}, {"href": "https://coast.example/a"}],
    "alternate": [{"href": "https://coast.example/b"}],
    "categories": ["user/1/label/Arts & Culture/Theatre", "user/-/state/com.google/read", "harbour"],
    "origin": {"streamId": "feed/1"},
    "summary": {"content": "<p>Short."},
    "content": {"content": '<p>The whole <a href="/c">text</a>.'},
    "author": "Ada Moreno; Ben Okri",
    "enclosure": [{"href": "https://coast.example/a.mp3", "type": "audio/mpeg", "length": 9}, "x"],
}


def test_an_entry_has_everything_that_the_server_said_of_it() -> None:
    (found,) = api_answers.entries({"items": [ENTRY, {"title": "without an id"}, 7]})
    entry = found.entry
    assert (found.item, found.stream, found.labels) == (ENTRY["id"], "feed/1", ("Arts & Culture/Theatre",))
    assert (entry.title, entry.url) == ("Wind & waves <north>", "https://coast.example/a")
    assert (entry.published, entry.authors) == ("2026-11-28T05:59:00+00:00", ("Ada Moreno", "Ben Okri"))
    assert entry.content == '<p>The whole <a href="https://coast.example/c">text</a>.'
    assert [one.url for one in entry.enclosures] == ["https://coast.example/a.mp3"]


def test_feeds_have_their_addresses_whole_labels_and_titles_without_wide_signs() -> None:
    listed = [
        {
            "id": "feed/5",
            "title": "Coast ＆ sea， daily／weekly",
            "categories": [{"id": "user/-/label/Arts & Culture/Theatre", "label": "x"}],
            "url": "https://coast.example/feed",
            "htmlUrl": "https://coast.example/",
        },
        {"id": "feed/https://gull.example/feed", "title": "海，空"},
        {"id": "feed/6", "title": "Caf&eacute; &amp; <bar>", "url": "https://bar.example/feed"},
        {"id": "feed/7", "title": "of no address"},
    ]
    assert api_answers.subscriptions({"subscriptions": listed}) == [
        ServerFeed(
            "feed/5",
            "https://coast.example/feed",
            "Coast & sea, daily/weekly",
            "https://coast.example/",
            ("Arts & Culture/Theatre",),
        ),
        ServerFeed("feed/https://gull.example/feed", "https://gull.example/feed", "海，空"),
        ServerFeed("feed/6", "https://bar.example/feed", "Café & <bar>"),
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html>", "no Google Reader API"),
        (b"", "broke off"),
        (b'{"itemRefs": [{"id": "1"}, {"i', "broke off"),
        (b"[]", "no Google Reader API"),
        (b"[" * 100_000, "no Google Reader API"),
        (b'{"a":' * 100_000, "broke off"),
    ],
)
def test_what_is_no_whole_answer_is_refused(body: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        api_answers.read_json(body)


def test_a_list_without_its_list_is_no_list() -> None:
    with pytest.raises(ReadingError, match="no Google Reader API"):
        api_answers.subscriptions({"error": "x"})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(sorted(ENTRY)), inside, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(ENTRY)), JSON), JSON)
def test_whatever_stands_in_an_entry_or_a_feed_is_read_or_left_out(record: dict[str, Any], value: Any) -> None:
    whole = json.loads(json.dumps({**ENTRY, **record}))
    api_answers.entries({"items": [whole, value]})
    api_answers.subscriptions({"subscriptions": [whole | {"url": value, "htmlUrl": value}, value]})
    api_answers.id_page({"itemRefs": [whole, value], "continuation": value})
