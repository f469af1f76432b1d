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
        ("Thu Mar  2 05:12:09 UTC 2026", "2026-03-02T05:12:09+00:00"),
        ("Thu Mar 12 05:12:09 2026", "2026-03-12T05:12:09"),
        ("Thu Mar 12 05:12 2026", None),
        ("Thu Mar 12 05:12:09 +0100 2026", "2026-03-12T05:12:09+01:00"),
        ("Row 12 05:12:09 2026", None),
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
        ("2026. március 12. 10:21", "2026-03-12T10:21:00"),
        ("2026 m. kovo 12 d.", "2026-03-12"),
        ("2026. gada 12. marts, 10:21", "2026-03-12T10:21:00"),
        ("2026ko martxoaren 12a", "2026-03-12"),
        ("12 d’abril de 2026", "2026-04-12"),
        ("12·03·26 | 10:21", "2026-03-12T10:21:00"),
        ("the 2026. gada festival", None),
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


@pytest.mark.parametrize(
    ("clock", "time"),
    [
        ("4:05 am", "T04:05:00"),
        ("4:05 pm", "T16:05:00"),
        ("12:05 am", "T00:05:00"),
        ("12:05 p.m.", "T12:05:00"),
        ("16:05 pm", "T16:05:00"),
        ("16.05 Uhr", "T16:05:00"),
        ("24:00", "T00:00:00"),
        ("16:05:59", "T16:05:59"),
        ("16:65", ""),
        ("16:05 CET", "T16:05:00+01:00"),
        ("16:05 CEST", "T16:05:00+02:00"),
        ("16:05 (MEZ)", "T16:05:00+01:00"),
        ("16:05 BST", "T16:05:00+01:00"),
        ("16:05 GMT", "T16:05:00+00:00"),
        ("16:05 EEST", "T16:05:00+03:00"),
        ("4:05 pm EDT", "T16:05:00-04:00"),
        ("4:05 pm CST", "T16:05:00-06:00"),
        ("4:05 pm MDT", "T16:05:00-06:00"),
        ("4:05 pm PST", "T16:05:00-08:00"),
        ("4:05 pm PDT", "T16:05:00-07:00"),
        ("4:05 pm ET", "T16:05:00-05:00"),
        ("16:05 JST", "T16:05:00+09:00"),
        ("16:05 HKT", "T16:05:00+08:00"),
        ("16:05 AEST", "T16:05:00+10:00"),
        ("16:05 AEDT", "T16:05:00+11:00"),
        ("16:05 SAST", "T16:05:00+02:00"),
        ("16:05 MSK", "T16:05:00+03:00"),
        ("16:05 GMT+0530", "T16:05:00+05:30"),
        ("16:05 -03:30", "T16:05:00-03:30"),
        ("16:05 XYZ", "T16:05:00"),
        ("with 12 people and 5 boats", ""),
    ],
)
def test_the_time_of_day_is_read_with_its_zone(clock: str, time: str) -> None:
    assert iso(f"12 March 2026, {clock}") == f"2026-03-12{time}"
    if clock[:2] == "16":
        assert iso(f"{clock.split()[0]} on 12 March 2026") == f"2026-03-12{time[:9]}"


def test_a_time_far_from_the_day_is_not_the_day_s() -> None:
    assert iso("12 March 2026. " + "It was said in the harbour that day. " * 2 + "At 14:05 it sank.") == "2026-03-12"


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("1990-01-01", "1990-01-01"),
        ("1989-12-31", None),
        ("2026-02-29", None),
        ("2024-02-29", "2024-02-29"),
        ("2026-03-12T05:12:09-0330", "2026-03-12T05:12:09-03:30"),
        ("2026-03-12T05:12:09+02", "2026-03-12T05:12:09+02:00"),
        ("2026-03-12T05:12:09+99:00", "2026-03-12T05:12:09"),
        ("20260312", "2026-03-12"),
        ("20261312", None),
        ("1773292329", "2026-03-12T05:12:09+00:00"),
        ("177329232", None),
        ("2026/3/12", "2026-03-12"),
        ("2026.03.12", "2026-03-12"),
        ("12/3/26", "2026-03-12"),
        ("12-03-2026", "2026-03-12"),
        ("3/13/2026", "2026-03-13"),
        ("13/13/2026", None),
        ("12.03-2026", None),
        ("12 tháng 3, 2026", "2026-03-12"),
        ("2026年3月12日 14:05", "2026-03-12T14:05:00"),
        ("the 12th of March 2026", "2026-03-12"),
        ("1st March 2026", "2026-03-01"),
        ("Mar. 12, 2026", "2026-03-12"),
        ("32 March 2026", None),
        ("12 Harbour 2026", None),
        ("10 March 2026, updated 12 March 2026", "2026-03-10"),
        ("March 12, 2026, updated 10 March 2026", "2026-03-12"),
    ],
)
def test_the_first_day_of_a_text_that_there_was_is_read(text: str, stamp: str | None) -> None:
    assert iso(text) == stamp


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://herald.example/2026/3/2/wall", "2026-03-02"),
        ("https://herald.example/2026-03-12-wall", "2026-03-12"),
        ("https://herald.example/20260312/wall", "2026-03-12"),
        ("https://herald.example/2026/13/12/wall", None),
        ("https://herald.example/1899/03/12/wall", None),
        ("https://herald.example/2026/03/wall", None),
    ],
)
def test_an_address_is_searched_for_a_whole_day(address: str, day: str | None) -> None:
    assert in_address(address) == day
