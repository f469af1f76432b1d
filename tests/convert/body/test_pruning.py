"""What a part of the article's container holds goes with it, or is judged by itself where the part stays."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, page, paragraphs

from tui.convert import convert
from tui.model.page import Page

ADVERT = f"<div class=advert><p>The soap of the outer rocks. {SENTENCES[0]}</p></div>"


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
