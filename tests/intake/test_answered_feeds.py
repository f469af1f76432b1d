"""Feeds that have nothing new are noted together."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from tui.intake.answered_feeds import AnsweredFeeds
from tui.library import Library
from tui.library.feeds.asking import Answered
from tui.library.library_errors import LibraryError
from tui.model.subscription import Subscription

NOW = 1_780_000_000
MANY = [Subscription(f"https://site{n}.example/feed") for n in range(5)]


async def noted(library: Library, feeds: list[int]) -> list[BaseException | None]:
    answered = AnsweredFeeds(library)
    notes = (answered.note(partial(Answered, feed, NOW + 3_600)) for feed in feeds)
    return await asyncio.gather(*notes, return_exceptions=True)


async def test_each_feed_that_answered_is_asked_at_its_next_time(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=lambda: NOW) as library:
        feeds = library.feeds.subscribe(MANY)
        assert await noted(library, feeds[1:]) == [None] * 4
        assert [feed.id for feed in library.entries.due(only_due=True)] == feeds[:1]


async def test_that_feeds_could_not_be_noted_is_said_of_each(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=lambda: NOW) as library:
        feeds = library.feeds.subscribe(MANY)
    assert [isinstance(error, LibraryError) for error in await noted(library, feeds)] == [True] * 5
