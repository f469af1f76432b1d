"""The pictures of an article that was opened come, though one leaves it before they are there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from desk import NARROW, app_for, lines_of, press, said, until
from feed_site import PICTURE, page_of
from textual.pilot import Pilot
from website import Website

from tui.app import NewsreaderApp
from tui.intake.reading_list import ReadingList
from tui.intake.refreshing.prefetch import prefetch
from tui.library import Library
from tui.screens.gathering import AT_ONCE
from tui.screens.library import LibraryScreen
from tui.screens.reader.screen import ReaderScreen

SEVERAL = AT_ONCE + 3


class SlowPictures:
    """Pages whose pictures do not come until they are let go; ``asked`` counts the requests for them."""

    def __init__(self, site: Website) -> None:
        self.let_go, self.asked = threading.Event(), 0
        self.addresses = [site.page(f"/a/{n}", page_of(n), Cache_Control="max-age=600") for n in range(SEVERAL)]
        for n in range(SEVERAL):
            site.answer(f"/p/{n}.png", self._answer)

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked += 1
        self.let_go.wait(30)
        request.send_response(200)
        request.send_header("Content-Type", "image/png")
        request.send_header("Content-Length", str(len(PICTURE)))
        request.end_headers()
        request.wfile.write(PICTURE)


@pytest.fixture
def slow(website: Website) -> Iterator[SlowPictures]:
    slow = SlowPictures(website)
    yield slow
    slow.let_go.set()


def kept(app: NewsreaderApp) -> int:
    """How many articles have their picture."""
    return sum(row.pictures == row.captions for row in app.library.articles.rows(99))


async def reading(app: NewsreaderApp, pilot: Pilot[None], number: int) -> None:
    def shown() -> bool:
        return isinstance(app.screen, ReaderScreen) and app.screen.article.title == f"News {number}"

    await until(pilot, shown)


async def test_pictures_come_though_one_has_left_and_the_library_shows_it(tmp_path: Path, slow: SlowPictures) -> None:
    app = app_for(tmp_path, slow.addresses[0], offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await reading(app, pilot, 0)
        await until(pilot, lambda: slow.asked == 1)
        await press(pilot, "w")
        await until(pilot, lambda: any("1 picture still on the way" in line for line in said(app)))
        await press(pilot, "w", "L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and "●○●" in "\n".join(lines_of(app)))
        slow.let_go.set()
        await until(pilot, lambda: "●●●" in "\n".join(lines_of(app)))
        assert (kept(app), slow.asked) == (1, 1)


async def test_one_that_comes_back_sees_them_come(tmp_path: Path, slow: SlowPictures) -> None:
    app = app_for(tmp_path, offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await app.read(ReadingList(slow.addresses[:2]))
        await reading(app, pilot, 0)
        await until(pilot, lambda: slow.asked == 1)
        await press(pilot, "J")
        await reading(app, pilot, 1)
        await press(pilot, "K")
        await reading(app, pilot, 0)
        slow.let_go.set()
        await until(pilot, lambda: app.screen.kept_article.picture_file(0) is not None)  # type: ignore[attr-defined]
        await until(pilot, lambda: kept(app) == 2)
        assert slow.asked == 2


async def test_those_of_a_text_do_not_come_into_another_that_has_taken_its_place(
    tmp_path: Path, website: Website, slow: SlowPictures
) -> None:
    app = app_for(tmp_path, slow.addresses[0], offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await reading(app, pilot, 0)
        await until(pilot, lambda: slow.asked == 1)
        first = "<figure><img src='/p/none.png' alt='A pier'><figcaption>The pier at quay 0</figcaption></figure>"
        website.page("/a/0", page_of(0).replace("</h1>", f"</h1>{first}"))
        await press(pilot, "r")
        await until(pilot, lambda: slow.asked == 2)
        slow.let_go.set()
        await until(pilot, lambda: not app.gathering.is_gathering(1))
        (row,) = app.library.articles.rows(9)
        assert (row.captions, row.pictures, row.missing) == (2, 1, 1)
        assert app.library.pictures.find(row.id, 0) is None


async def test_those_of_many_articles_come_some_at_a_time_the_newest_first(tmp_path: Path, slow: SlowPictures) -> None:
    app = app_for(tmp_path, offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await app.read(ReadingList(slow.addresses))
        for number in range(SEVERAL):
            await reading(app, pilot, number)
            await until(pilot, lambda: slow.asked == number + 1)  # noqa: B023 - asked at once
            await press(pilot, *(["J"] if number < SEVERAL - 1 else []))
        assert app.gathering.is_gathering(1)
        assert len(app.gathering._going) == AT_ONCE  # noqa: SLF001 - the server sees a request end only when it answers
        slow.let_go.set()
        await until(pilot, lambda: kept(app) == SEVERAL)
        assert not any(app.gathering.is_gathering(row.id) for row in app.library.articles.rows(99))


@pytest.mark.parametrize(("status", "waits"), [(503, True), (404, False)])
async def test_what_the_server_may_give_later_waits_for_a_refresh(
    tmp_path: Path, website: Website, status: int, *, waits: bool
) -> None:
    website.page("/p/0.png", "no", status=status)
    app = app_for(tmp_path, website.page("/a/0", page_of(0)), offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await reading(app, pilot, 0)
        await until(pilot, lambda: app.screen.kept_article.record.notes != {})  # type: ignore[attr-defined]
        await until(pilot, lambda: not app.gathering.is_gathering(1))
    with Library.open(tmp_path, now=lambda: 4_000_000_000) as library:
        assert [one.stage for one in library.entries.waiting()] == ["pictures"] * waits


async def test_what_was_not_gathered_when_the_app_was_left_waits_for_a_refresh(
    tmp_path: Path, slow: SlowPictures
) -> None:
    app = app_for(tmp_path, slow.addresses[0], offline=False)
    async with app.run_test(size=NARROW) as pilot:
        await reading(app, pilot, 0)
        await until(pilot, lambda: slow.asked == 1)
    slow.let_go.set()
    with Library.open(tmp_path, now=lambda: 4_000_000_000) as library:
        assert (await prefetch(library)).done == 1
        (row,) = library.articles.rows(9)
        assert (row.pictures, library.entries.waiting()) == (1, [])


async def test_what_has_all_its_pictures_waits_for_nothing(tmp_path: Path, slow: SlowPictures) -> None:
    slow.let_go.set()
    for app in [app_for(tmp_path, slow.addresses[0], offline=False) for _ in range(2)]:
        async with app.run_test(size=NARROW) as pilot:
            await reading(app, pilot, 0)
            await until(pilot, lambda: kept(app) == 1 and not app.gathering.is_gathering(1))  # noqa: B023 - asked at once
    with Library.open(tmp_path, now=lambda: 4_000_000_000) as library:
        assert library.entries.waiting() == []
    assert slow.asked == 1
