"""The list of articles that one goes through, and what is known of the one that is open."""

from __future__ import annotations

import pytest

from tui.intake.reading_list import Opened, ReadingList
from tui.model.article import Article, Block, Mention


def test_one_goes_from_one_to_the_next_and_not_past_the_ends() -> None:
    found = ReadingList(("a", 2, "c"), start=Mention(1, 2, 3), sought="wall")
    assert (found.target, found.position, found.step(-1)) == ("a", "1/3", None)
    second = found.step(1)
    assert second == ReadingList(("a", 2, "c"), 1, None, "wall")
    assert second
    assert (second.target, second.position) == (2, "2/3")
    last = found.step(2)
    assert last
    assert (last.target, last.position, last.step(1)) == ("c", "3/3", None)
    assert last.step(-2) == ReadingList(("a", 2, "c"), 0, None, "wall")


def test_an_article_is_whole_and_has_nothing_to_say_unless_that_is_said() -> None:
    opened = Opened(Article("-", "Wall", (), ""), None, fresh=True)
    assert (opened.notes, opened.page, opened.whole) == ((), None, True)


def test_a_single_article_has_no_place_in_a_list() -> None:
    assert (ReadingList((7,)).target, ReadingList((7,)).position) == (7, "")
    assert ReadingList((7, 8)).position == "1/2"


@pytest.mark.parametrize(
    ("address", "blocks", "lacks"),
    [
        ("https://coast.example/wall", (), True),
        ("https://coast.example/wall", (Block("paragraph", "It holds."),), False),
        ("/home/ada/wall.html", (), False),
    ],
)
def test_an_address_of_the_web_alone_lacks_its_text(address: str, blocks: tuple[Block, ...], lacks: bool) -> None:
    assert Opened(Article(address, "Wall", blocks, ""), 1, fresh=False).lacks_text is lacks
