"""The rows of the sources pane: who spoke, who would not, what is inferred, and what is said of an unsure list."""

from __future__ import annotations

from tui.convert.sources import cite
from tui.model.article import Article, Block, Mention
from tui.output.quoted_passages import mostly_unattributed, quoted_passages
from tui.output.source_weights import voices
from tui.panes.row_list import Row
from tui.panes.source_rows import LinkKey, PassageKey, RecurrenceKey, passage_rows, source_rows

SPOKEN = "“The wall held through the whole night,” said Ada Moreno. The ministry declined to comment."


def article(*paragraphs: str, language: str = "en") -> Article:
    blocks = tuple(Block("paragraph", text) for text in paragraphs)
    return Article("page", "Wall", blocks, "", language=language, sources=cite(blocks, language))


def texts(rows: list[Row]) -> list[str]:
    return ["".join(piece.text for piece in line).strip() for row in rows for line in row.lines]


def test_who_would_not_answer_stands_apart_with_the_sentence() -> None:
    shown = texts(source_rows(article(SPOKEN), 60, set()))
    heading = next(n for n, text in enumerate(shown) if text.startswith("Asked, did not answer 1"))
    assert shown[heading + 1 : heading + 3] == ["ministry", "The ministry declined to comment."]
    assert "ministry" not in shown[:heading]


def test_why_a_source_is_not_named_stands_below_its_name() -> None:
    text = "“It broke,” said an official, who asked not to be named because she feared for her job."
    shown = texts(source_rows(article(text), 60, set()))
    name = next(n for n, line in enumerate(shown) if "official" in line)
    assert shown[name + 1] == "not named: because she feared for her job"


def test_who_would_not_answer_is_no_voice() -> None:
    assert voices(article(SPOKEN), 20)[:2] == (1, 0)


def test_an_inferred_quotation_is_drawn_fainter() -> None:
    text = "Ada Moreno came early. “The wall held through the whole night,” she said."
    rows = source_rows(article(text), 60, {0})
    (role,) = {piece.role for row in rows for line in row.lines for piece in line if "wall held" in piece.text}
    assert role == "inferred"


def test_the_share_of_the_one_quoted_most() -> None:
    text = "“One two three four five six,” said Ada Moreno. “One two,” said Bo Lind."
    assert voices(article(text), 100).foremost == 0.75


def test_quotations_that_nobody_was_given_make_the_list_unsure() -> None:
    loose = [f"It was written on wall {n}: “All of this is only a long dream”, in red." for n in range(5)]
    assert mostly_unattributed(article(*loose, language="sv"))
    assert not mostly_unattributed(article(*loose[:4], language="sv"))
    assert not mostly_unattributed(article(*["“The wall held through the whole night,” said Ada Moreno."] * 6))


def test_without_a_pack_quotations_are_listed_in_reading_order() -> None:
    page = article("”Kort”, sade hon. “Muren höll hela den långa natten”, sade Ada.", language="sv")
    places = quoted_passages(page)
    assert [page.blocks[p.block].text[p.start : p.end] for p in places] == ["Muren höll hela den långa natten"]
    rows = passage_rows(page, places, 60)
    assert [row.key for row in rows] == [None, PassageKey(0)]
    assert places == (Mention(0, 19, 51),)


def test_the_first_row_of_each_kind_is_a_row_of_its_own() -> None:
    assert len({PassageKey(0), LinkKey(0), RecurrenceKey(0)}) == 3
