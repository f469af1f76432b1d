"""Pictures in the reader: one on a screen of its own, small ones in the text, and neither without the extra."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from articles import PLAIN_TEXT, harbour
from desk import NARROW, WIDE, app_for, app_reading, lines_of, press, reader, rest, said, until
from pictured import drawn, pictured
from pictures import HOSTILE, bomb, encoded, picture, scene

from tui.app import NewsreaderApp
from tui.flow.block_forms import FigureForm
from tui.library import Library
from tui.library.library_work import LibraryWork
from tui.panes.footer import shown_bindings
from tui.panes.picture import HalfCells
from tui.screens.picture import PictureScreen
from tui.screens.reader.screen import ReaderScreen
from tui.system.paths import config_file

ROOT = Path(__file__).resolve().parents[2]


def shown(app: NewsreaderApp) -> PictureScreen:
    assert isinstance(app.screen, PictureScreen)
    return app.screen


async def test_v_shows_the_picture_with_what_is_said_of_it(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "v")
        await drawn(pilot)
        text = "\n".join(lines_of(app))
        for words in ("Waves break over", "Lena Park/Coast Pictures", "alt: Grey sea", "picture 1 of 3"):
            assert words in text


async def test_v_in_the_article_shows_the_figure_that_is_on_the_screen(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=(140, 20)) as pilot:
        reader(app).panes.jump(harbour().captions[1].block, 0)
        await press(pilot, "j", "v")
        assert shown(app).at == 1


async def test_v_shows_a_picture_though_the_captions_are_hidden(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        reader(app).panes.jump(harbour().captions[1].block, 0)
        await press(pilot, "v")
        assert shown(app).at == 1


async def test_v_shows_a_picture_that_came_since_the_article_was_opened(tmp_path: Path) -> None:
    app = pictured(tmp_path, {})
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        (row,) = app.library.articles.rows(1)
        app.library.pictures.keep(row.id, 1, picture(), "image/png")
        await press(pilot, "3", "j", "v")
        await drawn(pilot)
        assert shown(app).at == 1


async def test_what_was_read_when_the_article_was_opened_is_not_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
    asked: list[str] = []
    read, mark = LibraryWork.read, LibraryWork.mark

    async def reads(work: LibraryWork, ask: Callable[[Library], object]) -> object:
        asked.append("read")
        return await read(work, ask)

    def marks(work: LibraryWork, *args: Any) -> object:
        asked.append("mark")
        return mark(work, *args)

    monkeypatch.setattr(LibraryWork, "read", reads)
    monkeypatch.setattr(LibraryWork, "mark", marks)
    app = app_for(tmp_path, harbour().address)
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        assert any("Harbour wall" in line for line in lines_of(app))
    assert asked == ["read"]  # where else its words stand


async def test_the_picture_is_as_large_as_fits_and_follows_the_size_of_the_screen(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "v")
        await drawn(pilot)
        before = app.screen.query_one(HalfCells).size
        view = app.screen.query_one("#picture").size
        assert view.width == before.width or view.height == before.height
        await pilot.resize_terminal(60, 20)
        await until(
            pilot,
            lambda: (
                bool(app.screen.query(HalfCells)) and 0 < app.screen.query_one(HalfCells).size.height < before.height
            ),
        )


@pytest.mark.parametrize("keys", [("J", "K"), ("right", "left")])
async def test_keys_go_through_the_pictures_of_the_article(tmp_path: Path, keys: tuple[str, str]) -> None:
    app = pictured(tmp_path)
    forth, back = keys
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "v", back)
        assert said(app)[-1] == "This is the first picture"
        await press(pilot, forth, forth)
        await until(pilot, lambda: any("the server did not answer" in line for line in lines_of(app)))
        await press(pilot, forth)
        assert said(app)[-1] == "This is the last picture"
        await press(pilot, back)
        await drawn(pilot)
        assert shown(app).at == 1


@pytest.mark.parametrize("key", ["escape", "q", "v"])
async def test_the_picture_closes(tmp_path: Path, key: str) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "v", key)
        assert isinstance(app.screen, ReaderScreen)


@pytest.mark.usefixtures("no_programs")
async def test_o_hands_the_picture_to_the_systems_viewer(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "v", "o")
        await until(pilot, lambda: any("no display" in line for line in said(app)))


# A few kinds of those that test_thumbnails has all of: what is said of a picture is the same wherever it is shown.
@pytest.mark.parametrize("name", ["bomb", "login.png", "cut.jpg", "empty.png", "liar.png"])
async def test_a_picture_that_cannot_be_decoded_is_one_line(tmp_path: Path, name: str) -> None:
    reasons = ("the picture is ", "this is not a picture ")
    app = pictured(tmp_path, {0: bomb(13_000) if name == "bomb" else HOSTILE[name]})
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "v")
        await until(pilot, lambda: any(reason in line for line in lines_of(app) for reason in reasons))
        await press(pilot, "q", "1", "p")
        reader(app).panes.jump(harbour().captions[0].block, 0)
        await until(pilot, lambda: any(reason in line for line in lines_of(app) for reason in reasons))
        assert not any("▀" in line for line in lines_of(app))


async def test_p_shows_pictures_in_the_text_and_hides_them_again(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        plain = lines_of(app)
        await press(pilot, "p")
        await drawn(pilot)
        await press(pilot, "p")
        assert lines_of(app)[:-1] == plain[:-1]


async def test_the_place_stays_when_pictures_come_and_go(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=(140, 20)) as pilot:
        pane = reader(app).panes.article
        reader(app).panes.jump(harbour().captions[1].block + 2, 0)
        await pilot.pause()
        before = pane.viewport.place
        await press(pilot, "p")
        await until(pilot, lambda: bool(pane.picture_rows.pictures))
        assert pane.viewport.place == before
        await press(pilot, "p")
        await until(pilot, lambda: not pane.picture_rows.pictures)
        assert pane.viewport.place == before


async def test_a_jump_to_a_figure_shows_its_picture_and_finding_its_caption(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=(140, 30)) as pilot:
        await press(pilot, "p")
        await until(pilot, lambda: bool(reader(app).panes.article.picture_rows.pictures))
        reader(app).panes.jump(harbour().captions[1].block, 0)
        await drawn(pilot)
        assert any("figure 2" in line for line in lines_of(app))
        await press(pilot, "slash", *"fish market in 1911", "enter")
        assert any("The fish market in 1911" in line for line in lines_of(app))


async def test_the_room_of_a_picture_is_there_before_the_picture(tmp_path: Path) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        pane = reader(app).panes.article
        await press(pilot, "p")
        await until(pilot, lambda: bool(pane.picture_rows.pictures))
        assert pane.viewport.flow is not None
        before = pane.viewport.flow.height
        await drawn(pilot)
        assert pane.viewport.flow.height == before


async def test_settings_show_pictures_in_the_text_from_the_start(tmp_path: Path) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text("thumbnails = true\n", "utf8")
    app = pictured(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await drawn(pilot)


async def test_p_without_pictures_says_so(tmp_path: Path) -> None:
    app = app_reading(tmp_path, PLAIN_TEXT)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "p")
        assert said(app)[-1] == "This article has no pictures"


async def test_where_there_is_no_picture_the_footer_offers_none(tmp_path: Path) -> None:
    app = app_reading(tmp_path, PLAIN_TEXT)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "3")
        await rest(pilot)
        assert "No pictures." in "\n".join(lines_of(app))
        assert not {"go to", "view"} & {binding.description for binding in shown_bindings(app.screen)}
        await press(pilot, "v")
        assert said(app)[-1] == "This article has no pictures"


async def test_what_is_drawn_is_bounded(tmp_path: Path) -> None:
    app = pictured(tmp_path, {0: encoded(scene(1600, 1200), "PNG")})
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "p")
        await drawn(pilot)
        pane = reader(app).panes.article
        assert pane.viewport.flow is not None
        figure = pane.viewport.flow.form(pane.viewport.flow.first_block + harbour().captions[0].block)
        assert isinstance(figure, FigureForm)
        assert figure.rows <= 16
        assert figure.columns <= 76


WITHOUT = """
import asyncio, sys
sys.modules["PIL"] = sys.modules["textual_image"] = None
sys.path.insert(0, {tests!r})
from pathlib import Path
from desk import app_for, press, until, said
async def main():
    app = app_for(Path({library!r}), "https://coast.example/harbour")
    async with app.run_test(size=(140, 42)) as pilot:
        await press(pilot, "3", "v")
        await until(pilot, lambda: any("no display" in line for line in said(app)))
        await press(pilot, "p")
        print("\\n".join(said(app)))
asyncio.run(main())
"""


@pytest.mark.usefixtures("no_programs")
def test_without_the_extra_v_hands_the_picture_on_and_says_how_to_get_it(tmp_path: Path) -> None:
    pictured(tmp_path).library.close()
    program = WITHOUT.format(tests=str(ROOT / "tests"), library=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    lines = done.stdout.splitlines()
    assert (
        lines[0]
        == f"Handed to the system's viewer; to see pictures here: {sys.executable} -m pip install pillow textual-image"
    )
    assert lines[-1] == f"To see pictures in the text: {sys.executable} -m pip install pillow textual-image"
