"""What a plain look at a byline says before its patterns are asked is what the patterns say."""

from __future__ import annotations

import re

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
