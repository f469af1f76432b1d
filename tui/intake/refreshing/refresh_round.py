"""One round: the feeds are asked, what is to be whole is fetched, and what its time is over for goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.intake.refreshing import prefetch as prefetching
from tui.intake.refreshing import refresh as refreshing
from tui.intake.refreshing.prefetch import Prefetched, prefetch
from tui.intake.refreshing.refresh import Refreshed, refresh
from tui.library.feeds.retention import Swept
from tui.system.background import run_detached
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.intake.refreshing.round_scope import RoundScope
    from tui.library import Library

GOING = "{articles} of feeds that nobody touched will be removed from tomorrow on; keep_days says after how many days"


@dataclass(slots=True)
class Round:
    """How far a round is, and what came of it."""

    refreshed: Refreshed = field(default_factory=Refreshed)
    prefetched: Prefetched = field(default_factory=Prefetched)
    swept: Swept | None = None

    @property
    def announcement(self) -> str:
        """What is to be said before entries are removed for the first time, else ""."""
        if self.swept is None or not self.swept.announced:
            return ""
        return GOING.format(articles=counted(self.swept.announced, "article"))


async def make_round(
    library: Library,
    wanted: RoundScope,
    done: Round,
    *,
    beside_screen: bool = False,
    asked: refreshing.Progress = refreshing.silent,
    fetched: prefetching.Progress = prefetching.silent,
) -> Round:
    """Makes a round; ``done`` says how far it is, also when it is cancelled.  Raises LibraryError.

    ``beside_screen``: a screen is painted in this process meanwhile.
    """

    def note_asked(refreshed: Refreshed, outcome: refreshing.Outcome | None) -> None:
        done.refreshed = refreshed
        asked(refreshed, outcome)

    def note_fetched(prefetched: Prefetched) -> None:
        done.prefetched = prefetched
        fetched(prefetched)

    feeds = wanted.feeds
    if wanted.ask:
        await refresh(library, feeds, only_due=wanted.only_due, beside_screen=beside_screen, progress=note_asked)
        await run_detached(library.entries.queue_again, feeds if feeds is not None else await _all_feeds(library))
    if wanted.saved:
        await run_detached(library.entries.queue_saved)
    await prefetch(library, None if wanted.saved else feeds, progress=note_fetched)
    done.swept = await run_detached(library.entries.sweep)
    return done


async def begin_round(library: Library, wanted: RoundScope, begun: Callable[[Round], None]) -> Round:
    """Makes a round beside the screen; ``begun`` gets what says from then on how far it is.  Raises LibraryError."""
    done = Round()
    begun(done)
    return await make_round(library, wanted, done, beside_screen=True)


async def _all_feeds(library: Library) -> list[int]:
    return [row.id for row in await run_detached(library.feeds.rows)]
