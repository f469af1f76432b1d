"""``newsreader feeds`` as scripts and people see it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from commandline import CommandLine, records
from contract_checks import check_line
from feed_arrivals import arrives, entry, subscribed
from website import Website

from tui.cli import main
from tui.library import Library

FEED = (
    "<rss version='2.0'><channel><title>Harbour\x9b news</title><link>/</link><item><title>Wall &amp;amp; sea</title>"
    "<link>/wall</link><guid>w1</guid><pubDate>Tue, 24 Jun 2014 10:00:00 +0200</pubDate>"
    "<description>&lt;p&gt;Short&lt;/p&gt;</description>"
    "<enclosure url='/e.mp3' type='audio/mpeg' length='12'/></item></channel></rss>"
)


def test_a_feed_is_printed_as_the_contract_says(command: CommandLine) -> None:
    path = command.page("feed.xml", FEED)
    (feed,) = records(command.run("feeds", "show", "--to", "json", "--base", "https://harbour.example/feed", str(path)))
    assert feed == {
        "address": str(path),
        "title": "Harbour› news",
        "url": "https://harbour.example/",
        "entries": [
            {
                "title": "Wall & sea",
                "url": "https://harbour.example/wall",
                "id": "w1",
                "published": "2014-06-24T10:00:00+02:00",
                "updated": None,
                "authors": [],
                "summary": "<p>Short</p>",
                "content": None,
                "enclosures": [
                    {
                        "url": "https://harbour.example/e.mp3",
                        "type": "audio/mpeg",
                        "medium": "audio",
                        "length": 12,
                        "duration": None,
                        "title": None,
                    }
                ],
            }
        ],
        "warnings": [],
    }


def test_every_address_has_its_line_in_order(command: CommandLine, website: Website) -> None:
    good = website.page("/feed", FEED, "application/rss+xml")
    json_feed = website.page("/feed.json", '{"version": "1", "items": []}', "application/feed+json")
    page = website.page("/", "<!doctype html><title>Log in</title>")
    done = command.run("feeds", "show", "--to", "json", good, page, "missing.xml", json_feed)
    lines = records(done)
    assert done.returncode == 1
    assert [line["address"] for line in lines] == [good, page, "missing.xml", json_feed]
    assert ["error" in line for line in lines] == [False, True, True, False]
    assert "web page" in str(lines[1]["error"])
    assert lines[0]["url"] == website.url + "/"
    assert len(done.stderr.splitlines()) == 2


def test_people_see_a_line_an_entry(command: CommandLine) -> None:
    done = command.run("feeds", "show", "-", stdin=FEED)
    assert done.stdout.decode().splitlines() == ["Harbour› news", "2014-06-24\tWall & sea\t"]


def test_nothing_is_fetched_offline(command: CommandLine, website: Website) -> None:
    done = command.run("feeds", "show", "--offline", website.page("/feed", FEED))
    assert done.returncode == 1
    assert website.requests == []


def test_a_feed_is_asked_for_as_one_and_is_still_no_article(command: CommandLine, website: Website) -> None:
    address = website.page("/feed", FEED, "application/rss+xml")
    assert command.run("feeds", "show", address).returncode == 0
    assert website.headers[0]["accept"].startswith("application/atom+xml")
    refused = command.run("convert", "--to", "json", address)
    assert "this is a feed" in str(records(refused)[0]["error"])


def test_an_action_must_be_named(command: CommandLine) -> None:
    assert command.run("feeds").returncode == 2


@pytest.fixture
def subscribed_to() -> None:
    """Two feeds, the second in a folder of a folder and failing; an entry of the first."""
    with Library.open(Path(os.environ["XDG_DATA_HOME"], "newsreader"), now=lambda: 1_770_000_000.0) as library:
        arrives(library, subscribed(library), [entry(1)])
        failing = subscribed(library, "https://gull.example/feed", ("News", "Far away"))
        library.feeds.set(library.feeds.find(str(failing)), "headers", "Accept-Language: cy")
        library.entries.failed(failing, "no answer", next_at=1_770_000_060.0)


@pytest.mark.usefixtures("subscribed_to")
def test_the_feeds_that_are_read_are_listed_with_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feeds", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1\tCoast\t\t1\t\thttps://coast.example/feed",
        "2\thttps://gull.example/feed\tNews/Far away\t0\tno answer\thttps://gull.example/feed",
    ]


@pytest.mark.usefixtures("subscribed_to")
def test_the_feeds_that_are_read_are_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feeds", "list", "--json"]) == 0
    coast, gull = map(json.loads, capsys.readouterr().out.splitlines())
    for line in (coast, gull):
        check_line("subscription", line)
    assert (coast["folder"], coast["unread"], coast["error"], coast["since"]) == (None, 1, None, None)
    assert (gull["folder"], gull["error"], gull["since"]) == ("News/Far away", "no answer", "2026-02-02T02:40:00+00:00")
    assert gull["settings"] == {
        "full_text": "auto",
        "pictures": True,
        "interval": None,
        "user_agent": None,
        "headers": ["Accept-Language: cy"],
        "cookies_from": None,
        "keep_days": 90,
        "update": "keep",
    }


def test_no_feeds_are_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feeds", "list"]) == 0
    assert capsys.readouterr().err == "newsreader: no feed is read yet\n"
    assert main(["feeds", "list", "--json"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "")
