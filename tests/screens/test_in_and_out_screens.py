"""Articles exported from the library's list, and imported into it."""

from __future__ import annotations

import json
import sqlite3
import threading
from pathlib import Path

import pytest
from articles import harbour, plain
from desk import HANG_GUARD, MIDDLE, app_for, library_with, lines_of, press, until
from textual.pilot import Pilot

from tui.app import NewsreaderApp
from tui.library import Library, Report
from tui.library.work_report import Progress, Stopped
from tui.output.archive import write_archive
from tui.output.export import export
from tui.screens.long_work import WorkScreen, report_text


async def answer(app: NewsreaderApp, pilot: Pilot[None], given: Path) -> None:
    """Type a path into the line that asks for one."""
    app.screen.query_one("#answer").value = str(given)  # type: ignore[attr-defined]
    await press(pilot, "enter")


async def until_shown(app: NewsreaderApp, pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: words in "\n".join(lines_of(app)))


async def test_picked_articles_are_exported_and_imported_again(tmp_path: Path) -> None:
    library_with(tmp_path / "one", plain("One", "Words."), harbour())
    target = tmp_path / "out"
    app = app_for(tmp_path / "one")
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "x", "x", "E", "enter")
        await answer(app, pilot, target)
        await until_shown(app, pilot, "Exported 2 articles")
    assert len(list(target.glob("*.md"))) == 2
    other = app_for(tmp_path / "two")
    async with other.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        await answer(other, pilot, target)
        await until_shown(other, pilot, "Enter imports this")
        assert other.library.articles.count() == 0
        await press(pilot, "enter")
        await until_shown(other, pilot, "Imported 2 articles")
        await press(pilot, "enter")
        assert other.library.articles.count() == 2


@pytest.mark.parametrize(
    ("form", "file", "beginning"), [("HTML", "one.html", "<!doctype html>"), ("JSON", "one.json", "{")]
)
async def test_the_article_under_the_cursor_is_exported_in_the_form_chosen(
    tmp_path: Path, form: str, file: str, beginning: str
) -> None:
    library_with(tmp_path / "library", plain("Two", "Other words."), plain("One", "Words."))
    app = app_for(tmp_path / "library")
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "E", *["down"] * (1 if form == "HTML" else 2), "enter")
        await answer(app, pilot, tmp_path / "out")
        await until_shown(app, pilot, "Exported 1 article")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [file]
    text = (tmp_path / "out" / file).read_text()
    assert text.startswith(beginning)
    assert "Words." in (json.loads(text)["text"] if form == "JSON" else text)


async def test_an_archive_is_imported_and_listed(tmp_path: Path) -> None:
    library_with(tmp_path / "one", plain("One", "Words."), harbour())
    with Library.open(tmp_path / "one") as library:
        write_archive(library, tmp_path / "library.zip")
    app = app_for(tmp_path / "two")
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        await answer(app, pilot, tmp_path / "library.zip")
        await until_shown(app, pilot, "an archive of newsreader")
        await press(pilot, "enter")
        await until_shown(app, pilot, "Imported 2 articles")
        await press(pilot, "enter")
        await until_shown(app, pilot, harbour().title[:20])


async def test_what_newsboat_kept_is_imported_and_what_has_no_text_is_said(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "cache.db") as cache:
        cache.execute("CREATE TABLE rss_feed (rssurl TEXT, url TEXT, title TEXT)")
        cache.execute(
            "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid TEXT, title TEXT, author TEXT, url TEXT, feedurl TEXT,"
            " pubDate INTEGER, content TEXT, unread INTEGER, deleted INTEGER DEFAULT 0, flags TEXT)"
        )
        text = "<p>The pier was opened on Monday after a year of work on its piles and planks.</p>"
        for n, (title, content) in enumerate((("Pier", text), ("Empty", ""))):
            cache.execute(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)"
                " VALUES (?, ?, 'Ada', ?, '', 1770000000, ?, 1)",
                (str(n), title, f"https://coast.example/{n}", content),
            )
    cache.close()
    app = app_for(tmp_path / "library")
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        await answer(app, pilot, tmp_path / "cache.db")
        await until_shown(app, pilot, "Enter imports this")
        await press(pilot, "enter")
        await until_shown(app, pilot, "Imported 1 article")
        assert "Empty: newsboat kept no text of it" in "\n".join(lines_of(app))
        await press(pilot, "enter")
        assert [row.title for row in app.library.articles.rows(9)] == ["Pier"]


