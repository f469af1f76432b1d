"""Feeds refreshed in the app: how far it is, what came of it, what stops it, what goes on beside it."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from articles import plain
from desk import NARROW, NOW, WIDE, app_for, library_with, lines_of, press, rest, said, until
from feed_site import FeedSite
from feeds_on_screen import online, text_of, with_feeds
from reader_server import PASSWORD, USER, ReaderServer
from website import Website

from tui.intake.refreshing.refresh import Outcome, Refreshed
from tui.intake.syncing.sync import log_in
from tui.library import Library, View
from tui.library.feeds.asking import Asked
from tui.library.feeds.feed_settings import FeedSettings
from tui.model.subscription import Subscription
from tui.screens.feeds.refreshing import AFTER_KEY, PUT_OFF, may_list, outcome_lines


class Held:
    """A feed whose answer is held back until it is let go."""

    def __init__(self, website: Website) -> None:
        self.let_go, self.asked = threading.Event(), threading.Event()
        self._feed = FeedSite(website, "/held", [8])
        self.address = website.answer("/slow", self._answer)

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.set()
        self.let_go.wait(60)
        self._feed.answering()(request)


async def test_a_refresh_says_how_far_it_is_brings_rows_as_they_come_and_is_stopped_by_escape(
    tmp_path: Path, website: Website
) -> None:
    held, feed = Held(website), FeedSite(website)
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


async def test_what_a_refresh_brings_while_all_is_marked_read_stays_unread(tmp_path: Path, website: Website) -> None:
    held, feed = Held(website), FeedSite(website)
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


async def test_a_feed_that_cannot_be_had_is_marked_and_says_why_and_since_when(
    tmp_path: Path, website: Website
) -> None:
    with Library.open(tmp_path, now=lambda: NOW.timestamp()) as library:
        library.feeds.subscribe(Subscription(website.url + "/gone", "Quay"))
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


async def test_r_in_the_sections_asks_the_feed_that_is_chosen_alone(tmp_path: Path, website: Website) -> None:
    first, second = FeedSite(website), FeedSite(website, "/other", [7])
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


async def test_the_app_refreshes_when_it_starts_if_that_is_set(tmp_path: Path, website: Website) -> None:
    feed = FeedSite(website)
    with Library.open(tmp_path) as library:
        library.feeds.subscribe(Subscription(feed.address))
    app = online(tmp_path)
    app.config = app.config._replace(refresh_on_start=True)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "News 3" in text_of(app))
        await rest(pilot)


async def test_who_leaves_ends_a_refresh(tmp_path: Path, website: Website) -> None:
    held = Held(website)
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
    tmp_path: Path, website: Website
) -> None:
    feed = FeedSite(website)
    page = threading.Event()

    def held(request: BaseHTTPRequestHandler) -> None:
        page.wait(60)
        request.send_error(404)

    with Library.open(tmp_path) as library:
        library.feeds.subscribe(Subscription(feed.address))
    for number in (1, 2, 3):
        website.answer(f"/a/{number}", held)
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
