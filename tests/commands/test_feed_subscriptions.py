"""``newsreader feeds`` and ``refresh`` as people and scripts see them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from commandline import CommandLine
from feed_site import FeedSite
from website import Website

from tui.feeds.opml import read_opml

URLS = """https://one.example/feed "News" "~First one"
https://two.example/feed News Sea
"query:Unread:unread = \\"yes\\""
"exec:~/bin/feed.sh"
"""


@pytest.fixture
def site() -> Iterator[Website]:
    with Website() as site:
        yield site


class Said(NamedTuple):
    status: int
    out: str
    err: str


def run(command: CommandLine, *arguments: str) -> Said:
    done = command.run(*arguments)
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def listed(command: CommandLine, *arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(command, "feeds", "list", "--json", *arguments).out.splitlines()]


def test_a_site_is_enough_to_subscribe_to_its_feed(command: CommandLine, site: Website) -> None:
    feed = FeedSite(site)
    site.page(
        "/", "<html><head><link rel=alternate type=application/rss+xml href=/feed></head><body>News</body></html>"
    )
    done = run(command, "feeds", "add", "--folder", "News/Sea", site.url + "/")
    assert (done.status, done.out) == (0, f"1\tsubscribed\tCoast\t{feed.address}\n")
    assert len(feed.answers) == 1
    (row,) = listed(command)
    assert (row["number"], row["title"], row["folder"], row["unread"], row["error"]) == (
        1,
        "Coast",
        "News/Sea",
        3,
        None,
    )
    again = run(command, "feeds", "add", feed.address)
    assert again.out == f"1\talready subscribed\tCoast\t{feed.address}\n"


def test_several_feeds_are_listed_to_choose_from(command: CommandLine, site: Website) -> None:
    FeedSite(site, "/a", [1])
    FeedSite(site, "/b", [2])
    FeedSite(site, "/comments", [3])
    links = "".join(f"<link rel=alternate type=application/rss+xml href=/{name}>" for name in ("a", "b", "comments"))
    site.page("/", f"<html><head>{links}</head><body>News</body></html>")
    done = run(command, "feeds", "add", site.url + "/")
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        f"newsreader: {site.url}/: there are several feeds; add one of these:",
        f"newsreader: {site.url}/a: Coast · News 1",
        f"newsreader: {site.url}/b: Coast · News 2",
    ]
    assert listed(command) == []


def test_an_address_without_a_feed_says_so(command: CommandLine, site: Website) -> None:
    done = run(command, "feeds", "add", site.page("/", "<html><body><p>Nothing here.</p></body></html>"))
    assert done.status == 1
    assert "no feed was found there" in done.err


def test_a_refresh_says_what_is_new_and_makes_it_whole(command: CommandLine, site: Website) -> None:
    feed = FeedSite(site)
    run(command, "feeds", "add", feed.address)
    feed.entries.insert(0, 4)
    done = run(command, "refresh")
    assert (done.status, done.out, done.err) == (0, "1 new article in 1 feed; 4 made whole\n", "")
    rows = [json.loads(line) for line in run(command, "list", "--json", "--all").out.splitlines()]
    assert [(row["title"], row["text"], row["feeds"], row["pictures"]) for row in rows] == [
        (f"News {n}", "whole", ["Coast"], "all") for n in (4, 3, 2, 1)
    ]
    assert run(command, "list", "--json").out == ""
    assert run(command, "refresh", "--due").out == ""


def test_a_feed_that_cannot_be_had_makes_the_status_one(command: CommandLine, site: Website) -> None:
    feed = FeedSite(site)
    run(command, "feeds", "add", feed.address)
    site.page("/feed", "no", status=404)
    done = run(command, "refresh")
    assert done.status == 1
    assert done.err == f"newsreader: {feed.address}: the server has no such page (404); check the address\n"
    (row,) = listed(command)
    assert row["error"] == "the server has no such page (404); check the address"
    assert row["since"]


def test_what_is_set_for_a_folder_holds_for_its_feeds(command: CommandLine) -> None:
    run(command, "feeds", "add", "--offline", "--folder", "Sea", "https://coast.example/feed?a=b")
    assert run(command, "feeds", "set", "folder:sea", "full_text=always", "keep_days=30").status == 0
    assert run(command, "feeds", "set", "https://coast.example/feed?a=b", "name=Coast", "pictures=no").status == 0
    (row,) = listed(command)
    settings = row["settings"]
    assert isinstance(settings, dict)
    assert (row["title"], settings["full_text"], settings["keep_days"], settings["pictures"]) == (
        "Coast",
        "always",
        30,
        False,
    )
    wrong = run(command, "feeds", "set", "1", "full_text=maybe")
    assert (wrong.status, "full_text is auto, always or never" in wrong.err) == (1, True)
    assert run(command, "feeds", "set", "7", "full_text=never").status == 1
    assert run(command, "feeds", "set", "1").status == 2
    misspelt = run(command, "feeds", "set", "1", "full_txt=always")
    assert (misspelt.status, "full_txt=always: there is no such setting" in misspelt.err) == (2, True)


def test_newsboat_s_feeds_come_in_and_go_out_again_and_commands_are_only_listed(
    command: CommandLine, tmp_path: Path
) -> None:
    urls = tmp_path / "urls"
    urls.write_text(URLS)
    done = run(command, "feeds", "import", str(urls))
    assert done.status == 1
    assert done.out.startswith("imported 2 feeds\n")
    assert "it runs a command, which is never done for a list" in done.err
    assert "Unread" in done.err
    assert run(command, "feeds", "export", str(tmp_path / "feeds.opml")).status == 0
    found = read_opml((tmp_path / "feeds.opml").read_bytes()).subscriptions
    assert {(one.address, one.title, one.tags) for one in found} == {
        ("https://one.example/feed", "First one", ("News",)),
        ("https://two.example/feed", "https://two.example/feed", ("News", "Sea")),
    }
    assert run(command, "feeds", "export", str(tmp_path / "feeds.opml")).status == 1
    assert run(command, "feeds", "import", str(tmp_path / "feeds.opml")).out == (
        "imported 2 feeds, 2 of them known already\n"
    )


def test_an_ended_subscription_is_gone(command: CommandLine, site: Website) -> None:
    run(command, "feeds", "add", FeedSite(site).address)
    done = run(command, "feeds", "remove", "1", "9")
    assert done.status == 1
    assert done.out == "unsubscribed from Coast; 3 articles removed that you had not touched\n"
    assert listed(command) == []


def test_what_a_search_finds_is_hidden_until_the_rule_goes(command: CommandLine, site: Website) -> None:
    run(command, "feeds", "add", FeedSite(site).address)
    made = run(command, "feeds", "mute", "--until", "2099-01-01", "title:2", "1")
    assert (made.status, made.out) == (0, "1\ttitle:2\tCoast\t2099-01-01\t1\n")
    assert listed(command)[0]["unread"] == 2
    assert run(command, "feeds", "mute").out == made.out
    assert run(command, "feeds", "unmute", "1").status == 0
    assert listed(command)[0]["unread"] == 3
    assert run(command, "feeds", "unmute", "1").status == 1
    assert "no day" in run(command, "feeds", "mute", "--until", "soon", "title:2").err


def test_a_joined_article_is_taken_apart_for_good(command: CommandLine, site: Website) -> None:
    run(command, "feeds", "add", FeedSite(site).address)
    run(command, "feeds", "add", FeedSite(site, "/other", [3, 2, 1]).address)
    rows = [json.loads(line) for line in run(command, "list", "--all", "--json").out.splitlines()]
    assert len(rows) == 3
    done = run(command, "feeds", "apart", str(rows[0]["number"]))
    assert (done.status, done.out) == (0, f"{rows[0]['number']}: 1 new row\n")
    assert len(run(command, "list", "--all", "--json").out.splitlines()) == 4


def test_what_is_kept_by_its_address_alone_is_fetched_when_it_is_asked_for(
    command: CommandLine, site: Website, tmp_path: Path
) -> None:
    FeedSite(site)
    urls = tmp_path / "urls.txt"
    urls.write_text(f"{site.url}/a/1 | News 1\n{site.url}/a/2 | News 2\n")
    run(command, "import", str(urls))
    assert [json.loads(line)["text"] for line in run(command, "list", "--json").out.splitlines()] == ["none", "none"]
    done = run(command, "refresh", "--saved")
    assert (done.status, done.out) == (0, "0 new articles in 0 feeds; 2 made whole\n"), done.err
    assert [json.loads(line)["text"] for line in run(command, "list", "--json").out.splitlines()] == ["whole", "whole"]


def test_what_is_gone_is_named_with_where_a_web_archive_may_have_it(
    command: CommandLine, site: Website, tmp_path: Path
) -> None:
    urls = tmp_path / "urls.txt"
    urls.write_text("".join(f"http://1.1.1.1/gone/{n}\n" for n in range(11)))
    command.environment["http_proxy"] = site.url  # what it is asked for is not there
    run(command, "import", str(urls))
    done = run(command, "refresh", "--saved")
    named = [
        line for line in done.err.splitlines() if "gone; a web archive may have it: https://web.archive.org/" in line
    ]
    assert (done.status, len(named)) == (1, 10)
    assert "and 1 more that are gone" in done.err
