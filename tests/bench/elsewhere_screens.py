"""What it takes to open Said elsewhere and a story, from the screen being asked for to its rows being drawn.

    PYTHONPATH=tests:tests/screens python tests/bench/elsewhere_screens.py [TIMES]

Processor milliseconds, as a busy machine's clock says nothing: the first time, with which the screens' stylesheet is
read, and the least and the median of the others.  The rows are drawn as for a terminal, which is what ends the time.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from unittest import mock

from articles import harbour
from desk import app_for, library_with
from rich.console import RenderableType
from test_elsewhere_screens import gull
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from tui.library import Library
from tui.screens.said_elsewhere import SaidElsewhereScreen
from tui.screens.stories import StoryScreen

SIZES = ((200, 60), (80, 24))
STYLED = re.compile(r"\x1b\[[^a-zA-Z]*[a-zA-Z]")
drawn: list[str] = []


def draw(self: App[None], _: object, renderable: RenderableType | None) -> None:
    """In the place of what writes to a terminal, which a test's app does not do."""
    if segments := getattr(renderable, "render_segments", None):
        drawn.append(STYLED.sub("", segments(self.console)))


async def opened(pilot: Pilot[None], screen: Callable[[], Screen[None]], word: str, times: int) -> list[float]:
    """Milliseconds for each time until a word of the screen's last rows is drawn."""
    spent = []
    for _ in range(times):
        drawn.clear()
        before = time.process_time()
        pilot.app.push_screen(screen())
        while word not in "".join(drawn):
            await asyncio.sleep(0.002)
        spent.append(1_000 * (time.process_time() - before))
        await pilot.app.pop_screen()
        await pilot.pause()
    return spent


async def measure(times: int) -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            library_with(Path(folder), gull(), harbour())
            with Library.open(Path(folder)) as library:
                recurrence, story = library.elsewhere.of(2)[0], library.elsewhere.stories()[0]
            async with app_for(Path(folder)).run_test(size=size) as pilot:
                await pilot.pause()
                for what, screen, word in (
                    ("said elsewhere", partial(SaidElsewhereScreen, recurrence, harbour()), "earliest"),
                    ("a story", partial(StoryScreen, story), "Holm"),
                ):
                    first, *others = await opened(pilot, screen, word, times)
                    least, middle = min(others), median(others)
                    print(f"{size[0]}×{size[1]} {what}: first {first:.0f} ms, least {least:.0f}, median {middle:.0f}")


if __name__ == "__main__":
    with mock.patch.object(App, "_display", draw):
        asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 12))
