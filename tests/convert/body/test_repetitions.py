"""What a page says twice the article says once; what an author says twice it says twice."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

LONG = f"{SENTENCES[1]} {SENTENCES[2]}"
SHORT = "And still the ferry did not sail."


def text(*parts: str) -> str:
    return article(f"<article><h1>Ferry stays in port</h1>{''.join(parts)}</article>").text


def test_a_paragraph_that_stands_twice_is_said_once() -> None:
    found = text(f"<p>{LONG}</p>", paragraphs(4), f"<p>{LONG}</p><p>{SENTENCES[4]}</p>")
    assert found.count(LONG) == 1
    assert found.startswith(LONG)


def test_it_counts_as_said_whatever_its_signs_and_capitals() -> None:
    found = text(f"<p>{LONG}</p>", paragraphs(4), f"<p>{LONG.upper().rstrip('.')}!</p><p>{SENTENCES[4]}</p>")
    assert LONG.upper().rstrip(".") not in found


@pytest.mark.parametrize("again", [LONG + " So it was said.", f"Yesterday: {LONG}"])
def test_a_paragraph_that_says_more_is_another(again: str) -> None:
    assert again in text(f"<p>{LONG}</p>", paragraphs(4), f"<p>{again}</p><p>{SENTENCES[4]}</p>")


def test_a_refrain_is_repeated() -> None:
    found = text(f"<p>{SHORT}</p>", paragraphs(3), f"<p>{SHORT}</p>", paragraphs(2), f"<p>{SHORT}</p>")
    assert found.count(SHORT) == 3


def test_code_that_stands_twice_stands_twice() -> None:
    code = "<pre><code>" + "sail --from harbour --to island --with forty passengers\n" * 4 + "</code></pre>"
    made = article(f"<article>{paragraphs(3)}{code}{paragraphs(2)}{code}<p>{SENTENCES[0]}</p></article>")
    assert [block.kind for block in made.blocks].count("code") == 2


@pytest.mark.parametrize(
    ("title", "heading", "stays"),
    [
        ("Harbour", "Harbour rules of the outer islands", True),
        ("The rules of the harbour", "The rules of the harbour: 2026", False),
        ("The rules of the harbour of Skarv", "The rules of the harbour", False),
        ("The rules of the sea", "The rules of the sea by night", True),
    ],
    ids=["of one word", "begun", "cut", "of as many letters as are no beginning"],
)
def test_a_heading_that_begins_as_a_long_title_does_repeats_it(title: str, heading: str, stays: bool) -> None:
    made = article(f"<article><h1>{title}</h1>{paragraphs(1)}<h2>{heading}</h2>{paragraphs(3)}</article>", title=title)
    assert any(block.text == heading for block in made.blocks) == stays
