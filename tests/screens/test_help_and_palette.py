"""The help and the command palette, what is remembered, and the preview beside the library."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import harbour, plain
from desk import (
    MIDDLE,
    NARROW,
    WIDE,
    app_for,
    app_reading,
    library_with,
    lines_of,
    lose_short_timers,
    press,
    reader,
    rest,
    said,
    until,
)

from tui.app import NewsreaderApp
from tui.screens.help import HelpScreen, keys_by_section
from tui.screens.palette import Palette
from tui.screens.stories import StoriesScreen
from tui.system.paths import config_file, remembered_file


def text_of(app: NewsreaderApp) -> str:
    return "\n".join(lines_of(app))


async def test_the_help_begins_with_what_works_here(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "question_mark")
        await until(pilot, lambda: "In the sources" in text_of(app))
        later = text_of(app).partition("In the sources")[2]
        assert "In the article" not in text_of(app).removesuffix(later)


async def test_the_help_is_filtered_by_typing(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "question_mark", "slash", *"outline")
        await until(pilot, lambda: "Everywhere" not in text_of(app))
        assert "Outline" in text_of(app)
        await press(pilot, "enter", "escape")
        assert not isinstance(app.screen, HelpScreen)


async def test_the_help_of_the_library_explains_its_signs(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "question_mark", "G")
        await until(pilot, lambda: "● all here" in text_of(app))
        await press(pilot, "slash", *"starred")
        await until(pilot, lambda: "★ starred" in text_of(app) and "● all here" not in text_of(app))


async def test_keys_are_written_as_they_stand_on_a_keyboard(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW):
        names = {name for keys in keys_by_section(app.screen).values() for every in keys.values() for name in every}
        assert {"=", "-", "/", "?", "→", "Ctrl+P"} <= names
        assert not [name for name in names if "_" in name or (name.islower() and len(name) > 1)]


async def test_the_palette_finds_a_command_by_its_words_and_shows_its_keys(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "colon", *"outl")
        assert isinstance(app.screen, Palette)
        line = next(line for line in lines_of(app) if "Outline: go to a heading" in line)
        assert line.split("│")[1].split()[-1] == "i"
        await press(pilot, "enter")
        await until(pilot, lambda: "What the wall will be" in text_of(app))
        await press(pilot, "escape")
        assert reader(app)


async def test_what_a_key_does_elsewhere_stands_in_the_palette_and_not_in_the_help(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        meanings = [
            name for keys in keys_by_section(app.screen).values() for name, given in keys.items() if "B" in given
        ]
        assert meanings == ["One row for a story"]
        await press(pilot, "colon", *"stories", "enter")
        await until(pilot, lambda: isinstance(app.screen, StoriesScreen))


async def test_the_palette_finds_the_settings_by_their_file_and_says_when_it_finds_nothing(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "colon", *"config zz")
        assert "No command has these words" in text_of(app)
        await press(pilot, *["backspace"] * 3, "enter")
        await until(pilot, lambda: "Whatever it sets can be used" in text_of(app))


async def test_theme_measure_and_hidden_panes_are_there_again_at_the_next_start(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "t", "less_than_sign", "c")
        measure = reader(app).panes.article.viewport.measure
        await rest(pilot)
        await until(pilot, lambda: '"captions"' in remembered_file().read_text())
    again = app_for(tmp_path, harbour().address)
    async with again.run_test(size=WIDE) as pilot:
        await rest(pilot)
        assert again.theme == "paper"
        assert reader(again).panes.article.viewport.measure == measure < 80
        assert reader(again).panes.arrangement.hidden == {"captions"}


async def test_the_settings_of_the_reader_win_over_what_is_remembered(tmp_path: Path) -> None:
    remembered_file().parent.mkdir(parents=True, exist_ok=True)
    remembered_file().write_text('{"theme": "paper", "measure": 60}')
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text('theme = "ansi-dark"\n')
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW):
        assert (app.theme, app.config.measure) == ("ansi-dark", 60)


async def test_many_settings_that_cannot_be_used_are_one_line_and_listed_on_demand(tmp_path: Path) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text("".join(f"nothing{n} = {n}\n" for n in range(7)))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert [line.partition(":")[0] for line in said(app)] == ["7 settings cannot be used"]
        await press(pilot, "colon", *"settings", "enter")
        await until(pilot, lambda: "nothing3" in text_of(app))


async def test_the_article_under_the_cursor_is_shown_beside_a_wide_list(tmp_path: Path) -> None:
    library_with(tmp_path, harbour(), plain("A short note", "Some words."))
    app = app_for(tmp_path)
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, lambda: "Voices 8" in text_of(app))
        for said_there in ("After a January night", "Rosalind Sand", "Ada Moreno", "Captions 3", "pictures not kept"):
            assert said_there in text_of(app)
        await press(pilot, "j")
        await until(pilot, lambda: "Voices 8" not in text_of(app))


async def test_a_busy_machine_leaves_no_other_article_beside_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library_with(tmp_path, harbour(), plain("A short note", "Some words."))
    app = app_for(tmp_path)
    async with app.run_test(size=(160, 40)) as pilot:
        lose_short_timers(monkeypatch)
        await until(pilot, lambda: "Voices 8" in text_of(app))
        await press(pilot, "j")
        await until(pilot, lambda: "Voices 8" not in text_of(app))


async def test_without_room_there_is_no_preview(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await rest(pilot)
        assert "Voices 8" not in text_of(app)
