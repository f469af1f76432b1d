"""How long a server asks to be left alone (RFC 9110, 10.2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 10  # digits: some three hundred years


def wait(headers: Mapping[str, str]) -> float | None:
    """Seconds from now that the Retry-After header asks for, 0 or more; None when there is none or it says nothing.

    A date counts from the server's own clock, if the server tells it.
    """
    given = headers.get("Retry-After", "").strip()
    if given.isdecimal() and given.isascii():
        return float(given[:LONGEST])
    until, now = _moment(given), _moment(headers.get("Date", "")) or datetime.now(UTC)
    return max(0.0, (until - now).total_seconds()) if until else None


def _moment(date: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
