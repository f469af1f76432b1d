"""Names say nothing where the page's structure speaks against them."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

ALL = "\n\n".join(f"{n}: {SENTENCES[n]}" for n in range(5))
OTHER = "<ul><li>Something else that is said on every page of this site, at some length.</li></ul>" * 2
NAMES = ["sidebar-content", "promo", "share", "comment-page", "related", "widget", "poll-story", "ad-free"]


@pytest.mark.parametrize("name", [*NAMES, "popup-page", "newsletter-issue"])
def test_a_foreign_name_on_what_follows_the_title_and_has_most_of_the_text_is_mistaken(name: str) -> None:
    found = article(f"<header><h1>Ferry stays in port</h1></header><div class='{name}'>{paragraphs()}</div>{OTHER}")
    assert found.text == ALL


def test_foreign_names_one_in_the_other_are_mistaken() -> None:
    found = article(
        f"<h1>Ferry stays in port</h1><div class=promo><div><div class=widget>{paragraphs()}</div></div></div>{OTHER}"
    )
    assert found.text == ALL


@pytest.mark.parametrize("name", [*NAMES, "card", "meta", "author", "infobox"])
def test_a_name_that_all_paragraphs_bear_says_nothing(name: str) -> None:
    marked = paragraphs().replace("<p>", f"<p class='{name}'>")
    assert article(f"<main><h1>Ferry stays in port</h1><div>{marked}</div></main>{OTHER}").text == ALL


def test_a_foreign_part_after_the_article_stays_foreign() -> None:
    found = article(
        f"<h1>Ferry stays in port</h1><div>{paragraphs()}</div>"
        f"<div class=related>{''.join(f'<p>{SENTENCES[0]} That was told {n} times.</p>' for n in range(5))}</div>"
    )
    assert found.text == ALL


def test_a_paragraph_with_a_foreign_name_among_others_goes() -> None:
    found = article(
        f"<main><h1>Ferry stays in port</h1><div>{paragraphs(3)}<p class=promo-share>{SENTENCES[4]}</p></div></main>"
    )
    assert SENTENCES[4] not in found.text
