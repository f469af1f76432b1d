"""What a part of the article's container holds goes with it, or is judged by itself where the part stays."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, page, paragraphs

from tui.convert import convert
from tui.model.page import Page

ADVERT = f"<div class=advert><p>The soap of the outer rocks. {SENTENCES[0]}</p></div>"


@pytest.mark.parametrize(("name", "stays"), [("isle-timeline__date", True), ("isle-box__date", False)])
def test_the_day_of_an_entry_in_a_timeline_stays_in_a_line_of_its_own(name: str, stays: bool) -> None:
    entries = "".join(
        f"<div class=entry><h3>Crossing {n}</h3><p>{SENTENCES[n]}</p><span class={name}>19{n}4</span></div>"
        for n in range(3)
    )
    body = f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{entries}{paragraphs(2)}</article>"
    text = convert(Page("test", page(body), media_type="text/html")).text
    assert ("1924" in text) == stays


@pytest.mark.parametrize("plain", [True, False], ids=["alone", "with what was left out"])
@pytest.mark.parametrize(
    ("around", "inside", "stays"), [(5, 1, False), (1, 6, True)], ids=["a small part goes", "most of the text stays"]
)
def test_what_is_judged_below_a_foreign_part(around: int, inside: int, stays: bool, plain: bool) -> None:
    held = "".join(f"<p>Seen {n}: {sentence}</p>" for n, sentence in enumerate((SENTENCES * 2)[:inside]))
    body = f"<article><h1>Ferry stays in port</h1><div class=sidebar>{held}{ADVERT}</div>{paragraphs(around)}</article>"
    made = convert(Page("test", page(body), media_type="text/html"), plain=plain)
    assert ("Seen 0" in made.text) == stays
    assert "soap" not in made.text


def test_what_a_page_unfolds_or_says_below_all_is_told_by_name() -> None:
    """Labels that style sheets hide ("hideme"), and boxes that ask readers to act, whatever stands before the name."""
    parts = "<details open><summary class=hideme>Unfold</summary><p>The crack is as long as a hand.</p></details>"
    act = "<div class=isle-call-to-action><span>Sailed on her?</span> <span>Let us know how it was!</span></div>"
    body = f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{parts}{paragraphs(2)}{act}</article>"
    text = convert(Page("test", page(body), media_type="text/html")).text
    assert "The crack is as long as a hand." in text
    assert "Unfold" not in text
    assert "Let us know" not in text
