"""Addresses on their way to the screen, from files and a web server, and what is said when that fails."""

from __future__ import annotations

import asyncio
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from articles import harbour
from desk import HANG_GUARD, NARROW, app_for, library_with, lines_of, press, reader, said, until
from website import Website

from tui.intake.reading_list import ReadingList
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.opening import OpeningScreen
from tui.screens.reader.screen import ReaderScreen

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)
PAGE = """<!doctype html><html lang="en"><head><title>Ferry back in service</title></head><body><article>
<h1>Ferry back in service</h1>
<p>The island ferry sailed again on Monday after eleven days in dock, and the first passengers were two cows.</p>
<p>“We never doubted her,” said Piet Lund, the ferry’s mate, as he tied up at the northern pier on Monday evening.</p>
<p>The repairs cost more than the owners had planned, and the timetable stays thin until the end of the month.</p>
</article></body></html>"""


async def test_a_page_is_fetched_shown_and_kept(tmp_path: Path, website: Website) -> None:
    website.page("/ferry", PAGE)
    app = app_for(tmp_path, f"{website.url}/ferry", offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: "Ferry back in service" in "\n".join(lines_of(app)))
    again = app_for(tmp_path, f"{website.url}/ferry", offline=True)
    async with again.run_test(size=NARROW) as pilot:
        assert reader(again).article.title == "Ferry back in service"


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.html", None), ("empty.html", b""), ("picture.html", PICTURE), ("folder", "folder")],
    ids=["missing", "empty", "binary", "folder"],
)
async def test_what_cannot_be_opened_is_said(tmp_path: Path, name: str, content: bytes | str | None) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        path.mkdir()
    app = app_for(tmp_path / "library", str(path))
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, lambda: "could not be opened" in "\n".join(lines_of(app)))
        assert name in "\n".join(lines_of(app))
        await press(pilot, "L")
        assert isinstance(app.screen, LibraryScreen)
        assert app.library.articles.rows(1) == []


@pytest.mark.usefixtures("loopback_is_public")
async def test_a_page_not_found_is_offered_from_a_web_archive_and_tried_again(tmp_path: Path, website: Website) -> None:
    website.page("/late", "gone", status=404)
    app = app_for(tmp_path, f"{website.url}/late", offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "404" in "\n".join(lines_of(app)))
        assert "w looks in a web archive" in "\n".join(lines_of(app))
        await press(pilot, "w")
        await until(pilot, lambda: "web.archive.org" in "\n".join(lines_of(app)))
        await press(pilot, "escape")
        website.page("/late", PAGE)
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


async def test_esc_stops_what_takes_long(tmp_path: Path, website: Website) -> None:
    hold = asyncio.Event()

    def slowly(request: BaseHTTPRequestHandler) -> None:
        import time

        request.send_response(200)
        request.send_header("Content-Length", "1000000")
        request.end_headers()
        request.wfile.write(b"<p>a")
        request.wfile.flush()
        while not hold.is_set():
            time.sleep(0.01)

    website.answer("/slow", slowly)
    library_with(tmp_path, harbour())
    app = app_for(tmp_path, offline=False)
    try:
        async with app.run_test(size=NARROW) as pilot:
            await press(pilot, "a", *f"{website.url}/slow", "enter")
            await until(pilot, lambda: isinstance(app.screen, OpeningScreen))
            assert "Opening" in "\n".join(lines_of(app))
            await press(pilot, "escape")
            assert isinstance(app.screen, LibraryScreen)
            hold.set()
            await press(pilot, "enter")
            assert isinstance(app.screen, ReaderScreen)
    finally:
        hold.set()


