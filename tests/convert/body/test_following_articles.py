"""Of several articles on a page the wanted one is shown, the others are not."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

ALL = "\n\n".join(f"{n}: {SENTENCES[n]}" for n in range(5))
NEXT = "".join(
    f"<p>What the next piece says of the frost in the hills and of the vines, in a long sentence {n}.</p>"
    for n in range(12)
)
FROST = "Frost in the hills comes late"


@pytest.mark.parametrize(
    "following",
    [
        f"<article><header><h2>{FROST}</h2></header><div>{NEXT}</div></article>",
        f"<div><h1>{FROST}</h1><div>{NEXT}</div></div>",
        f"<section><h2><a href=/news/frost>{FROST}</a></h2>{NEXT}</section>",
        f"<div><div><h2>{FROST}</h2><div>12 March 2024</div></div>{NEXT}</div>",
    ],
)
def test_articles_that_follow_on_the_page_are_left_out(following: str) -> None:
    own = f"<div><h1>Ferry stays in port</h1><div>{paragraphs()}</div></div>"
    assert article(f"<main>{own}{following * 2}</main>").text == ALL


def test_an_article_before_the_one_with_the_title_is_left_out() -> None:
    own = f"<div><h2>Ferry stays in port</h2><div>{paragraphs()}</div></div>"
    before = f"<div><h2><a href=/news/frost>{FROST}</a></h2><div>{NEXT}</div></div>"
    assert article(f"<main>{before}{own}</main>").text == ALL


def test_sections_of_the_article_are_no_other_articles() -> None:
    sections = "".join(
        f"<section><h2>What part {n} of it says</h2>{NEXT.replace('piece', f'chapter {n}')}</section>" for n in range(2)
    )
    text = article(f"<main><h1>Ferry stays in port</h1><div>{paragraphs()}</div>{sections}</main>").text
    assert "chapter 0" in text
    assert "chapter 1" in text


def test_a_heading_between_line_breaks_begins_no_other_article() -> None:
    summary = f"<div><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p></div>"
    broken = f"<div>{SENTENCES[3]} {SENTENCES[4]}<br><br><h2>12 March: what came then</h2>{NEXT}</div>"
    assert "next piece" in article(f"<main><h1>Ferry stays in port</h1>{summary}{broken}</main>").text


def test_the_entries_of_a_live_blog_stay() -> None:
    entries = "".join(
        f"<article><h2>Entry with the number {n} of the day</h2><time>1{n}:05</time>"
        f"{NEXT.replace('piece', f'boat {n}')}</article>"
        for n in range(6)
    )
    text = article(f"<main><h1>Ferry stays in port</h1><div>{paragraphs()}</div>{entries}</main>").text
    assert "boat 0" in text
    assert "boat 5" in text


SEVERAL = (
    f"<main><article id=post-1><h2><a href=/news/frost>{FROST}</a></h2>{NEXT}</article>"
    f"<article id=post-2><h2><a href='/news/ferry?from=list'>The ferry and its crew</a></h2>{paragraphs()}</article>"
    f"<article id=post-3><h2><a href=/news/snow>Snow on the pass again</a></h2>{NEXT}</article></main>"
)


@pytest.mark.parametrize("url", ["https://isle.example/#post-2", "https://isle.example/news/ferry"])
def test_of_a_list_of_whole_articles_the_one_that_the_address_names_is_taken(url: str) -> None:
    assert article(SEVERAL, url=url, title="The Isle Gazette").text == ALL


def test_an_address_that_names_the_comments_names_no_article() -> None:
    said = "<div id=comments><h2>What readers say about it</h2></div>"
    page = f"<div><h1>Ferry stays in port</h1>{paragraphs()}</div>{said}"
    assert article(page, url="https://isle.example/news/ferry#comments").text == ALL


def test_a_heading_in_the_list_of_where_the_page_stands_is_not_the_title_shown() -> None:
    crumbs = "<header><ol><li><a href=/>Home</a></li><li><h1>Ferry stays in port</h1></li></ol></header>"
    page = (
        f"{crumbs}<main><div><h2><a href=/news/frost>{FROST}</a></h2>{NEXT}</div>"
        f"<div><h2>Ferry stays in port</h2><div>{paragraphs()}</div></div></main>"
    )
    assert article(page).text == ALL
