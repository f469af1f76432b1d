"""Dates as feeds write them → ISO 8601 with an offset: RFC 822 and its kin, ISO 8601, a dozen ways of our own.

A date without a zone is taken for UTC, a day without a time for its midnight: a feed's dates are only ever compared.
Where 6/7/2024 leaves open which is the month, it is the first, as in the United States; with dots it is the second.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from unicodedata import combining, normalize

from tui.convert.metadata.page_dates import MONTHS, ZONES

YEARS = (1900, 2100)
MAX_LENGTH = 120  # characters looked at
CENTURY = 70  # two digits from here on mean the last century (RFC 2822, 4.3 has 50; feeds began in the nineties)
# Hours, as names of zones are seldom of halves; the converter's table has minutes and the more common ones.
MORE_ZONES = {
    "ut": 0, "wet": 0, "west": 1, "cat": 2, "eat": 3, "msd": 4, "pkt": 5, "ist": 5.5, "wib": 7, "ict": 7, "pht": 8,
    "awst": 8, "acst": 9.5, "acdt": 10.5, "nzst": 12, "nzdt": 13, "ast": -4, "adt": -3, "nst": -3.5, "ndt": -2.5,
    "brt": -3, "brst": -2, "art": -3, "clt": -4, "cot": -5, "pet": -5, "akst": -9, "akdt": -8, "hst": -10,
    "pt": -8, "mt": -7, "ct": -6, "wat": 1, "mest": 2, "trt": 3,
}  # fmt: skip
OFFSETS = ZONES | {name: h * 60 for name, h in MORE_ZONES.items()}

RFC_822 = re.compile(
    r"\s*(?:[A-Za-z]{3},\s+)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+([01]\d|2[0-4]):([0-5]\d):([0-5]\d)\s+(?:([+-])(\d\d)(\d\d)|GMT|UTC|Z)\s*\Z",
    re.ASCII,
)
DIGITS = re.compile(r"\d{8}(?:\d{4}|\d{6})?\Z")
EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d{0,9})?\Z")
WITHOUT_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?\Z")
_word = r"([^\W\d_]{3,14})"
_day = r"(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?"
_of = r"(?:de|del|of|di|d’|d')?\s*"
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})(?:[-/.]|\s?[年년])\s?(\d{1,2})(?:[-/.]|\s?[月월])\s?(\d{1,2})[日일]?(?!\d)")
DAY_MONTH = re.compile(rf"(?<!\d){_day}[\s,.-]{{0,3}}{_of}{_word}[\s,.-]{{0,3}}{_of}(\d{{4}}|\d\d)(?![\d:])")
MONTH_DAY = re.compile(rf"(?<!\w){_word}[.\s]{{1,2}}{_day},?\s{{1,2}}(\d{{4}})(?![\d:])")
YEAR_LAST = re.compile(rf"(?<!\w)(?:{_word}\s{{1,2}}{_day}|{_day}\s{{1,2}}{_word})\s.{{4,30}}?\s(\d{{4}})\s*\Z")
NUMERIC = re.compile(r"(?<![\d:])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d:])")
CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:.h](\d{2})(?:[:.]?(\d{2})(?:[.,]\d{1,9})?)?\s?([ap]\.?\s?m\b\.?)?|\s?([ap]\.?m\b\.?))(?!\d)"
)
ZONE = re.compile(r"\s*\(?(?:gmt|utc)?\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)|\s*\(?([a-z]{1,5})\b")


def feed_date(text: str) -> str | None:
    """The moment that a feed's date means; None for what is no date, or of no year from 1900 to 2100."""
    when = _moment(text)
    if when is None or not YEARS[0] <= when.year <= YEARS[1]:
        return None
    return when.isoformat(timespec="seconds") if when.microsecond else when.isoformat()


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        match = RFC_822.match(text)
        if match and (month := MONTHS.get(match[2].lower())):
            zone = _zone(match[7], int(match[8]), int(match[9])) if match[7] else UTC
            return _at(int(match[3]), month, int(match[1]), int(match[4]), int(match[5]), int(match[6]), zone)
        text = text[:MAX_LENGTH].strip()
        return _iso_8601(text) or _since_1970(text) or _written_out(" ".join(text.casefold().split()))
    except (ValueError, OverflowError):
        return None


