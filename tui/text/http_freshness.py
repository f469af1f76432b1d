"""For how long a copy of an answer may be used without asking its server (RFC 9111, 4.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.text.http_dates import http_seconds
from tui.text.longest_lifetime import LONGEST_LIFETIME

OF_ITS_AGE = 0.1  # for which a page that says nothing stays as it is: the share that RFC 9111 (4.2.2) names
MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
UNCACHED = re.compile(r"(?:^|[\s,])(?:no-store|no-cache)\b", re.IGNORECASE)


def lifetime(headers: Mapping[str, str], now: float, last_modified: str | None = None) -> int:
    """Seconds from now, 0 or more, in which the answer with these headers need not be asked for again.

    What its headers say, else a tenth of the time since the page was last modified, which a 304 need not say again.
    ``headers`` must find a name in any case; ``now`` is in seconds since 1970.
    """
    date = headers.get("Date")
    stated = max_age(headers.get("Cache-Control"), headers.get("Expires"), date, now)
    if stated is None:
        changed, sent = http_seconds(headers.get("Last-Modified") or last_modified), http_seconds(date)
        unchanged_for = 0.0 if changed is None else (now if sent is None else sent) - changed
        stated = int(min(max(unchanged_for * OF_ITS_AGE, 0), LONGEST_LIFETIME))
    return max(stated - _age(headers.get("Age")), 0)


def max_age(cache_control: str | None, expires: str | None, date: str | None, now: float) -> int | None:
    """For how many seconds an answer stays fresh by its headers (RFC 9111, 4.2.1); None where they do not say."""
    cache_control = cache_control or ""
    if UNCACHED.search(cache_control):
        return 0
    ages = [int(age) for age in MAX_AGE.findall(cache_control)]
    if ages:
        return min(max(ages), LONGEST_LIFETIME)
    if expires is None:
        return None
    until, sent = http_seconds(expires), http_seconds(date)
    if until is None:  # "0", mostly: it is over (5.3)
        return 0
    return int(min(max(until - (now if sent is None else sent), 0), LONGEST_LIFETIME))


def _age(header: str | None) -> int:
    """Seconds that the answer lay in a cache on its way."""
    header = (header or "").strip()
    return int(header) if header.isascii() and header.isdecimal() and len(header) < 10 else 0
