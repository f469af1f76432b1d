"""How long a server asks to be left alone (RFC 9110, 10.2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from tui.text.http_dates import http_date

MOST_DIGITS = 10  # digits: some three hundred years


def wait(headers: Mapping[str, str]) -> float | None:
    """Seconds from now that the Retry-After header asks for, 0 or more; None when there is none or it says nothing.

    A date counts from the server's own clock, if the server tells it.
    """
    given = headers.get("Retry-After", "").strip()
    if given.isdecimal() and given.isascii():
        return float(given[:MOST_DIGITS])
    until, now = http_date(given), http_date(headers.get("Date")) or datetime.now(UTC)
    return max(0.0, (until - now).total_seconds()) if until else None
