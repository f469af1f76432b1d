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
    "said", ["Inga Holm profile image", "Photo of Inga Holm", "Inga Holm's headshot", "Portrait von Inga Holm"]
)
def test_a_picture_that_is_said_to_be_the_author_s_portrait_is_left_out(said: str) -> None:
    assert captions(figure("", said)) == captions(figure(said)) == []


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("Inga Holm <span class=credit>Photo: Ada Moreno</span>", "Inga Holm", "Ada Moreno"),
        ("Inga Holm at the helm of the ferry", "Inga Holm at the helm of the ferry", None),
        ("Jonas Berg", "Jonas Berg", None),
        ("Photo of Jonas Berg", "Photo of Jonas Berg", None),
        ("Inga Holm images the wall", "Inga Holm images the wall", None),
    ],
)
def test_a_picture_stays_that_is_credited_or_shows_more(caption: str, text: str, credit: str | None) -> None:
    assert captions(figure(caption)) == [(text, credit)]
