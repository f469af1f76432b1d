"""The feeds that an address leads to, asked for at a real server."""

from __future__ import annotations

from pathlib import Path

import pytest
from feed_site import FeedSite, document_of
from website import Website

from tui.feeds.discovery import Candidate, Reason
from tui.fetch.polite_client import Answer
from tui.intake.refreshing.discover import Found, discover, find
from tui.model.feed import Entry, Feed
from tui.model.page import Page, ReadingError

DAY, LATER, LAST = "2026-03-12T06:30:00+00:00", "2026-03-13T06:30:00+00:00", "2026-03-14T06:30:00+00:00"


def named(*paths: str, title: str = "") -> str:
    """A page whose head names feeds."""
    links = "".join(f"<link rel=alternate type=application/rss+xml title='{title}' href={path}>" for path in paths)
    return f"<!doctype html><html><head>{links}</head><body><p>News of the coast.</p></body></html>"


def linked(*paths: str) -> str:
    """A page that links to feeds."""
    links = "".join(f"<a href={path}>Subscribe</a>" for path in paths)
    return f"<!doctype html><html><body>{links}<p>News of the coast.</p></body></html>"


def addresses(found: list[Found]) -> list[str]:
    return [one.address for one in found]


async def test_the_feed_at_an_address_comes_with_where_it_stands_and_what_was_answered(website: Website) -> None:
    feed = FeedSite(website)
    (found,) = await discover(feed.address)
    assert (found.address, found.feed.title, found.newest) == (feed.address, "Coast", "News 3")
    assert found.answer.page
    assert found.answer.page.body == feed.document()
    assert website.requests == ["/feed"]
    assert "application/rss+xml" in website.headers[0]["accept"]


@pytest.mark.parametrize(("status", "stands_at"), [(301, "/new"), (302, "/old")])
async def test_a_feed_stands_where_it_moved_to_for_good(website: Website, status: int, stands_at: str) -> None:
    FeedSite(website, "/new")
    (found,) = await discover(website.redirect("/old", "/new", status))
    assert found.address == website.url + stands_at


async def test_a_page_leads_to_all_feeds_that_it_names_but_for_those_of_comments(website: Website) -> None:
    for number, path in enumerate(("/a", "/b", "/remarks", "/comments/all", "/linked.rss"), 1):
        FeedSite(website, path, [number])
    comments = named("/remarks", title="Comments on the wall")
    page = website.page("/", named("/a", "/gone", "/b", "/comments/all") + comments + linked("/linked.rss"))
    assert addresses(await discover(page)) == [website.url + "/a", website.url + "/b"]
    assert sorted(website.requests) == ["/", "/a", "/b", "/gone"]


async def test_links_are_tried_where_nothing_that_a_page_names_is_a_feed(website: Website) -> None:
    FeedSite(website, "/linked.rss", [1])
    FeedSite(website, "/feed", [2])
    page = website.page("/", named("/gone") + linked("/linked.rss", "/other.rss"))
    assert addresses(await discover(page)) == [website.url + "/linked.rss"]
    assert sorted(website.requests) == ["/", "/gone", "/linked.rss", "/other.rss"]


