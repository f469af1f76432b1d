"""What feeds look like in the app: sections, what can be chosen, progress, errors, nothing to read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from desk import NARROW, NOW, WIDE, app_for, press, rest
from feed_arrivals import arrival, entry
from textual.pilot import Pilot

from tui.library import Library
from tui.model.article import Link
from tui.model.subscription import Subscription
from tui.screens.article_choice import ArticleChoiceScreen
from tui.screens.choose import ChooseScreen

Compare = Callable[..., bool]
SIZES = {"140x42": WIDE, "80x24": NARROW}
GONE = "the server answered 404 (not found); check the address"


def full(folder: Path) -> None:
    """Feeds in folders, one that fails, a saved search, a mute rule."""
    with Library.open(folder, now=lambda: NOW.timestamp()) as library:
        first = 0
        for title, path in (("Coast Herald", ("News", "Sea")), ("Field and Farm", ("News",)), ("Quay Notes", ())):
            address = f"https://{title.split()[0].lower()}.example/feed"
            (feed,) = library.feeds.subscribe(Subscription(address, folders=(path,) if path else ()))
            cut = {"content": None, "summary": "<p>The council spoke of its wall …</p>"} if path else {}
            entries = [entry(first + n, title=f"{title} on day {n}", **cut) for n in range(1, 6)]
            library.entries.take_in(feed, arrival(entries, title=title))
            first += 5
        library.entries.failed(feed, GONE, next_at=NOW.timestamp() + 3_600)
        library.feeds.save_search("The wall", "wall -title:2")
        library.feeds.mute("title:4")
        library.marks.read([library.articles.rows(1)[0].id])


def pressing(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Presses keys, each when what the one before it started has come to rest."""

    async def press_all(pilot: Pilot[None]) -> None:
        await rest(pilot)
        for key in keys:
            await press(pilot, key)
            await rest(pilot)

    return press_all


@pytest.mark.parametrize("size", ["140x42", "80x24"])
def test_sections_with_feeds(snap_compare: Compare, tmp_path: Path, size: str) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), terminal_size=SIZES[size], run_before=pressing("tab", *"jjjjj"))


@pytest.mark.parametrize("size", ["140x42", "80x24"])
def test_a_feed_that_could_not_be_had(snap_compare: Compare, tmp_path: Path, size: str) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), terminal_size=SIZES[size], run_before=pressing("tab", "G", "k"))


def test_how_far_a_refresh_is(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    app = app_for(tmp_path)

    async def publish(pilot: Pilot[None]) -> None:
        await rest(pilot)
        app.refreshing.line = "Refreshing 12 of 40 feeds · 31 new · 2 could not be read · Esc stops"
        app.refreshing.progressed.publish(app.refreshing.line)
        await rest(pilot)

    assert snap_compare(app, terminal_size=NARROW, run_before=publish)


def test_nothing_unread(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    with Library.open(tmp_path, now=lambda: NOW.timestamp()) as library:
        library.feeds.mark_read()
    assert snap_compare(app_for(tmp_path), terminal_size=NARROW, run_before=rest)


def test_an_empty_library(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(app_for(tmp_path), terminal_size=NARROW, run_before=rest)


def test_settings_of_a_folder(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)

    keys = ("tab", *"jjjjjj", "e", "enter")
    assert snap_compare(app_for(tmp_path), terminal_size=NARROW, run_before=pressing(*keys))


def test_entries_of_a_feed_to_choose_from(snap_compare: Compare, tmp_path: Path) -> None:
    links = [Link(f"What was said at the quay on day {n}", f"https://quay.example/{n}", 0) for n in range(1, 12)]

    async def offer(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(ArticleChoiceScreen("Quay Notes", links, of_feed=True))
        await rest(pilot)
        await pilot.press("x", "j", "x")
        await rest(pilot)

    assert snap_compare(app_for(tmp_path), terminal_size=NARROW, run_before=offer)


def test_feeds_to_choose_from(snap_compare: Compare, tmp_path: Path) -> None:
    labels = ["Coast Herald · newest: The wall rises", "Coast Herald, sport · newest: A regatta without wind"]

    async def offer(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(ChooseScreen("2 feeds there", [*labels, "The page itself, without a feed"]))
        await rest(pilot)

    assert snap_compare(app_for(tmp_path), terminal_size=NARROW, run_before=offer)


def test_what_only_the_feed_has(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    with Library.open(tmp_path, now=lambda: NOW.timestamp()) as library:
        number = library.articles.find("https://coast.example/3")
        assert number is not None
        library.entries.not_fetched(number, "the server asks for a login (401)", None)
    assert snap_compare(app_for(tmp_path, "https://coast.example/3"), terminal_size=NARROW, run_before=rest)
