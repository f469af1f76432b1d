"""Days and ages as a reader says them."""

from __future__ import annotations

from datetime import UTC, datetime

MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
MONTHS += ["August", "September", "October", "November", "December"]
MINUTE, HOUR, DAY = 60, 3_600, 86_400
AGES = ((MINUTE, 1, "now"), (HOUR, MINUTE, "{} min"), (DAY, HOUR, "{} h"), (7 * DAY, DAY, "{} d"))  # under, unit, form
SAME_YEAR = 300 * DAY  # older than this a day and month alone would mislead


def moment(iso: str | None) -> datetime | None:
    """The time that an ISO 8601 text names, in UTC when it says no zone; None when it names none."""
    try:
        time = datetime.fromisoformat(iso or "")
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def day(iso: str | None, short: bool = False) -> str:
    """A day such as 12 March 2026 (short: 12 Mar 2026), as its own place dates it; "" when none is named."""
    if not (time := moment(iso)):
        return ""
    month = MONTHS[time.month - 1]
    return f"{time.day} {month[:3] if short else month} {time.year}"


def age(iso: str | None, now: datetime) -> str:
    """How long ago in at most six cells: now, 5 min, 3 h, 2 d, then the day and month, then the year."""
    if not (time := moment(iso)):
        return ""
    seconds = max(0.0, (now - time).total_seconds())
    for limit, unit, form in AGES:
        if seconds < limit:
            return form.format(int(seconds // unit))
    return f"{time.day} {MONTHS[time.month - 1][:3]}" if seconds < SAME_YEAR else str(time.year)
