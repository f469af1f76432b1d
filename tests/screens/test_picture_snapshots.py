"""What pictures look like: on their own screen, in the text, and where there is none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from desk import MIDDLE, NARROW, SMALL, WIDE, until
from pictured import drawn, pictured
from textual.pilot import Pilot

from tui.settings import config_file

Compare = Callable[..., bool]
SIZES = {"140x42": WIDE, "100x30": MIDDLE, "80x24": NARROW, "60x20": SMALL}


def after(*keys: str, pictures: bool = True) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Press keys, then wait for what is drawn."""

    async def run(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)
        if pictures:
            await drawn(pilot)
        await pilot.app.workers.wait_for_complete()
        await until(pilot, lambda: not pilot.app.screen.query(".waiting"))
        await pilot.pause()

    return run


@pytest.mark.parametrize("size", ["140x42", "80x24", "60x20"])
def test_picture(snap_compare: Compare, tmp_path: Path, size: str) -> None:
    assert snap_compare(pictured(tmp_path), terminal_size=SIZES[size], run_before=after("3", "v"))


@pytest.mark.parametrize("theme", ["paper", "ansi-dark"])
def test_picture_in_theme(snap_compare: Compare, tmp_path: Path, theme: str) -> None:
    app = pictured(tmp_path)
    app.theme = theme
    assert snap_compare(app, terminal_size=NARROW, run_before=after("3", "v", "J"))


def test_no_picture(snap_compare: Compare, tmp_path: Path) -> None:
    keys = after("3", "v", "J", "J", pictures=False)
    assert snap_compare(pictured(tmp_path), terminal_size=NARROW, run_before=keys)


@pytest.mark.parametrize("size", ["140x42", "100x30", "60x20"])
def test_pictures_in_the_text(snap_compare: Compare, tmp_path: Path, size: str) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text("thumbnails = true\n", "utf8")
    assert snap_compare(pictured(tmp_path), terminal_size=SIZES[size], run_before=after(*"jjjjjjj"))
