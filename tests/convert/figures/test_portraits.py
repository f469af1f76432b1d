"""The portrait of an author is no picture of the article, unless it shows itself to be one."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs

BYLINE = '<meta name="author" content="Inga Holm">'


def captions(figure: str) -> list[tuple[str | None, str | None]]:
    made = article(
        f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{figure}{paragraphs(3)}</article>", head=BYLINE
    )
    return [(caption.text, caption.credit) for caption in made.captions]


def figure(caption: str, alt: str = "") -> str:
    return f'<figure><img src="/inga.jpg" alt="{alt}" width=600 height=400><figcaption>{caption}</figcaption></figure>'


@pytest.mark.parametrize("caption", ["Inga Holm", "INGA HOLM", "Inga Holm."])
def test_a_picture_that_only_names_the_author_is_left_out(caption: str) -> None:
    assert captions(figure(caption)) == []


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("Inga Holm <span class=credit>Photo: Ada Moreno</span>", "Inga Holm", "Ada Moreno"),
        ("Inga Holm at the helm of the ferry", "Inga Holm at the helm of the ferry", None),
        ("Jonas Berg", "Jonas Berg", None),
    ],
)
def test_a_picture_stays_that_is_credited_or_shows_more(caption: str, text: str, credit: str | None) -> None:
    assert captions(figure(caption)) == [(text, credit)]
