"""Screens of an app without a terminal are drawn when a test pauses and when it leaves the app, not at each change.

Textual draws for a headless app too and throws away what it drew: a tenth of the processor time of such tests.  What
cannot be drawn still makes a test fail.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakSet

from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

ALL = os.environ.get("NEWSREADER_DRAW") == "all"  # as on a terminal, to find which change cannot be drawn

_drawn, _run, _pause = Compositor.render_update, App.run_test, Pilot.pause
_changed: WeakSet[Compositor] = WeakSet()


def _noted(
    compositor: Compositor, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
) -> RenderableType | None:
    """What ``render_update`` gives for a picture of the whole screen; for a change nothing, as if none was needed."""
    if full:
        return _drawn(compositor, full, screen_stack, simplify)
    visible_screen_stack.set([] if screen_stack is None else screen_stack)
    compositor._dirty_regions.clear()  # noqa: SLF001 - as drawing does
    _changed.add(compositor)
    return None


def _draw(app: App[Any]) -> None:
    if app.is_running and app.screen_stack:
        compositor = app.screen._compositor  # noqa: SLF001 - as tests/desk.py looks at a screen
        if compositor in _changed:
            _changed.discard(compositor)
            visible_screen_stack.set(app._background_screens)  # noqa: SLF001 - see there
            compositor.render_strips()


async def _pause_and_draw(pilot: Pilot[Any], delay: float | None = None) -> None:
    await _pause(pilot, delay)
    _draw(pilot.app)


@asynccontextmanager
async def _seen_at_the_end(app: App[Any], **options: Any) -> AsyncIterator[Pilot[Any]]:
    async with _run(app, **options) as pilot:
        yield pilot
        _draw(app)


def install() -> None:
    """For all apps of this process, every one of which is headless."""
    if not ALL:
        Compositor.render_update = _noted  # type: ignore[method-assign,assignment]
        Pilot.pause = _pause_and_draw  # type: ignore[method-assign,assignment]
        App.run_test = _seen_at_the_end  # type: ignore[method-assign,assignment]
