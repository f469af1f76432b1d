"""Makes every test of the screens fail in which one of them asks the library on the event loop."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Iterator
from typing import Any

import pytest

from tui.app import NewsreaderApp
from tui.library.store.pool import Pool


@pytest.fixture(autouse=True)
def nothing_asks_the_library_on_the_loop(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Notes who does; the test itself may."""
    own: dict[Pool, asyncio.Task[Any] | None] = {}  # the pools of the apps under test, and the task of the test
    asked: list[str] = []
    make_app, take = NewsreaderApp.__init__, Pool._take  # noqa: SLF001 - where every connection is taken

    def watched_app(app: NewsreaderApp, *args: Any, **kwargs: Any) -> None:
        make_app(app, *args, **kwargs)
        own[app.library.connections._pool] = _task()  # noqa: SLF001 - the pool itself is the key

    def watched_take(pool: Pool) -> Any:
        task = _task()
        if pool in own and task is not None and task is not own[pool]:
            asked.append("".join(traceback.format_stack(limit=12)))
        return take(pool)

    monkeypatch.setattr(NewsreaderApp, "__init__", watched_app)
    monkeypatch.setattr(Pool, "_take", watched_take)
    yield asked
    assert not asked, f"the library was asked on the event loop:\n{asked[0]}"


def _task() -> asyncio.Task[Any] | None:
    try:
        return asyncio.current_task()
    except RuntimeError:  # a thread without a loop
        return None
