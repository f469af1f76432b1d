"""OPML and newsboat's list of addresses."""

from __future__ import annotations

import pytest

from tui.feeds.newsboat_urls import read_newsboat_urls
from tui.feeds.opml import MAX_DEPTH, read_opml, write_opml
from tui.model.page import ReadingError
from tui.model.subscription import SavedSearch, Skipped, Subscription, SubscriptionList


def opml(body: str, declaration: str = "") -> str:
    return f"{declaration}<opml version='2.0'><head><title>Mine</title></head><body>{body}</body></opml>"


def test_folders_inside_each_other_and_a_feed_in_several() -> None:
    feeds = read_opml(
        opml(
            '<outline text="News &amp; more"><outline text="Europe"><outline type="rss" text="Wall" title="Its own" '
            'xmlUrl="https://a.example/f?x=1&amp;y=2" htmlUrl="https://a.example/" category="/sea/port, fog"/>'
            "</outline>"
            '<outline type="rss" text="Pier" xmlUrl="https://b.example/f"/></outline>'
            '<outline text="Fun"><OUTLINE TEXT="Pier" XMLURL="https://B.example/f"></OUTLINE></outline>'
            '<outline text="Quay" xmlUrl="feed://c.example/f"/><outline type="link" text="x" url="https://d.example/"/>'
        ).encode()
    )
    assert feeds == SubscriptionList(
        (
            Subscription(
                "https://a.example/f?x=1&y=2",
                "Wall",
                "https://a.example/",
                (("News & more", "Europe"),),
                ("sea/port", "fog"),
            ),
            Subscription("https://b.example/f", "Pier", None, (("News & more",), ("Fun",))),
            Subscription("http://c.example/f", "Quay"),
        ),
        (),
        (Skipped("it is a link, not a feed", "https://d.example/"),),
        "Mine",
    )


@pytest.mark.parametrize("codec", ["iso-8859-1", "utf-8", "utf-16", "windows-1252"])
def test_declared_encodings_and_bare_ampersands(codec: str) -> None:
    document = opml(
        '<outline text="Café & bar"><outline title="Ünter" xmlUrl="https://a.example/?a=1&b=2"/></outline>',
        f'<?xml version="1.0" encoding="{codec}"?>',
    )
    assert read_opml(document.encode(codec)).subscriptions == (
        Subscription("https://a.example/?a=1&b=2", "Ünter", None, (("Café & bar",),)),
    )


@pytest.mark.parametrize(
    "address",
    [
        "exec:touch x",
        "|touch x",
        "filter:touch x:https://a.example/f",
        "file:///etc/passwd",
        "a.example/f",
        "javascript:x",
    ],
)
def test_what_is_no_address_of_the_web_is_skipped_with_a_reason(address: str) -> None:
    feeds = read_opml(opml(f'<outline type="rss" text="x" xmlUrl="{address}"/>').encode())
    assert feeds.subscriptions == ()
    assert feeds.skipped[0].entry == address


def test_a_command_beside_an_address_is_named_and_the_feed_stays() -> None:
    feeds = read_opml(opml('<outline text="x" xmlUrl="https://a.example/f" filtercmd="touch x"/>').encode())
    assert [each.address for each in feeds.subscriptions] == ["https://a.example/f"]
    assert "touch x" in feeds.skipped[0].entry


def test_folders_as_deep_as_somebody_likes() -> None:
    deep = '<outline text="d">' * 20_000 + '<outline xmlUrl="https://a.example/f"/>' + "</outline>" * 20_000
    feeds = read_opml(opml(deep + '<outline xmlUrl="https://b.example/f"/>').encode())
    assert feeds.subscriptions[0].folders == (("d",) * MAX_DEPTH,)
    assert feeds.subscriptions[1].folders == ()


@pytest.mark.parametrize(
    "document",
    [
        '<opml><outline "' + '" "' * 200_000,
        "<opml>" + '<outline ""' * 100_000,
        "<opml>" + "<outline a='" * 100_000,
        "<opml>" + "<!--" * 200_000,
        '<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + opml('<outline text="&x;" xmlUrl="&x;"/>'),
    ],
    ids=["quotes", "empty", "unclosed", "comments", "entities"],
)
def test_a_list_made_to_break_its_reader_gives_no_feeds(document: str) -> None:
    assert read_opml(document.encode()).subscriptions == ()


def test_what_is_no_opml_is_refused() -> None:
    with pytest.raises(ReadingError, match="no OPML"):
        read_opml(b"<html><body>log in</body></html>")


def test_a_written_list_is_xml_that_says_the_same() -> None:
    from lxml import etree

    feeds = SubscriptionList(
        (
            Subscription(
                "https://a.example/?a=1&b=2",
                'A "wall" <b>',
                "https://a.example/",
                ((), ("x & y", "z")),
                ("a,b", "50%", "c/d"),
            ),
            Subscription("https://b.example/f"),
        ),
        title="Mine & yours",
    )
    written = write_opml(feeds)
    assert etree.fromstring(written).get("version") == "2.0"
    again = read_opml(written)
    assert (again.subscriptions, again.title) == (feeds.subscriptions, feeds.title)


def test_of_newsboats_list_feeds_and_searches_are_read_and_commands_left_out() -> None:
    urls = r"""
https://a.example/f news "Long Tag" "~My \"own\" title"
https://b.example/f !hidden
# a comment
"query:Unread sea:unread = \"yes\" and title =~ \"sea\"" queries
"query:empty"
"exec:~/bin/make-feed.sh"
"filter:~/bin/f.py:https://c.example/f" tech
file:///tmp/feed.xml
https://a.example/f again
"""
    feeds = read_newsboat_urls(urls.encode())
    assert feeds.subscriptions == (
        Subscription("https://a.example/f", 'My "own" title', None, (), ("news", "Long Tag", "again")),
        Subscription("https://b.example/f", "", None, (), ("!hidden",)),
    )
    assert feeds.searches == (SavedSearch("Unread sea", 'unread = "yes" and title =~ "sea"', ("queries",)),)
    assert [each.entry for each in feeds.skipped] == [
        "query:empty",
        "exec:~/bin/make-feed.sh",
        "filter:~/bin/f.py:https://c.example/f",
        "file:///tmp/feed.xml",
    ]
