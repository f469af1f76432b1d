"""Which tables hold data, and what stands in which of their cells."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

from tui.model.article import Block

LONG = " ".join(SENTENCES * 2)  # more than a cell of data holds


def tables(html: str) -> list[Block]:
    made = article(f"<article>{paragraphs(4)}{html}{paragraphs(3)}</article>")
    return [block for block in made.blocks if block.kind == "table"]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>North<td>Mon<tr><td>South<td>Tue</table>",
        "<table><tr><th>Port<td>North</table>",
        "<table><thead><tr><th>Port<th>Day</thead><tr><td>North<td>Mon</table>",
        f"<table><tr><td>North<td>{LONG[:500]}<tr><td>South<td>Tue</table>",
    ],
)
def test_a_table_of_rows_and_columns_is_one(html: str) -> None:
    assert len(tables(html)) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>North<td>Mon</table>",
        "<table><tr><td>North<tr><td>South<tr><td>East</table>",
        "<table><tr><th>North<tr><td>South</table>",
        "<table role=presentation><tr><td>North<td>Mon<tr><td>South<td>Tue</table>",
        "<table role=none><tr><td>North<td>Mon<tr><td>South<td>Tue</table>",
        f"<table><tr><td>North<td>{LONG}<tr><td>South<td>Tue</table>",
        "<table><tr><td>North<td><h3>Mon</h3><tr><td>South<td>Tue</table>",
        "<table></table>",
    ],
)
def test_a_table_that_arranges_a_page_is_none(html: str) -> None:
    assert tables(html) == []


def cells(html: str) -> list[list[str]]:
    (table,) = tables(html)
    return [row.split("\t") for row in table.text.split("\n")]


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", [["a", "", "b"], ["c", "d", "e"]]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e", [["a", "b"], ["", "c"], ["d", "e"]]),
        ("<tr><td>a<td rowspan=2>b<tr><td>c<tr><td>d<td>e", [["a", "b"], ["c", ""], ["d", "e"]]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", [["a", "", "b"], ["", "", "c"]]),
        ("<tr><td>a<td>b<tr><td> <td><tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td>a<td>b<td><tr><td>c<td>d<td> ", [["a", "b"], ["c", "d"]]),
        ("<tr><td colspan=x>a<td>b<tr><td colspan=0>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td>a<td>b<td>c<tr><td>d", [["a", "b", "c"], ["d", "", ""]]),
    ],
)
def test_each_text_stands_in_its_column(html: str, rows: list[list[str]]) -> None:
    assert cells(f"<table>{html}</table>") == rows


@pytest.mark.parametrize(
    ("html", "header"),
    [
        ("<tr><th>a<th>b<tr><td>c<td>d", True),
        ("<thead><tr><td>a<td>b</thead><tr><td>c<td>d", True),
        ("<tr><th>a<td>b<tr><th>c<td>d", False),
        ("<tr><td>a<td>b<tr><td>c<td>d", False),
        ("<thead><tr><th><th> </thead><tr><td>a<td>b<tr><td>c<td>d", False),
    ],
)
def test_the_first_row_names_the_columns_when_it_says_so(html: str, header: bool) -> None:
    (table,) = tables(f"<table>{html}</table>")
    assert table.header is header


@pytest.mark.parametrize(
    "hours", ["9 to 12<br>2 to 6", "<p>9 to 12</p><p>2 to 6</p>", "<div>9 to 12</div><div>2 to 6</div>"]
)
def test_lines_in_a_cell_are_told_apart(hours: str) -> None:
    table = f"<table><tr><th>The<br>Day</th><th>Open</th></tr><tr><td>Monday</td><td>{hours}</td></tr></table>"
    made = article(f"<article>{paragraphs(3)}{table}{paragraphs(2)}</article>").markdown
    assert "| The Day | Open |" in made
    assert "| Monday | 9 to 12; 2 to 6 |" in made


def test_a_line_of_a_cell_that_goes_on_is_one() -> None:
    note = "<tr><td>Monday</td><td>from nine,<br>Sundays<br>from ten</td></tr>"
    (table,) = tables(f"<table><tr><th>Day</th><th>Note</th></tr>{note}</table>")
    assert "from nine, Sundays from ten" in table.text


def test_the_arrow_back_from_a_note_is_not_read() -> None:
    note = "<ol class='notes'><li id='n1'>Since 1956. <a href='#r1'>↑</a></li></ol>"
    body = f"<p>It leaked.<a id='r1' href='#n1'>1</a></p>{note}{paragraphs(2)}"
    made = article(f"<article>{paragraphs(3)}{body}</article>")
    assert "Since 1956." in made.text
    assert "↑" not in made.text


def cell_of(*sentences: str) -> str:
    return "<table><tr><td>Home<td>" + "".join(f"<p>{s}</p>" for s in sentences) + "<tr><td>Foot<td>1999</table>"


def test_a_cell_with_several_paragraphs_of_prose_is_an_article_laid_out_by_a_table() -> None:
    assert not tables(cell_of(*SENTENCES[:3]))
    assert len(tables(cell_of(*SENTENCES[:2]))) == 1
    assert len(tables(cell_of("Short.", "Short.", "Short.", "Short."))) == 1


def test_what_roles_call_a_table_is_one() -> None:
    row = "<div role=row><span role={0}>{1}</span><span role={0}>{2}</span></div>"
    head, boats = row.format("columnheader", "Boat", "Hour"), row.format("cell", "Barge", "07:10")
    (table,) = tables(f"<div role=table>{head}<div role=rowgroup>{boats}</div></div>")
    assert (table.text, table.header) == ("Boat\tHour\nBarge\t07:10", True)
    assert not tables("<div role=table><p>No rows here</p></div>")
