from __future__ import annotations

import re

import pytest

from tui.text.late_patterns import late_pattern

LETTERS = late_pattern(r"(?P<letters>[a-z]+)", re.I)


def test_a_late_pattern_is_asked_as_any_other() -> None:
    found = LETTERS.search("12 Ab 34")
    assert found is not None
    assert found["letters"] == "Ab"
    assert LETTERS.sub("-", "12 Ab 34") == "12 - 34"
    assert LETTERS.groupindex == {"letters": 1}


def test_it_finds_in_bytes_what_a_pattern_of_bytes_finds() -> None:
    assert late_pattern(rb"\d").findall(b"1a2") == [b"1", b"2"]


def test_it_is_compiled_when_it_is_first_asked() -> None:
    broken = late_pattern("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")


def test_a_method_is_made_once() -> None:
    assert LETTERS.match is LETTERS.match