def _iso_8601(text: str) -> datetime | None:
    if not text[:4].isdecimal() or EPOCH.match(text):
        return None
    if DIGITS.match(text):
        text = f"{text[:8]}T{text[8:] or '000000'}"
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _since_1970(text: str) -> datetime | None:
    match = EPOCH.match(text)
    return datetime.fromtimestamp(int(match[1]), UTC) if match else None


def _written_out(text: str) -> datetime | None:
    day = _year_month_day(text)
    if day is None:
        return None
    year, month, number, start, end = day
    rest = text[:start] + " " * (end - start) + text[end:]
    clock = CLOCK.search(rest, end) or CLOCK.search(rest)
    zone = _zone_in(rest, clock.end() if clock else end)
    if clock:
        half = (clock[4] or clock[5] or "")[:1]
        hour, minute, second = int(clock[1]), int(clock[2] or 0), int(clock[3] or 0)
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour <= 24 and minute < 60:
            return _at(year, month, number, hour, minute, second, zone)
    return datetime(year, month, number, tzinfo=zone)


def _at(year: int, month: int, day: int, hour: int, minute: int, second: int, zone: timezone) -> datetime:
    """A moment; 24:00 is the next midnight, a second over 59 (a leap second) is 59."""
    when = datetime(year, month, day, hour % 24, minute, min(second, 59), tzinfo=zone)
    return when if hour < 24 else when + timedelta(days=1)


def _year_month_day(text: str) -> tuple[int, int, int, int, int] | None:
    """Year, month and day, and where in the text they stand."""
    if match := YEAR_FIRST.search(text):
        return int(match[1]), int(match[2]), int(match[3]), *match.span()
    for match in DAY_MONTH.finditer(text):
        if month := _month(match[2]):
            return _year(match[3]), month, int(match[1]), *match.span()
    for match in MONTH_DAY.finditer(text):
        if month := _month(match[1]):
            return int(match[3]), month, int(match[2]), *match.span()
    for match in YEAR_LAST.finditer(text):
        if month := _month(match[1] or match[4]):
            return int(match[5]), month, int(match[2] or match[3]), match.start(), match.end(2 if match[1] else 4)
    if match := NUMERIC.search(text):
        first, second = int(match[1]), int(match[3])
        month, day = (first, second) if (match[2] == "/" and first <= 12) or second > 12 else (second, first)
        return _year(match[4]), month, day, *match.span()
    if match := WITHOUT_DAY.match(text):
        return int(match[1]), int(match[2] or 1), 1, *match.span()
    return None


def _year(written: str) -> int:
    year = int(written)
    return year if len(written) == 4 else year + (1900 if year >= CENTURY else 2000)


@lru_cache(maxsize=256)
def _month(word: str) -> int | None:
    """The month that a word names in one of the languages that we know, or that it is the only one to begin."""
    if word in MONTHS:
        return MONTHS[word]
    beginning = _without_accents(word)  # they move when a word is cut: Ιούλιος, Ιουλίου
    begun = {month for name, month in MONTHS.items() if _without_accents(name).startswith(beginning)}
    return begun.pop() if len(begun) == 1 else None


def _without_accents(word: str) -> str:
    return "".join(c for c in normalize("NFD", word) if not combining(c))


def _zone_in(text: str, at: int) -> timezone:
    """The zone that is named at a place of the text, else UTC."""
    match = ZONE.match(text, at)
    if not match:
        return UTC
    if match[1]:
        hours, minutes = int(match[2]), int(match[3] or 0)
        return _zone(match[1], hours, minutes)
    return timezone(timedelta(minutes=OFFSETS.get(match[4], 0)))


@lru_cache(maxsize=256)
def _zone(sign: str, hours: int, minutes: int) -> timezone:
    """A zone so far from UTC; what no place on earth has is UTC."""
    if hours > 14 or minutes > 59:
        return UTC
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(offset if sign == "+" else -offset)