async def test_what_comes_while_the_help_lies_over_it_is_shown_after_that_and_once(
    tmp_path: Path, website: Website
) -> None:
    hold = threading.Event()

    def held(request: BaseHTTPRequestHandler) -> None:
        hold.wait(HANG_GUARD)
        request.send_response(200)
        request.send_header("Content-Type", "text/html; charset=utf-8")
        request.end_headers()
        request.wfile.write(PAGE.encode())

    library_with(tmp_path, harbour())
    app = app_for(tmp_path, offline=False)
    try:
        async with app.run_test(size=NARROW) as pilot:
            await press(pilot, "a", *website.answer("/held", held), "enter")
            await until(pilot, lambda: isinstance(app.screen, OpeningScreen))
            opening = app.screen
            await press(pilot, "question_mark")
            hold.set()
            await until(pilot, lambda: len(app.library.articles.rows(3)) == 2)
            await opening.workers.wait_for_complete()
            await press(pilot)
            assert isinstance(app.screen, HelpScreen)
            await press(pilot, "escape")
            await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
            await press(pilot, "q")
            assert isinstance(app.screen, LibraryScreen)
            assert len(app.screen_stack) == 1
    finally:
        hold.set()


async def test_offline_never_asks_the_network(tmp_path: Path, website: Website) -> None:
    website.page("/ferry", PAGE)
    app = app_for(tmp_path, f"{website.url}/ferry", offline=True)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "could not be opened" in "\n".join(lines_of(app)))
        assert "offline" in "\n".join(lines_of(app))
    assert website.requests == []


async def test_a_page_that_changed_is_shown_anew_with_its_place_kept(tmp_path: Path, website: Website) -> None:
    website.page("/ferry", PAGE)
    address = f"{website.url}/ferry"
    app = app_for(tmp_path, address, offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
    website.page("/ferry", PAGE.replace("two cows", "three cows"))
    app = app_for(tmp_path, address, offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "three cows" in "\n".join(lines_of(app)))


async def test_of_an_article_whose_address_is_not_known_yet_no_address_is_copied_or_opened(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await app.read(ReadingList((99,)))
        await until(pilot, lambda: "could not be opened" in "\n".join(lines_of(app)))
        assert "copy" not in lines_of(app)[-1]
        await press(pilot, "y", "o")
        assert isinstance(app.screen, OpeningScreen)
        assert said(app) == []


async def test_esc_comes_back_from_a_next_article_that_cannot_be_had(tmp_path: Path, website: Website) -> None:
    website.page("/ferry", PAGE)
    website.page("/gone", "gone", status=404)
    app = app_for(tmp_path, f"{website.url}/ferry", f"{website.url}/gone", offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await press(pilot, "J")
        await until(pilot, lambda: "Esc goes back to what was read" in "\n".join(lines_of(app)))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert reader(app).article.title == "Ferry back in service"
        assert len(app.screen_stack) == 1


async def test_what_cannot_be_opened_at_the_start_says_that_q_quits(tmp_path: Path) -> None:
    app = app_for(tmp_path, str(tmp_path / "missing.html"))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "q quits" in "\n".join(lines_of(app)))
        await press(pilot, "L", "a", *str(tmp_path / "other.html"), "enter")
        await until(pilot, lambda: "q goes back" in "\n".join(lines_of(app)))


async def test_a_password_in_an_address_is_not_shown(tmp_path: Path, website: Website) -> None:
    address = website.page("/wall", status=404).replace("://", "://anna:tide@")
    app = app_for(tmp_path, address, offline=False)
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, lambda: "could not be opened" in "\n".join(lines_of(app)))
        assert f"{website.url}/wall" in "\n".join(lines_of(app))
        assert "tide" not in "\n".join(lines_of(app))


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("127.0.0.1:9/wall", "http://127.0.0.1:9/wall"),
        ("http://127.0.0.1:9/wall#top", "http://127.0.0.1:9/wall"),
        ("no such file", None),
        ("ftp://coast.example/wall", None),
    ],
)
async def test_what_is_offered_to_the_browser_is_the_web_address_that_was_meant(
    tmp_path: Path, given: str, url: str | None
) -> None:
    app = app_for(tmp_path, given, offline=False)
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, lambda: "could not be opened" in "\n".join(lines_of(app)))
        assert ("o open in the browser" in lines_of(app)[-1]) is (url is not None)
        await press(pilot, "o")
        assert (url is not None and url in "\n".join(lines_of(app)[-4:])) is (url is not None)
        assert not said(app)
