"""Moments as the library stores them: whole seconds since 1970."""

from __future__ import annotations

from datetime import UTC, datetime

from tui.text import dates
from tui.text.dates import LAST_MOMENT


def moment(published: str | None) -> int | None:
    """Seconds since 1970 of an ISO 8601 date or time; without an offset it is taken as UTC."""
    try:
        when = dates.moment(published)
        return int(when.timestamp()) if when else None
    except (ValueError, OverflowError, OSError):  # of a year for which this machine has no seconds
        return None


def as_date(moment: int) -> datetime:
    """A stored moment in UTC; one for which there is no date as the nearest for which there is."""
    return datetime.fromtimestamp(min(max(moment, 0), LAST_MOMENT), UTC)
