"""Days and ages as a reader says them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

MONTHS = "January February March April May June July August September October November December".split()
MINUTE, HOUR, DAY = 60, 3_600, 86_400  # seconds
LAST_MOMENT = 253_402_300_799  # seconds since 1970: the end of the year 9999, after which Python has no dates
AGES = ((MINUTE, 1, "now"), (HOUR, MINUTE, "{} min"), (DAY, HOUR, "{} h"), (7 * DAY, DAY, "{} d"))  # under, unit, form
AGO = ((365 * DAY, "year"), (30 * DAY, "month"), (DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"))
SAME_YEAR = 300 * DAY  # older than this a day and month alone would mislead


UNPADDED = r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)"  # as some pages write a day: 2026-3-2


def within_dates(clock: Callable[[], float]) -> Callable[[], float]:
    """The clock, brought within the years for which there are dates where it is off by thousands."""
    return lambda: min(max(clock(), 0.0), float(LAST_MOMENT))


def moment(iso: str | None) -> datetime | None:
    """The time that an ISO 8601 text names, in UTC when it says no zone; None when it names none.

    A month or day of one digit is understood too.
    """
    text = re.sub(UNPADDED, lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}", iso or "", count=1)
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def day(iso: str | None, short: bool = False) -> str:
    """A day such as 12 March 2026 (short: 12 Mar 2026), as its own place dates it; "" when none is named."""
    if not (time := moment(iso)):
        return ""
    month = MONTHS[time.month - 1]
    return f"{time.day} {month[:3] if short else month} {time.year}"


def short_day(time: datetime, now: datetime) -> str:
    """A day such as 12 Mar, with its year where the day and month alone would mislead."""
    year = f" {time.year}" if abs((now - time).total_seconds()) >= SAME_YEAR else ""
    return f"{time.day} {MONTHS[time.month - 1][:3]}{year}"


def ago(time: datetime, now: datetime) -> str:
    """How long ago in words: "just now", "5 minutes ago", "3 days ago"."""
    seconds = (now - time).total_seconds()
    number, unit = next(((int(seconds // size), name) for size, name in AGO if seconds >= size), (0, ""))
    return f"{number} {unit}{'' if number == 1 else 's'} ago" if number else "just now"


def iso_day(iso: str | None) -> str:
    """The day as 2026-03-12, for pipes and for lists in columns; "" when none is named."""
    time = moment(iso)
    return time.date().isoformat() if time else ""


def kept_day(time: datetime) -> str:
    """The day of a moment where the machine is, as 2026-03-12."""
    return time.astimezone().date().isoformat()


def age(iso: str | None, now: datetime) -> str:
    """How long ago in at most six cells: now, 5 min, 3 h, 2 d, then the day and month, then the year."""
    if not (time := moment(iso)):
        return ""
    seconds = max(0.0, (now - time).total_seconds())
    for limit, unit, form in AGES:
        if seconds < limit:
            return form.format(int(seconds // unit))
    return f"{time.day} {MONTHS[time.month - 1][:3]}" if seconds < SAME_YEAR else str(time.year)
