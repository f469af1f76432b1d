"""Addresses that were given together are all kept, and of each that is not it is said why."""

from __future__ import annotations

from feed_site import FeedSite, page_of
from website import Website

from tui.intake.keep_addresses import GivenAddresses
from tui.intake.refreshing.prefetch import prefetch
from tui.intake.refreshing.refresh import refresh
from tui.library import Library
from tui.model.subscription import Subscription


def fault(error: Exception, during: str) -> str:
    return f"{type(error).__name__} while {during}"


async def test_each_address_is_kept_once_and_what_is_wrong_with_one_is_said(website: Website, library: Library) -> None:
    wall, pier = website.page("/wall", page_of(1)), website.page("/pier", page_of(2))
    feed, gone = FeedSite(website).address, website.url + "/gone"
    given = GivenAddresses([wall, feed, gone, pier, wall])
    assert given.left == [wall, feed, gone, pier]
    await given.keep(library, offline=False, fault=fault)
    assert (given.left, given.feeds, list(given.why)) == ([feed, gone], [feed], [feed, gone])
    assert given.why[gone] == "the server has no such page (404); check the address"
    assert [(row.title, row.kept, row.read) for row in library.articles.rows(9)] == [
        ("News 2", True, False),
        ("News 1", True, False),
    ]
    website.page("/gone", page_of(3))
    await given.keep(library, offline=False, fault=fault)
    assert given.left == [feed]
    assert website.requests.count("/wall") == 1
    assert not any(path.startswith("/p/") for path in website.requests)


async def test_offline_nothing_is_fetched(website: Website, library: Library) -> None:
    given = GivenAddresses([website.page("/wall", page_of(1))])
    await given.keep(library, offline=True, fault=fault)
    assert (len(given.left), given.feeds, website.requests) == (1, [], [])
    assert "nothing is fetched offline" in given.why[given.left[0]]


async def test_what_only_a_feed_brought_is_kept_from_then_on(website: Website, library: Library) -> None:
    library.feeds.subscribe(Subscription(FeedSite(website, entries=[1]).address))
    await refresh(library)
    await prefetch(library)
    assert [row.kept for row in library.articles.rows(9)] == [False]
    given = GivenAddresses([website.url + "/a/1"])
    await given.keep(library, offline=True, fault=fault)
    assert given.left == []
    assert [row.kept for row in library.articles.rows(9)] == [True]


async def test_a_fault_of_one_costs_the_others_nothing(website: Website, library: Library) -> None:
    wall, odd = website.page("/wall", page_of(1)), "https://[::1/"
    given = GivenAddresses([odd, wall])
    await given.keep(library, offline=False, fault=fault)
    assert given.left == [odd]
    assert given.why.keys() == {odd}
