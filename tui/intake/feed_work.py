"""What the app does with feeds: find them, subscribe, refresh.

What fetches and reads them is loaded when something of it is first asked for: the app starts without it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tui.intake.discover import Found
    from tui.intake.refresh_round import Round
    from tui.intake.subscribing import Subscribed
    from tui.library import Library


class Wanted(NamedTuple):
    """What a round is for: ``feeds`` (None: all), ``only_due`` those whose time has come; without ``ask`` what came
    from them is fetched alone.  ``saved``: also what was kept by its address and never fetched."""

    feeds: tuple[int, ...] | None = None
    only_due: bool = False
    ask: bool = True
    saved: bool = False


class FeedWork(NamedTuple):
    """``find`` gives the feeds at an address or in a file, ``subscribe`` subscribes to one of them, ``begin_round``
    makes a round and hands over what says how far it is; each raises ReadingError."""

    find: Callable[[str], Coroutine[Any, Any, list[Found]]]
    subscribe: Callable[[Library, Found], Subscribed]
    begin_round: Callable[[Library, Wanted, Callable[[Round], None]], Coroutine[Any, Any, Round]]


def feed_work() -> FeedWork:
    """Loads it; beside the event loop, as that takes a moment the first time."""
    from tui.intake import discover, refresh_round, subscribing

    return FeedWork(discover.find, subscribing.subscribe, refresh_round.begin_round)
