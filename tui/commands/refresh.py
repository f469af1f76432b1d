"""``newsreader refresh``: what is new in the feeds, and fetched whole where it is set so.

Asks every feed, or those that are named; with ``--due``, for timers, only those whose time has come; with ``--saved``
what an import kept by its address alone is fetched, too.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from tui.commands.feed_listing import NOTHING, feeds_of
from tui.commands.feeds import FEED
from tui.commands.messages import NOT_OFFLINE, complain, say
from tui.commands.open_library import open_library
from tui.commands.work_progress import Work, until_stopped, work
from tui.intake.refreshing.prefetch import Prefetched
from tui.intake.refreshing.refresh import Refreshed
from tui.intake.refreshing.refresh_round import Round, make_round
from tui.intake.refreshing.round_scope import RoundScope
from tui.system.interrupt import INTERRUPTED
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.library import Library

MOST_GONE = 10  # that are named with the address at which a web archive may have them


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("--due", action="store_true", help="ask only the feeds whose time has come: for timers")
    parser.add_argument("--saved", action="store_true", help="fetch also what is kept by its address alone")
    parser.add_argument("feeds", nargs="*", metavar="FEED", help=FEED)


def run(options: argparse.Namespace) -> int:
    """Refreshes and says what came of it; 1 if a feed could not be had, or a page that was asked for by ``--saved``."""
    if options.offline:
        say(NOT_OFFLINE)
        return 1
    with open_library() as library, work() as going:
        chosen, failed = feeds_of(library, options.feeds)
        if failed and not chosen:
            return 1
        wanted = RoundScope(tuple(chosen) if options.feeds else None, only_due=options.due, saved=options.saved)
        done = asyncio.run(until_stopped(_round(library, wanted, going), going))
        if done is None:
            return INTERRUPTED
        going.end()
        _tell(library, done.refreshed, done.prefetched, quiet=options.due)
        if done.announcement:
            say(done.announcement)
    missed = done.refreshed.failed or done.refreshed.server_failures or (options.saved and done.prefetched.failed)
    return int(failed or bool(missed))


async def _round(library: Library, wanted: RoundScope, going: Work) -> Round:
    return await make_round(
        library,
        wanted,
        Round(),
        asked=lambda refreshed, _: _show(refreshed, going),
        fetched=lambda prefetched: going.progress(prefetched.done, prefetched.total),
    )


def _show(refreshed: Refreshed, going: Work) -> None:
    if refreshed.synced and not refreshed.synced.over:
        going.show(refreshed.synced.line)
    else:
        going.progress(refreshed.asked, refreshed.total)


def _tell(library: Library, refreshed: Refreshed, prefetched: Prefetched, *, quiet: bool) -> None:
    for outcome in refreshed.failed:
        complain(outcome.feed.address, outcome.error or "")
    for line in refreshed.server_failures:
        say(line)
    if not refreshed.total and not prefetched.total and not library.feeds.rows():
        say(NOTHING)
        return
    if quiet and not refreshed.new:
        return
    whole = prefetched.done - len(prefetched.failed)
    line = f"{counted(refreshed.new, 'new article')} in {counted(refreshed.total, 'feed')}"
    print(line + (f"; {whole:,} made whole" if whole else ""), flush=True)
    reasons = Counter(why for _, why in prefetched.failed)
    for why, number in reasons.most_common(3):
        say(f"{counted(number, 'article')} could not be made whole: {why}")
    for address, archived in islice(prefetched.archived.items(), MOST_GONE):
        complain(address, f"gone; a web archive may have it: {archived}")
    if (more := len(prefetched.archived) - MOST_GONE) > 0:
        say(f"and {more:,} more that are gone; each says in the library where a web archive may have it")
