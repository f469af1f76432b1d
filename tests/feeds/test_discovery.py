"""Which addresses a page's feeds may have."""

from __future__ import annotations

import pytest

from tui.feeds.discovery import Candidate, candidates, well_known
from tui.model.page import Page

SITE = "https://harbour.example/news/wall.html"


def found(markup: str, url: str = SITE) -> list[Candidate]:
    """The candidates of a page but for those that are guessed."""
    page = Page(address=url, body=f"<!doctype html>{markup}".encode(), url=url)
    return [candidate for candidate in candidates(page) if candidate.reason != "guessed"]


def test_feeds_that_a_page_names_come_with_their_titles() -> None:
    head = (
        '<link rel="stylesheet" href="/s.css"><link rel="alternate" type="application/rss+xml" title="Comments on it" '
        'href="/comments/feed/"><link rel="Alternate" type="application/atom+xml; charset=utf-8" title="News" '
        'href="feed">'
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1"><link rel="feed" href="/f.json">'
        '<link rel="alternate" hreflang="de" href="/de/">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:x">'
    )
    assert found(f"<head>{head}</head>") == [
        Candidate("https://harbour.example/news/feed", "News", "named"),
        Candidate("https://harbour.example/f.json", "", "named"),
        Candidate("https://harbour.example/comments/feed/", "Comments on it", "named"),
    ]


def test_addresses_start_from_the_base_of_the_page() -> None:
    markup = '<base href="https://other.example/"><link rel="alternate" type="application/rss+xml" href="rss">'
    assert found(markup)[0].address == "https://other.example/rss"


@pytest.mark.parametrize(
    ("href", "is_feed"),
    [
        ("/feed", True),
        ("/feed/", True),
        ("/blog/atom.xml", True),
        ("/news.rss", True),
        ("/index.rdf", True),
        ("/?feed=rss2", True),
        ("/sport-feed.json?page=1", True),
        ("/feedback", False),
        ("/rss-explained.html", False),
        ("/wp-atom.php", True),
        ("/atomic", False),
        ("/feed.xml.html", False),
        ("/feeds/a.b.xml", False),
        ("/story.html", False),
    ],
)
def test_links_that_look_like_feeds(href: str, is_feed: bool) -> None:
    assert bool(found(f'<p><a href="{href}">Subscribe</a></p>')) is is_feed


def test_a_feed_that_is_named_and_linked_is_one_candidate() -> None:
    markup = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed"><a href="/feed">RSS</a>'
    assert found(markup) == [Candidate("https://harbour.example/feed", "News", "named")]


def test_well_known_paths_are_tried_below_the_page_and_at_the_root() -> None:
    addresses = [candidate.address for candidate in well_known("https://harbour.example/blog/?p=1")]
    assert addresses[0] == "https://harbour.example/blog/feed"
    assert "https://harbour.example/feed" in addresses
    assert "https://harbour.example/atom.xml" in addresses
    assert well_known("file:///etc/passwd") == ()


@pytest.mark.parametrize(
    ("url", "feeds"),
    [
        (
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
            ["https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"],
        ),
        ("https://youtube.com/playlist?list=PL12", ["https://www.youtube.com/feeds/videos.xml?playlist_id=PL12"]),
        ("https://www.youtube.com/user/harbour", ["https://www.youtube.com/feeds/videos.xml?user=harbour"]),
        ("https://old.reddit.com/r/harbours/", ["https://www.reddit.com/r/harbours/.rss"]),
        ("https://www.reddit.com/user/ada", ["https://www.reddit.com/user/ada/.rss"]),
        (
            "https://github.com/ada/wall",
            [f"https://github.com/ada/wall/{name}.atom" for name in ("releases", "commits", "tags")],
        ),
        ("https://github.com/ada", ["https://github.com/ada.atom"]),
        ("https://github.com/explore", []),
        ("https://notgithub.com/ada/wall", []),
    ],
)
def test_sites_that_keep_their_feeds_elsewhere(url: str, feeds: list[str]) -> None:
    assert [candidate.address for candidate in found("", url) if candidate.reason == "site"] == feeds


def test_the_channel_of_a_page_that_has_a_name_is_read_from_it() -> None:
    markup = '<script>{"externalId":"UCabcdefghijklmnopqrstuv"}</script>'
    assert found(markup, "https://www.youtube.com/@harbour")[0].address.endswith("channel_id=UCabcdefghijklmnopqrstuv")
    assert found(markup, "https://harbour.example/@harbour") == []
    assert found(markup, "https://notyoutube.com/@harbour") == []
    assert found(markup, "https://harbour.example/youtube.com") == []


def test_a_page_is_read_in_the_encoding_that_it_names_for_itself() -> None:
    head = '<meta charset="windows-1251"><link rel="alternate" type="application/rss+xml" title="Новости" href="/f">'
    page = Page(address=SITE, body=f"<!doctype html>{head}".encode("cp1251"), url=SITE)
    assert candidates(page)[0] == Candidate("https://harbour.example/f", "Новости", "named")


MANY_ATTRIBUTES = " ".join(f"a{n}=x" for n in range(200_000)).encode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0" * 100,
        b"<a href='/feed'" * 10_000,
        b"<link rel=alternate" * 1_000,
        b"<html><a " + MANY_ATTRIBUTES + b"><a href='/a.rss'>",
        b"<html><a href='/" + b"feed" * 500_000 + b"'>",
    ],
    ids=lambda body: f"{body[:12]!r} {len(body)}",
)
def test_a_page_that_is_none_gives_guesses_at_most(body: bytes) -> None:
    assert {c.reason for c in candidates(Page(address=SITE, body=body, url=SITE))} <= {"guessed", "linked"}
