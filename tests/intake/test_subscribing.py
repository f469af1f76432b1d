"""A feed that was found becomes a subscription with what it has just brought."""

from __future__ import annotations

from pathlib import Path

import pytest
from clock import NOW
from feed_site import FeedSite
from website import Website

from tui.intake.refreshing.discover import discover, find
from tui.intake.refreshing.feed_work import feed_work
from tui.intake.refreshing.refresh import refresh
from tui.intake.refreshing.subscribing import subscribe
from tui.library import Library
from tui.library.library_errors import LibraryError


async def test_what_a_feed_brought_is_there_and_it_is_not_asked_for_it_again(
    website: Website, library: Library
) -> None:
    feed = FeedSite(website)
    (found,) = await discover(feed.address)
    subscribed, known = subscribe(library, found)
    assert not known
    assert (subscribed.address, subscribed.title, subscribed.site) == (feed.address, "Coast", website.url + "/")
    assert (subscribed.entries, subscribed.unread, subscribed.folders) == (3, 3, ())
    assert subscribed.asked_at
    assert subscribed.asked_at.timestamp() == NOW < subscribed.next_at.timestamp()
    assert [row.title for row in library.articles.rows(9)] == ["News 3", "News 2", "News 1"]
    await refresh(library)
    assert feed.answers == [200, 304]


async def test_a_subscription_has_the_name_and_the_folders_that_were_given(website: Website, library: Library) -> None:
    (found,) = await discover(FeedSite(website).address)
    subscribed, _ = subscribe(library, found, "The coast", (("News", "Sea"),))
    assert (subscribed.title, subscribed.folders) == ("The coast", (("News", "Sea"),))


async def test_what_was_subscribed_to_before_is_known_and_has_each_entry_once(
    website: Website, library: Library
) -> None:
    feed, other = FeedSite(website), FeedSite(website, "/other", [7])
    for address, entries in ((feed.address, 3), (other.address, 1)):
        (found,) = await discover(address)
        assert not subscribe(library, found).known
        subscribed, known = subscribe(library, found)
        assert (known, subscribed.address, subscribed.entries) == (True, address, entries)
    assert library.articles.count() == 4


async def test_a_feed_in_a_file_is_subscribed_to_where_it_says_that_it_stands(
    tmp_path: Path, website: Website, library: Library
) -> None:
    feed, file = FeedSite(website), tmp_path / "coast.xml"
    file.write_bytes(feed.document())
    with pytest.raises(LibraryError, match="is no web address"):
        subscribe(library, (await find(str(file)))[0])
    its_own = f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="{feed.address}"/><title>'
    file.write_bytes(feed.document().replace(b"<title>", its_own.encode(), 1))
    subscribed, _ = subscribe(library, (await find(str(file)))[0])
    assert (subscribed.address, subscribed.entries) == (feed.address, 3)


async def test_what_the_app_does_with_feeds_goes_the_same_ways(website: Website, library: Library) -> None:
    work = feed_work()
    (found,) = await work.find(FeedSite(website).address)
    assert work.subscribe(library, found).feed.entries == 3
