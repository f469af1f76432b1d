"""A text that instructs cites nobody but people who surely speak in it."""

from __future__ import annotations

import pytest

from tui.convert.sources import cite
from tui.model.article import Block, Frame, Span

# Sixty words and more that look as if somebody spoke.
MANUAL = (
    "The Flask API says that the form is open. A report shows that the handler is closed. This means that the server "
    "returns the page and the table, and the Template Engine notes that the row is long. The guide recommends that the "
    "file be read, and the loader reports that the path is wrong. According to the Style Guide, the name is short. "
    "The parser warns that the line is broken and the writer claims that it is not."
)
NEWS = "“The wall held,” said Ada Moreno."


def names(*blocks: Block) -> set[str]:
    """What is cited by these blocks."""
    return {source.name for source in cite(blocks, "en")}


def test_a_text_without_marks_of_instruction_reports() -> None:
    assert "report" in names(Block("paragraph", MANUAL))


@pytest.mark.parametrize("count", [2, 3])
def test_code_tells_a_text_that_instructs(count: int) -> None:
    found = names(Block("paragraph", MANUAL), *[Block("code", "x = 1")] * count)
    assert bool(found) == (count < 3)


def test_tables_and_spans_of_code_tell_it_as_well() -> None:
    spans = (Span(0, 3, "code"), Span(4, 9, "code"))
    assert names(Block("paragraph", MANUAL, spans=spans)) != set()
    assert names(Block("paragraph", MANUAL, spans=spans), Block("table", "a\tb")) == set()


def test_a_reader_addressed_all_through_tells_it() -> None:
    assert names(Block("paragraph", MANUAL + " You can see your page, if you want.")) == set()
    assert names(Block("paragraph", MANUAL + MANUAL + " You can see the page.")) != set()


def test_lists_tell_it() -> None:
    item = Block("paragraph", MANUAL, within=(Frame("item", "•"),))
    assert names(item, Block("paragraph", "The end.")) != set()
    assert names(item, item, Block("paragraph", "The end.")) == set()


def test_quotations_that_address_someone_do_not() -> None:
    assert names(Block("paragraph", MANUAL + " “You and you and your friends and you and your page.”")) != set()


def test_people_who_surely_speak_are_cited_all_the_same() -> None:
    manual = [Block("paragraph", MANUAL), *[Block("code", "x = 1")] * 4]
    assert names(*manual, Block("paragraph", NEWS)) == {"Ada Moreno"}


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("“It held,” said Quilla Moreno.", False),
        ("“It held,” said Quilla Moreno. “It did,” Moreno said.", True),
        ("“It held,” said Quilla Moreno, director of Altmar Homes.", True),
    ],
)
def test_who_has_a_rare_first_name_speaks_surely_with_a_role_or_twice(text: str, cited: bool) -> None:
    manual = [Block("paragraph", MANUAL), *[Block("code", "x = 1")] * 4]
    assert names(*manual, Block("paragraph", text)) == ({"Quilla Moreno"} if cited else set())


@pytest.mark.parametrize("count", [3, 4])
def test_the_more_code_the_more_people_make_it_a_report(count: int) -> None:
    manual = [Block("paragraph", MANUAL), *[Block("code", "x = 1")] * count]
    assert ("report" in names(*manual, Block("paragraph", NEWS))) == (count < 4)


def test_a_short_text_is_not_judged() -> None:
    assert names(
        Block("paragraph", "You know your wall. “It held,” said Ada Moreno. A report shows that it held.")
    ) == {
        "Ada Moreno",
        "report",
    }
