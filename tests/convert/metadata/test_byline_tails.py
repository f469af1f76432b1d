"""What a plain look at a byline says before its patterns are asked is what the patterns say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.metadata import byline_tails
from tui.text.cleaning import clean_line

TAILS = (byline_tails.FIRM, byline_tails.WITH_PICTURES, byline_tails.OTHERS_BEHIND)
LIKE_PLAIN_ONES = set("ſ\N{KELVIN SIGN}")  # which patterns take for "s" and "k" where capitals do not matter


@given(st.one_of([st.from_regex(re.compile(tail.pattern, tail.flags)) for tail in TAILS]).map(clean_line))
def test_whoever_the_patterns_find_is_taken_out(line: str) -> None:
    if set(line) & LIKE_PLAIN_ONES:
        return
    bare = line
    for tail in TAILS:
        bare = tail.sub("", bare)
    assert byline_tails.without_others(line) == bare


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ada Moreno on 3 March 2026", "Ada Moreno"),
        ("Wyndo Dec 27, 2025", "Wyndo"),
        ("Tomasz Lis on 3 March 2026", "Tomasz Lis"),
        ("Tomasz Lis lis 27, 2025", "Tomasz Lis"),
    ],
)
def test_a_month_behind_a_name_is_left_out_but_where_it_is_the_family(line: str, name: str) -> None:
    assert byline_tails.before_more(line) == name
