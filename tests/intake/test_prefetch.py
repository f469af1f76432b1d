"""What waits to be whole: pages, feeds' own texts and pictures, fetched and converted from a real server."""

from __future__ import annotations

from pathlib import Path

import pytest
from clock import Clock
from feed_site import PICTURE, SENTENCE, FeedSite, document_of, page_of
from website import Website

from tui.intake.open import refresh_article
from tui.intake.reading_list import Opened
from tui.intake.refreshing.prefetch import Prefetched, prefetch
from tui.intake.refreshing.refresh import refresh
from tui.library import Library
from tui.library.articles.own_texts import pack_own_text
from tui.library.articles.rows import Row
from tui.model.subscription import Subscription

HOUR = 3_600
LESS = "the page gives less than the feed does"


async def brought(library: Library, website: Website, *texts: str, full_text: str = "never") -> int:
    """A feed whose entries, called 1, 2 …, have these texts; its number."""
    document = document_of(website.url, range(1, len(texts) + 1), lambda number: texts[number - 1])
    (feed,) = library.feeds.subscribe(Subscription(website.page("/feed", document, "application/rss+xml")))
    library.feeds.set(None, "full_text", full_text)
    assert not (await refresh(library)).failed
    return feed


def rows(library: Library) -> list[Row]:
    """The articles of a feed, its first entry first."""
    return sorted(library.articles.rows(99), key=lambda row: row.title)


def why(library: Library, title: str = "News 1") -> str | None:
    (row,) = (row for row in library.articles.rows(99) if row.title == title)
    return library.entries.why_not_whole(row.id)


def own_text(*more: str) -> str:
    """A text that is whole, with a heading, a link, what somebody said, and what else is given."""
    said = "<p>“We need more stones,” said Tom Hale, harbour engineer at the Port Office.</p>"
    return f"<h2>The wall</h2><p>{SENTENCE * 30} <a href='/plan'>The plan</a></p>{said}{''.join(more)}"


FIGURE = "<figure><img src='/p/1.png' alt='A wall'><figcaption>The wall at quay 1</figcaption></figure>"


async def test_what_a_feed_has_is_converted_with_its_pictures(library: Library, website: Website) -> None:
    website.page("/p/1.png", PICTURE, "image/png")
    await brought(library, website, own_text(FIGURE), own_text())
    told: list[tuple[int, int]] = []
    prefetched = await prefetch(library, progress=lambda now: told.append((now.done, now.total)))
    assert (prefetched, told) == (Prefetched(2, 2), [(0, 2), (1, 2), (2, 2)])
    first, second = rows(library)
    for row in (first, second):
        article = library.articles.get(row.id)
        assert (article.title, article.url, row.versions) == (row.title, row.url, 1)
        assert ("heading", "The wall") in [(block.kind, block.text) for block in article.blocks]
        assert [source.name for source in article.sources] == ["Tom Hale"]
        assert library.entries.own_text(row.id) is None
    assert library.pictures.find(first.id, 0)
    assert website.requests == ["/feed", "/p/1.png"]
    assert (await prefetch(library)).total == 0


async def test_pictures_that_are_not_wanted_are_not_fetched(library: Library, website: Website) -> None:
    website.page("/p/1.png", PICTURE, "image/png")
    website.page("/a/2", page_of(2))
    feed = await brought(library, website, own_text(FIGURE), "<p>In short …</p>", full_text="auto")
    library.feeds.set(library.feeds.find(str(feed)), "pictures", "no")
    assert (await prefetch(library)).done == 2
    assert [len(library.articles.get(row.id).captions) for row in rows(library)] == [1, 1]
    assert website.requests == ["/feed", "/a/2"]
    library.feeds.set(library.feeds.find(str(feed)), "pictures", "yes")
    assert (await prefetch(library)).total == 0


async def test_an_entry_without_a_text_has_nothing_to_convert(library: Library, website: Website) -> None:
    await brought(library, website, "", "<script>play()</script>", full_text="always")
    library.feeds.set(None, "full_text", "never")
    library.entries.queue_again([1])
    prefetched = await prefetch(library)
    assert (prefetched.done, prefetched.failed) == (2, [])
    assert (await prefetch(library)).total == 0
    assert website.requests == ["/feed"]


