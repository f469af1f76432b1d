"""Menus and the foot of a page go before anything is looked for."""

from __future__ import annotations

from small_pages import SENTENCES, article, paragraphs

MENU = "<nav><h1>The Isle</h1><ul><li><a href='/a'>Harbour</a><li><a href='/b'>Weather</a></ul></nav>"


def test_a_menu_and_the_foot_of_the_page_are_gone() -> None:
    foot = f"<footer><p>Published on the island since 1911. {SENTENCES[0]}</p></footer>"
    made = article(f"{MENU}<main><h1>Ferry stays in port</h1>{paragraphs(6)}</main>{foot}")
    assert "Published" not in made.text
    assert "Harbour" not in made.text


def test_the_foot_of_a_quotation_signs_it() -> None:
    quoted = f"<blockquote><p>{SENTENCES[3]}</p><footer>Inga Holm, pilot</footer></blockquote>"
    assert "Inga Holm, pilot" in article(f"<article>{paragraphs(5)}{quoted}{paragraphs(3)}</article>").text


def test_a_listing_in_a_toolbar_of_its_own_is_no_menu() -> None:
    tools = "<div class=toolbar><button>Copy</button></div>"
    bar = f"<div class='code-toolbar'><pre>ferry = 9\nopen(ferry)</pre>{tools}</div>"
    found = article(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{bar}{paragraphs(3)}</article>")
    assert [b.text for b in found.blocks if b.kind == "code"] == ["ferry = 9\nopen(ferry)"]
    few = "<div class='toolbar'><pre>x</pre><p>Copy this code to the clipboard</p></div>"
    assert "clipboard" not in article(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{few}</article>").text


def test_a_menu_that_was_never_closed_does_not_take_the_article_with_it() -> None:
    made = article(f"<nav><a href='/a'>Harbour</a><div><h1>Ferry stays in port</h1>{paragraphs(8)}</div>")
    assert SENTENCES[1] in made.text
