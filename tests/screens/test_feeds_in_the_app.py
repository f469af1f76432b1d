"""Feeds in the app as a person meets them: subscribed to, refreshed, looked after, read offline."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from articles import plain
from desk import NARROW, NOW, WIDE, app_for, library_with, lines_of, press, rest, said, until
from feed_arrivals import arrival, entry
from feed_site import FeedSite, document_of
from reader_server import PASSWORD, USER, ReaderServer
from textual import events
from textual.pilot import Pilot
from website import Website

from tui.app import NewsreaderApp
from tui.fetch.login import Login
from tui.intake.feed_logins import headers_for
from tui.intake.refresh import Outcome, Refreshed
from tui.intake.sync import log_in
from tui.library import Library, View
from tui.library.feeds.asking import Asked
from tui.library.feeds.feed_settings import FeedSettings, stored_value, written
from tui.model.subscription import Subscription
from tui.screens.article_choice import ArticleChoiceScreen
from tui.screens.choose import ChooseScreen
from tui.screens.feeds.refreshing import AFTER_KEY, PUT_OFF, may_list, outcome_lines
from tui.screens.library import LibraryScreen
from tui.screens.reader.screen import ReaderScreen

HEAD = "<html><head>{links}<title>Coast</title></head><body><p>News from the coast</p></body></html>"
LINK = "<link rel=alternate type=application/rss+xml href={path} title={title}>"


@pytest.fixture
def site() -> Iterator[Website]:
    with Website() as site:
        yield site


def online(folder: Path, *addresses: str) -> NewsreaderApp:
    return app_for(folder, *addresses, offline=False)


def with_feeds(folder: Path, *feeds: tuple[str, tuple[str, ...], int]) -> list[int]:
    """A library with feeds: a title, the folder, how many entries each."""
    with Library.open(folder, now=lambda: NOW.timestamp()) as library:
        numbers = []
        first = 0
        for title, path, count in feeds:
            address = f"https://{title.lower()}.example/feed"
            (number,) = library.feeds.subscribe(Subscription(address, folders=(path,) if path else ()))
            entries = [entry(first + n, title=f"{title} {n}") for n in range(1, count + 1)]
            library.entries.take_in(number, arrival(entries[:1], title=title))
            library.entries.take_in(number, arrival(entries, title=title))
            first += count
            numbers.append(number)
        return numbers


def text_of(app: NewsreaderApp) -> str:
    return "\n".join(lines_of(app))


def library_screen(app: NewsreaderApp) -> LibraryScreen:
    screen = next(screen for screen in app.screen_stack if isinstance(screen, LibraryScreen))
    assert isinstance(screen, LibraryScreen)
    return screen


async def type_address(pilot: Pilot[None], address: str) -> None:
    await press(pilot, "a")
    await until(pilot, lambda: bool(pilot.app.focused and pilot.app.focused.id == "answer"))
    pilot.app.focused.value = address  # type: ignore[union-attr]
    await press(pilot, "enter")


async def test_a_site_that_is_typed_is_subscribed_to_and_can_be_read_whole_when_the_site_is_gone(
    tmp_path: Path, site: Website
) -> None:
    FeedSite(site)
    site.page("/", HEAD.format(links=LINK.format(path="/feed", title="Coast")))
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        assert "Nothing is kept yet" in text_of(app)
        await type_address(pilot, site.url)
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await rest(pilot)
        assert "Feed Coast" in text_of(app)
        assert "News 3" in text_of(app)
        await press(pilot, "plus")
        await until(pilot, lambda: "Subscribed to Coast: 3 unread articles" in said(app))
        await rest(pilot)
        assert "News 3" in text_of(app)
        assert site.requests.count("/feed") == 1
        rows = app.library.articles.rows(9, view=View("unread"))
        assert [(row.text, row.pictures, row.sources) for row in rows] == [("whole", 1, 1)] * 3
        site.close()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await rest(pilot)
        assert "The council of the harbour town spoke for hours" in text_of(app)


async def test_of_several_feeds_one_is_chosen_by_its_title_and_newest_entry(tmp_path: Path, site: Website) -> None:
    FeedSite(site)
    FeedSite(site, "/other", [7])
    links = LINK.format(path="/feed", title="Coast") + LINK.format(path="/other", title="Other")
    site.page("/", HEAD.format(links=links))
    app = online(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await type_address(pilot, site.url)
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await rest(pilot)
        assert "Coast · /feed · newest: News 3" in text_of(app)  # by its place, as both have one title
        assert "Coast · /other · newest: News 7" in text_of(app)
        assert "The page itself" in text_of(app)
        await press(pilot, "j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await rest(pilot)
        assert "News 7" in text_of(app)
        assert "News 3" not in text_of(app)


async def test_a_feeds_address_on_the_command_line_shows_its_entries(tmp_path: Path, site: Website) -> None:
    app = online(tmp_path, FeedSite(site).address)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await rest(pilot)
        assert "News 3" in text_of(app)
        await press(pilot, "escape")
        await until(pilot, lambda: "This is a feed of 3 articles" in text_of(app))
        await press(pilot, "L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_a_feed_that_cannot_be_read_says_why_and_not_that_it_is_no_page(tmp_path: Path, site: Website) -> None:
    app = online(tmp_path, site.page("/feed", "", "application/rss+xml"))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "there is nothing in it; check the address" in text_of(app))
        assert "not a page" not in text_of(app)


async def test_a_page_without_a_text_that_leads_to_a_feed_offers_it(tmp_path: Path, site: Website) -> None:
    FeedSite(site)
    head = LINK.format(path="/feed", title="Coast")
    site.page("/news/", f"<html><head>{head}</head><body><h2><a href='/a/3'>News 3</a></h2></body></html>")
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await type_address(pilot, f"{site.url}/news/")
        await until(pilot, lambda: "+ looks for a feed there" in text_of(app))
        await press(pilot, "plus")
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await rest(pilot)
        assert "News 3" in text_of(app)


async def test_a_feed_in_a_file_shows_its_entries_without_a_network(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(document_of("https://coast.example", (3, 2, 1)))
    app = app_for(tmp_path, str(file))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await rest(pilot)
        assert "News 3" in text_of(app)
        await press(pilot, "+")
        await until(pilot, lambda: any("is no web address" in line for line in said(app)))


async def test_an_entry_that_is_chosen_is_read(tmp_path: Path, site: Website) -> None:
    app = online(tmp_path, FeedSite(site).address)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await press(pilot, "j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await rest(pilot)
        assert "News 2" in text_of(app)


async def test_of_several_addresses_that_are_pasted_articles_are_kept_and_feeds_subscribed_to(
    tmp_path: Path, site: Website
) -> None:
    FeedSite(site)
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "a")
        await until(pilot, lambda: bool(app.focused and app.focused.id == "answer"))
        app.post_message(events.Paste(f"{site.url}/a/1\n{site.url}/feed\n\n{site.url}/none\n"))
        await until(pilot, lambda: "/none" in getattr(app.focused, "value", ""))
        await press(pilot, "enter")
        await rest(pilot)
        await until(pilot, lambda: any(line.startswith("Subscribed to ") for line in said(app)))
        await rest(pilot)
        kept, wrong = next(line for line in said(app) if "kept, unread" in line).splitlines()
        assert kept == "1 article kept, unread"
        assert wrong.startswith(f"{site.url}/none: ")
        assert "404" in wrong
        assert "News 1" in {row.title for row in app.library.articles.rows(9)}
        assert [feed.address for feed in app.library.feeds.rows()] == [f"{site.url}/feed"]


async def test_a_word_among_several_addresses_that_is_none_does_not_cost_the_others(
    tmp_path: Path, site: Website
) -> None:
    FeedSite(site)
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await type_address(pilot, f"{site.url}/a/1 thewall {site.url}/a/2")
        await until(pilot, lambda: any("kept, unread" in line for line in said(app)))
        kept, wrong = next(line for line in said(app) if "kept, unread" in line).splitlines()
        assert kept == "2 articles kept, unread"
        assert wrong.startswith("thewall: ")


async def test_more_addresses_than_a_few_lines_hold_are_listed_with_what_is_wrong_with_each(
    tmp_path: Path, site: Website
) -> None:
    FeedSite(site)
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await type_address(pilot, " ".join(f"{site.url}/none{n}" for n in range(4)))
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await rest(pilot)
        assert "/none3 · the server has no such page" in text_of(app)
        assert "4 addresses could not be kept" in said(app)


class Held:
    """A feed whose answer is held back until it is let go."""

    def __init__(self, site: Website) -> None:
        self.let_go, self.asked = threading.Event(), threading.Event()
        self._feed = FeedSite(site, "/held", [8])
        self.address = site.answer("/slow", self._answer)

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.set()
        self.let_go.wait(60)
        self._feed.answering()(request)


async def test_a_refresh_says_how_far_it_is_brings_rows_as_they_come_and_is_stopped_by_escape(
    tmp_path: Path, site: Website
) -> None:
    held, feed = Held(site), FeedSite(site)
    with Library.open(tmp_path) as library:
        library.feeds.subscribe([Subscription(feed.address), Subscription(held.address)])
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        await press(pilot, "R")
        await until(pilot, lambda: "Refreshing 1 of 2 feeds · 3 new · Esc stops" in text_of(app))
        await until(pilot, lambda: "News 3" in text_of(app))
        await press(pilot, "j", "f")
        assert app.library.articles.count(View("starred")) == 1
        await press(pilot, "escape")
        await until(pilot, lambda: not app.refreshing.going)
        assert "Stopped: 3 new articles so far" in said(app)
        assert "Refreshing" not in app.refreshing.line
        held.let_go.set()


async def test_a_server_that_is_asked_is_named_with_how_far_it_is_and_escape_stops_that(tmp_path: Path) -> None:
    let_go = threading.Event()

    def wait(path: str) -> None:
        if path.endswith("contents"):
            let_go.wait(60)

    with ReaderServer(feeds=1, entries=3) as server:
        with Library.open(tmp_path) as library:
            await log_in(library, server.url, USER, PASSWORD)
        server.fail = wait
        app = online(tmp_path)
        async with app.run_test(size=NARROW) as pilot:
            await rest(pilot)
            await press(pilot, "R")
            await until(pilot, lambda: "Asking 127.0.0.1 · 0 of 3 articles · Esc stops" in text_of(app))
            await press(pilot, "escape")
            await until(pilot, lambda: not app.refreshing.going)
            assert "Stopped: 0 new articles so far" in said(app)
            let_go.set()


async def test_what_a_refresh_brings_while_all_is_marked_read_stays_unread(tmp_path: Path, site: Website) -> None:
    held, feed = Held(site), FeedSite(site)
    library_with(tmp_path, plain("Report", "Some words to read."))
    with Library.open(tmp_path) as library:
        library.feeds.subscribe([Subscription(feed.address), Subscription(held.address)])
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "R")
        await until(pilot, lambda: app.library.articles.count(View("unread")) == 4)
        await press(pilot, "A")
        assert [row.title for row in app.library.articles.rows(9, view=View("unread"))] == [
            "News 3",
            "News 2",
            "News 1",
        ]
        await press(pilot, "u")
        assert app.library.articles.count(View("unread")) == 4
        held.let_go.set()


async def test_a_feed_that_cannot_be_had_is_marked_and_says_why_and_since_when(tmp_path: Path, site: Website) -> None:
    with Library.open(tmp_path, now=lambda: NOW.timestamp()) as library:
        library.feeds.subscribe(Subscription(site.url + "/gone", "Quay"))
    app = online(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "R")
        await rest(pilot)
        assert "Quay: " in said(app)[-1]
        assert "! Quay" in text_of(app)
        await press(pilot, "tab", "G")
        await rest(pilot)
        assert "404" in lines_of(app)[-1]
        assert "(since" in lines_of(app)[-1]


async def test_r_in_the_sections_asks_the_feed_that_is_chosen_alone(tmp_path: Path, site: Website) -> None:
    first, second = FeedSite(site), FeedSite(site, "/other", [7])
    with Library.open(tmp_path) as library:
        library.feeds.subscribe([Subscription(first.address, "Aaa"), Subscription(second.address, "Bbb")])
    app = online(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "tab", "G", "R")
        await rest(pilot)
        assert (len(first.answers), len(second.answers)) == (0, 1)
        assert "Library · Bbb" in lines_of(app)[0]


async def test_offline_nothing_is_asked(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Quay", (), 1))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "R")
        assert "--offline" in said(app)[-1]
        assert not app.refreshing.going


async def test_the_sections_show_folders_that_fold_and_what_is_unread_in_each(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Quay", ("News", "Sea"), 3), ("Field", ("News",), 2), ("Blog", (), 1))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        assert lines_of(app)[0].strip() == "Library · Unread"
        await press(pilot, "tab")
        await rest(pilot)
        rows = [" ".join(line.split()).strip("▌ ") for line in lines_of(app)]
        at = rows.index("Feeds")
        assert rows[at + 1 : at + 6] == ["▾ News 5", "▾ Sea 3", "Quay 3", "Field 2", "Blog 1"]
        await press(pilot, *"jjjj", "left")
        await rest(pilot)
        rows = [" ".join(line.split()).strip("▌ ") for line in lines_of(app)]
        assert rows[at + 1 : at + 3] == ["▸ News 5", "Blog 1"]
        assert lines_of(app)[0].strip() == "Library · News"
        await press(pilot, "enter", "A")
        assert [row.title for row in app.library.articles.rows(9, view=View("unread"))] == ["Blog 1"]


async def test_a_folder_is_renamed_stays_folded_and_is_removed_without_its_feeds(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Quay", ("News", "Sea"), 3), ("Field", ("News",), 2))

    def sections(app: NewsreaderApp) -> list[str]:
        rows = [" ".join(line.split()).strip("▌ ") for line in lines_of(app)]
        return rows[rows.index("Feeds") + 1 : rows.index("Feeds") + 4]

    async def chosen(pilot: Pilot[None], line: str, *keys: str) -> None:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
        await rest(pilot)
        assert line in text_of(app)
        await press(pilot, *keys, "enter")

    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "tab", *"jjjjj", "left")
        await rest(pilot)
        assert sections(app)[:3] == ["▾ News 5", "▸ Sea 3", "Field 2"]
        await press(pilot, "k")
        await chosen(pilot, "Rename or move", "j")
        await until(pilot, lambda: bool(app.focused and app.focused.id == "answer"))
        app.focused.value = "World/Local"  # type: ignore[union-attr]
        await press(pilot, "enter")
        await until(pilot, lambda: [row.path[:2] for row in app.library.feeds.folders()] == [("World", "Local")] * 2)
        await rest(pilot)
        assert said(app)[-1] == "The folder is World/Local now"
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "tab")
        while "Library · World" not in lines_of(app)[0]:
            await press(pilot, "j")
            await rest(pilot)
        await press(pilot, "left")
        await rest(pilot)
        assert sections(app)[0] == "▸ World 5"
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "tab")
        await rest(pilot)
        assert sections(app)[0] == "▸ World 5"
        while "Library · World" not in lines_of(app)[0]:
            await press(pilot, "j")
            await rest(pilot)
        await chosen(pilot, "Remove the folder: its feeds stay", "j", "j")
        await until(pilot, lambda: not app.library.feeds.folders())
        await rest(pilot)
        assert sections(app)[:2] == ["Field 2", "Quay 3"]
        assert lines_of(app)[0].strip() == "Library"


async def test_new_rows_leave_what_one_looks_at_where_it_is(tmp_path: Path) -> None:
    (feed,) = with_feeds(tmp_path, ("Quay", (), 40))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "space", "space")
        await rest(pilot)
        before = [line[:-1] for line in lines_of(app)[1:-1]]  # without the scroll bar
        app.library.entries.take_in(feed, arrival([entry(n, title=f"New {n}") for n in range(50, 60)], title="Quay"))
        app.library_changed()
        await until(pilot, lambda: library_screen(app).panes.articles.count == 50)
        await rest(pilot)
        assert [line[:-1] for line in lines_of(app)[1:-1]] == before
        await press(pilot, "g")
        assert "New 59" in lines_of(app)[1]


async def test_a_feed_is_renamed_moved_set_and_unsubscribed_from(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Quay", (), 2))
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:

        async def choose(line: str) -> None:
            await until(pilot, lambda: any(line in shown for shown in lines_of(app)))
            await rest(pilot)

        async def answer(text: str) -> None:
            await until(pilot, lambda: bool(app.focused and app.focused.id == "answer"))
            app.focused.value = text  # type: ignore[union-attr]
            await press(pilot, "enter")
            await rest(pilot)

        await press(pilot, "tab", *"jjjj")
        await rest(pilot)
        assert "Library · Quay" in lines_of(app)[0]
        await press(pilot, "e")
        await choose("Rename")
        await press(pilot, "enter")
        await answer("Harbour")
        assert "Library · Harbour" in lines_of(app)[0]
        await press(pilot, "e")
        await choose("Move to a folder")
        await press(pilot, "j", "enter")
        await answer("News/Sea")
        assert app.library.feeds.rows()[0].folders == (("News", "Sea"),)
        await press(pilot, "e")
        await choose("Settings")
        await press(pilot, "j", "j", "enter")
        await choose("full_text = auto")
        await press(pilot, "j", "j", "enter")
        await answer("2h")
        assert app.library.feeds.rows()[0].settings.interval == 7_200
        await press(pilot, "e")
        await choose("Settings")
        await press(pilot, "j", "j", "enter")
        await choose("full_text = auto")
        await press(pilot, "end", "enter")
        await answer("anna:tide & time")
        assert said(app)[-1] == "Harbour: login=anna"
        (feed,) = app.library.feeds.rows()
        assert feed.settings.login == "anna"
        assert headers_for(app.library, feed.address, "anna") == Login("anna", "tide & time").headers
        app.library.marks.star([app.library.articles.rows(1)[0].id])
        await press(pilot, "d")
        await choose("Unsubscribe: 1 article that you never touched")
        await press(pilot, "enter")
        await until(pilot, lambda: not app.library.feeds.rows())
        await rest(pilot)
        assert said(app)[-1] == "Unsubscribed from Harbour: 1 article removed"
        assert app.library.articles.count() == 1


async def test_a_search_is_saved_as_a_section_and_forgotten(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Quay", (), 3))
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "S", *"title:2", "ctrl+s")
        await until(pilot, lambda: bool(app.focused and app.focused.id == "answer"))
        app.focused.value = "Twos"  # type: ignore[union-attr]
        await press(pilot, "enter", "escape")
        await until(pilot, lambda: "Saved searches" in text_of(app))
        await press(pilot, "tab", *"jjjj")
        await rest(pilot)
        assert "Library · Twos" in lines_of(app)[0]
        assert "1 article" in lines_of(app)[-1]
        await press(pilot, "d")
        await until(pilot, lambda: "Saved searches" not in text_of(app))
        assert app.library.feeds.searches() == []


async def test_what_a_search_finds_is_hidden_counted_and_seen_again(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Quay", (), 3))
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "M")
        await until(pilot, lambda: "Mute rules" in text_of(app))
        await press(pilot, "enter")
        await until(pilot, lambda: bool(app.focused and app.focused.id == "answer"))
        await press(pilot, *"title:2", "enter")
        await until(pilot, lambda: "Until which day" in text_of(app))
        await press(pilot, "enter")
        await until(pilot, lambda: any(line.split()[:2] == ["Muted", "1"] for line in lines_of(app)))
        assert app.library.articles.count(View("unread")) == 2
        await press(pilot, "M")
        await until(pilot, lambda: "title:2 · all feeds · hid 1" in text_of(app))
        await press(pilot, "j", "enter")
        await until(pilot, lambda: "Forget this rule" in text_of(app))
        await press(pilot, "enter")
        await until(pilot, lambda: app.library.articles.count(View("unread")) == 3)


async def test_an_article_of_several_feeds_is_taken_apart(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=lambda: NOW.timestamp()) as library:
        for title in ("Quay", "Field"):
            (feed,) = library.feeds.subscribe(Subscription(f"https://{title}.example/feed"))
            library.entries.take_in(feed, arrival([entry(1)], title=title))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        assert library_screen(app).panes.articles.count == 1
        await press(pilot, "minus")
        await until(pilot, lambda: library_screen(app).panes.articles.count == 2)


async def test_the_end_of_a_feeds_last_article_leads_on_to_what_is_unread_in_others(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Quay", (), 1), ("Field", (), 1))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "tab", *"jjjj", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await rest(pilot)
        assert "Field 1" in text_of(app)
        await press(pilot, "G", "space")
        await until(pilot, lambda: "Quay 1" in text_of(app))


async def test_an_entry_that_was_opened_is_kept_for_good_though_it_was_not_scrolled(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Field", (), 1))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await rest(pilot)
        assert app.library.articles.count(View("kept")) == 1


async def test_an_entry_whose_address_is_given_is_kept_for_good_and_stays_unread(tmp_path: Path) -> None:
    with_feeds(tmp_path, ("Field", (), 2))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        addresses = [row.url for row in app.library.articles.rows(9)]
        await type_address(pilot, " ".join(addresses))
        await until(pilot, lambda: "2 articles kept, unread" in said(app))
        assert app.library.articles.count(View("kept")) == app.library.articles.count(View("unread")) == 2


async def test_what_only_the_feed_has_says_so_and_is_fetched_whole(tmp_path: Path, site: Website) -> None:
    feed = FeedSite(site)
    with Library.open(tmp_path, now=lambda: NOW.timestamp()) as library:
        (number,) = library.feeds.subscribe(Subscription(feed.address))
        library.feeds.set(None, "full_text", "never")
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "R")
        await rest(pilot)
        assert "◐" in lines_of(app)[2]
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await rest(pilot)
        assert "only what the feed has" in text_of(app)
        await press(pilot, "r")
        await rest(pilot)
        assert "This is the whole article now" in said(app)
        assert "only what the feed has" not in text_of(app)
        assert "Sources 1" in text_of(app)
    assert number


async def test_the_whole_that_comes_while_the_feeds_text_is_read_takes_its_place(tmp_path: Path, site: Website) -> None:
    feed = FeedSite(site)
    with Library.open(tmp_path, now=lambda: NOW.timestamp()) as library:
        library.feeds.subscribe(Subscription(feed.address))
        library.feeds.set(None, "full_text", "never")
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "R")
        await rest(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await rest(pilot)
        assert "only what the feed has" in text_of(app)
        await press(pilot, "m")  # what is read is not fetched any more
        app.library.feeds.set(None, "full_text", "always")
        app.refreshing.start()  # as the clock does it
        await rest(pilot)
        assert "only what the feed has" not in text_of(app)
        assert "Sources 1" in text_of(app)


async def test_the_app_refreshes_when_it_starts_if_that_is_set(tmp_path: Path, site: Website) -> None:
    feed = FeedSite(site)
    with Library.open(tmp_path) as library:
        library.feeds.subscribe(Subscription(feed.address))
    app = online(tmp_path)
    app.config = app.config._replace(refresh_on_start=True)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "News 3" in text_of(app))
        await rest(pilot)


async def test_who_leaves_ends_a_refresh(tmp_path: Path, site: Website) -> None:
    held = Held(site)
    with Library.open(tmp_path) as library:
        library.feeds.subscribe(Subscription(held.address))
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "R")
        await until(pilot, held.asked.is_set)
        await press(pilot, "ctrl+q")
    held.let_go.set()
    assert app.return_code == 0


def failures(*reasons: str) -> Refreshed:
    feeds = [
        Asked(n, f"https://{n}.example/feed", f"Feed {n}", None, None, None, 0, False, FeedSettings()) for n in range(9)
    ]
    failed = [Outcome(feed, error=why) for feed, why in zip(feeds, reasons, strict=False)]
    return Refreshed(total=9, asked=9, new=2, failed=failed)


@pytest.mark.parametrize(
    ("reasons", "lines"),
    [
        ((), ["2 new articles in 9 feeds"]),
        (("gone",), ["2 new articles in 9 feeds", "Feed 0: gone"]),
        (
            ("away", "gone", "away"),
            [
                "2 new articles in 9 feeds",
                "2 feeds could not be read: away",
                "1 feed could not be read: gone",
            ],
        ),
        (
            ("a", "b", "c", "d", "d"),
            [
                "2 new articles in 9 feeds",
                "2 feeds could not be read: d",
                "1 feed could not be read: a",
                "1 feed could not be read: b",
                "and 1 other reason: the feeds marked ! say theirs",
            ],
        ),
    ],
)
def test_what_came_of_a_refresh_is_said_in_a_few_lines(reasons: tuple[str, ...], lines: list[str]) -> None:
    assert outcome_lines(failures(*reasons)).splitlines() == lines


async def test_a_refresh_that_is_asked_for_while_articles_are_fetched_comes_at_once(
    tmp_path: Path, site: Website
) -> None:
    feed = FeedSite(site)
    page = threading.Event()

    def held(request: BaseHTTPRequestHandler) -> None:
        page.wait(60)
        request.send_error(404)

    with Library.open(tmp_path) as library:
        library.feeds.subscribe(Subscription(feed.address))
    for number in (1, 2, 3):
        site.answer(f"/a/{number}", held)
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "R")
        await until(pilot, lambda: "Fetching the whole of 3 articles: 0 done" in text_of(app))
        feed.entries.insert(0, 4)
        await press(pilot, "R")
        await until(pilot, lambda: "News 4" in text_of(app))
        page.set()
        await rest(pilot)
        assert feed.answers == [200, 200]


def test_a_setting_is_written_as_it_is_read() -> None:
    settings = FeedSettings(interval=7_200, headers=(("X-A", "b"), ("X-C", "d")), pictures=False)
    assert [written(name, settings) for name in ("interval", "headers", "pictures", "keep_days", "user_agent")] == [
        "2h",
        "X-A: b; X-C: d",
        "no",
        "90",
        "",
    ]
    assert written("interval", FeedSettings(interval=90)) == "1m"
    assert stored_value("headers", written("headers", settings)) == "X-A: b\nX-C: d"


@pytest.mark.parametrize(
    ("now", "last_key", "listed"),
    [
        (9.99, 0.0, False),
        (10.0, 10.0 - AFTER_KEY, True),
        (10.0, 10.001 - AFTER_KEY, False),
        (9.999 + PUT_OFF, 10.0 + PUT_OFF, False),
        (10.0 + PUT_OFF, 10.0 + PUT_OFF, True),
    ],
)
def test_what_came_is_listed_between_two_keys_but_not_put_off_for_ever(
    now: float, last_key: float, listed: bool
) -> None:
    assert may_list(now, 10.0, last_key) is listed
