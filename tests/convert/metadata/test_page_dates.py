"""Dates as pages write them."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.metadata.page_dates import in_address, iso


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2026-03-12T05:12:09Z", "2026-03-12T05:12:09+00:00"),
        ("2026-03-12T05:12:09.123+0200", "2026-03-12T05:12:09+02:00"),
        ("2026-03-12 05:12", "2026-03-12T05:12:00"),
        ("2026-03-12", "2026-03-12"),
        ("20260312T051209Z", "2026-03-12T05:12:09+00:00"),
        ("1773292329000", "2026-03-12T05:12:09+00:00"),
        ("Thu, 12 Mar 2026 05:12:09 GMT", "2026-03-12T05:12:09+00:00"),
        ("Thu Mar 12 2026 05:12:09 GMT+0100 (CET)", "2026-03-12T05:12:09+01:00"),
        ("March 12th, 2026", "2026-03-12"),
        ("March 12, 2026 at 4:05 p.m. EST", "2026-03-12T16:05:00-05:00"),
        ("Veröffentlicht am 12. März 2026, 14:26 Uhr", "2026-03-12T14:26:00"),
        ("12 de marzo de 2026", "2026-03-12"),
        ("12 mars 2026 à 07h45", "2026-03-12T07:45:00"),
        ("12 марта 2026", "2026-03-12"),
        ("2026年3月12日", "2026-03-12"),
        ("2026년 3월 12일", "2026-03-12"),
        ("12.03.2026", "2026-03-12"),
        ("Do 12.03.26 | 14:07 Uhr", "2026-03-12T14:07:00"),
        ("13/03/2026", "2026-03-13"),
        ("yesterday", None),
        ("45.45.2026", None),
        ("1066-10-14", None),
        ("", None),
    ],
)
def test_a_date_is_read(text: str, stamp: str | None) -> None:
    assert iso(text) == stamp


def test_the_month_comes_first_where_the_language_wants_it() -> None:
    assert iso("3/12/2026", month_first=True) == "2026-03-12"
    assert iso("3/12/2026") == "2026-12-03"
    assert iso("3.12.2026", month_first=True) == "2026-12-03"


def test_an_address_may_hold_the_day() -> None:
    assert in_address("https://herald.example/2026/03/12/wall") == "2026-03-12"
    assert in_address("https://herald.example/wall-2026") is None
    assert in_address(None) is None


@given(st.text(max_size=200))
def test_any_text_gives_a_valid_date_or_none(text: str) -> None:
    stamp = iso(text)
    assert stamp is None or datetime.fromisoformat(stamp)


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2099, 12, 31)))
def test_what_is_iso_already_keeps_its_time(when: datetime) -> None:
    assert iso(when.isoformat(sep=" ", timespec="seconds")) == when.replace(microsecond=0).isoformat()