async def test_pictures_that_were_not_fetched_before_a_stop_are_fetched_after_it(
    library: Library, website: Website
) -> None:
    website.page("/a/1", page_of(1))
    website.page("/p/1.png", "no", status=503)
    await brought(library, website, "<p>In short …</p>", full_text="always")
    await prefetch(library)
    (row,) = rows(library)
    article = library.articles.get(row.id)
    assert (row.text, library.pictures.find(row.id, 0)) == ("whole", None)
    assert library.pictures.notes(row.id).keys() == {0}
    website.page("/p/1.png", PICTURE, "image/png")
    library.entries.has_page(  # as when it was stopped behind that
        row.id, article, pictures=True, etag=None, last_modified=None, lifetime=0
    )
    assert [one.stage for one in library.entries.waiting()] == ["pictures"]
    assert (await prefetch(library)).done == 1
    assert library.pictures.find(row.id, 0)
    assert website.requests.count("/a/1") == 1
    assert (await prefetch(library)).total == 0


async def test_pictures_that_a_server_may_give_another_time_are_asked_for_again(
    library: Library, website: Website, clock: Clock
) -> None:
    website.page("/a/1", page_of(1))
    website.page("/p/1.png", "no", status=503)
    await brought(library, website, "<p>In short …</p>", full_text="always")
    assert (await prefetch(library)).failed == []  # the text is whole
    assert (await prefetch(library)).total == 0
    clock.now += HOUR
    ((_, said),) = (await prefetch(library)).failed
    assert said == "the server gives no picture (503)"
    (row,) = rows(library)
    assert library.entries.why_not_whole(row.id) is None  # which is said of its text
    clock.now += 2 * HOUR
    website.page("/p/1.png", PICTURE, "image/png")
    assert (await prefetch(library)).failed == []
    assert library.pictures.find(row.id, 0)
    clock.now += 9 * HOUR
    assert (await prefetch(library)).total == 0


async def test_pictures_of_a_server_that_is_not_there_go_on_waiting(
    library: Library, website: Website, clock: Clock
) -> None:
    website.page("/a/1", page_of(1).replace("/p/1.png", "http://127.0.0.1:9/p/1.png"))
    await brought(library, website, "<p>In short …</p>", full_text="always")
    await prefetch(library)
    clock.now += HOUR
    assert len((await prefetch(library)).failed) == 1


async def test_a_picture_that_is_not_there_is_not_asked_for_again(
    library: Library, website: Website, clock: Clock
) -> None:
    website.page("/a/1", page_of(1))
    await brought(library, website, "<p>In short …</p>", full_text="always")
    await prefetch(library)
    clock.now += HOUR
    assert (await prefetch(library)).total == 0
    assert website.requests.count("/p/1.png") == 1


async def test_a_page_is_asked_for_as_is_set_for_its_feed_and_again_with_its_validators(
    library: Library, website: Website, tmp_path: Path
) -> None:
    url = website.page("/a/1", page_of(1), ETag='"v1"', Last_Modified="Mon, 02 Nov 2026 06:00:00 GMT")
    feed = await brought(library, website, "<p>In short …</p>", full_text="always")
    (tmp_path / "jar").write_text("# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tabc\n")
    scope = library.feeds.find(str(feed))
    library.feeds.set(scope, "headers", "X-Key: secret")
    library.feeds.set(scope, "cookies_from", str(tmp_path / "jar"))
    assert not (await prefetch(library)).failed
    asked = website.headers[website.requests.index("/a/1")]
    assert (asked["x-key"], asked["cookie"]) == ("secret", "session=abc")
    (row,) = rows(library)
    article = library.articles.get(row.id)
    assert (article.address, library.articles.find(url)) == (url, row.id)
    await refresh_article(Opened(article, row.id, fresh=False), library)
    assert website.headers[-1]["if-none-match"] == '"v1"'
    assert website.headers[-1]["if-modified-since"] == "Mon, 02 Nov 2026 06:00:00 GMT"


async def test_a_page_with_fewer_words_than_its_feed_is_not_taken_and_not_asked_for_again(
    library: Library, website: Website, clock: Clock
) -> None:
    whole = own_text("<p>A last word of the feed's own.</p>")
    for number, text in ((1, own_text()), (2, whole)):
        title = f"<title>News {number}</title>"
        website.page(
            f"/a/{number}", f"<!doctype html><html><head>{title}</head><body><article>{text}</article></body></html>"
        )
    await brought(library, website, whole, whole, full_text="always")
    prefetched = await prefetch(library)
    assert [(one.url, said) for one, said in prefetched.failed] == [(website.url + "/a/1", LESS)]
    assert (prefetched.done, why(library), why(library, "News 2")) == (2, LESS, None)
    assert "last word" in library.articles.get(rows(library)[0].id).text
    clock.now += 99 * 24 * HOUR
    assert library.entries.waiting() == []


