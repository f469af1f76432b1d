"""Feeds and folders kept in step with a server, both ways; what it does not take; what stays when the account ends."""

from __future__ import annotations

from feed_site import FeedSite
from reader_server import PASSWORD, USER, Answer, Feed, ReaderServer
from syncing import joined, synced_with
from website import Website

from tui.intake import feed_logins
from tui.intake.refreshing.prefetch import prefetch
from tui.intake.refreshing.refresh import refresh
from tui.intake.shown_article import shown_article
from tui.intake.syncing.sync import log_in
from tui.library import Library, View
from tui.model.subscription import Subscription
from tui.screens.feeds.refreshing import outcome_lines

ADDRESS = "http://127.0.0.1:9/mine.xml"


def feed(library: Library, address: str) -> int:
    (number,) = library.feeds.find(address).feeds
    return number


def folders(library: Library) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {row.address: row.folders for row in library.feeds.rows()}


def there(server: ReaderServer) -> dict[str, tuple[str, str]]:
    """(title, folder) of each feed at the server."""
    return {one.address: (one.title, one.folder) for one in server.feeds.values()}


async def test_a_feed_that_is_subscribed_to_here_is_subscribed_to_there_with_its_name_and_folder(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    library.feeds.subscribe(Subscription(ADDRESS, "Mine", folders=(("News", "Sea"),)))
    assert library.sync.pending(1) == 1
    synced = await synced_with(library)
    assert there(server)[ADDRESS] == ("Mine", "News/Sea")
    assert folders(library)[ADDRESS] == (("News", "Sea"),)
    assert (synced.refused, library.sync.pending(1)) == ([], 0)
    assert (synced.sent, synced.added, synced.gone, synced.feeds) == (2, 0, 0, 4)  # with its name and folder
    new, view = server.add_entry(4), View("feed", str(feed(library, ADDRESS)))
    assert (await synced_with(library)).new == 1
    assert [row.title for row in library.articles.rows(9, view=view)] == [new.title]


async def test_moving_and_renaming_here_goes_there_and_the_other_way_round(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    first, second, third = server.feeds.values()
    library.feeds.move(feed(library, first.address), [("Mine",)])
    library.feeds.rename(feed(library, first.address), "My Coast")
    second.folder, second.title = "Theirs/Too", "Their & Coast"
    synced = await synced_with(library)
    assert (first.folder, first.title) == ("Mine", "My Coast")
    assert synced.sent == 1
    assert folders(library)[second.address] == (("Theirs/Too",),)
    rows = {row.address: row.title for row in library.feeds.rows()}
    assert (rows[first.address], rows[second.address], rows[third.address]) == ("My Coast", second.title, third.title)
    first.title = "Renamed there"
    await synced_with(library)
    assert {row.address: row.title for row in library.feeds.rows()}[first.address] == "Renamed there"


async def test_what_was_moved_on_both_sides_is_where_it_was_put_here(server: ReaderServer, library: Library) -> None:
    await joined(library, server)
    first, *_ = server.feeds.values()
    library.feeds.move(feed(library, first.address), [("Mine",)])
    first.folder = "Theirs"
    await synced_with(library)
    assert (first.folder, folders(library)[first.address]) == ("Mine", (("Mine",),))


async def test_a_feed_that_ends_on_one_side_ends_on_the_other_and_what_was_touched_stays(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    first, second, third = server.feeds.values()
    starred = library.articles.rows(1, view=View("feed", str(feed(library, second.address))))[0].id
    library.marks.star(starred)
    library.feeds.unsubscribe(feed(library, first.address))
    server.remove_feed(second.number)
    synced = await synced_with(library)
    assert (list(there(server)), list(folders(library)), synced.gone) == ([third.address], [third.address], 1)
    assert (synced.sent, synced.feeds) == (1, 1)
    assert library.articles.row(starred)


async def test_a_password_is_forgotten_with_the_feed_that_ended_at_the_server(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    first, *_ = server.feeds.values()
    feed_logins.set_login(library, library.feeds.find(first.address), "anna", "tide")
    assert "tide" in (library.folder / "credentials.json").read_text()
    server.remove_feed(first.number)
    await synced_with(library)
    assert "tide" not in (library.folder / "credentials.json").read_text()


async def test_a_server_is_not_told_the_login_that_stands_in_an_address(server: ReaderServer, library: Library) -> None:
    await joined(library, server)
    library.feeds.subscribe(Subscription(ADDRESS.replace("://", "://anna:tide@")))
    await synced_with(library)
    assert ADDRESS in there(server)
    assert len(library.feeds.rows()) == len(there(server))


async def test_what_is_starred_there_comes_though_its_feed_has_ended(library: Library) -> None:
    with ReaderServer("oldreader", feeds=2, entries=6) as server:
        one, two = server.add_entry(1, starred=True), server.add_entry(1, read=True, starred=True)
        del server.feeds[1]
        await joined(library, server)
        numbers = {row.title: row.id for row in library.articles.rows(9, view=View("starred"))}
        assert numbers.keys() == {one.title, two.title}
        assert library.sync.pending(1) == 0  # what the server said itself is not sent to it
        library.marks.star(numbers[two.title], False)
        assert (await synced_with(library)).total == 3  # what is unread of a feed that is none is asked for, not kept
        assert (one.starred, two.starred) == (True, False)


async def test_an_empty_list_ends_nothing(server: ReaderServer, library: Library) -> None:
    await joined(library, server)
    server.feeds.clear()
    synced = await synced_with(library)
    assert len(folders(library)) == 3
    assert synced.refused == [
        "the server lists no feeds any more: those that are here stay; newsreader feeds remove ends them"
    ]


async def test_a_feed_that_the_server_does_not_take_is_said_once_and_asked_from_here(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    server.refuses.add(ADDRESS)
    library.feeds.subscribe(Subscription(ADDRESS))
    synced = await synced_with(library)
    assert synced.sent == 0
    assert synced.refused == [f"{ADDRESS}: the server does not take this feed; it is asked from here, as before"]
    assert (await synced_with(library)).refused == []
    assert [asked.address for asked in library.entries.due()] == [ADDRESS]


async def test_feeds_from_before_the_account_stay_as_they_are_unless_the_server_has_them_too(
    library: Library,
) -> None:
    with ReaderServer(feeds=1, entries=0) as server, Website() as site:
        both, mine = FeedSite(site, "/both", [2, 1]), FeedSite(site, "/mine", [3])
        server.feeds = {1: Feed(1, both.address, "Both", "World")}
        library.feeds.subscribe([Subscription(both.address), Subscription(mine.address)])
        await refresh(library)
        one = server.add_entry(1, "News 2", read=True)
        one.starred, one.address = True, f"{site.url}/a/2"
        await joined(library, server)
        assert list(there(server)) == [both.address]
        rows = {row.title: (row.read, row.starred) for row in library.articles.rows(9)}
        assert rows == {"News 1": (False, False), "News 2": (True, True), "News 3": (False, False)}
        assert [asked.address for asked in library.entries.due()] == [mine.address]


async def test_a_synced_feed_is_not_asked_by_us_until_the_account_ends_and_brings_nothing_twice_then(
    library: Library,
) -> None:
    with ReaderServer(feeds=1, entries=0) as server, Website() as site:
        coast = FeedSite(site, "/coast", [2, 1])
        server.feeds = {1: Feed(1, coast.address, "Coast", "World")}
        for number in (1, 2):
            server.add_entry(1, f"News {number}").address = f"{site.url}/a/{number}"
        await joined(library, server)
        await refresh(library)
        assert coast.answers == []
        library.sync.remove()
        refreshed = await refresh(library)
        assert (refreshed.total, refreshed.new, coast.answers) == (1, 0, [200])
        assert library.articles.count() == 2


async def test_a_refresh_counts_the_feeds_of_a_server_and_says_what_is_wrong_with_it(
    server: ReaderServer, library: Library
) -> None:
    await log_in(library, server.url, USER, PASSWORD)
    refreshed = await refresh(library)
    assert (refreshed.asked, refreshed.total, refreshed.new, refreshed.server_failures) == (3, 3, 6, [])
    server.fail = lambda _path: Answer(500, "Oh")
    refreshed = await refresh(library)
    said = f"{server.url}{server.dialect.base}: the server has a fault (500); try again later"
    assert (refreshed.total, refreshed.new, refreshed.server_failures) == (3, 0, [said])
    assert outcome_lines(refreshed) == f"0 new articles in 3 feeds\n{said}"


async def test_where_a_page_is_gone_the_text_of_the_server_stands(library: Library) -> None:
    with ReaderServer("freshrss", feeds=1, entries=0) as server, Website() as site:
        server.add_entry(1, "Gone").address = f"{site.url}/gone"
        await joined(library, server)
        library.feeds.set(None, "full_text", "always")
        library.entries.queue_again([1])
        assert len((await prefetch(library)).failed) == 1
        (row,) = library.articles.rows(9)
        assert "“It is late,” said Ada Moreno." in shown_article(library, row.id).text


async def test_one_article_in_two_feeds_of_the_server_is_read_in_both(server: ReaderServer, library: Library) -> None:
    one, two = server.add_entry(1, "Same"), server.add_entry(2, "Same")
    one.address = two.address = "http://127.0.0.1:9/same"
    await joined(library, server)
    (number,) = (row.id for row in library.articles.rows(99) if row.title == "Same")
    library.marks.read(number)
    await synced_with(library)
    assert (one.read, two.read) == (True, True)
    one.read = False
    await synced_with(library)
    row = library.articles.row(number)
    assert row
    assert (row.read, one.read, two.read) == (False, False, False)


async def test_signs_that_a_server_made_wide_are_folded_back_but_those_of_wide_scripts(library: Library) -> None:
    with ReaderServer("freshrss", feeds=1, entries=0) as server:
        server.add_entry(1, "Wind & waves <north>")
        server.add_entry(1, "報告＆分析")
        await joined(library, server)
    assert {row.title for row in library.articles.rows(9)} == {"Wind & waves <north>", "報告＆分析"}
    assert library.search.find("waves")
