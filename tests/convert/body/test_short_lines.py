"""Short lines around and between the paragraphs: which are the page's, which the author's."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

SIGNED = "<meta name=author content='Ada Moreno'>"


def text(before: str = "", between: str = "", after: str = "") -> str:
    body = f"<h1>Ferry stays in port</h1>{before}{paragraphs(3)}{between}{paragraphs(5)[-380:]}{after}"
    return article(f"<div>{body}</div>").text


@pytest.mark.parametrize(
    "line",
    ["Porthaven, 12 March 2026", "Updated 14:05", "Last seen at 9.30 on Monday", "2026年3月の朝に"],
)
def test_a_date_line_over_the_text_goes(line: str) -> None:
    assert line not in text(before=f"<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "In 2025 the harbour had no ferry.",
        "In 2025 the harbour had no ferry, and so the islanders who wanted to see the mainland had to row, or to wait "
        "for a boat that was on its way to somewhere else and had room for",
    ],
)
def test_a_sentence_or_a_paragraph_with_a_year_stays(line: str) -> None:
    assert line in text(before=f"<p>{line}</p>")


def test_lines_around_the_text_go_and_many_are_verses() -> None:
    few = [f"<p>Label {'abcdefgh'[n]}</p>" for n in range(6)]
    many = [f"<p>Verse {'abcdefgh'[n]}</p>" for n in range(7)]
    assert "Label" not in text(before="".join(few))
    assert "Label" not in text(after="".join(few))
    assert "Verse g" in text(before="".join(many))
    assert "Verse g" in text(after="".join(many))


@pytest.mark.parametrize(
    "line",
    [
        "Isle 21 14 7 12",
        "It ends.",
        "“It ends”, said Tom?",
        "A line that is longer than what a template writes anywhere",
    ],
)
def test_results_and_sentences_after_the_text_stay(line: str) -> None:
    assert line in text(after=f"<p>{line}</p>")


def test_a_line_that_stands_between_paragraphs_twice_goes_and_once_stays() -> None:
    said = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    twice = article(
        f"<div><h1>Ferry stays in port</h1>{said[0]}<p>Reklaam</p>{said[1]}<p>Reklaam</p>{said[2]}{said[3]}</div>"
    )
    once = article(f"<div><h1>Ferry stays in port</h1>{said[0]}<p>Years ago</p>{said[1]}{said[2]}{said[3]}</div>")
    assert "Reklaam" not in twice.text
    assert "Years ago" in once.text


def test_lines_around_two_paragraphs_stay() -> None:
    assert "Some label" in article(f"<div><h1>Ferry stays in port</h1><p>Some label</p>{paragraphs(2)}</div>").text


@pytest.mark.parametrize(
    ("line", "shown"), [("By Ada Moreno", False), ("By Bo Sand", True), ("Ada Moreno waits", True)]
)
def test_a_byline_over_the_text_of_even_two_paragraphs_goes_if_it_says_nothing_but_the_author(
    line: str, shown: bool
) -> None:
    page = article(f"<div><h1>Ferry stays in port</h1><p>{line}</p>{paragraphs(2)}</div>", head=SIGNED)
    assert (line in page.text) is shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("De acordo com a ministra, Ada Moreno, faltam barcos no porto.", True),
        ("By Ada Moreno, our own reporter.", False),
    ],
)
def test_a_sentence_that_begins_like_a_byline_and_names_somebody_stays(line: str, shown: bool) -> None:
    page = article(f"<div><h1>Ferry stays in port</h1><p>{line}</p>{paragraphs(2)}</div>", head=SIGNED)
    assert (line in page.text) is shown


def test_what_closes_a_letter_in_lines_stays() -> None:
    assert text(after="<p>Yours,<br>Ada Moreno</p>").endswith("Yours,\nAda Moreno")
    assert "Ada" not in text(after="<p>Ada Moreno</p>")


def test_a_line_that_leads_to_documents_is_read_each_time() -> None:
    line = "<p><a href='/{}.pdf'>slides</a>, <a href='/{}.odp'>notes</a></p>"
    assert text(between=line.format(1, 1) + f"<p>{SENTENCES[4]}</p>" + line.format(2, 2)).count("slides, notes") == 2
    plain = "<p>slides, notes</p>"
    assert "slides, notes" not in text(between=plain + f"<p>{SENTENCES[4]}</p>" + plain)


@pytest.mark.parametrize(("entries", "stays"), [(3, True), (2, False)])
def test_a_line_with_a_time_heads_the_first_of_several_entries(entries: int, stays: bool) -> None:
    said = "".join(f"<p><b>+++ 1{9 - n}.30: Wave {n} +++</b></p><p>{SENTENCES[n]}</p>" for n in range(entries))
    found = article(f"<article><h1>Ferry stays in port</h1>{said}{paragraphs(3)}</article>").text
    assert ("Wave 0" in found) == stays
