"""Speakers set right by hand: what becomes of the sources, and of the corrections when the text is a newer one."""

from __future__ import annotations

from dataclasses import replace

from tui.convert.sources import cite
from tui.model.article import Article, Block, Correction
from tui.model.corrections import carried, with_correction
from tui.model.kept_json import pack, unpack

TEXT = "“The wall held,” said Ada Moreno. “It was close,” said Bo Lind. “We knew,” Ada Moreno said."


def article(text: str = TEXT) -> Article:
    blocks = (Block("paragraph", text),)
    return Article("page", "Wall", blocks, text, sources=cite(blocks, "en"))


def said(page: Article) -> dict[str, list[str]]:
    return {source.name: [quote.text for quote in source.quotes] for source in page.sources}


def test_a_quotation_goes_to_another_source_in_the_text_s_order() -> None:
    right = with_correction(article(), "The wall held,", "Bo Lind")
    assert said(right) == {"Ada Moreno": ["We knew,"], "Bo Lind": ["The wall held,", "It was close,"]}
    assert [quote.certain for quote in right.sources[1].quotes] == [True, True]


def test_a_name_that_is_no_source_becomes_one() -> None:
    assert said(with_correction(article(), "The wall held,", "Cy Vale"))["Cy Vale"] == ["The wall held,"]


def test_whoever_said_nothing_else_goes() -> None:
    assert said(with_correction(article(), "It was close,", None)) == {"Ada Moreno": ["The wall held,", "We knew,"]}


def test_who_is_set_right_to_be_the_speaker_already_stays_at_his_place() -> None:
    right = with_correction(article(), "It was close,", "Bo Lind")
    assert said(right) == said(article())
    assert [quote.certain for quote in right.sources[1].quotes] == [True]


def test_a_second_correction_of_the_same_words_takes_the_first_one_s_place() -> None:
    twice = with_correction(with_correction(article(), "The wall held,", "Cy Vale"), "The wall held,", "Bo Lind")
    assert twice.corrections == (Correction("The wall held,", "Bo Lind"),)
    assert "Cy Vale" not in said(twice)


def test_a_newer_text_takes_the_corrections_along_whose_words_it_has() -> None:
    old = with_correction(with_correction(article(), "The wall held,", "Bo Lind"), "We knew,", "Cy Vale")
    newer = carried(old, article(TEXT.replace("“We knew,” Ada Moreno said.", "“We slept,” Ada Moreno said.")))
    assert said(newer) == {"Ada Moreno": ["We slept,"], "Bo Lind": ["The wall held,", "It was close,"]}
    assert newer.corrections == (Correction("The wall held,", "Bo Lind"),)


def test_they_are_kept_with_the_article() -> None:
    right = replace(with_correction(article(), "The wall held,", "Bo Lind"), left_out=())
    assert unpack(pack(right)) == right
