"""The app as the tests start it: a library with articles, a clock that stands still, and a page on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual._context import visible_screen_stack
from textual.app import App
from textual.geometry import Region
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.strip import Strip
from textual.timer import Timer

from tui.app import NewsreaderApp
from tui.library import Library
from tui.model.article import Article
from tui.panes.article.pane import ArticlePane
from tui.screens.reader.screen import ReaderScreen

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
HANG_GUARD = 120.0  # seconds; far above what anything takes on a busy machine
NEVER = 1_000 * HANG_GUARD
STILL = 3  # looks at the screen that must all see the same
WIDE, MIDDLE, NARROW, SMALL = (140, 42), (100, 30), (80, 24), (60, 20)


def library_with(folder: Path, *articles: Article) -> list[int]:
    """Keep the articles, an hour apart, the last one now; their numbers."""
    moments = [NOW.timestamp() - 3_600 * (len(articles) - 1 - n) for n in range(len(articles))]
    numbers: list[int] = []
    with Library.open(folder, now=lambda: moments[len(numbers)]) as library:
        for article in articles:
            numbers.append(library.articles.keep(article))
    return numbers


def app_for(folder: Path, *addresses: str, offline: bool = True) -> NewsreaderApp:
    """The app on a library, its clock standing at NOW."""
    return NewsreaderApp(folder, addresses, offline=offline, now=lambda: NOW)


def app_reading(folder: Path, *articles: Article) -> NewsreaderApp:
    """The app with kept articles opened by their addresses."""
    library_with(folder, *articles)
    return app_for(folder, *(article.address for article in articles))


async def until(pilot: Pilot[None], holds: Callable[[], bool], seconds: float = HANG_GUARD) -> None:
    """Wait until something holds."""
    for _ in range(int(seconds / 0.02)):
        if holds():
            return
        await pilot.pause()
        await asyncio.sleep(0.02)
    raise AssertionError("did not come to hold in time")


def lose_short_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no timer of Textual's run that is to do so once, within a second: a busy machine loses some of these."""
    set_timer = MessagePump.set_timer

    def set_or_lose(pump: MessagePump, delay: float, *further: Any, **named: Any) -> Timer:
        return set_timer(pump, delay if delay >= 1 else NEVER, *further, **named)

    monkeypatch.setattr(MessagePump, "set_timer", set_or_lose)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and let what they start come to rest, in the library too."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()
    app = pilot.app
    if isinstance(app, NewsreaderApp) and not app.library_work.idle:
        await until(pilot, lambda: app.library_work.idle)
    await pilot.pause()


def settled(app: App[None]) -> bool:
    """Whether all that can wait is laid out and counted: what is left to read is no guess any more."""
    return all(pane.idle_work.done for screen in app.screen_stack for pane in screen.query(ArticlePane))


async def rest(pilot: Pilot[None]) -> None:
    """Let everything that goes on in the background come to its end, and the screen to a standstill."""
    await pilot.app.workers.wait_for_complete()
    await until(pilot, lambda: settled(pilot.app))
    await standstill(pilot)


async def standstill(pilot: Pilot[None]) -> None:
    """Wait until the screen changes no more.

    Textual's own pause takes a process that gets no processor for one that has nothing to do.
    """
    looks: list[list[tuple[Region, list[Strip]]]] = []

    def stands_still() -> bool:
        looks.append(drawn_by_widgets(pilot.app))
        return looks[-STILL:] == [looks[-1]] * STILL

    await until(pilot, stands_still)


def reader(app: NewsreaderApp) -> ReaderScreen:
    """The reader that is on the screen."""
    assert isinstance(app.screen, ReaderScreen)
    return app.screen


def said(app: NewsreaderApp) -> list[str]:
    """What the app told the reader, oldest first."""
    return list(app.said)


def lines_of(app: NewsreaderApp) -> Sequence[str]:
    """The text on the screen, line by line."""
    return [strip.text for strip in strips_of(app)]


def strips_of(app: App[None]) -> list[Strip]:
    """What is on the screen, line by line.

    By private names (Textual 8.2.8): the public way, ``export_screenshot``, takes eight times as long, and whoever
    waits for a text asks again and again.  A dialog that is drawn without being told what lies below it stays empty
    there, in later pictures too.
    """
    visible_screen_stack.set(app._background_screens)  # noqa: SLF001 - see above
    return app.screen._compositor.render_strips()  # noqa: SLF001 - see above


def drawn_by_widgets(app: App[None]) -> list[tuple[Region, list[Strip]]]:
    """The same, by widget: what tells whether anything changed, a tenth of the work."""
    visible_screen_stack.set(app._background_screens)  # noqa: SLF001 - see above
    renders = app.screen._compositor._get_renders()  # noqa: SLF001 - see above
    return [(region, strips) for region, _, strips in renders]