LIST = "https://coast.example/lamp\nhttps://coast.example/quay\nno address\n"


async def test_what_was_found_is_told_and_nothing_is_kept_after_esc(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    (tmp_path / "list.txt").write_text(LIST)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        await answer(app, pilot, tmp_path / "list.txt")
        await until_shown(app, pilot, "a list of addresses: 2 articles, to be fetched")
        assert "left out: no address (1)" in "\n".join(lines_of(app))
        await press(pilot, "escape")
        await until(pilot, lambda: not isinstance(app.screen, WorkScreen))
        assert app.library.articles.count() == 0


def test_what_came_of_feeds_alone_says_nothing_of_articles() -> None:
    report = Report()
    report.also.append("subscribed to 4 feeds")
    assert report_text(report, "Imported") == "Subscribed to 4 feeds"
    assert report_text(Report(), "Imported") == "Imported 0 articles"


async def test_one_chooses_what_of_an_export_is_taken(tmp_path: Path) -> None:
    table = (
        "url,title,time_added,status\nhttps://coast.example/{0},{0},1,unread\nhttps://coast.example/{1},{1},2,archive\n"
    )
    (tmp_path / "pocket.csv").write_text(table.format("lamp", "quay"))
    (tmp_path / "urls").write_text("https://coast.example/feed.xml news\n")
    app = app_for(tmp_path / "library")
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        await answer(app, pilot, tmp_path)
        await until_shown(app, pilot, "1 ✓ 1 unread article")
        await press(pilot, "2", "3", "3", "9")
        await until_shown(app, pilot, "2   1 article that you have read")
        await until_shown(app, pilot, "3 ✓ 1 feed to subscribe to")
        await press(pilot, "enter")
        await until_shown(app, pilot, "subscribed to 1 feed")
        assert [row.title for row in app.library.articles.rows(9)] == ["lamp"]
        assert len(app.library.feeds.rows()) == 1


async def test_an_address_alone_is_listed_and_says_offline_that_it_was_not_fetched(tmp_path: Path) -> None:
    app = app_for(tmp_path, offline=True)
    (tmp_path / "list.txt").write_text(LIST)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        await answer(app, pilot, tmp_path / "list.txt")
        await until_shown(app, pilot, "Enter imports this")
        await press(pilot, "enter")
        await until_shown(app, pilot, "Imported 2 articles")
        await press(pilot, "enter")
        await until_shown(app, pilot, "https://coast.example/lamp")
        assert "1 min" not in "\n".join(lines_of(app))
        await press(pilot, "enter", "enter")  # the sections had the keys while there was nothing to list
        await until_shown(app, pilot, "This could not be opened")
        assert "only the address of this article is kept" in " ".join("\n".join(lines_of(app)).split())


async def test_what_cannot_be_imported_is_said(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    (tmp_path / "odd.bin").write_bytes(b"neither this nor that")
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        await answer(app, pilot, tmp_path / "odd.bin")
        await until_shown(app, pilot, "this is no export, archive, cache.db or page")


async def test_esc_stops_the_work_and_what_is_done_is_said_and_stays(tmp_path: Path) -> None:
    numbers = library_with(tmp_path / "library", *(plain(f"Piece {n}", "Words.") for n in range(9)))
    app, target = app_for(tmp_path / "library"), tmp_path / "out"
    reached, may_go_on = threading.Event(), threading.Event()

    def writes(progress: Progress, stopped: Stopped) -> Report:
        def tell(done: int, total: int | None) -> None:
            progress(done, total)
            if done == 3:  # so far it comes before anything is pressed
                reached.set()
                may_go_on.wait(HANG_GUARD)

        return export(app.library, numbers, "markdown", target, progress=tell, stopped=stopped)

    async with app.run_test(size=MIDDLE) as pilot:
        app.push_screen(WorkScreen("Exporting", "Exported", writes))
        await until(pilot, reached.is_set)
        await until_shown(app, pilot, "33%")
        await press(pilot, "escape")
        may_go_on.set()
        await until_shown(app, pilot, "Exported 3 articles; stopped")
        await press(pilot, "escape")
        assert not isinstance(app.screen, WorkScreen)
    assert len(list(target.glob("*.md"))) == 3
