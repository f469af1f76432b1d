"""What was drawn of an article goes when one leaves it: a session of days takes no more memory than one of minutes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from articles import harbour
from desk import WIDE, app_reading, press, rest, until
from textual.strip import Strip

ARTICLES = 6


def strips_in_memory() -> int:
    """Lines that are drawn and still there."""
    gc.collect()
    return sum(type(one) is Strip for one in gc.get_objects())


@pytest.fixture
def only_what_comes() -> Iterator[None]:
    """What was in memory before is not looked through again and again."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("only_what_comes")
async def test_leaving_an_article_frees_what_it_drew(tmp_path: Path) -> None:
    article = harbour()
    app = app_reading(tmp_path, *(replace(article, address=f"{article.address}/{n}") for n in range(ARTICLES)))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "J")
        await rest(pilot)
        before = strips_in_memory()
        for _ in range(ARTICLES - 2):
            await press(pilot, "space", "J")
        await rest(pilot)
        # Fewer lines more than one screen has.  What waited for the library keeps its screen for a second.
        await until(pilot, lambda: strips_in_memory() < before + WIDE[1])
