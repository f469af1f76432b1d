"""Documents made to break a reader of feeds give what can be had, or a clear message, and little is spent on them."""

from __future__ import annotations

import json

import pytest
from feed_documents import feed_or_message, read, rss

from tui.feeds.feed_limits import MAX_ADDRESSES, MAX_BYTES, MAX_ENTRIES, MAX_MARKS, MAX_TEXT

ONE = "<item><title>One</title></item>"
BOMB = "".join(f'<!ENTITY a{n + 1} "' + f"&a{n};" * 10 + '">' for n in range(9))
MANY_ATTRIBUTES = " ".join(f'a{n}="x"' for n in range(100_000))
MANY_NAMESPACES = " ".join(f'xmlns:n{n}="h:{n}"' for n in range(50_000))


@pytest.mark.parametrize(
    "document",
    [
        rss(f"<item {MANY_ATTRIBUTES}><title>One</title></item>"),
        rss(ONE + "<a>" * 100_000),
        rss(ONE + "<item/>" * 300_000),
        rss("<item><title>One" + "&" * 1_200_000),
        rss(ONE + "<![CDATA[" * 100_000),
        rss(ONE + "<!--" * 100_000),
        rss(ONE + "<item><description>" + "&lt;a href=" * 200_000),
        rss(ONE + '<item><link>http://h.test/</link><description>&lt;img srcset="' + "a " * 400_000 + '"&gt;'),
        rss(ONE + "<item><description>" + "x\n \n " * 400_000),
        rss(ONE + "<item><title>" + "a" + "\u0301" * 400_000),
        rss('<x xml:base="x/">' * 200 + ONE * 10_000),
        '<!DOCTYPE r [<!ENTITY a0 "l">' + BOMB + "]>" + rss(ONE + "<item><title>&a9;</title></item>"),
        '<!DOCTYPE r [<!ENTITY a "' + "x" * 100_000 + '">]>' + rss(ONE + "<item>" + "&a;" * 100_000 + "</item>"),
        f"<rss {MANY_NAMESPACES}><channel>{ONE}</channel></rss>",
    ],
    ids=lambda document: str(len(document)),
)
def test_the_entry_before_the_trouble_is_read(document: str) -> None:
    assert read(document).entries[0].title.startswith("One")


@pytest.mark.parametrize(
    "body",
    [
        b"\0" * 1_000_000,
        bytes(range(256)) * 4_000,
        b"<" * 1_000_000,
        b"<rss " + b"=" * 1_000_000,
        b"<?xml " + b" " * 1_000_000,
        b"<!-- " * 200_000,
        b"<!----><!-- x -->" * 60_000,
        b"<?xml " * 60_000,
        b"<!DOCTYPE rss [" + b'<!ENTITY a "b">' * 60_000 + b"]>",
        b'{"items":[' + b"[]," * 500_000,
        b'{"items":[' + b"9" * 100_000,
        b'{"items":[' + b'{"a":' * 100_000,
    ],
    ids=lambda body: repr(body[:12]),
)
def test_a_document_without_entries_gives_none_or_a_message(body: bytes) -> None:
    found = feed_or_message(body)
    assert found and "\n" not in found if isinstance(found, str) else found.entries == ()


def test_no_more_entries_are_looked_at_than_a_feed_may_have() -> None:
    feed = read(rss(ONE * (MAX_ENTRIES + 5)))
    assert len(feed.entries) == MAX_ENTRIES


@pytest.mark.parametrize(("count", "whole"), [(MAX_MARKS // 4 - 100, True), (MAX_MARKS // 4 + 100, False)])
def test_more_tags_than_a_feed_may_have_are_cut_with_a_warning(count: int, whole: bool) -> None:
    feed = read(rss(ONE + "<a></a><b></b>" * count))
    assert feed.entries[0].title == "One"
    assert (feed.warnings == ()) is whole


def test_tags_in_cdata_are_not_counted() -> None:
    feed = read(
        rss(f"{ONE}<item><title>Two</title><description><![CDATA[{'<b>x</b>' * MAX_MARKS}]]></description></item>")
    )
    assert [entry.title for entry in feed.entries] == ["One", "Two"]
    assert len(feed.entries[1].summary or "") == MAX_TEXT


def test_no_more_relative_addresses_are_made_absolute_than_a_feed_may_have() -> None:
    links = "<a href=b>x</a>" * MAX_ADDRESSES
    item = f"<item><title>Two</title><description><![CDATA[{links}<a href=c>y</a>]]></description></item>"
    two, three = read(rss(item + item.replace("Two", "Three"))).entries
    assert (two.summary or "").count("https://") == MAX_ADDRESSES
    assert "href=c>" in (two.summary or "")
    assert "https://" not in (three.summary or "")


def test_a_feed_beyond_the_limit_is_cut_with_a_warning() -> None:
    feed = read(rss(ONE + f"<item><description>{'x' * MAX_BYTES}</description></item>"))
    assert feed.entries[0].title == "One"
    assert "too large" in feed.warnings[0]


def test_entities_from_elsewhere_are_not_replaced() -> None:
    feed = read(
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY own "Wall">]>'
        + rss("<item><title>&own; &x;</title></item>")
    )
    assert feed.entries[0].title == "Wall"


def test_nothing_that_steers_a_terminal_comes_through() -> None:
    steering = "\x1b]0;x\x07\x9b31m\u202e"
    in_json = read(
        json.dumps(
            {
                "title": steering,
                "description": steering,
                "language": steering,
                "items": [
                    {
                        "id": steering + "1",
                        "title": steering,
                        "url": "https://h.test/" + steering,
                        "content_html": f"<p>{steering}</p>",
                        "authors": [{"name": steering}],
                        "tags": [steering],
                        "attachments": [{"url": "https://h.test/a", "mime_type": steering, "title": steering}],
                    }
                ],
            }
        )
    )
    in_xml = read(
        rss("<item><title>&#155;31m T &amp;#27;[2J</title><guid>g&#155;</guid><author>&amp;#27;x</author></item>")
    )
    written = repr(in_json) + repr(in_xml)
    assert len(in_json.entries) == len(in_xml.entries) == 1
    assert not [sign for sign in ("\\x1b", "\\x07", "\\x9b", "\\u202e") if sign in written]
