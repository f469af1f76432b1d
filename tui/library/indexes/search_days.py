"""The days that a search takes: 2026, 2026-03, 2026-03-14, today, yesterday, 7d, 2w, last week or month."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
AGO = re.compile(r"(\d{1,4})([dwmy])$")
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
LAST = re.compile(r"\b((?:after|before):last)[ -]?(week|month|year)\b", re.IGNORECASE)


def in_one_word(typed: str) -> str:
    """What was typed with "last week" as one word behind its field."""
    return LAST.sub(r"\1\2", typed)


NO_DAY = "{day} is no day: write it as 2026-12-31"


def beginning(text: str, today: date | None = None) -> int | None:
    """Seconds since 1970 at which the year, month, week or day begins; None for what names none."""
    today, text = today or datetime.now().astimezone().date(), text.lower()
    try:
        if match := DATE.match(text):
            begins = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        elif match := AGO.match(text):
            begins = today - timedelta(days=int(match[1]) * DAYS[match[2]])
        elif text in (named := _named(today)):
            begins = named[text]
        else:
            return None
        return int(datetime(begins.year, begins.month, begins.day, tzinfo=UTC).timestamp())
    except (ValueError, OverflowError):
        return None


def _named(today: date) -> dict[str, date]:
    monday = today - timedelta(days=today.weekday())
    last_of_month = today.replace(day=1) - timedelta(days=1)
    return {
        "today": today,
        "yesterday": today - timedelta(days=1),
        "lastweek": monday - timedelta(days=7),
        "lastmonth": last_of_month.replace(day=1),
        "lastyear": date(max(1, today.year - 1), 1, 1),
    }
