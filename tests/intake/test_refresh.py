"""Feeds refreshed and entries fetched whole, from a real server into a real library."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from clock import NOW
from feed_site import FeedSite, document_of, page_of, summary_of
from website import Website

from tui.intake.importing.bookmark_spool import BookmarkSpool
from tui.intake.importing.import_bookmarks import import_bookmarks
from tui.intake.open import is_stale
from tui.intake.refreshing import feed_documents
from tui.intake.refreshing.prefetch import prefetch
from tui.intake.refreshing.refresh import Outcome, Refreshed, refresh
from tui.library import Library, View
from tui.library.library_errors import BusyError
from tui.model.bookmark import Bookmark
from tui.model.entry_key import Key
from tui.model.page import Page
from tui.model.subscription import Subscription

NOT_FOUND = "the server has no such page (404); check the address"


@pytest.fixture
def site() -> Iterator[Website]:
    with Website() as site:
        yield site


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
        (
            "password",
            "a web page that asks for a password stands in place of a feed; set login, cookies_from or headers for the"
            " feed, or give another address",
        ),
        ("missing", "the server has no such page (404); check the address"),
        ("login", "the server wants a login (401); set login, cookies_from or headers for this feed, or unsubscribe"),
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
        case "password":
            field = "<input id=word type=password>"
            site.page("/feed", f"<!doctype html><html><body><form>{field}</form></body></html>")
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


async def test_a_feed_that_fails_is_asked_after_half_an_hour_and_then_twice_as_long_each_time(
    site: Website, tmp_path: Path
) -> None:
    now = [NOW]
    with Library.open(tmp_path / "library", now=lambda: now[0]) as library:
        feed = FeedSite(site)
        subscribed(library, feed.address)
        site.page("/feed", "no", status=500)
        for failures, minutes in enumerate((30, 60, 120), 1):
            refreshed = await refresh(library, only_due=True)
            assert errors(refreshed) == ["the server has a fault (500); try again later"]
            (row,) = library.feeds.rows()
            assert (row.next_at.timestamp(), row.since and row.since.timestamp()) == (now[0] + minutes * 60, NOW)
            assert [asked.errors for asked in library.entries.due()] == [failures]
            now[0] += minutes * 60
        site.answer("/feed", feed.answering())
        assert not errors(await refresh(library, only_due=True))
        (row,) = library.feeds.rows()
        assert (row.error, row.since) == (None, None)


@pytest.mark.parametrize(("asked", "waited"), [(60, 1_800), (7_200, 7_200), (99 * 86_400, 30 * 86_400)])
async def test_a_server_that_names_a_time_is_not_asked_before_it_which_is_a_month_at_most(
    site: Website, tmp_path: Path, asked: int, waited: int
) -> None:
    now = [NOW]
    with Library.open(tmp_path / "library", now=lambda: now[0]) as library:
        site.page("/feed", "later", status=503, Retry_After=str(asked))
        subscribed(library, site.url + "/feed")
        await refresh(library)
        (row,) = library.feeds.rows()
        assert row.next_at.timestamp() == NOW + waited
        for seconds, asks in ((min(asked, waited) - 1, 0), (min(asked, waited), 1)):
            now[0] = NOW + seconds
            assert len(library.entries.due()) == asks
        now[0] = NOW + waited - 1
        assert library.entries.due(only_due=True) == []
        now[0] = NOW + waited
        assert len(library.entries.due(only_due=True)) == 1


@pytest.mark.parametrize(
    ("answered", "set_for_it", "waited"),
    [
        ("", "", 3_600),
        ("max-age=7200", "", 7_200),
        ("max-age=60", "", 3_600),
        ("max-age=7200", "3h", 10_800),
        ("", "1d", 86_400),
    ],
)
async def test_a_feed_is_asked_again_after_the_longest_time_that_its_server_or_its_reader_names(
    site: Website, library: Library, answered: str, set_for_it: str, waited: int
) -> None:
    body = document_of(site.url, [1])
    (feed,) = subscribed(library, site.page("/feed", body, "application/rss+xml", Cache_Control=answered))
    library.feeds.set(library.feeds.find(str(feed)), "interval", set_for_it)
    assert not errors(await refresh(library))
    (row,) = library.feeds.rows()
    assert row.next_at.timestamp() - NOW == waited


@pytest.mark.parametrize(
    "damaged", ["{", "[1]", '{"ttl": "soon"}', '{"skip_hours": 3}', '{"published": [1e999, null]}']
)
async def test_a_damaged_rhythm_of_a_feed_costs_the_others_nothing(
    site: Website, library: Library, damaged: str
) -> None:
    feeds = subscribed(library, *(FeedSite(site, f"/{n}", [n]).address for n in range(3)))
    await refresh(library)
    with closing(sqlite3.connect(library.folder / "library.sqlite")) as db:
        db.execute("UPDATE feed SET rhythm = ? WHERE id = ?", (damaged, feeds[1]))
        db.commit()
    refreshed = await refresh(library)
    assert (errors(refreshed), refreshed.unchanged) == ([], 3)


async def test_of_a_feed_whose_rhythm_is_not_known_an_answer_that_nothing_is_new_is_one(
    site: Website, library: Library
) -> None:
    feed = FeedSite(site)
    subscribed(library, feed.address)
    await refresh(library)
    with library.connections.writing() as db:  # as in a library of an earlier version
        db.execute("UPDATE feed SET rhythm = NULL")
    refreshed = await refresh(library)
    assert (refreshed.unchanged, errors(refreshed), feed.answers) == (1, [], [200, 304])
    (row,) = library.feeds.rows()
    assert row.next_at.timestamp() == NOW + 3_600


async def test_a_feed_that_is_gone_is_asked_again_when_it_is_named(site: Website, library: Library) -> None:
    feed = FeedSite(site)
    (number,) = subscribed(library, feed.address)
    site.page("/feed", "gone", status=410)
    await refresh(library)
    assert library.feeds.rows()[0].gone
    assert (await refresh(library)).total == 0
    site.answer("/feed", feed.answering())
    assert (await refresh(library, [number])).new == 3
    assert not library.feeds.rows()[0].gone


async def test_what_came_of_each_feed_is_told_as_it_comes(site: Website, library: Library) -> None:
    feed, bad = FeedSite(site), site.page("/bad", "no", status=404)
    subscribed(library, feed.address, bad)
    told: list[tuple[int, Outcome | None]] = []
    refreshed = await refresh(library, progress=lambda now, came: told.append((now.asked, came)))
    assert [asked for asked, _ in told] == [0, 1, 2]
    assert told[0][1] is None
    outcomes = {came.feed.address: came for _, came in told if came}
    good, failed = outcomes[feed.address], outcomes[bad]
    assert (len(good.new), good.changed, good.unchanged, good.error) == (3, 0, False, None)
    assert (failed.new, failed.unchanged, failed.error) == ((), False, NOT_FOUND)
    assert (refreshed.failed, refreshed.synced, refreshed.server_failures) == ([failed], None, [])
    text = "<p>The wall is to be raised at once, and nobody says why.</p>"
    site.page("/feed", document_of(site.url, [3, 2, 1], lambda n: text if n < 3 else summary_of(n)), "text/xml")
    told.clear()
    await refresh(library, progress=lambda now, came: told.append((now.asked, came)))
    (again,) = (came for _, came in told if came and came.feed.address == feed.address)
    assert (again.new, again.changed) == ((), 2)


@pytest.mark.parametrize("content", [None, "no cookies at all\n", b"\xff\xfe"])
async def test_a_cookie_file_that_cannot_be_read_costs_its_own_feed_alone(
    site: Website, library: Library, tmp_path: Path, content: str | bytes | None
) -> None:
    one, _ = subscribed(library, FeedSite(site, "/one").address, FeedSite(site, "/other", [4]).address)
    if content is not None:
        (tmp_path / "jar").write_bytes(content.encode() if isinstance(content, str) else content)
    library.feeds.set(library.feeds.find(str(one)), "cookies_from", str(tmp_path / "jar"))
    refreshed = await refresh(library)
    assert errors(refreshed) == ["the file that cookies_from names is no cookie file in Netscape's format"]
    assert (refreshed.new, site.requests) == (1, ["/other"])


async def test_cookies_are_sent_whenever_a_browser_says_that_they_end(
    site: Website, library: Library, tmp_path: Path
) -> None:
    (feed,) = subscribed(library, FeedSite(site).address)
    lines = (f"127.0.0.1\tFALSE\t/\tFALSE\t{ends}\t{name}\t1" for name, ends in (("session", 0), ("late", 2**33)))
    (tmp_path / "jar").write_text("# Netscape HTTP Cookie File\n" + "\n".join(lines) + "\n")
    library.feeds.set(library.feeds.find(str(feed)), "cookies_from", str(tmp_path / "jar"))
    assert not errors(await refresh(library))
    assert sorted(site.headers[0]["cookie"].split("; ")) == ["late=1", "session=1"]
    assert "newsreader" in site.headers[0]["user-agent"].lower()


async def test_a_fault_in_reading_one_feed_costs_the_others_nothing(
    site: Website, library: Library, monkeypatch: pytest.MonkeyPatch, heard: list[tuple[str, str]]
) -> None:
    subscribed(library, FeedSite(site, "/one", [1]).address, FeedSite(site, "/other", [2]).address)
    read = feed_documents.read_whole

    def stumble(page: Page, known: Collection[Key]) -> feed_documents.Document:
        return read(page, known if page.address.endswith("/one") else None)  # type: ignore[arg-type]

    monkeypatch.setattr(feed_documents, "read_whole", stumble)
    refreshed = await refresh(library)
    assert errors(refreshed) == ["this feed could not be read (TypeError)"]
    assert heard == [("TypeError", f"refreshing {site.url}/other")]
    assert unread(library) == ["News 1"]
