"""Moments as HTTP headers name them."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def http_date(written: str | None) -> datetime | None:
    """The moment of an HTTP date (RFC 9110, 5.6.7), in UTC when it says no zone; None when it names none."""
    try:
        moment = parsedate_to_datetime(written or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def http_seconds(written: str | None) -> float | None:
    """The same in seconds since 1970."""
    moment = http_date(written)
    return moment.timestamp() if moment else None
