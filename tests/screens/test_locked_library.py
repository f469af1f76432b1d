"""Another process holds the library's write lock: every key is answered all the same, and what waits says so."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from articles import harbour
from desk import HANG_GUARD, NARROW, app_for, library_with, lines_of, reader, said, standstill, until
from textual.pilot import Pilot

from tui.library import Library
from tui.library.library_work import WRITE_WAITS
from tui.model.page import ReadingError
from tui.screens.base import follow
from tui.screens.reader.screen import ReaderScreen

HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
db.execute("ROLLBACK")
"""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """While a second process is about to write."""
    argv = [sys.executable, "-c", HOLD, str(folder / "library.sqlite")]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield
        holder.communicate()


async def keys(pilot: Pilot[None], *pressed: str) -> None:
    """Press keys and let the screen come to a standstill, whatever waits for the library."""
    await pilot.press(*pressed)
    await standstill(pilot)


def papers(folder: Path) -> None:
    address = "https://coast.example/pier"
    library_with(folder, harbour(), replace(harbour(), address=address, url=address, title="Pier"))


async def test_a_star_is_shown_at_once_and_written_when_the_lock_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.library_work.WAITS_LONG", 0.5)
    monkeypatch.setattr("tui.app.FLASHED", HANG_GUARD * 2)  # it must go because nothing waits, not because time is over
    papers(tmp_path)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        with locked(tmp_path):
            await keys(pilot, "f")
            assert "★" in lines_of(app)[1]
            await keys(pilot, "j", "f")
            assert "★" in lines_of(app)[3]
            await until(pilot, lambda: WRITE_WAITS in "\n".join(lines_of(app)))
            with Library.open(tmp_path) as library:
                assert not any(row.starred for row in library.articles.rows(9))
        await until(pilot, lambda: all(row.starred for row in app.library.articles.rows(9)))
        await until(pilot, lambda: "★" in lines_of(app)[1])
        await until(pilot, lambda: WRITE_WAITS not in "\n".join(lines_of(app)))


async def test_a_mark_that_could_not_be_written_is_taken_back_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.store.connection.PATIENCE", 0.2)
    papers(tmp_path)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        with locked(tmp_path):
            await keys(pilot, "f")
            await until(pilot, lambda: any("could not be written" in line for line in said(app)))
            await until(pilot, lambda: "★" not in lines_of(app)[1])


async def test_what_is_removed_says_so_and_is_not_removed_twice(tmp_path: Path) -> None:
    papers(tmp_path)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        with locked(tmp_path):
            await keys(pilot, "d", "d")
            assert "is being removed" in lines_of(app)[2]
        await until(pilot, lambda: app.library_work.idle)
        await standstill(pilot)
        assert "Pier" not in "\n".join(lines_of(app))


async def test_an_article_is_opened_read_starred_and_left(tmp_path: Path) -> None:
    papers(tmp_path)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        with locked(tmp_path):
            await keys(pilot, "enter")
            assert isinstance(app.screen, ReaderScreen)
            await keys(pilot, "space", "f")
            place = reader(app).panes.article.viewport.place
            assert "★" in lines_of(app)[0]
            await keys(pilot, "q")
            assert "★" in lines_of(app)[1]
            await keys(pilot, "W", "q", "S", "escape", "enter")
            assert isinstance(app.screen, ReaderScreen)
        await until(pilot, lambda: app.library_work.idle)
    with Library.open(tmp_path) as library:
        row = library.articles.rows(1)[0]
        assert (row.starred, row.read) == (True, True)
        assert library.articles.reading_position(row.id) == place


async def test_one_can_quit_while_a_change_waits(tmp_path: Path) -> None:
    papers(tmp_path)
    app = app_for(tmp_path)
    with locked(tmp_path):
        async with app.run_test(size=NARROW) as pilot:
            await keys(pilot, "f")
        with Library.open(tmp_path) as library:
            assert not library.articles.rows(1)[0].starred
    assert not any(thread.name == "newsreader-write" for thread in threading.enumerate())


async def test_what_cannot_be_shown_after_a_change_is_said_and_ends_nothing(tmp_path: Path) -> None:
    async def changed() -> None:
        raise ReadingError("the list cannot be read")

    papers(tmp_path)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        follow(app, changed)
        await until(pilot, lambda: said(app) == ["the list cannot be read"])
        await keys(pilot, "enter")
        assert reader(app)
