"""The scroll bar beside the article shows where one is: as drawn, it is what it would be if it were drawn anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import plain
from desk import app_reading, press, reader, rest, strips_of
from rich.segment import Segment
from textual.pilot import Pilot

from tui.app import NewsreaderApp

LONG = plain(
    "https://gull.example/long", *(f"Part {n}. " + "The tide turns at noon. " * (n % 9 + 1) for n in range(90))
)


async def bar(pilot: Pilot[None], app: NewsreaderApp) -> list[list[Segment]]:
    """The cells of the scroll bar as they are drawn."""
    await rest(pilot)
    region = reader(app).panes.article.vertical_scrollbar.region
    rows = strips_of(app)[region.y : region.bottom]
    return [list(strip.crop(region.x, region.right)) for strip in rows]


async def drawn_as_it_stands(pilot: Pilot[None], app: NewsreaderApp) -> None:
    before = await bar(pilot, app)
    reader(app).panes.article.vertical_scrollbar.refresh()
    assert before == await bar(pilot, app)


@pytest.mark.parametrize("size", [(80, 24), (120, 41)])
async def test_after_each_move(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_reading(tmp_path, LONG)
    async with app.run_test(size=size) as pilot:
        await drawn_as_it_stands(pilot, app)
        for key in (*"jjjjj", "space", "ctrl+d", *"kkk", "G", *"kk", "b", "g", "j"):
            await press(pilot, key)
            await drawn_as_it_stands(pilot, app)


async def test_where_the_article_gets_other_room(tmp_path: Path) -> None:
    app = app_reading(tmp_path, LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "j")
        for keys in (("slash",), tuple("noon"), ("enter",), ("n",), ("escape",), ("less_than_sign",), ("z",)):
            await press(pilot, *keys)
            await drawn_as_it_stands(pilot, app)
        for width, height in ((80, 30), (80, 23), (60, 23), (110, 24)):
            await pilot.resize_terminal(width, height)
            await drawn_as_it_stands(pilot, app)