async def test_a_page_that_asks_for_consent_alone_is_not_taken_though_it_is_longer(
    library: Library, website: Website
) -> None:
    asks = (
        "<p>We and our 412 partners store cookies on your device.</p><p>You can withdraw your consent at any time.</p>"
    )
    website.page("/a/1", f"<!doctype html><html><body><h1>Before you read on</h1>{asks}</body></html>")
    await brought(library, website, "<p>In short …</p>", full_text="always")
    assert [said for _, said in (await prefetch(library)).failed] == [LESS]
    assert rows(library)[0].text == "feed"


async def test_what_fails_is_tried_again_after_an_hour_and_then_twice_as_long_each_time(
    library: Library, website: Website, clock: Clock
) -> None:
    website.page("/a/1", "no", status=500)
    await brought(library, website, "<p>In short …</p>", full_text="always")
    for hours in (1, 2, 4, 8):
        ((_, said),) = (await prefetch(library)).failed
        assert said == why(library) == "the server has a fault (500); try again later"
        clock.now += hours * HOUR - 1
        assert (await prefetch(library)).total == 0
        clock.now += 1
    assert len((await prefetch(library)).failed) == 1
    clock.now += 99 * 24 * HOUR
    assert library.entries.waiting() == []  # five times are enough
    assert website.requests.count("/a/1") == 5


@pytest.mark.parametrize(("asked", "waited"), [(2 * HOUR, 2 * HOUR), (60, HOUR)])
async def test_a_server_s_wish_counts_where_it_is_the_longer_wait(
    library: Library, website: Website, clock: Clock, asked: int, waited: int
) -> None:
    website.page("/a/1", "later", status=503, Retry_After=str(asked))
    await brought(library, website, "<p>In short …</p>", full_text="always")
    assert len((await prefetch(library)).failed) == 1
    clock.now += waited - 1
    assert library.entries.waiting() == []
    clock.now += 1
    assert len(library.entries.waiting()) == 1


async def test_a_page_that_is_gone_is_named_with_the_archive_that_may_have_it_and_others_are_not(
    library: Library, website: Website, loopback_is_public: None
) -> None:
    gone, forbidden = website.page("/a/1", "no", status=404), website.page("/a/2", "no", status=403)
    await brought(library, website, *["<p>In short …</p>"] * 2, full_text="always")
    prefetched = await prefetch(library)
    archived = f"https://web.archive.org/web/20270115/{gone}"
    assert prefetched.archived == {gone: archived}
    assert {one.url: said for one, said in prefetched.failed} == {
        gone: "the server has no such page (404); check the address",
        forbidden: "the server refuses to give the page (403); open it in the browser and save it; the saved file"
        " can be opened here",
    }
    assert (
        why(library) == f"the server has no such page (404); check the address; a web archive may have it: {archived}"
    )


async def test_one_article_s_fault_costs_the_others_nothing(
    library: Library, website: Website, heard: list[tuple[str, str]]
) -> None:
    """What waits to be converted was damaged: it is read, but lacks a part."""
    await brought(library, website, own_text(), own_text())
    first, _ = rows(library)
    with library.connections.writing() as db:
        db.execute("UPDATE own_text SET packed = ? WHERE article = ?", (pack_own_text("{}"), first.id))
    prefetched = await prefetch(library)
    ((one, said),) = prefetched.failed
    assert (one.article, prefetched.done) == (first.id, 2)
    assert heard == [("KeyError", f"fetching {first.url}")]
    assert said == why(library) == "it could not be fetched (KeyError)"
    assert library.entries.own_text(rows(library)[1].id) is None


async def test_of_some_feeds_only_what_these_have_is_fetched(library: Library, website: Website) -> None:
    one, other = FeedSite(website, "/one", [1]), FeedSite(website, "/other", [2])
    (number, _) = library.feeds.subscribe([Subscription(one.address), Subscription(other.address)])
    await refresh(library)
    assert (await prefetch(library, [number])).total == 1
    assert [path for path in website.requests if path.startswith("/a/")] == ["/a/1"]
    assert (await prefetch(library, [])).total == 0
