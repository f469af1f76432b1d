"""When a feed is asked again."""

from __future__ import annotations

import pytest

from tui.feeds.schedule import (
    FIRST_RETRY,
    LAST_RETRY,
    LEAST_WAIT,
    MAX_RETRY_AFTER,
    MOST_WAIT,
    SPARSE,
    UNKNOWN,
    Wishes,
    after_skipped,
    next_time,
    time_after_error,
)
from tui.text.dates import DAY, HOUR, MINUTE

NOW = 1_767_322_800.0  # Friday, 2 January 2026, 03:00 UTC
EVERY_MINUTE = tuple(NOW - MINUTE * n for n in range(20))


@pytest.mark.parametrize(
    ("wishes", "wait"),
    [
        (Wishes(), UNKNOWN),
        (Wishes(published=EVERY_MINUTE), LEAST_WAIT),
        (Wishes(published=EVERY_MINUTE, ttl=2 * HOUR), 2 * HOUR),
        (Wishes(published=EVERY_MINUTE, ttl=2 * HOUR, max_age=3 * HOUR), 3 * HOUR),
        (Wishes(published=EVERY_MINUTE, interval=4 * HOUR, max_age=3 * HOUR), 4 * HOUR),
        (Wishes(published=tuple(NOW - HOUR * n for n in range(9))), 30 * MINUTE),
        (Wishes(published=(NOW - 400 * DAY, NOW - 800 * DAY)), SPARSE),
        (Wishes(published=(*EVERY_MINUTE, NOW + 900 * DAY)), LEAST_WAIT),
        (Wishes(published=tuple(each - 8 * HOUR for each in EVERY_MINUTE)), 2 * HOUR + 0.0),
        (Wishes(ttl=90 * DAY), MOST_WAIT),
    ],
)
def test_the_longest_time_that_is_named_decides(wishes: Wishes, wait: float) -> None:
    assert next_time(NOW, wishes) == NOW + wait


def test_skipped_hours_and_days_are_passed_over() -> None:
    assert after_skipped(NOW, (3, 4), ()) == NOW + 2 * HOUR
    assert after_skipped(NOW + 90, (3,), ()) == NOW + HOUR
    assert after_skipped(NOW, (), (4,)) == NOW + 21 * HOUR
    assert after_skipped(NOW, (0, 1), (4, 5)) == NOW + 47 * HOUR
    assert next_time(NOW, Wishes(skip_hours=(4,))) == NOW + 2 * HOUR


def test_a_feed_that_skips_all_hours_is_mistaken() -> None:
    assert after_skipped(NOW, tuple(range(24)), ()) == NOW


@pytest.mark.parametrize(
    ("errors", "wait"), [(1, FIRST_RETRY), (2, 2 * FIRST_RETRY), (3, 4 * FIRST_RETRY), (99, LAST_RETRY)]
)
def test_errors_back_off(errors: int, wait: float) -> None:
    assert time_after_error(NOW, errors) == NOW + wait
    assert time_after_error(NOW, errors, NOW + 2 * DAY) == NOW + 2 * DAY
    assert time_after_error(NOW, errors, NOW + 1) == NOW + wait
    assert time_after_error(NOW, errors, NOW + 99 * DAY) == NOW + MAX_RETRY_AFTER
