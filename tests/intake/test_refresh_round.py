"""A round: feeds asked, what is to be whole fetched, what its time is over for removed; and how far it is meanwhile."""

from __future__ import annotations

import pytest
from clock import Clock
from feed_site import FeedSite, page_of
from website import Website

from tui.intake.importing.bookmark_spool import BookmarkSpool
from tui.intake.importing.import_bookmarks import import_bookmarks
from tui.intake.refreshing.prefetch import Prefetched
from tui.intake.refreshing.refresh import Outcome, Refreshed
from tui.intake.refreshing.refresh_round import Round, begin_round, make_round
from tui.intake.refreshing.round_scope import RoundScope
from tui.intake.syncing.sync_outcome import Synced
from tui.library import Library
from tui.library.feeds.retention import Swept
from tui.model.bookmark import Bookmark
from tui.model.subscription import Subscription

DAY = 86_400


def subscribed(library: Library, *addresses: str) -> list[int]:
    return library.feeds.subscribe([Subscription(address) for address in addresses])


def extents(library: Library) -> dict[str, str]:
    return {row.title: row.text for row in library.articles.rows(99)}


def saved(library: Library, address: str) -> None:
    spool = BookmarkSpool()
    spool.add(Bookmark(address, "A piece"))
    import_bookmarks(library, spool)


async def test_a_round_asks_fetches_and_says_at_each_step_how_far_it_is(website: Website, library: Library) -> None:
    feeds = [FeedSite(website, "/feed", [2, 1]), FeedSite(website, "/other", [3])]
    subscribed(library, *(feed.address for feed in feeds), website.page("/bad", "no", status=404))
    asked: list[tuple[int, int, int, str | None]] = []
    fetched: list[tuple[int, int]] = []
    done = Round()

    def note_asked(refreshed: Refreshed, outcome: Outcome | None) -> None:
        assert done.refreshed is refreshed
        asked.append((refreshed.asked, refreshed.total, refreshed.new, outcome.feed.address if outcome else None))

    def note_fetched(prefetched: Prefetched) -> None:
        assert done.prefetched is prefetched
        fetched.append((prefetched.done, prefetched.total))

    assert await make_round(library, RoundScope(), done, asked=note_asked, fetched=note_fetched) is done
    assert [(count, total) for count, total, _, _ in asked] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert asked[0][2:] == (0, None)
    assert {address for *_, address in asked[1:]} == {*(feed.address for feed in feeds), website.url + "/bad"}
    assert asked[-1][2] == 3
    assert fetched == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert extents(library) == {"News 1": "whole", "News 2": "whole", "News 3": "whole"}
    assert (len(done.refreshed.failed), done.prefetched.failed, done.swept) == (1, [], Swept())
    assert done.announcement == ""


def test_nothing_came_yet_of_what_has_not_begun() -> None:
    assert Refreshed() == Refreshed(total=0, asked=0, unchanged=0, new=0, failed=[], synced=None)
    assert Prefetched() == Prefetched(total=0, done=0, failed=[], archived={})
    assert Round() == Round(Refreshed(), Prefetched(), None)
    synced = Synced("https://sea.example")
    assert synced == Synced("https://sea.example", 0, 0, 0, 0, 0, 0, 0, 0, [], 0, None, False)


async def test_a_round_of_some_feeds_leaves_the_others_alone(website: Website, library: Library) -> None:
    one, other = FeedSite(website, "/one", [1]), FeedSite(website, "/other", [2])
    (number, _) = subscribed(library, one.address, other.address)
    done = await make_round(library, RoundScope((number,)), Round())
    assert (done.refreshed.total, done.prefetched.done) == (1, 1)
    assert other.answers == []
    await make_round(library, RoundScope((number,), only_due=True), Round())
    assert one.answers == [200]
    await make_round(library, RoundScope(only_due=True), Round())
    assert (one.answers, other.answers) == ([200], [200])


@pytest.mark.parametrize("named", [False, True])
async def test_what_is_here_already_is_fetched_as_is_set_now(website: Website, library: Library, named: bool) -> None:
    one, other = FeedSite(website, "/one", [1]), FeedSite(website, "/other", [2])
    (number, _) = subscribed(library, one.address, other.address)
    library.feeds.set(None, "full_text", "never")
    await make_round(library, RoundScope(), Round())
    assert [path for path in website.requests if path.startswith("/a/")] == []
    library.feeds.set(None, "full_text", "always")
    done = await make_round(library, RoundScope((number,) if named else None), Round())
    paths = sorted(path for path in website.requests if path.startswith("/a/"))
    assert paths == (["/a/1"] if named else ["/a/1", "/a/2"])
    assert done.prefetched.done == len(paths)


async def test_without_asking_what_came_is_fetched_alone(website: Website, library: Library) -> None:
    feed = FeedSite(website)
    subscribed(library, feed.address)
    library.feeds.set(None, "full_text", "never")
    await make_round(library, RoundScope(), Round())
    saved(library, website.page("/saved", page_of(9)))
    library.feeds.set(None, "full_text", "always")
    website.requests.clear()
    done = await make_round(library, RoundScope(ask=False), Round())
    assert (done.refreshed, done.prefetched) == (Refreshed(), Prefetched())
    assert website.requests == []


async def test_saved_addresses_are_fetched_when_that_is_wished_beside_what_feeds_have(
    website: Website, library: Library
) -> None:
    feed = FeedSite(website, entries=[1])
    (number,) = subscribed(library, feed.address)
    saved(library, website.page("/saved", page_of(9)))
    await make_round(library, RoundScope((number,)), Round())
    assert "/saved" not in website.requests
    done = await make_round(library, RoundScope((number,), ask=False, saved=True), Round())
    assert (done.prefetched.done, done.prefetched.failed) == (1, [])
    assert extents(library) == {"News 1": "whole", "News 9": "whole"}
    assert feed.answers == [200]


async def test_that_entries_will_go_is_said_once_a_day_before_they_do(
    website: Website, library: Library, clock: Clock
) -> None:
    subscribed(library, FeedSite(website).address)
    await make_round(library, RoundScope(), Round())
    clock.now += 91 * DAY
    done = await make_round(library, RoundScope(ask=False), Round())
    assert done.announcement == (
        "3 articles of feeds that nobody touched will be removed from tomorrow on; keep_days says after how many days"
    )
    clock.now += DAY
    done = await make_round(library, RoundScope(ask=False), Round())
    assert (done.swept, done.announcement) == (Swept(removed=3), "")
    assert library.articles.count() == 0
    assert Round(swept=Swept(announced=1)).announcement.startswith("1 article of feeds")
    assert Round().announcement == ""


async def test_beside_a_screen_a_round_is_known_before_it_asks_and_reads_elsewhere(
    website: Website, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscribed(library, *(FeedSite(website, f"/{number}", [number]).address for number in (1, 2, 3)))
    library.feeds.set(None, "full_text", "never")
    monkeypatch.setattr("tui.intake.refreshing.feed_documents.read_whole", None)
    begun: list[Round] = []

    def note(done: Round) -> None:
        assert website.requests == []
        begun.append(done)

    done = await begin_round(library, RoundScope(), note)
    assert begun == [done]
    assert begun[0] is done
    assert (done.refreshed.new, done.refreshed.failed) == (3, [])
