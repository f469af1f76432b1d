"""Numbers of things, sizes and times to wait."""

import pytest

from tui.text.amounts import counted, duration, reading_time, size


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (1200, "1,200 articles")]
)
def test_only_one_of_something_stands_without_an_s(number: int, words: str) -> None:
    assert counted(number, "article") == words


@pytest.mark.parametrize(("number", "words"), [(1, "1+ articles"), (200, "200+ articles")])
def test_that_there_are_more_is_said_after_the_number(number: int, words: str) -> None:
    assert counted(number, "article", more=True) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (9_400, "9 kB"),
        (999_000, "999 kB"),
        (1_000_000, "1.0 MB"),
        (1_440_000, "1.4 MB"),
        (2_500_000_000, "2.5 GB"),
        (7_200_000_000_000, "7,200.0 GB"),
    ],
)
def test_a_size_is_said_in_the_largest_unit_that_it_fills(count: int, words: str) -> None:
    assert size(count) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 second"),
        (40.0, "40 seconds"),
        (40.2, "41 seconds"),
        (60.0, "60 seconds"),
        (61.0, "2 minutes"),
        (3_600.0, "60 minutes"),
        (3_601.0, "2 hours"),
        (90_000.0, "2 days"),
    ],
)
def test_a_time_to_wait_is_rounded_up(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(1, "1 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 1 min"), (333, "5 h 33 min"), (0, "0 min")],
)
def test_a_reading_time_is_said_in_hours_from_an_hour_on(minutes: int, said: str) -> None:
    assert reading_time(minutes) == said
