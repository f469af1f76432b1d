"""Listings are read line by line in whatever shape a highlighter gives them."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs

LINES = "def moor(n):\n    return n  # berths"


def listing(markup: str) -> tuple[str, str | None]:
    """Text and language of the one listing of an article."""
    found = article(f"<article>{paragraphs(3)}{markup}{paragraphs(2)}</article>")
    (block,) = [b for b in found.blocks if b.kind == "code"]
    return block.text, block.language


@pytest.mark.parametrize(
    "markup",
    [
        f"<pre>{LINES}</pre>",
        "<pre><span class=hl-k>def</span> moor(n):\n    return n  <span class=comment># berths</span>\n</pre>",
        "<pre><code><span class=line>def moor(n):</span>\n<span class=line>    return n  # berths</span></code></pre>",
        "<pre><code><span class=line>def moor(n):</span><span class=line>    return n  # berths</span></code></pre>",
        "<pre><div class=row>def moor(n):</div><div class=row>    return n  # berths</div></pre>",
        "<pre><span class=line>def moor(n):</span><br><span class=line>    return n  # berths</span><br></pre>",
        "<pre><span class=token-line>def moor(n):<br></span>"
        "<span class=token-line>    return n  # berths<br></span></pre>",
        "<pre><span id=a1>def moor(n):</span><span id=a2>    return n  # berths</span></pre>",
        "<pre><code><span class='x-line'><i class=x-line-number>1</i><b>def moor(n):</b></span>"
        "<span class='x-line'><i class=x-line-number>2</i><b>    return n  # berths</b></span></code></pre>",
        "<pre><ol><li>def moor(n):</li><li>    return n  # berths</li></ol></pre>",
        "<pre><span class=lineno>1</span>def moor(n):\n<span class=lineno>2</span>    return n  # berths</pre>",
        "<pre><span class=line><span class=ln>1</span><span class=cl>def moor(n):\n</span></span>"
        "<span class=line><span class=ln>2</span><span class=cl>    return n  # berths</span></span></pre>",
        "<p><code>def moor(n):<br>&nbsp;&nbsp;&nbsp;&nbsp;return n&nbsp;&nbsp;# berths</code></p>",
        f"<table><tr><td class=linenos><pre>1\n2</pre></td><td class=code><pre>{LINES}</pre></td></tr></table>",
        "<table class=highlight><tr><td>1</td><td>def moor(n):</td></tr>"
        "<tr><td>2</td><td>    return n  # berths</td></tr></table>",
    ],
)
def test_each_line_stands_on_a_line_of_its_own(markup: str) -> None:
    assert listing(markup)[0] == LINES


def test_the_language_is_that_which_the_highlighter_names() -> None:
    assert listing(f"<div class='highlight-source-python'><pre>{LINES}</pre></div>")[1] == "python"


def test_an_empty_line_of_a_listing_stays() -> None:
    markup = "<pre><div class=line>first</div><div class=line><br></div><div class=line>third</div></pre>"
    assert listing(markup)[0] == "first\n\nthird"


def test_a_table_of_numbers_is_no_listing() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>boats</td></tr>" for n in range(3))
    found = article(f"<article>{paragraphs(3)}<table>{rows}</table>{paragraphs(2)}</article>")
    assert [b.kind for b in found.blocks].count("table") == 1


def test_one_word_of_code_stays_in_its_sentence() -> None:
    found = article(f"<article>{paragraphs()}<p>The word <code>moor</code> is all that is said here.</p></article>")
    assert "The word moor is all that is said here." in found.text


def test_a_cell_with_paragraphs_beside_its_listing_is_text() -> None:
    said = "<p>So the harbour counts its berths, and nobody knows why it counts the broken ones.</p>"
    found = article(f"<article>{paragraphs(2)}<table><tr><td>{said}<pre>{LINES}</pre></td></tr></table></article>")
    assert [b.text for b in found.blocks if b.kind == "code"] == [LINES]
    assert any(b.kind == "paragraph" and b.text.startswith("So the harbour") for b in found.blocks)


@pytest.mark.parametrize(("name", "stays"), [("blob-code", True), ("blob", False)])
def test_a_short_listing_in_a_table_of_data_is_no_head_of_the_article(name: str, stays: bool) -> None:
    rows = "".join(f"<tr><td>{n}</td><td class={name}>{line}</td></tr>" for n, line in enumerate(LINES.split("\n"), 1))
    found = article(
        f"<article>{paragraphs(3)}<div class='blob data'><table>{rows}</table></div>{paragraphs(2)}</article>"
    )
    assert any(b.kind == "code" and b.text == LINES for b in found.blocks) == stays
