"""Where an article names its sources: whole words, the longest name that stands there."""

from __future__ import annotations

import pytest

from tui.convert.sources.entities.mentions import MAX_SOUGHT, places
from tui.model.article import Block


def _found(names: tuple[str, ...], *texts: str) -> list[tuple[int, int, str]]:
    placed = places([Block("paragraph", text) for text in texts], range(len(texts)), dict.fromkeys(names, "source"))
    return [(mention.block, mention.start, name) for mention, name in placed.get("source", [])]


def test_of_names_that_begin_alike_the_longest_counts_in_whatever_block_it_stands() -> None:
    found = _found(("Ann", "Ann Lee", "Gil"), "Gil met Ann Lee.", "Ann left", "Gil")

    assert found == [(0, 0, "Gil"), (0, 8, "Ann Lee"), (1, 0, "Ann"), (2, 0, "Gil")]


@pytest.mark.parametrize("text", ["McLee", "Leeds", "Ada-Lee", "Lee-Gil", "A_Lee", "B12Lee", "Lee_", "Lee2", "Flee"])
def test_a_name_within_a_word_is_nobodys(text: str) -> None:
    assert _found(("Lee",), f"So {text} it is") == []


@pytest.mark.parametrize("text", ["(Lee)", "“Lee’s”", "Lee- and", "—Lee", "_Lee said", "-2Lee", "@Lee", "Lee"])
def test_a_name_between_marks_is_one(text: str) -> None:
    assert _found(("Lee",), text) == [(0, text.index("Lee"), "Lee")]


def test_of_a_thousand_first_words_names_are_sought_and_of_no_more() -> None:
    names = tuple(f"Lee{n}x" for n in range(MAX_SOUGHT + 1))

    assert [len(_found(names, name)) for name in names[-2:]] == [1, 0]
