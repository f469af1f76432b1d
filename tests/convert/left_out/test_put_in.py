"""An article with parts put in: its places, captions, sources and links are where they were, moved along."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import SENTENCES, article

from tui.convert.left_out.put_in import woven
from tui.model.article import Article, Block, LeftOut, Span

LINKED = Block("paragraph", "The count is on its own page.", (Span(17, 28, "link", "https://birds.example/"),))
FIGURE = '<figure><img src="/a.jpg" width=600 height=400><figcaption>The ferry in the ice.</figcaption></figure>'


@cache
def converted() -> Article:
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    said = '<p>“It will sail on Thursday,” said Ada Moreno, the harbour engineer. <a href="https://a.example/">More</a>.</p>'
    return article(f"<article><h1>Ferry stays in port</h1>{text}{FIGURE}{said}{text.replace('The', 'That')}</article>")


def ferry(*parts: LeftOut) -> Article:
    """The article with these parts left out of it."""
    return replace(converted(), left_out=parts)


def part(before: int, text: str = "“No,” said Ines Falk, who runs the pumps.") -> LeftOut:
    return LeftOut((Block("paragraph", text), LINKED), "a menu", before)


def words(made: Article) -> list[str]:
    """What each place in an article says: of its quotations, mentions, captions and links."""
    blocks = made.blocks
    quoted = [blocks[q.block].text[q.start : q.end] for source in made.sources for q in source.quotes]
    named = [blocks[m.block].text[m.start : m.end] for source in made.sources for m in source.mentions]
    shown = [blocks[caption.block].text for caption in made.captions]
    linked = [f"{link.text} in {blocks[link.block].text}" for link in made.links]
    return [*quoted, *named, *shown, *linked]


def test_without_a_choice_the_article_is_as_it_was_kept() -> None:
    made = ferry(part(1))
    assert woven(made, (), marked=False).article is made


@settings(deadline=None)
@given(st.lists(st.integers(0, 8), max_size=4))
def test_marked_parts_move_all_places_along_and_add_none(befores: list[int]) -> None:
    made = ferry(*(part(before, f"Part {n}, which is long enough.") for n, before in enumerate(sorted(befores))))
    whole = woven(made, (), marked=True)
    assert words(whole.article) == words(made)
    assert [block for block in whole.article.blocks if not block.within] == list(made.blocks)


@settings(deadline=None)
@given(st.lists(st.integers(0, 8), max_size=4), st.integers(0, 15), st.booleans())
def test_every_place_of_the_article_is_found_there_and_back(befores: list[int], chosen: int, marked: bool) -> None:
    parts = [part(before, f"Part {n}, which is long enough.") for n, before in enumerate(sorted(befores))]
    made = ferry(*parts)
    whole = woven(made, [p for n, p in enumerate(parts) if chosen >> n & 1], marked)
    for number, block in enumerate(made.blocks):
        place = whole.shown_place((number, 3))
        if number:
            assert whole.article.blocks[place[0]] is block
            assert whole.kept_place(place) == (number, 3)
    for number in range(len(whole.article.blocks)):
        assert 0 <= whole.kept_place((number, 5))[0] < len(made.blocks)


@pytest.mark.parametrize("marked", [False, True])
def test_who_speaks_in_a_part_put_in_is_a_source_where_it_stands(marked: bool) -> None:
    one, other = part(2), part(4, "“Yes,” said Tom Achterberg, who does not.")
    made = ferry(one, other)
    whole = woven(made, [one], marked).article
    by_name = {source.name: source for source in whole.sources}
    assert "Tom Achterberg" not in by_name
    (quote,) = by_name["Ines Falk"].quotes
    assert whole.blocks[quote.block].text == one.blocks[0].text
    assert {quote.text for quote in by_name["Ada Moreno"].quotes} == {"It will sail on Thursday,"}
    assert set(words(made)) <= set(words(whole))
    assert sum(link.url == "https://birds.example/" for link in whole.links) == 1
