"""Moments as the library stores them: whole seconds since 1970."""

from __future__ import annotations

from datetime import UTC, datetime

LAST_MOMENT = 253_402_300_799  # the end of the year 9999, after which Python has no dates


def moment(published: str | None) -> int | None:
    """Seconds since 1970 of an ISO 8601 date or time; without an offset it is taken as UTC."""
    if not published:
        return None
    try:
        when = datetime.fromisoformat(published)
        return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError, OSError):
        return None


def as_date(moment: int) -> datetime:
    """A stored moment in UTC; one for which there is no date as the nearest for which there is."""
    return datetime.fromtimestamp(min(max(moment, 0), LAST_MOMENT), UTC)
