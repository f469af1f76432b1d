"""Addresses that are added in the app: sites, feeds, articles, lists of them."""

from __future__ import annotations

from pathlib import Path

from desk import NARROW, WIDE, app_for, press, rest, said, until
from feed_site import FeedSite, document_of
from feeds_on_screen import online, text_of, type_address
from textual import events
from website import Website

from tui.library import View
from tui.screens.article_choice import ArticleChoiceScreen
from tui.screens.choose import ChooseScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader.screen import ReaderScreen

HEAD = "<html><head>{links}<title>Coast</title></head><body><p>News from the coast</p></body></html>"
LINK = "<link rel=alternate type=application/rss+xml href={path} title={title}>"


async def test_a_site_that_is_typed_is_subscribed_to_and_can_be_read_whole_when_the_site_is_gone(
    tmp_path: Path, website: Website
) -> None:
    FeedSite(website)
    website.page("/", HEAD.format(links=LINK.format(path="/feed", title="Coast")))
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        assert "Nothing is kept yet" in text_of(app)
        await type_address(pilot, website.url)
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await rest(pilot)
        assert "Feed Coast" in text_of(app)
        assert "News 3" in text_of(app)
        await press(pilot, "plus")
        await until(pilot, lambda: "Subscribed to Coast: 3 unread articles" in said(app))
        await rest(pilot)
        assert "News 3" in text_of(app)
        assert website.requests.count("/feed") == 1
        rows = app.library.articles.rows(9, view=View("unread"))
        assert [(row.text, row.pictures, row.sources) for row in rows] == [("whole", 1, 1)] * 3
        website.close()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await rest(pilot)
        assert "The council of the harbour town spoke for hours" in text_of(app)


async def test_of_several_feeds_one_is_chosen_by_its_title_and_newest_entry(tmp_path: Path, website: Website) -> None:
    FeedSite(website)
    FeedSite(website, "/other", [7])
    links = LINK.format(path="/feed", title="Coast") + LINK.format(path="/other", title="Other")
    website.page("/", HEAD.format(links=links))
    app = online(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await type_address(pilot, website.url)
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


async def test_a_feeds_address_on_the_command_line_shows_its_entries(tmp_path: Path, website: Website) -> None:
    app = online(tmp_path, FeedSite(website).address)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await rest(pilot)
        assert "News 3" in text_of(app)
        await press(pilot, "escape")
        await until(pilot, lambda: "This is a feed of 3 articles" in text_of(app))
        await press(pilot, "L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_a_feed_that_cannot_be_read_says_why_and_not_that_it_is_no_page(tmp_path: Path, website: Website) -> None:
    app = online(tmp_path, website.page("/feed", "", "application/rss+xml"))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "there is nothing in it; check the address" in text_of(app))
        assert "not a page" not in text_of(app)


async def test_a_page_without_a_text_that_leads_to_a_feed_offers_it(tmp_path: Path, website: Website) -> None:
    FeedSite(website)
    head = LINK.format(path="/feed", title="Coast")
    website.page("/news/", f"<html><head>{head}</head><body><h2><a href='/a/3'>News 3</a></h2></body></html>")
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await type_address(pilot, f"{website.url}/news/")
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


async def test_an_entry_that_is_chosen_is_read(tmp_path: Path, website: Website) -> None:
    app = online(tmp_path, FeedSite(website).address)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await press(pilot, "j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await rest(pilot)
        assert "News 2" in text_of(app)


async def test_of_several_addresses_that_are_pasted_articles_are_kept_and_feeds_subscribed_to(
    tmp_path: Path, website: Website
) -> None:
    FeedSite(website)
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "a")
        await until(pilot, lambda: bool(app.focused and app.focused.id == "answer"))
        app.post_message(events.Paste(f"{website.url}/a/1\n{website.url}/feed\n\n{website.url}/none\n"))
        await until(pilot, lambda: "/none" in getattr(app.focused, "value", ""))
        await press(pilot, "enter")
        await rest(pilot)
        await until(pilot, lambda: any(line.startswith("Subscribed to ") for line in said(app)))
        await rest(pilot)
        kept, wrong = next(line for line in said(app) if "kept, unread" in line).splitlines()
        assert kept == "1 article kept, unread"
        assert wrong.startswith(f"{website.url}/none: ")
        assert "404" in wrong
        assert "News 1" in {row.title for row in app.library.articles.rows(9)}
        assert [feed.address for feed in app.library.feeds.rows()] == [f"{website.url}/feed"]


async def test_a_word_among_several_addresses_that_is_none_does_not_cost_the_others(
    tmp_path: Path, website: Website
) -> None:
    FeedSite(website)
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await type_address(pilot, f"{website.url}/a/1 thewall {website.url}/a/2")
        await until(pilot, lambda: any("kept, unread" in line for line in said(app)))
        kept, wrong = next(line for line in said(app) if "kept, unread" in line).splitlines()
        assert kept == "2 articles kept, unread"
        assert wrong.startswith("thewall: ")


async def test_more_addresses_than_a_few_lines_hold_are_listed_with_what_is_wrong_with_each(
    tmp_path: Path, website: Website
) -> None:
    FeedSite(website)
    app = online(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await type_address(pilot, " ".join(f"{website.url}/none{n}" for n in range(4)))
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await rest(pilot)
        assert "/none3 · the server has no such page" in text_of(app)
        assert "4 addresses could not be kept" in said(app)
