"""What the app does with feeds: find them, subscribe, refresh.

What fetches and reads them is loaded when something of it is first asked for: the app starts without it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.intake.refreshing import discover, refresh_round, subscribing
    from tui.intake.refreshing.discover import Found
    from tui.intake.refreshing.refresh_round import Round
    from tui.intake.refreshing.round_scope import RoundScope
    from tui.intake.refreshing.subscribing import Subscribed
    from tui.library import Library
else:
    discover, refresh_round, subscribing = lazy_modules("tui.intake.refreshing", "discover refresh_round subscribing")


class FeedWork(NamedTuple):
    """``find`` gives the feeds at an address or in a file, ``subscribe`` subscribes to one of them, ``begin_round``
    makes a round and hands over what says how far it is; each raises ReadingError."""

    find: Callable[[str], Coroutine[Any, Any, list[Found]]]
    subscribe: Callable[[Library, Found], Subscribed]
    begin_round: Callable[[Library, RoundScope, Callable[[Round], None]], Coroutine[Any, Any, Round]]


def feed_work() -> FeedWork:
    """What does it; each is loaded when it is called first, which takes a moment: call it beside the event loop."""
    return FeedWork(_find, _subscribe, _begin_round)


def _find(address: str) -> Coroutine[Any, Any, list[Found]]:
    return discover.find(address)


def _subscribe(library: Library, found: Found) -> Subscribed:
    return subscribing.subscribe(library, found)


def _begin_round(library: Library, wanted: RoundScope, begun: Callable[[Round], None]) -> Coroutine[Any, Any, Round]:
    return refresh_round.begin_round(library, wanted, begun)
