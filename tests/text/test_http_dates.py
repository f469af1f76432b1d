"""Moments as HTTP headers name them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tui.text.http_dates import http_seconds

MORNING = 1_767_326_400.0  # Friday, 2 January 2026, 04:00 UTC


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("Fri, 02 Jan 2026 04:00:00 GMT", MORNING),
        ("Fri, 02 Jan 2026 05:00:00 +0100", MORNING),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_what_names_no_moment_gives_none(written: str | None, seconds: float | None) -> None:
    assert http_seconds(written) == seconds


@pytest.fixture
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """The machine's time zone, for one test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_a_date_without_a_zone_is_of_utc_wherever_the_reader_is() -> None:
    assert http_seconds("Fri, 02 Jan 2026 04:00:00 -0000") == MORNING
