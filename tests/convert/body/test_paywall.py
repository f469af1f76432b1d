"""A page that shows only the beginning says so."""

from __future__ import annotations

from small_pages import article, paragraphs

CLOSED = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'


def cut(body: str, head: str = "") -> bool:
    return any("cut off" in warning for warning in article(body, head=head).warnings)


def test_a_short_text_that_is_not_free_is_cut_off() -> None:
    assert cut(f"<article>{paragraphs(2)}</article>", head=CLOSED)


def test_a_long_text_was_let_through() -> None:
    assert not cut(f"<article>{paragraphs(40)}</article>", head=CLOSED)


def test_a_free_text_is_whole() -> None:
    assert not cut(f"<article>{paragraphs(3)}</article>")


def test_a_text_that_ends_in_dots_is_cut_off() -> None:
    assert cut(
        f"<article>{paragraphs(1)}<p>The captain of the ferry, who has sailed for forty years, said that…</p></article>"
    )
