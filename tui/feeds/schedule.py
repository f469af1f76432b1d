"""When to ask a feed again: a server is never asked sooner than it wishes, nor much oftener than it has news.

Times are seconds since 1970 in UTC; the present is passed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.model.frozen import value
from tui.text.dates import DAY, HOUR, MINUTE
from tui.text.longest_lifetime import LONGEST_LIFETIME

LEAST_WAIT = 10 * MINUTE  # between two questions, whatever was set
MOST_WAIT = LONGEST_LIFETIME  # without asking, whatever a feed says
UNKNOWN = HOUR  # between two questions to a feed of which it is not known how often it changes
SPARSE = DAY  # between two questions to a feed that seldom changes, unless more is asked for
OF_A_GAP = 0.5  # of the usual time between two entries, after which a feed is asked for the next
ENTRIES = 10  # newest ones, from which the usual time is taken
FIRST_RETRY = 30 * MINUTE  # after an error; doubled with each that follows
LAST_RETRY = DAY
MAX_RETRY_AFTER = 30 * DAY


@value(frozen=True, slots=True)
class Wishes:
    """What is known of how often a feed may and need be asked.

    ``ttl`` in seconds, ``skip_hours`` and ``skip_days`` are the Feed's own; ``max_age`` the seconds that the answer's
    headers name (``tui.text.http_freshness``); ``interval`` what the person set, in seconds; ``published`` when its
    entries were, in any order.
    """

    ttl: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()
    max_age: int | None = None
    interval: int | None = None
    published: tuple[float, ...] = ()


def next_time(now: float, wishes: Wishes) -> float:
    """When to ask next after an answer at ``now``, be it new or unchanged: after the longest time that is named."""
    gap = usual_gap(now, wishes.published)
    news = UNKNOWN if gap is None else min(gap * OF_A_GAP, SPARSE)
    wait = max(LEAST_WAIT, wishes.ttl or 0, wishes.max_age or 0, wishes.interval or 0, news)
    return after_skipped(now + min(wait, MOST_WAIT), wishes.skip_hours, wishes.skip_days)


def time_after_error(now: float, errors: int, retry_after: float | None = None) -> float:
    """When to ask next after the ``errors``th failure in a row; ``retry_after`` is a moment that the server names."""
    wait = min(FIRST_RETRY * 2 ** min(max(errors - 1, 0), 20), LAST_RETRY)
    return max(now + float(wait), min(retry_after or 0, now + MAX_RETRY_AFTER))


def usual_gap(now: float, published: Sequence[float]) -> float | None:
    """The usual time in seconds between two of the newest entries, longer where none has come for longer."""
    newest = sorted((moment for moment in published if moment <= now), reverse=True)[:ENTRIES]
    if len(newest) < 2:
        return None
    gaps = sorted(later - earlier for later, earlier in pairwise(newest))
    median = (gaps[(len(gaps) - 1) // 2] + gaps[len(gaps) // 2]) / 2
    return max(median, (now - newest[0]) / 2)


def after_skipped(moment: float, hours: Sequence[int], days: Sequence[int]) -> float:
    """The first moment from this on that is in no skipped hour (UTC) and on no skipped day (0 is Monday).

    A feed that names all of them is mistaken; it is asked at the moment given.
    """
    found = moment
    for _ in range(8 * 24):
        weekday, hour = (int(found // DAY) + 3) % 7, int(found % DAY // HOUR)  # 1 January 1970 was a Thursday
        if weekday not in days and hour not in hours:
            return found
        found = (found // HOUR + 1) * HOUR
    return moment
