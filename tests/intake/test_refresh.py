"""Feeds refreshed and entries fetched whole, from a real server into a real library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from feed_site import FeedSite, page_of
from website import Website

from tui.intake.bookmark_spool import BookmarkSpool
from tui.intake.import_bookmarks import import_bookmarks
from tui.intake.open import is_stale
from tui.intake.prefetch import prefetch
from tui.intake.refresh import Refreshed, refresh
from tui.library import Library, View
from tui.library.library_errors import BusyError
from tui.model.bookmark import Bookmark
from tui.model.subscription import Subscription

NOW = 1_800_000_000


@pytest.fixture
def site() -> Iterator[Website]:
    with Website() as site:
        yield site


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", now=lambda: NOW) as library:
        yield library


def subscribed(library: Library, *addresses: str) -> list[int]:
    return library.feeds.subscribe([Subscription(address) for address in addresses])


def errors(refreshed: Refreshed) -> list[str]:
    return [outcome.error or "" for outcome in refreshed.failed]


def unread(library: Library) -> list[str]:
    return [row.title for row in library.articles.rows(99, view=View("unread"))]


async def test_what_is_new_comes_once_and_an_unchanged_feed_is_answered_in_short(
    site: Website, library: Library
) -> None:
    feed = FeedSite(site)
    subscribed(library, feed.address)
    first = await refresh(library)
    assert (first.total, first.new, errors(first)) == (1, 3, [])
    assert unread(library) == ["News 3", "News 2", "News 1"]
    second = await refresh(library)
    assert (second.unchanged, second.new) == (1, 0)
    feed.entries.insert(0, 4)
    third = await refresh(library)
    assert third.new == 1
    assert feed.answers == [200, 304, 200]


async def test_a_validator_goes_back_byte_for_byte(site: Website, library: Library) -> None:
    feed = FeedSite(site)
    feed.etag_end = b"  \xe9\t x"  # white space and a byte that is no ASCII
    subscribed(library, feed.address)
    await refresh(library)
    await refresh(library)
    assert feed.answers == [200, 304]


async def test_a_permanent_redirect_is_the_address_from_now_on_and_a_temporary_one_is_not(
    site: Website, library: Library
) -> None:
    feed = FeedSite(site, "/new")
    old, passing = site.redirect("/old", "/new", 301), site.redirect("/now", "/other", 302)
    FeedSite(site, "/other", [7])
    subscribed(library, old, passing)
    await refresh(library)
    assert {row.address for row in library.feeds.rows()} == {feed.address, passing}
    assert library.feeds.find(old) == library.feeds.find(feed.address)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("page", "this is a web page, not a feed; give the address of its feed"),
        ("missing", "the server has no such page (404); check the address"),
        ("login", "the server wants a login (401); set cookies_from or headers for this feed, or unsubscribe"),
        ("large", "this is larger than 10 MB, too large for a feed; open it with another program"),
        ("binary", "this is binary data, not a feed; check the address"),
        (
            "gone",
            "the feed was removed from the server (410) and is asked no more; unsubscribe, or find its new address",
        ),
        ("broken", "the server broke off before the feed was whole; try again later"),
        ("nothing", "there is nothing in it; check the address"),
    ],
)
async def test_a_feed_that_turns_bad_says_so_in_one_line_and_loses_nothing(
    site: Website, library: Library, name: str, said: str
) -> None:
    feed = FeedSite(site)
    subscribed(library, feed.address)
    await refresh(library)
    turn_bad(site, name)
    refreshed = await refresh(library)
    assert errors(refreshed) == [said]
    (row,) = library.feeds.rows()
    assert (row.error, row.entries, row.unread) == (said, 3, 3)
    assert row.next_at.timestamp() > NOW
    assert len(await_due(library)) == (name != "gone")


def await_due(library: Library) -> list[int]:
    return [feed.id for feed in library.entries.due()]


def turn_bad(site: Website, name: str) -> None:
    def breaks_off(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "application/rss+xml")
        request.send_header("Content-Length", "9000")
        request.end_headers()
        request.wfile.write(b"<rss version='2.0'><channel><title>Coast</title>")
        request.close_connection = True

    match name:
        case "page":
            site.page("/feed", "<!doctype html><html><body>Log in here</body></html>")
        case "missing":
            site.page("/feed", "no", status=404)
        case "login":
            site.page("/feed", "no", status=401)
        case "large":
            site.page("/feed", b"<rss>" + b" " * 20_000_000, "application/rss+xml")
        case "binary":
            site.page("/feed", bytes(range(256)) * 40, "application/rss+xml")
        case "gone":
            site.page("/feed", "gone", status=410)
        case "nothing":
            site.page("/feed", "", "application/rss+xml")
        case _:
            site.answer("/feed", breaks_off)


async def test_that_the_library_cannot_be_written_is_no_fault_of_a_feed_s(
    site: Website, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscribed(library, FeedSite(site, "/a").address, FeedSite(site, "/b").address)
    monkeypatch.setattr("tui.library.store.connection.PATIENCE", 0.1)
    with locked(library), pytest.raises(BusyError):
        await refresh(library)
    assert [(row.error, row.asked_at) for row in library.feeds.rows()] == [(None, None)] * 2
    assert (await refresh(library)).new
    with locked(library), pytest.raises(BusyError):
        await prefetch(library)
    assert not (await prefetch(library)).failed


@contextmanager
def locked(library: Library) -> Iterator[None]:
    """As while another process writes."""
    with closing(sqlite3.connect(library.connections.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


async def test_a_server_that_asks_to_be_left_alone_is_left_alone(site: Website, library: Library) -> None:
    site.page("/feed", "later", status=429, Retry_After="7200")
    subscribed(library, site.url + "/feed")
    await refresh(library)
    assert (await refresh(library)).total == 0
    assert len(site.requests) == 1


async def test_only_what_is_due_is_asked_when_a_timer_asks(site: Website, library: Library) -> None:
    feed = FeedSite(site)
    subscribed(library, feed.address)
    await refresh(library, only_due=True)
    assert (await refresh(library, only_due=True)).total == 0
    assert (await refresh(library)).total == 1


class SlowFeed(FeedSite):
    """A feed that wishes to be asked once in two days, and never in the first hour of one."""

    def document(self) -> bytes:
        wishes = b"<ttl>2880</ttl><skipHours><hour>0</hour></skipHours><title>"
        return super().document().replace(b"<title>", wishes, 1)


async def test_what_a_feed_wishes_holds_after_an_answer_that_nothing_is_new(site: Website, tmp_path: Path) -> None:
    midnight, hours = NOW - NOW % 86_400, [0]
    with Library.open(tmp_path / "library", now=lambda: midnight + hours[0] * 3_600) as library:
        feed = SlowFeed(site)
        subscribed(library, feed.address)
        await refresh(library)
        for hour, asked in ((47, 0), (48, 0), (49, 1), (72, None), (119, 0), (120, 0), (121, 1)):
            hours[0] = hour
            refreshed = await refresh(library, only_due=asked is not None)
            assert refreshed.total == (1 if asked is None else asked), hour
        assert feed.answers == [200, 304, 304, 304]


async def test_headers_and_cookies_go_to_the_feed_s_own_host_only(
    site: Website, library: Library, tmp_path: Path
) -> None:
    with Website("127.0.0.1") as other:
        FeedSite(other, "/feed")
        address = site.redirect("/mine", other.url + "/feed")
        (feed,) = subscribed(library, address)
        cookies = tmp_path / "cookies.txt"
        cookies.write_text("# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/mine\tFALSE\t0\tsession\tabc\n")
        scope = library.feeds.find(str(feed))
        library.feeds.set(scope, "headers", "X-Key: secret")
        library.feeds.set(scope, "cookies_from", str(cookies))
        library.feeds.set(scope, "user_agent", "Gull/1.0")
        assert errors(await refresh(library)) == []
        assert (site.headers[0]["x-key"], site.headers[0]["cookie"]) == ("secret", "session=abc")
        assert site.headers[0]["user-agent"] == "Gull/1.0"
        assert not {"x-key", "cookie"} & set(other.headers[0])


async def test_pages_are_fetched_whole_with_pictures_and_open_when_the_server_is_gone(library: Library) -> None:
    with Website() as site:
        subscribed(library, FeedSite(site).address)
        await refresh(library)
        assert {row.text for row in library.articles.rows(9)} == {"feed"}
        prefetched = await prefetch(library)
        assert (prefetched.total, prefetched.done, prefetched.failed) == (3, 3, [])
    for row in library.articles.rows(9):
        assert (row.text, row.kept, row.pictures, row.captions, row.sources > 0) == ("whole", False, 1, 1, True)
        assert library.pictures.find(row.id, 0)
        assert library.articles.get(row.id).words > 200
        assert row.versions == 1
    assert (await prefetch(library)).total == 0


async def test_a_page_fetched_for_a_feed_is_not_asked_again_before_its_time(site: Website, library: Library) -> None:
    feed = FeedSite(site, entries=[1, 2])
    good, over = (site.page(f"/a/{n}", page_of(n), Cache_Control=f"max-age={age}") for n, age in ((1, 600), (2, 0)))
    subscribed(library, feed.address)
    await refresh(library)
    await prefetch(library)
    assert not is_stale(good, library)
    assert is_stale(over, library)


async def test_a_page_that_cannot_be_had_leaves_the_feed_s_text_and_says_why(site: Website, library: Library) -> None:
    feed = FeedSite(site)
    site.page("/a/2", "no", status=403)
    site.page("/a/1", "<html><body><p>Log in.</p></body></html>")
    subscribed(library, feed.address)
    await refresh(library)
    prefetched = await prefetch(library)
    assert len(prefetched.failed) == 2
    rows = {row.title: row for row in library.articles.rows(9)}
    assert [rows[f"News {n}"].text for n in (1, 2, 3)] == ["feed", "feed", "whole"]
    assert "403" in (library.entries.why_not_whole(rows["News 2"].id) or "")
    assert (await prefetch(library)).total == 0


async def test_a_page_is_asked_for_again_only_where_that_may_change_the_answer(site: Website, tmp_path: Path) -> None:
    lasting = (400, 401, 402, 403, 404, 405, 410, 451)
    statuses, days = (*lasting, 418, 500), [0]  # of a new feed ten are unread
    with Library.open(tmp_path / "library", now=lambda: NOW + days[0] * 86_400) as library:
        feed = FeedSite(site, entries=range(1, len(statuses) + 1))
        for number, status in enumerate(statuses, 1):
            site.page(f"/a/{number}", "no", status=status)
        subscribed(library, feed.address)
        library.feeds.set(None, "full_text", "always")
        await refresh(library)
        assert len((await prefetch(library)).failed) == len(statuses)
        days[0] = 9
        again = {statuses[int(one.url.rpartition("/")[2]) - 1] for one in library.entries.waiting()}
        assert again == set(statuses) - set(lasting)


@pytest.mark.usefixtures("loopback_is_public")
async def test_what_is_gone_says_where_a_web_archive_may_have_it_as_saved(site: Website, library: Library) -> None:
    gone = site.page("/a/old", "no", status=410)
    spool = BookmarkSpool()
    spool.add(Bookmark(gone, "A piece", saved=1_551_787_200))
    import_bookmarks(library, spool)
    library.entries.queue_saved()
    prefetched = await prefetch(library)
    archived = f"https://web.archive.org/web/20190305/{gone}"
    assert prefetched.archived == {gone: archived}
    (row,) = library.articles.rows(9)
    why = library.entries.why_not_whole(row.id) or ""
    assert "removed from the server (410)" in why
    assert why.endswith(archived)
    assert (await prefetch(library)).total == 0


async def test_settings_say_what_is_fetched(site: Website, library: Library) -> None:
    feed = FeedSite(site)
    subscribed(library, feed.address)
    library.feeds.set(None, "full_text", "never")
    await refresh(library)
    await prefetch(library)
    assert not [path for path in site.requests if path.startswith("/a/")]
    library.feeds.set(None, "full_text", "always")
    library.feeds.set(None, "pictures", "no")
    assert library.entries.queue_again([1]) == 3
    await prefetch(library)
    assert sorted(path for path in site.requests if path != "/feed") == ["/a/1", "/a/2", "/a/3"]


async def test_a_public_feed_leads_to_nothing_on_this_machine(site: Website, library: Library) -> None:
    subscribed(library, FeedSite(site).address)
    await refresh(library)
    with library.connections.writing() as db:
        db.execute("UPDATE feed SET private = 0")
    prefetched = await prefetch(library)
    assert [why for _, why in prefetched.failed] == [
        "a public page leads into this machine's own network, where nothing is opened for it"
    ] * 3
    assert site.requests == ["/feed"]


async def test_a_page_that_names_no_day_and_no_author_keeps_those_of_the_feed(site: Website, library: Library) -> None:
    feed = FeedSite(site)
    subscribed(library, feed.address)
    await refresh(library)
    before = {row.title: row.published for row in library.articles.rows(9)}
    await prefetch(library)
    assert {row.title: (row.text, row.published) for row in library.articles.rows(9)} == {
        title: ("whole", published) for title, published in before.items()
    }
    assert all(before.values())
