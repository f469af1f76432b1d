"""The mouse does what the keys do; settings change theme, measure and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from articles import harbour
from desk import NARROW, WIDE, app_for, app_reading, library_with, lines_of, press, reader, said, until
from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import MouseScrollDown

from tui.library import Library
from tui.panes.source_rows import SourceKey
from tui.screens.binding_names import SUCCESSORS, remappable
from tui.screens.help import HelpScreen
from tui.screens.settings import checked_settings, is_key
from tui.system.paths import config_file


def configure(text: str) -> None:
    """Write the settings."""
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(text, "utf8")


async def test_a_click_on_a_source_goes_to_its_first_place(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 24)) as pilot:
        await pilot.click("#sources", offset=(6, 3))
        await pilot.pause()
        assert reader(app).panes.sources.cursor == SourceKey(3)
        await until(pilot, lambda: "Fishermen’s Association, said" in "\n".join(lines_of(app)))


async def test_a_click_on_a_caption_goes_to_its_figure(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 24)) as pilot:
        await press(pilot, "3", "z")
        await pilot.click("#captions", offset=(6, 8))
        await press(pilot, "z")
        assert reader(app).panes.captions.cursor == 2


async def test_a_click_on_a_tab_turns_to_its_pane(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.click("#tabs", offset=(15, 0))
        await pilot.pause()
        assert reader(app).panes.active == "sources"


async def test_a_click_on_a_key_in_the_footer_presses_it(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        at = lines_of(app)[-1].index("? help")
        await pilot.click("#footer", offset=(at, 0))
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))


async def test_the_wheel_scrolls_the_article(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        for _ in range(5):
            app.post_message(
                MouseScrollDown(None, x=5, y=5, delta_x=0, delta_y=1, button=0, shift=False, meta=False, ctrl=False)
            )
        await until(pilot, lambda: reader(app).panes.article.viewport.place > (0, 0))


async def test_settings_choose_theme_measure_and_keys(tmp_path: Path) -> None:
    configure('theme = "paper"\nmeasure = 50\n[keys]\n"reader.zoom" = "f9"\n')
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        assert app.theme == "paper"
        assert reader(app).panes.article.viewport.measure == 50
        await press(pilot, "z")
        assert not reader(app).panes.arrangement.zoomed
        await press(pilot, "f9")
        assert reader(app).panes.arrangement.zoomed


@pytest.mark.parametrize(
    ("terminal", "theme"), [("screen", "ansi-dark"), ("linux", "ansi-dark"), ("xterm-256color", "lamp")]
)
async def test_a_terminal_of_sixteen_colours_has_a_theme_of_its_own_colours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: str, theme: str
) -> None:
    monkeypatch.setenv("TERM", terminal)
    assert app_reading(tmp_path, harbour()).theme == theme
    configure('theme = "paper"\n')
    assert app_reading(tmp_path, harbour()).theme == "paper"


async def test_a_wrong_setting_is_one_line_with_file_and_line(tmp_path: Path) -> None:
    configure('theme = "mauve"\n')
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "config.toml, line 1: theme: no such theme" in said(app)[0]
        assert app.theme == "lamp"


async def test_settings_choose_justified_text_and_room_for_pictures(tmp_path: Path) -> None:
    configure("justify = true\nhyphenate = true\npicture_limit = 0\n")
    (number,) = library_with(tmp_path, harbour())
    with Library.open(tmp_path) as library:
        library.pictures.keep(number, 0, b"\x89PNG\r\n\x1a\n" + b"x" * 100, "image/png")
    app = app_for(tmp_path, harbour().address)
    async with app.run_test(size=WIDE) as pilot:
        assert reader(app).panes.article.viewport.justified
        assert reader(app).panes.article.viewport.hyphenated
        await until(pilot, lambda: app.library.pictures.room().bytes == 0)


def test_what_took_the_place_of_an_action_is_there() -> None:
    there = remappable()
    assert set(SUCCESSORS.values()) <= there
    assert not set(SUCCESSORS) & there
    configure('[keys]\n"library.backwards" = "f9"\n')
    assert checked_settings(config_file())[1][0].endswith(
        "library.backwards: no such action any more; use library.order"
    )


@pytest.mark.parametrize(
    "key",
    [
        *("j", "J", "é", "字", "?", "+", "space", "enter", "f12", "menu"),
        *("question_mark", "plus", "minus", "slash", "comma"),
        *("ctrl+d", "shift+tab", "alt+left", "ctrl+shift+a", "ctrl+plus", "ctrl+right_square_bracket"),
    ],
)
def test_a_key_may_be_called_so(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("name", ["qqqq", "Space", "f99", "ctl+d", "ctrl+qqqq", "ctrl+", ""])
def test_no_key_is_called_so(name: str) -> None:
    assert not is_key(name)


def test_all_keys_that_are_bound_have_such_names() -> None:
    remappable()  # loads every screen and pane
    bound = {key for kind in _kinds(DOMNode) for key in _keys_of(kind)}
    assert {"j", "question_mark", "ctrl+z"} <= bound
    assert {key for key in bound if not is_key(key)} == set()


def _kinds(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)


def _keys_of(kind: type[DOMNode]) -> set[str]:
    declared = (binding for binding in kind.__dict__.get("BINDINGS", ()) if isinstance(binding, Binding))
    return {key.strip() for binding in declared for key in binding.key.split(",")}
