"""Feeds in the app as a person meets them: subscribed to, refreshed, looked after, read offline."""

from __future__ import annotations

from pathlib import Path

from desk import NARROW, NOW, WIDE, app_for, lines_of, press, rest, said, until
from feed_arrivals import arrival, entry
from feed_site import FeedSite
from feeds_on_screen import library_screen, online, text_of, type_address, with_feeds
from textual.pilot import Pilot
from website import Website

from tui.app import NewsreaderApp
from tui.fetch.login import Login
from tui.intake.feed_logins import headers_for
from tui.library import Library, View
from tui.library.feeds.feed_settings import FeedSettings, stored_value, written
from tui.model.subscription import Subscription
from tui.screens.choose import ChooseScreen
from tui.screens.reader.screen import ReaderScreen


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


async def test_what_only_the_feed_has_says_so_and_is_fetched_whole(tmp_path: Path, website: Website) -> None:
    feed = FeedSite(website)
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


async def test_the_whole_that_comes_while_the_feeds_text_is_read_takes_its_place(
    tmp_path: Path, website: Website
) -> None:
    feed = FeedSite(website)
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