async def test_what_a_site_is_known_to_have_is_tried_before_what_its_page_names(
    website: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, path in enumerate(("/of-the-site", "/named", "/linked"), 1):
        FeedSite(website, path, [number])
    reasons: tuple[Reason, ...] = ("guessed", "linked", "named", "site")
    paths = ("/feed", "/linked", "/named", "/of-the-site")
    found = [Candidate(website.url + path, "", reason) for path, reason in zip(paths, reasons, strict=True)]
    page = website.page("/", "<html><body><p>News of the coast.</p></body></html>")
    for last, path in ((4, "/of-the-site"), (3, "/named"), (2, "/linked")):
        monkeypatch.setattr("tui.intake.refreshing.discover.candidates", lambda _page, last=last: found[:last])
        assert addresses(await discover(page)) == [website.url + path]


async def test_where_many_sites_have_theirs_is_tried_last_up_to_the_first_feed(website: Website) -> None:
    FeedSite(website, "/feed.xml", [1])
    FeedSite(website, "/atom.xml", [2])
    assert addresses(await discover(website.page("/", linked("/gone.rss")))) == [website.url + "/feed.xml"]
    assert website.requests == ["/", "/gone.rss", "/feed", "/rss", "/feed.xml"]


async def test_a_page_has_a_dozen_addresses_of_a_kind_tried(website: Website) -> None:
    for number in range(14):
        FeedSite(website, f"/{number}", [number])
    page = website.page("/", named(*(f"/{number}" for number in range(14))))
    assert addresses(await discover(page)) == [f"{website.url}/{number}" for number in range(12)]


async def test_a_dozen_places_are_tried_where_a_page_says_nothing(website: Website) -> None:
    FeedSite(website, "/atom.xml")  # the thirteenth
    with pytest.raises(ReadingError) as raised:
        await discover(website.page("/blog/", "<html><body><p>Nothing here.</p></body></html>"))
    assert str(raised.value) == "no feed was found there; give the address of a feed"
    assert len(website.requests) == 1 + 12


async def test_a_feed_that_stands_there_in_several_forms_is_found_once(website: Website) -> None:
    FeedSite(website, "/rss", [2, 1])
    FeedSite(website, "/atom", [1, 2])
    FeedSite(website, "/short", [2])
    for path in ("/empty", "/void"):
        website.page(path, document_of(website.url, []), "application/rss+xml")
    found = await discover(website.page("/", named("/rss", "/atom", "/short", "/empty", "/void")))
    assert addresses(found) == [website.url + path for path in ("/rss", "/short", "/empty", "/void")]


async def test_what_is_neither_feed_nor_page_is_said_to_be_that(website: Website) -> None:
    noise = website.page("/noise", bytes(range(256)) * 40, "application/rss+xml")
    for address, said in (
        (website.url + "/gone", "the server has no such page (404); check the address"),
        (noise, "this is binary data, not a feed; check the address"),
    ):
        with pytest.raises(ReadingError) as raised:
            await discover(address)
        assert str(raised.value) == said
    assert website.requests == ["/gone", "/noise"]


@pytest.mark.parametrize("address", ["-", "./feeds.opml"])
async def test_what_is_no_address_of_the_web_is_not_asked_for(address: str) -> None:
    with pytest.raises(ReadingError) as raised:
        await discover(address)
    assert str(raised.value) == "this is not a web address; a list of feeds is taken over by newsreader feeds import"


async def test_a_feed_is_found_in_a_file_and_stands_where_it_says(tmp_path: Path, website: Website) -> None:
    file, document = tmp_path / "coast.xml", document_of("https://coast.example", [1, 2])
    file.write_bytes(document)
    (found,) = await find(str(file))
    assert (found.address, found.feed.title, found.newest) == (str(file), "Coast", "News 2")
    assert found.answer == Answer(found.answer.page)
    assert found.answer.page
    assert found.answer.page.body == document
    its_own = (
        b'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://coast.example/feed"/><title>'
    )
    file.write_bytes(document.replace(b"<title>", its_own, 1))
    assert addresses(await find(str(file))) == ["https://coast.example/feed"]
    assert addresses(await find(FeedSite(website).address)) == [website.url + "/feed"]
    with pytest.raises(ReadingError, match="this is not a web address"):
        await find("-")


async def test_a_page_in_a_file_is_no_feed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(named("https://coast.example/feed"))
    with pytest.raises(ReadingError, match="this is a web page, not a feed"):
        await find(str(tmp_path / "page.html"))


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        ((), ""),
        ((Entry("Undated", None, "1"),), "Undated"),
        ((Entry("New", None, "1", published=LATER), Entry("Old", None, "2", published=DAY)), "New"),
        ((Entry("Old", None, "1", published=DAY), Entry("New", None, "2", updated=LATER), Entry("", None, "3")), "New"),
        ((Entry("Once", None, "1", published=DAY, updated=LAST), Entry("New", None, "2", published=LATER)), "New"),
    ],
)  # fmt: skip
def test_the_newest_entry_is_the_one_that_was_published_last(entries: tuple[Entry, ...], title: str) -> None:
    feed = Feed("https://coast.example/feed", "Coast", None, entries)
    assert Found("https://coast.example/feed", feed, Answer(Page("", b""))).newest == title


async def test_a_page_that_asks_for_a_password_is_said_to_be_one_unless_it_names_a_feed(website: Website) -> None:
    form = "<form><input name='user'><input type='password' name='word'></form>"
    page = website.page("/login", f"<!doctype html><html><body>{form}</body></html>")
    with pytest.raises(ReadingError, match="asks for a password"):
        await discover(page)
    FeedSite(website)
    both = website.page("/", named("/feed") + form)
    assert addresses(await discover(both)) == [website.url + "/feed"]
