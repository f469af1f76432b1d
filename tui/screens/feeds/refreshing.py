"""The feeds refreshed while the app is open, beside whatever one does in it."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.signal import Signal

from tui.model.page import ReadingError
from tui.panes.workers import run_beside
from tui.screens.base import AppServices
from tui.system import garbage
from tui.system.lazy_modules import lazy_modules
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.intake.refreshing import feed_work, round_scope
    from tui.intake.refreshing.prefetch import Prefetched
    from tui.intake.refreshing.refresh import Refreshed
    from tui.intake.refreshing.refresh_round import Round
    from tui.intake.refreshing.round_scope import RoundScope
    from tui.system import own_loop
else:
    feed_work, round_scope = lazy_modules("tui.intake.refreshing", "feed_work round_scope")
    (own_loop,) = lazy_modules("tui.system", "own_loop")

LOOK_EVERY = 0.1  # seconds between two looks how far it is
LOOK_FOR_FIRST = 0.02  # while nothing has come yet
LIST_EVERY = 1.0  # seconds between two looks of the library's screen at what has come
# To list takes as long as to answer some keys: seconds after a key in which it is put off, once for as long as that.
AFTER_KEY, PUT_OFF = 0.05, 1.0
STOPS = "Esc stops"
BEGUN = f"Refreshing · {STOPS}"
OFFLINE = "Nothing is asked of the network: the reader was started with --offline"
GOING_ON = "The feeds are being refreshed; Esc in the library stops that"
MOST_REASONS = 3  # why feeds could not be had, that are named


class Refreshing:
    """Makes one round after the other; ``listed`` is called when the library has something new to be listed, ``over``
    after each round.

    ``progressed`` is published with the line that says how far it is, "" when nothing goes on.
    """

    def __init__(self, services: AppServices, listed: Callable[[], None], over: Callable[[], None]) -> None:
        self.progressed: Signal[str] = Signal(services, "refreshing")
        self.line = ""
        self.newest_before: int | None = None  # number of the newest article before the round that is going on
        self._services, self._listed, self._over = services, listed, over
        self._waiting: deque[RoundScope] = deque()
        self._round: asyncio.Task[Round] | None = None
        self._done: Round | None = None  # how far it is
        self._fetching = False  # whether the feeds were asked, and what came is being fetched whole

    @property
    def going(self) -> bool:
        """Whether a round is going on."""
        return self._round is not None

    def begin(self) -> None:
        """From the start of the app on: what its settings ask for."""
        config = self._services.config
        if self._services.offline:
            return
        if config.refresh_on_start:
            self.start(only_due=True)
        if config.refresh_every:
            self._services.set_interval(config.refresh_every * 60, self._by_itself)

    def _by_itself(self) -> None:
        if not self.going:
            self.start(only_due=True)

    def start(self, feeds: tuple[int, ...] | None = None, *, only_due: bool = False, ask: bool = True) -> None:
        """Make a round of all feeds or these; without ``ask`` what came from them is fetched whole alone, after the
        round that is going on."""
        if self._services.offline:
            self._services.say(OFFLINE)
        elif self.going and ask and not self._fetching:
            self._services.say(GOING_ON)
        else:
            self._waiting.append(round_scope.RoundScope(feeds, only_due, ask))
            if self._round and ask:
                self._round.cancel()  # what it has not fetched yet is fetched by the one that comes now
            elif not self.going:
                run_beside(self._services, self._rounds, "refreshing")

    def stop(self) -> None:
        """End the round that is going on, and those that wait for it; what has come stays."""
        self._waiting.clear()
        if self._round:
            self._round.cancel()

    async def _rounds(self) -> None:
        while self._waiting:
            await self._make(self._waiting.popleft())

    async def _make(self, wanted: RoundScope) -> None:
        services, self._done = self._services, None
        self._round = asyncio.ensure_future(
            own_loop.run_on_own_loop(lambda: feed_work.feed_work().begin_round(services.library, wanted, self._begun))
        )
        self._show()
        try:
            newest = await services.library_work.read(lambda library: library.articles.rows(1))
            self.newest_before = newest[0].id if newest else 0
            with garbage.leaving_old_alone():
                await self._follow(self._round)
        except ReadingError as error:
            services.say(f"The feeds could not be refreshed: {error}", severity="error")
        except Exception as error:  # noqa: BLE001 - the log has it; the app goes on
            services.say(services.fault(error, "refreshing the feeds"), severity="error")
        else:
            self._say(wanted, stopped=self._round.cancelled())
        finally:
            self._round.cancel()  # where one leaves; else it is over
            with suppress(Exception, asyncio.CancelledError):
                await asyncio.wait({self._round})
            self._round, self.newest_before = None, None
            self._publish("")
            self._listed()
            self._over()

    def _begun(self, done: Round) -> None:
        """Beside the event loop: from now on this says how far the round is."""
        self._done = done

    async def _follow(self, going: asyncio.Task[Round]) -> None:
        """Show how far it is until it is over, and have listed what came; raises what it raised."""
        loop, seen, looked = asyncio.get_running_loop(), 0, 0.0
        while not going.done():
            until = loop.time() + LOOK_EVERY
            while loop.time() < until and not going.done() and (seen or not self._came):
                await asyncio.wait({going}, timeout=LOOK_EVERY if seen else LOOK_FOR_FIRST)
            self._show()
            came = self._came
            if came != seen and may_list(loop.time(), looked + LIST_EVERY, self._services.last_key):
                seen, looked = came, loop.time()
                self._listed()
        if not going.cancelled():
            going.result()

    @property
    def _came(self) -> int:
        """What there is to be listed, counted."""
        done = self._done
        return done.refreshed.new + len(done.refreshed.failed) + done.prefetched.done if done else 0

    def _show(self) -> None:
        done = self._done
        self._fetching = done is not None and bool(done.prefetched.total)
        if done is None:
            self._publish(BEGUN)
        else:
            self._publish(fetching_line(done.prefetched) if self._fetching else asking_line(done.refreshed))

    def _publish(self, line: str) -> None:
        if line != self.line:
            self.line = line
            self.progressed.publish(line)

    def _say(self, wanted: RoundScope, *, stopped: bool) -> None:
        """What came of it; nothing of a round that nobody asked for and that brought nothing."""
        done = self._done
        if done is None or (stopped and self._waiting):
            return
        refreshed = done.refreshed
        if done.announcement:
            self._services.say(done.announcement, severity="warning")
        if stopped:
            self._services.say(f"Stopped: {counted(refreshed.new, 'new article')} so far")
        elif not wanted.ask or (wanted.only_due and not refreshed.new):
            return
        elif not refreshed.total:
            self._services.say("There is no feed yet: a adds one")
        else:
            failed = refreshed.failed or refreshed.server_failures
            self._services.say(outcome_lines(refreshed), severity="warning" if failed else "information")


def may_list(now: float, due: float, last_key: float) -> bool:
    """Whether it is time to list, and the last key has been answered or was waited for long enough."""
    return now >= due and (now >= last_key + AFTER_KEY or now >= due + PUT_OFF)


def asking_line(refreshed: Refreshed) -> str:
    """How far the asking of the feeds is."""
    if refreshed.synced and not refreshed.synced.over:
        return f"{refreshed.synced.line} · {STOPS}"
    failed = f" · {len(refreshed.failed):,} could not be read" if refreshed.failed else ""
    if not refreshed.total:
        return BEGUN
    asked = f"Refreshing {refreshed.asked:,} of {counted(refreshed.total, 'feed')}"
    return f"{asked} · {refreshed.new:,} new{failed} · {STOPS}"


def fetching_line(prefetched: Prefetched) -> str:
    """How far the fetching of whole articles is."""
    failed = f" · {len(prefetched.failed):,} not to be had" if prefetched.failed else ""
    return f"Fetching the whole of {counted(prefetched.total, 'article')}: {prefetched.done:,} done{failed} · {STOPS}"


def outcome_lines(refreshed: Refreshed) -> str:
    """What a refresh brought, and why feeds could not be had: of one its name, of several how many of them."""
    lines = [f"{counted(refreshed.new, 'new article')} in {counted(refreshed.total, 'feed')}"]
    lines += refreshed.server_failures
    if len(refreshed.failed) == 1:
        (failed,) = refreshed.failed
        return "\n".join((*lines, f"{failed.feed.title or failed.feed.address}: {failed.error}"))
    reasons = Counter(failed.error for failed in refreshed.failed)
    lines += [f"{counted(feeds, 'feed')} could not be read: {why}" for why, feeds in reasons.most_common(MOST_REASONS)]
    if (more := len(reasons) - MOST_REASONS) > 0:
        lines.append(f"and {counted(more, 'other reason')}: the feeds marked ! say theirs")
    return "\n".join(lines)
