"""The standfirst, the byline and the date line under a headline, by what templates call them."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

from tui.model.article import Article

SAID = "A crack in the hull keeps four hundred islanders waiting for bread and post."


def made(around: str, head: str = "") -> Article:
    return article(f"<main><h1>Ferry stays in port</h1>{around}{paragraphs(5)}</main>", head=head)


@pytest.mark.parametrize(
    "name",
    "standfirst stand-first lead lede lead-text subtitle sub-title subhead subheading subheadline subhed dek deck "
    "intro introduction intro-text summary excerpt abstract chapo chapô vorspann entradilla bajada sumario "
    "sommario catenaccio ingress manchet perex anleser description preamble".split(),
)
def test_a_text_under_the_headline_that_is_named_so_is_the_standfirst(name: str) -> None:
    assert made(f"<p class='{name}'>{SAID}</p>").lead == SAID
    assert made(f"<p class='article__{name}'>{SAID}</p>").lead == SAID


@pytest.mark.parametrize(
    "around",
    [
        "<p class=lead>Too short a line.</p>",
        f"<p class=lead>{SAID * 13}</p>",
        f"<p class=lead><a href=/other>{SAID}</a></p>",
        "<p class=lead>Ferry stays in port, the ferry stays in port</p>",
        f"<div class='lead-image'>{SAID}</div>",
        f"<p class='related-summary'>{SAID}</p>",
        f"<div class='ai-summary'>{SAID}</div>",
        "<h2>What follows now</h2>",
    ],
)
def test_what_cannot_be_one_is_no_standfirst(around: str) -> None:
    assert made(around).lead is None


def test_a_second_heading_of_some_length_right_under_the_first_is_the_standfirst() -> None:
    assert made(f"<h2>{SAID}</h2>").lead == SAID
    assert made(f"<p>{SENTENCES[4]}</p><h2>{SAID}</h2>").lead is None


def test_a_line_that_the_description_says_is_the_standfirst_unless_it_begins_the_text() -> None:
    described = f'<meta name="description" content="{SAID}">'
    assert made(f"<div>{SAID}</div>", head=described).lead == SAID
    assert made(f"<p>{SAID}</p>", head=described).lead is None


@pytest.mark.parametrize(
    "name",
    "byline author authors authorname author-name autor autoren autore auteur writer contributor verfasser skribent "
    "journalist reporter written-by firma".split(),
)
def test_a_line_under_the_headline_that_is_named_so_is_the_byline(name: str) -> None:
    assert made(f"<div class='{name}'>Ada Moreno</div>").authors == ("Ada Moreno",)


@pytest.mark.parametrize(
    "name", ["author-bio", "author comments", "byline-teaser", "author-newsletter", "related-author"]
)
def test_a_byline_of_something_else_names_no_author(name: str) -> None:
    assert made(f"<div class='{name}'>Ada Moreno</div>").authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>By Ada Moreno</p>", ("Ada Moreno",)),
        ("<div>By <a href=/ada>Ada Moreno</a> and <a href=/jan>Jan Dyk</a></div>", ("Ada Moreno", "Jan Dyk")),
        ("<span>Von Ada Moreno, 12. März 2026</span>", ("Ada Moreno",)),
        ("<p>By noon the ferry was still in port and so it was at six</p>", ()),
        ("<p>Ada Moreno</p>", ("Ada Moreno",)),
        ("<p>Harbour and coast</p>", ()),
    ],
)
def test_an_unnamed_line_is_the_byline_when_it_begins_like_one_or_is_a_name(
    line: str, authors: tuple[str, ...]
) -> None:
    assert made(line).authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "<time datetime='2026-03-12'>yesterday</time>",
        "<time>12 March 2026</time>",
        "<span class=date>12.03.2026</span>",
        "<div class=published-date>12 March 2026</div>",
        "<div class=dateline>March 12, 2026</div>",
        "<p>Porthaven, 12 March 2026</p>",
        "<p class=updated>Updated: 13 March 2026</p><p>Published: 12 March 2026</p>",
        "<time class=modified datetime='2026-03-13'></time><time datetime='2026-03-12'></time>",
        "<span>Updated</span><time datetime='2026-03-13'></time><time datetime='2026-03-12'></time>",
        "<p class=updated>Updated: 12 March 2026</p>",
    ],
)
def test_the_day_is_read_from_what_stands_under_the_headline(line: str) -> None:
    assert (made(line).published or "")[:10] == "2026-03-12"


def test_what_a_byline_says_of_the_author_is_no_standfirst() -> None:
    box = "<div class=author><a href=/ada>Ada Moreno</a><p class=role>{}</p></div>"
    described = f'<meta name="description" content="{SAID}">'
    assert made(box.format(SAID), head=described).lead is None
    assert made(f"{box.format('Editor')}<div>{SAID}</div>", head=described).lead == SAID
