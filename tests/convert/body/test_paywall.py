"""A page that shows only the beginning says so."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

CLOSED = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'


def cut(body: str, head: str = "") -> bool:
    return any("cut off" in warning.text for warning in article(body, head=head).warnings)


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


DOTS = "<p>The captain of the ferry, who has sailed for forty years, said that{}</p>"


@pytest.mark.parametrize("dots", ["…", "...", "[…]", " [...]"])
def test_a_text_that_ends_in_any_dots_is_cut_off(dots: str) -> None:
    assert cut(f"<article>{paragraphs(2)}{DOTS.format(dots)}</article>")
    assert not cut(f"<article>{paragraphs(4)}{DOTS.format(dots)}</article>")


@pytest.mark.parametrize("name", ["paywall", "regwall", "metered-content", "piano-offer", "premium-wall"])
def test_a_text_that_breaks_off_at_a_wall_is_cut_off(name: str) -> None:
    wall = f'<div class="{name}"></div>'
    assert cut(f"<article>{paragraphs(3)}{DOTS.format('')}</article>{wall}")
    assert not cut(f"<article>{paragraphs(3)}</article>{wall}")
    assert not cut(f"<article>{paragraphs(3)}{DOTS.format('')}</article>")


@pytest.mark.parametrize("free", ["false", '"False"'])
def test_what_is_said_of_payment_is_read_however_it_is_written(free: str) -> None:
    said = f'<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree" : {free}}}</script>'
    assert cut(f"<article>{paragraphs(2)}</article>", head=said)
    assert not cut(f"<article>{paragraphs(2)}</article>", head=said.replace("alse", "ree").replace("Free", "Fee"))


def test_it_says_how_much_there_is() -> None:
    (one,) = article(f"<article><p>{' '.join(SENTENCES)}</p></article>", head=CLOSED).warnings
    (two,) = article(f"<article>{paragraphs(2)}</article>", head=CLOSED).warnings
    assert "1 paragraph before" in one.text
    assert "2 paragraphs before" in two.text


@pytest.mark.parametrize(
    "asked",
    [
        "Subscribe to continue reading this article.",
        "Read the full story with a free account.",
        "The author made this post available to paying members only.",
        "Cet article est réservé aux abonnés.",
        "Contenido exclusivo para suscriptores.",
        "Melden Sie sich an, um weiterzulesen.",
    ],
)
def test_a_text_after_which_the_page_asks_to_pay_is_cut_off(asked: str) -> None:
    wall = f"<div class=subscribe><p>{asked}</p></div>"
    assert cut(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{wall}</article>")
    assert not cut(f"<article><h1>Ferry stays in port</h1>{paragraphs(40)}{wall}</article>")


def test_a_post_that_is_for_subscribers_only_is_cut_off() -> None:
    asks = "<aside class=upgrade-cta><h2>This post is for subscribers only</h2><a href=/join>Subscribe now</a></aside>"
    assert cut(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{asks}</article>")
