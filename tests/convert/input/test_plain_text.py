"""Plain text is read in the shapes in which it comes."""

from __future__ import annotations

from itertools import pairwise
from textwrap import fill

import pytest
from small_pages import SENTENCES, from_file

from tui.model.article import Article

TITLE = "Ferry stays in port"
PARAGRAPHS = [f"{SENTENCES[n]} {SENTENCES[n + 1]}" for n in range(4)]


def read(text: str) -> Article:
    return from_file("ferry.txt", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join([TITLE, *PARAGRAPHS]),
        "\n".join([TITLE, *PARAGRAPHS]),
        "\n\n".join([TITLE, *(fill(p, 72) for p in PARAGRAPHS)]),
        TITLE + "\n\n" + "\n".join(fill(p, 72, initial_indent="    ") for p in PARAGRAPHS),
        "\r\n\r\n".join([TITLE, *PARAGRAPHS]),
    ],
    ids=["blank lines", "one a line", "wrapped", "wrapped, indented", "windows"],
)
def test_paragraphs_are_known_by_whichever_sign_parts_them(text: str) -> None:
    found = read(text)
    assert found.title == TITLE
    assert found.text == "\n\n".join(PARAGRAPHS)


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    found = read("\n\n".join([TITLE, PARAGRAPHS[0], "A night in the school", PARAGRAPHS[1]]))
    assert [(b.kind, b.text) for b in found.blocks][1] == ("heading", "A night in the school")


def test_a_line_and_a_caption_with_a_credit_in_brackets_are_a_figure() -> None:
    figure = "A grey ship at a pier\nThe ferry could not sail on Monday [Ann Example/Isle Pictures]"
    found = read("\n\n".join([TITLE, PARAGRAPHS[0], figure, PARAGRAPHS[1]]))
    (caption,) = found.captions
    assert (caption.text, caption.credit, caption.alt) == (
        "The ferry could not sail on Monday", "Ann Example/Isle Pictures", "A grey ship at a pier",
    )  # fmt: skip
    assert found.blocks[caption.block].kind == "figure"
    assert "grey ship" not in found.text


def test_what_stood_around_the_article_is_left_out() -> None:
    found = read(
        "\n\n".join(
            ["Subscribe to our newsletter", f"{TITLE} | Isle News", f"{TITLE} | Isle News", "Share this",
             *PARAGRAPHS, "Share this",
             "Leave a Reply", "Your email address will not be published. Required fields are marked *",
             "I was on board and it was cold in there."]
        )
    )  # fmt: skip
    assert found.title == TITLE
    assert found.text == "\n\n".join(PARAGRAPHS)


def test_lists_and_quoted_lines_keep_their_shape() -> None:
    found = read(
        "\n\n".join([TITLE, PARAGRAPHS[0], "- bread\n- milk", "> We wait here.\n> And drink tea.", PARAGRAPHS[1]])
    )
    assert [(b.text, [f.kind for f in b.within]) for b in found.blocks[1:4]] == [
        ("bread", ["item"]), ("milk", ["item"]), ("We wait here. And drink tea.", ["quote"]),
    ]  # fmt: skip


def test_a_text_that_looks_like_markup_is_shown_as_written() -> None:
    assert "a <b> is not" in read("\n\n".join([TITLE, PARAGRAPHS[0] + " In it a <b> is not bold.", PARAGRAPHS[1]])).text


def test_a_text_of_one_line_is_shown() -> None:
    assert read("Only this.").text == "Only this."


def test_who_wrote_a_text_and_when_is_read_from_the_lines_over_it() -> None:
    text = "Ferry stays in port\n\nBy Ada Moreno\n\n3 November 2026\n\n" + "\n\n".join(SENTENCES)
    found = from_file("ferry.txt", text.encode())

    assert (found.authors, found.published) == (("Ada Moreno",), "2026-11-03")


def test_an_underlined_line_is_a_heading() -> None:
    wrapped = [fill(f"{a} {b}", 72) for a, b in pairwise(SENTENCES)]
    text = f"Ferry stays in port\n===================\n\n{wrapped[0]}\n\nThe crack\n---------\n\n{wrapped[2]}\n"
    found = from_file("ferry.txt", text.encode())

    assert found.title == "Ferry stays in port"
    assert [(b.kind, b.text) for b in found.blocks if b.kind == "heading"] == [("heading", "The crack")]


def test_a_few_long_indented_paragraphs_stay_apart() -> None:
    text = "Ferry stays in port\n\n" + "\n".join(f"    {s} {s}" for s in SENTENCES)

    assert len(from_file("ferry.txt", text.encode()).blocks) == len(SENTENCES)


def test_short_last_sentences_of_a_text_are_read() -> None:
    said = "\n\n".join(SENTENCES)
    found = from_file("ferry.txt", f"Ferry stays in port\n\n{said}\n\nHe laughed.\n\nThen he left.\n\nMenu\n".encode())
    assert found.text.endswith("He laughed.\n\nThen he left.")
