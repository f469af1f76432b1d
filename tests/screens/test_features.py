"""Every feature on three sizes of screen, and each screen in the other themes, kept as pictures."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import NamedTuple

import pytest
import pytest_textual_snapshot  # type: ignore[import-untyped]
from articles import PLAIN_TEXT, harbour, plain
from desk import NARROW, SMALL, WIDE, app_for, app_reading, library_with, lines_of, rest, standstill, until
from pictured import drawn, pictured
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from website import Website

from tui.app import NewsreaderApp
from tui.model.article import Article, Block
from tui.model.warning import Warning
from tui.system import thumbnails
from tui.system.paths import config_file
from tui.system.pixels import Pixels

SIZES = {"140x42": WIDE, "80x24": NARROW, "60x20": SMALL}
THEMES = ("paper", "ansi-dark")  # beside lamp, the first one: a light one, and one that has the terminal's own colours
LOOK = "looks different: update this file's snapshots and look at them with git diff"
Start = Callable[[Path], NewsreaderApp]
SENTENCE = "The wall is to be raised by a metre before the autumn storms, and nobody is certain that it is enough. "


def reading(*articles: Article) -> Start:
    return lambda folder: app_reading(folder, *(articles or (harbour(),)))


def configured(start: Start, **settings: str) -> Start:
    def run(folder: Path) -> NewsreaderApp:
        config_file().parent.mkdir(parents=True, exist_ok=True)
        config_file().write_text("".join(f"{name} = {value}\n" for name, value in settings.items()), "utf8")
        return start(folder)

    return run


def library(folder: Path) -> NewsreaderApp:
    titles = (
        "The ferry is back",
        "Herring before the vote",
        "A lighthouse in eleven pictures",
        "魚市場が再開",
        "A net loft",
    )
    library_with(
        folder, *(plain(title, SENTENCE * (n * 9 + 2), site="Quay") for n, title in enumerate(titles)), harbour()
    )
    return app_for(folder)


def changed(folder: Path) -> NewsreaderApp:
    """The harbour piece with one number changed and a paragraph more."""
    article = harbour()
    blocks = tuple(replace(b, text=b.text.replace("eleven to two", "ten to three")) for b in article.blocks)
    later = replace(article, blocks=(*blocks, Block("paragraph", "An earlier text gave the vote wrongly.")), sources=())
    library_with(folder, article, later)
    return app_for(folder, article.address)


def overlong() -> Article:
    """Everything longer than there is room for."""
    title = (
        "The long story of a harbour wall, told once more from its first stone to its last by everyone who leant on it"
    )
    made = replace(plain(title, SENTENCE * 5, "lo" * 400 + "ng", site="The Evening Advertiser of All the Coasts"))
    return replace(
        made,
        authors=("Rosalind Sand", "Ingeborg-Annegret von und zu Hohenwasser"),
        warnings=(Warning("other", SENTENCE * 3),),
    )


class Feature(NamedTuple):
    """Keys that lead to it from a start, and whether it has to be waited for until a picture is drawn."""

    keys: tuple[str, ...] = ()
    start: Start = reading()
    pictures: bool = False


FEATURES = {
    "text": Feature(),
    "end": Feature(("G",)),
    "outline": Feature(("i",)),
    "find": Feature(("slash", *"wall")),
    "not found": Feature(("slash", *"zebra")),
    "selection": Feature(("V", "j", "j", "j", "w")),
    "labels of links": Feature(("G", "l")),
    "address before it is opened": Feature(("o",)),
    "sources": Feature(("2", "right")),
    "captions": Feature(("3",)),
    "pictures in the text": Feature((*"jjjjjjj",), configured(pictured, thumbnails="true"), pictures=True),
    "picture": Feature(("3", "v"), pictured, pictures=True),
    "picture not here": Feature(("3", "v", "J", "J"), pictured),
    "help": Feature(("question_mark",)),
    "commands": Feature(("colon", *"zoom")),
    "justified": Feature(("space",), configured(reading(), justify="true", hyphenate="true", measure="44")),
    "difference": Feature(("D",), changed),
    "export of the sources": Feature(("e",)),
    "warnings": Feature(("w",), reading(overlong())),
    "long": Feature((), reading(overlong())),
    "empty": Feature(("2",), reading(PLAIN_TEXT)),
    "error": Feature((), lambda folder: app_for(folder, "https://coast.example/never-kept")),
    "library": Feature(("j",), library),
    "library without articles": Feature((), app_for),
    "search": Feature(("S", *"wall"), library),
    "voices": Feature(("W", "j"), library),
    "quotations": Feature(("W", "enter"), library),
}


SCREENS = ("sources", "picture", "difference", "library", "search")  # a feature of each


def look_as_kept(app: NewsreaderApp, snapshot: SnapshotAssertion) -> bool:
    """Whether the screen looks as in the picture kept of it."""
    shown = re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:40404", app.export_screenshot())
    same = bool(snapshot.use_extension(pytest_textual_snapshot.SVGImageExtension) == shown)
    if not same:  # told by pytest: a picture that is another only now and then is hard to see again
        print(*lines_of(app), sep="\n")
    return same


async def lead_to(feature: Feature, pilot: Pilot[None]) -> None:
    """Press the feature's keys and wait until everything that they ask for is on the screen."""
    for key in feature.keys:
        await pilot.press(key)
        if feature.pictures:
            await rest(pilot)  # the text is as long as the pictures that were seen on the way
    if feature.pictures:
        await drawn(pilot)
    await until(pilot, lambda: not pilot.app.screen.query(".waiting"))
    await rest(pilot)


