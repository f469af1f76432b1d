"""What is kept of words from article to article has a bound: a folder of pages brings new words without end."""

from __future__ import annotations

import pytest

from tui.convert.sources.words import callings, compounds, tokens, word_tags


@pytest.mark.parametrize(
    ("kept", "most"),
    [
        (callings.callings("en"), callings.MAX_KEPT),
        (compounds.nouns("de"), compounds.MAX_KEPT),
        (tokens.chunks("en"), tokens.MAX_KEPT),
        (word_tags.vocabulary("en"), word_tags.MAX_KEPT),
    ],
)
def test_words_are_kept_up_to_a_number(kept: dict[str, object], most: int) -> None:
    last = kept["harbour"]
    for number in range(2 * most):
        kept[f"word{number}"]
    assert len(kept) <= most
    assert kept["harbour"] == last
