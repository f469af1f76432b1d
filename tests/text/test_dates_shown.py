"""Days and ages."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime, timedelta

import pytest

from tui.text.dates import age, day

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("iso", "long", "short"),
    [
        ("2026-03-12T07:30:00+00:00", "12 March 2026", "12 Mar 2026"),
        ("2026-03-12T00:30:00+09:00", "12 March 2026", "12 Mar 2026"),
        ("2024-02-29", "29 February 2024", "29 Feb 2024"),
        ("2026-3-2", "2 March 2026", "2 Mar 2026"),
        ("2026-13-2", "", ""),
        ("yesterday", "", ""),
        (None, "", ""),
    ],
)
def test_a_day_is_the_one_of_its_own_place(iso: str | None, long: str, short: str) -> None:
    assert (day(iso), day(iso, short=True)) == (long, short)


def test_a_month_is_called_by_its_name() -> None:
    assert [day(f"2026-{n:02}-01").split()[1] for n in range(1, 13)] == list(calendar.month_name)[1:]


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=5), "5 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(days=2), "2 d"),
        (timedelta(days=30), "12 Feb"),
        (timedelta(days=700), "2024"),
        (timedelta(days=-2), "now"),
    ],
)
def test_an_age_takes_at_most_six_cells(ago: timedelta, said: str) -> None:
    assert age((NOW - ago).isoformat(), NOW) == said
    assert len(said) <= 6
