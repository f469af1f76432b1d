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


def test_a_menu_that_was_never_closed_does_not_take_the_article_with_it() -> None:
    made = article(f"<nav><a href='/a'>Harbour</a><div><h1>Ferry stays in port</h1>{paragraphs(8)}</div>")
    assert SENTENCES[1] in made.text
