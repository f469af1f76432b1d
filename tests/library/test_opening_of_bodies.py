"""The first characters of a kept text, read without the rest of it."""

from __future__ import annotations

import random

import pytest

from tui.library.library_errors import DamagedError
from tui.library.store import body_blob
from tui.model.article import Article, Block


def kept(*blocks: Block, markdown: str | None = None) -> bytes:
    text = "\n\n".join(block.text for block in blocks) if markdown is None else markdown
    return body_blob.compress(Article("https://a.example/1", "“Blocks”: a title", blocks, text))


def test_the_opening_goes_to_the_end_of_the_block_that_has_the_last_character_wanted() -> None:
    blocks = [Block("paragraph", f"Paragraph {n} of the harbour wall.") for n in range(9)]
    assert body_blob.opening(kept(*blocks), 40) == "\n".join(block.text for block in blocks[:2])
    assert body_blob.opening(kept(*blocks), 10_000) == "\n".join(block.text for block in blocks)
    assert body_blob.opening(kept(), 40) == ""


def test_figures_and_rules_are_no_part_of_the_opening() -> None:
    blob = kept(Block("figure", "The wall at dusk"), Block("rule", ""), Block("paragraph", "It held."))
    assert body_blob.opening(blob, 40) == "It held."


@pytest.mark.parametrize("where", ["markdown", "block"])
def test_an_opening_is_found_whole_behind_more_than_is_read_at_first(where: str) -> None:
    chance = random.Random(5)
    long = " ".join(f"stone{chance.getrandbits(40)}" for _ in range(body_blob.OPENING // 8))
    first = Block("paragraph", long if where == "block" else "It held.")
    blob = kept(first, Block("paragraph", "So it was."), markdown=long if where == "markdown" else None)
    assert body_blob.opening(blob, len(first.text) + 1) == f"{first.text}\nSo it was."


def test_the_opening_of_a_damaged_body_is_an_error() -> None:
    blob = kept(Block("paragraph", "It held."))
    with pytest.raises(DamagedError):
        body_blob.opening(b"\xff" + blob[1:], 40)


@pytest.mark.parametrize(
    ("length", "is_named"), [(body_blob.SHORTEST_NUMBERED - 1, False), (body_blob.SHORTEST_NUMBERED, True)]
)
def test_a_block_that_is_long_enough_stands_in_the_markdown_by_its_number(length: int, is_named: bool) -> None:
    text = "x" * length
    slim = body_blob.slimmed(Article("a", "T", (Block("paragraph", text),), f"# {text}!")).splitlines()[0]
    assert slim == ('["# ",0,"!"]' if is_named else f'["# {text}!"]')
    assert length in (23, 24)
