"""A front page offers its articles: one is read, or several that were picked."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import WIDE, app_for, lines_of, press, reader, until
from small_pages import paragraphs
from website import Website

from tui.screens.article_choice import ArticleChoiceScreen
from tui.screens.reader.screen import ReaderScreen

HEADLINES = "".join(
    f"<h2><a href=/n/{n}>The news of day number {n} of it</a></h2><p>Some of it.</p>" for n in range(12)
)


@pytest.fixture
def front(website: Website) -> str:
    for n in range(12):
        page = (
            f"<html lang=en><title>Day {n}</title><body><article><h1>Day {n}</h1>{paragraphs()}</article></body></html>"
        )
        website.page(f"/n/{n}", page)
    return website.page("/", f"<html lang=en><title>Isle News</title><body><main>{HEADLINES}</main></body></html>")


async def test_the_articles_of_a_front_page_are_offered_and_one_is_read(tmp_path: Path, front: str) -> None:
    app = app_for(tmp_path, front, offline=False)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await press(pilot, "j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(app).article.title == "Day 1")


async def test_several_that_were_picked_are_read_one_after_the_other(tmp_path: Path, front: str) -> None:
    app = app_for(tmp_path, front, offline=False)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await press(pilot, "j", "j", "x", "j", "x")
        assert sum("✓" in line for line in lines_of(app)) == 2
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(app).article.title == "Day 2")
        assert reader(app).reading.position == "1/2"


async def test_going_back_leaves_the_list_which_i_offers_again(tmp_path: Path, front: str) -> None:
    app = app_for(tmp_path, front, offline=False)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticleChoiceScreen))
        await press(pilot, "escape")
        assert "front page" in "\n".join(lines_of(app))
        await press(pilot, "i")
        assert isinstance(app.screen, ArticleChoiceScreen)
