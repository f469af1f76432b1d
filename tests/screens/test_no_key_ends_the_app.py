"""Nothing that is pressed ends the app but what is meant to: where things are lacking, and before screens are there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from articles import harbour
from desk import NARROW, app_for, app_reading, library_with, press, until
from random_keys import Session, articles, bound_keys, full_library, key_event, nothing_outside
from textual.pilot import Pilot
from textual.widgets import Input

from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.outline import OutlineScreen
from tui.screens.palette import Palette
from tui.screens.picture import PictureScreen
from tui.screens.prompt import AskScreen
from tui.screens.reader.screen import ReaderScreen
from tui.screens.search import SearchLine, SearchScreen
from tui.screens.voices import VoicesScreen


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path) -> object:
    """What is written by a relative name lands in a folder of the test, and no program is started."""
    with nothing_outside(tmp_path / "here"):
        yield


async def press_each(pilot: Pilot[None]) -> None:
    """Press every bound key on the screen, each time without what the one before has opened."""
    app, first = pilot.app, pilot.app.screen
    for key in bound_keys():
        app.post_message(key_event(key))
        await pilot.pause()
        while app.screen is not first and first in app.screen_stack:
            await app.pop_screen()
    assert app.screen is first


LACKING = ("plain", "without headings", "only a picture", "nothing")


@pytest.mark.parametrize(("kind", "pane"), [*((kind, "1") for kind in LACKING), ("plain", "2"), ("plain", "3")])
async def test_every_key_of_the_reader_on_an_article_that_lacks_things(tmp_path: Path, kind: str, pane: str) -> None:
    app = app_reading(tmp_path / "library", articles()[kind])
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, pane)
        await press_each(pilot)


@pytest.mark.parametrize("key", ["", "S", "W", "tab"])
async def test_every_key_of_every_screen_on_an_empty_library(tmp_path: Path, key: str) -> None:
    app = app_for(tmp_path / "library")
    async with app.run_test(size=NARROW) as pilot:
        if key:
            await press(pilot, key)
        await press_each(pilot)


async def test_the_outline_of_an_article_without_headings_is_its_title(tmp_path: Path) -> None:
    app = app_reading(tmp_path / "library", articles()["without headings"])
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "i")
        assert isinstance(app.screen, OutlineScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)


AHEAD = {
    "help": (("question_mark", "j", "space", "k", "b"), HelpScreen),
    "voices": (("W", "slash", "escape", "y", "plus", "minus"), VoicesScreen),
    "search": (("S", "down", "tab", "ctrl+r"), SearchScreen),
    "library": (("L", "slash", "escape", "O", "enter", "R", "tab", "j", "tab"), LibraryScreen),
    "commands": (("colon", "pagedown", "pageup", "down", "end"), Palette),
    "outline": (("i", "j", "pagedown", "end"), OutlineScreen),
    "picture": (("3", "v", "right", "j", "k"), ReaderScreen),
}


@pytest.mark.parametrize("name", AHEAD)
async def test_keys_that_come_before_their_screen_wait_for_it(tmp_path: Path, name: str) -> None:
    keys, kind = AHEAD[name]
    app = app_reading(tmp_path / "library", harbour())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for key in keys:
            app.post_message(key_event(key))
        await until(pilot, lambda: isinstance(app.screen, (kind, PictureScreen)))
        await pilot.pause()
        assert app.is_running


async def test_what_is_typed_ahead_is_typed_where_it_was_meant(tmp_path: Path) -> None:
    library_with(tmp_path / "library", harbour())
    app = app_for(tmp_path / "library")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        theme = app.theme
        for key in ("S", *"tide"):
            app.post_message(key_event(key))
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await until(pilot, lambda: app.screen.query_one(SearchLine).value == "tide")
        for key in ("escape", "a", *"q:t"):
            app.post_message(key_event(key))
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await until(pilot, lambda: app.screen.query_one(Input).value == "q:t")
        assert app.theme == theme


async def test_a_command_can_be_chosen_before_the_palette_is_filled(tmp_path: Path) -> None:
    app = app_for(tmp_path / "library")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for key in ("colon", "pagedown", "enter", "pageup", "enter", "pagedown", "escape"):
            app.post_message(key_event(key))
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert app.is_running


async def test_keys_that_come_after_the_last_screen_are_for_nobody(tmp_path: Path) -> None:
    app = app_for(tmp_path / "library")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for key in ("q", "q", "j", "question_mark", "escape"):
            app.post_message(key_event(key))
    assert not app.is_running


def sampled(tmp_path: Path, seeds: range, how: Callable[[Session], object]) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    full_library(full)
    for seed in seeds:
        session = Session(seed, full, empty)
        try:
            asyncio.run(how(session))  # type: ignore[arg-type]
        except Exception as error:
            raise AssertionError(f"seed {seed}: {' '.join(session.pressed)}") from error


def test_no_random_session_ends_in_an_error(tmp_path: Path) -> None:
    """A sample of ``tests/bench/sessions.py``."""
    sampled(tmp_path, range(1_000, 1_003), lambda session: session.run(40))


def test_no_burst_before_the_screen_ends_in_an_error(tmp_path: Path) -> None:
    """A sample of ``tests/bench/sessions.py``."""
    sampled(tmp_path, range(2_000, 2_004), lambda session: session.run_ahead(12))


def test_no_widget_is_asked_for_by_name() -> None:
    """A screen holds the widgets that it made: by name they could be asked for before they are there, or after."""
    rooms = Path(__file__).resolve().parent.parent.parent / "tui"
    asking = [path.name for path in rooms.rglob("*.py") if ".query_one(" in path.read_text("utf8")]
    assert asking == []
