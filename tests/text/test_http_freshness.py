"""For how long a copy of an answer is used without asking again."""

from __future__ import annotations

import pytest
from httpx2 import Headers

from tui.text.http_freshness import lifetime, max_age
from tui.text.longest_lifetime import LONGEST_LIFETIME

HOUR, DAY = 3_600, 86_400
NOW = 1_767_322_800.0  # Friday, 2 January 2026, 03:00 UTC


@pytest.mark.parametrize(
    ("control", "expires", "age"),
    [
        ("max-age=600", "Fri, 02 Jan 2026 09:00:00 GMT", 600),
        ('public, Max-Age = "60", s-maxage=900', None, 60),
        ("no-cache, max-age=600", None, 0),
        (None, "Fri, 02 Jan 2026 04:00:00 GMT", HOUR),
        ("private", "Fri, 02 Jan 2026 02:00:00 GMT", 0),
        (None, "0", 0),
        (None, None, None),
        ("max-age=9999999999", None, LONGEST_LIFETIME),
    ],
)
def test_how_long_an_answer_stays_fresh(control: str | None, expires: str | None, age: int | None) -> None:
    assert max_age(control, expires, None, NOW) == age


def test_expires_counts_from_the_servers_own_time() -> None:
    assert max_age(None, "Fri, 02 Jan 2026 09:00:00 GMT", "Fri, 02 Jan 2026 08:00:00 GMT", NOW) == HOUR


def headers(lines: str) -> Headers:
    """The headers of an answer."""
    return Headers([(name, text) for name, _, text in (line.partition(": ") for line in lines.splitlines())])


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        ("cache-control: max-age=600\nlast-modified: Thu, 01 Jan 2026 03:00:00 GMT", 600),
        ("Cache-Control: max-age=600\nAge: 500", 100),
        ("Cache-Control: max-age=600\nAge: 700", 0),
        ("Cache-Control: no-store\nLast-Modified: Thu, 01 Jan 2026 03:00:00 GMT", 0),
        ("Expires: 0\nLast-Modified: Thu, 01 Jan 2026 03:00:00 GMT", 0),
        ("Last-Modified: Thu, 01 Jan 2026 03:00:00 GMT", DAY // 10),
        ("Last-Modified: Thu, 01 Jan 2026 03:00:00 GMT\nDate: Fri, 02 Jan 2026 13:00:00 GMT", 34 * HOUR // 10),
        ("Last-Modified: Sat, 03 Jan 2026 03:00:00 GMT", 0),
        ("Last-Modified: Mon, 01 Jan 1996 03:00:00 GMT", LONGEST_LIFETIME),
        ("Last-Modified: yesterday", 0),
        ("Age: " + "9" * 400, 0),
        ("", 0),
    ],
)
def test_what_headers_say_counts_and_else_a_tenth_of_the_age(lines: str, seconds: int) -> None:
    assert lifetime(headers(lines), NOW) == seconds


def test_an_answer_that_nothing_has_changed_need_not_say_again_when_it_last_was() -> None:
    assert lifetime(headers(""), NOW, "Thu, 01 Jan 2026 03:00:00 GMT") == DAY // 10