@pytest.mark.usefixtures("no_programs")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("feature", FEATURES)
async def test_feature(tmp_path: Path, snapshot: SnapshotAssertion, feature: str, size: str) -> None:
    app = FEATURES[feature].start(tmp_path)
    async with app.run_test(size=SIZES[size], notifications=True) as pilot:
        await lead_to(FEATURES[feature], pilot)
        same = look_as_kept(app, snapshot)
    assert same, LOOK


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("feature", SCREENS)
async def test_screen_in_a_theme(tmp_path: Path, snapshot: SnapshotAssertion, feature: str, theme: str) -> None:
    """Chosen while the screen is on show: what was drawn before takes on the new colours, too."""
    app = FEATURES[feature].start(tmp_path)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await lead_to(FEATURES[feature], pilot)
        app.theme = theme
        await rest(pilot)
        same = look_as_kept(app, snapshot)
    assert same, LOOK


async def test_a_dialog_lies_over_the_screen_below_whoever_looks_first(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=SMALL) as pilot:
        await lead_to(Feature(("e",)), pilot)
        app.screen.refresh()  # what was drawn of it is forgotten
        assert "Harbour wall to rise before winter" in "\n".join(lines_of(app))


@pytest.mark.parametrize("size", SIZES)
async def test_page_on_its_way(tmp_path: Path, snapshot: SnapshotAssertion, website: Website, size: str) -> None:
    enough = threading.Event()

    def slowly(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1400000")
        request.end_headers()
        request.wfile.write(b"<p>" + b"a" * 8_997)
        request.wfile.flush()
        enough.wait(60)

    app = app_for(tmp_path, website.answer("/slow", slowly), offline=False)
    try:
        async with app.run_test(size=SIZES[size], notifications=True) as pilot:
            await until(pilot, lambda: "9 kB of 1.4 MB" in "\n".join(lines_of(app)))
            await standstill(pilot)
            same = look_as_kept(app, snapshot)
            await pilot.press("escape")
    finally:
        enough.set()
    assert same, LOOK


@pytest.fixture
def held_decoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pictures are decoded only when the test is over."""
    enough, decode = threading.Event(), thumbnails.thumbnail

    def held(path: Path, width: int, height: int) -> Pixels:
        enough.wait(60)
        return decode(path, width, height)

    monkeypatch.setattr(thumbnails, "thumbnail", held)
    monkeypatch.setattr("tui.panes.picture.thumbnail", held)
    yield
    enough.set()


@pytest.mark.usefixtures("held_decoder")
@pytest.mark.parametrize("size", SIZES)
async def test_picture_on_its_way(tmp_path: Path, snapshot: SnapshotAssertion, size: str) -> None:
    app = pictured(tmp_path)
    async with app.run_test(size=SIZES[size], notifications=True) as pilot:
        await pilot.press("3", "v")
        await until(pilot, lambda: bool(app.screen.query(".waiting")))
        await standstill(pilot)
        same = look_as_kept(app, snapshot)
    assert same, LOOK
