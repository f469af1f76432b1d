"""What a page says about itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from metadata_pages import PROSE, URL, island, meta, read

from tui.convert.elements_by_tag import ElementsByTag
from tui.convert.input import tree
from tui.convert.metadata import page_metadata
from tui.convert.metadata.page_metadata import Metadata
from tui.text.cleaning import is_harmless, web_address


def test_a_page_that_says_nothing_gives_its_host_as_site() -> None:
    assert page_metadata.read_metadata(
        ElementsByTag(tree.parse("<p>x</p>")), "https://www.herald.example/"
    ) == Metadata(site="herald.example")
    for unnamed in (None, "http://192.0.2.7:8080/a", "http://[2001:db8::7]/a"):
        assert page_metadata.read_metadata(ElementsByTag(tree.parse("<p>x</p>")), unnamed) == Metadata()


def test_title_and_site_are_told_apart() -> None:
    found = read("<title>Wall to rise | The Herald</title>" + meta(og__site_name="The Herald"), "<h1>Wall to rise</h1>")
    assert (found.title, found.site) == ("Wall to rise", "The Herald")


def test_json_ld_names_people_and_the_publisher() -> None:
    found = read(
        island(
            headline="Wall to rise",
            author=[{"@type": "Person", "name": "Ada Moreno"}, {"@type": "Person", "name": "By Jan van Dyk"}],
            publisher={"@type": "Organization", "name": "The Herald"},
            datePublished="2026-03-12T05:12:09+01:00",
            dateModified="2026-03-13T05:12:09+01:00",
        )
    )
    assert found.authors == ("Ada Moreno", "Jan van Dyk")
    assert found.site == "The Herald"
    assert (found.published, found.modified) == ("2026-03-12T05:12:09+01:00", "2026-03-13T05:12:09+01:00")


def test_an_author_that_is_referred_to_is_looked_up() -> None:
    person = '<script type="application/ld+json">{"@id": "#1", "@type": "Person", "name": "Ada Moreno"}</script>'
    assert read(island(headline="x", author={"@id": "#1"}) + person).authors == ("Ada Moreno",)


def test_the_paper_is_no_author_when_a_byline_names_one() -> None:
    head = meta(og__site_name="The Herald") + '<meta name="author" content="The Herald">'
    assert read(
        head, '<h1>Wall to rise</h1><p class="byline">By <a>Ada Moreno</a> and <a>Jan van Dyk</a></p>'
    ).authors == (
        "Ada Moreno",
        "Jan van Dyk",
    )


@pytest.mark.parametrize(
    "byline",
    [
        '<div class="ArticleAuthor"><span>By</span> <span>Ada Moreno</span> <span>Harbour correspondent</span></div>',
        '<a rel="author" href="/ada">Ada Moreno</a>',
        "<p>By Ada Moreno</p>",
        '<li class="info">Von: <a href="/ada">Ada Moreno</a></li>',
        '<div class="byline-block"><img src="a.jpg"><div class="author-name">Ada Moreno</div>'
        "<time>12 March 2026</time></div>",
    ],
)
def test_a_byline_beside_the_heading_is_read(byline: str) -> None:
    assert read(body=f"<h1>Wall to rise</h1>{byline}").authors == ("Ada Moreno",)


def test_authors_of_comments_and_teasers_are_not_the_article_s() -> None:
    comments = "<h1>Wall to rise</h1>" + PROSE + '<div class="comment-author">Rude Person</div>'
    assert read(body=comments).authors == ()


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ('<h1>Wall</h1><time datetime="2026-03-11T10:00:00Z">yesterday</time>', "2026-03-11T10:00:00+00:00"),
        ('<h1>Wall</h1><p class="date">11 March 2026, 10.30 am</p>', "2026-03-11T10:30:00"),
        ('<p class="article-date">11 March 2026</p><h1>Wall</h1>', "2026-03-11"),
        ("<h1>Wall</h1><div>Wed 11.03.26 | 10:30</div>", "2026-03-11T10:30:00"),
        (
            '<h1>Wall</h1><p>Updated <time class="updated" datetime="2026-03-13">now</time></p>'
            '<time datetime="2026-03-11">then</time>',
            "2026-03-11",
        ),
        ("<h1>Wall</h1>", "2026-03-12"),
    ],
)
def test_a_date_beside_the_heading_is_read_else_the_address_s(body: str, published: str) -> None:
    assert read(body=body).published == published


def test_what_the_head_states_goes_before_what_the_page_shows() -> None:
    head = meta(article__published_time="2026-03-10T08:00:00+01:00")
    assert read(head, '<h1>Wall</h1><time datetime="2026-03-11">x</time>').published == "2026-03-10T08:00:00+01:00"


@pytest.mark.parametrize(
    "standfirst",
    [
        '<p class="standfirst">The council has heard enough of wet cellars.</p>',
        '<div class="ArticleLead__text">The council has heard enough of wet cellars.</div>',
        '<p itemprop="description">The council has heard enough of wet cellars.</p>',
        "<div>The council has heard enough of wet cellars.</div>",
    ],
)
def test_the_summary_shown_above_the_body_is_the_lead(standfirst: str) -> None:
    head = meta(og__description="The council has heard enough of wet cellars.")
    assert read(head, f"<h1>Wall to rise</h1>{standfirst}").lead == "The council has heard enough of wet cellars."


def test_a_description_that_is_not_shown_is_no_lead() -> None:
    assert (
        read(meta(og__description="The council has heard enough of wet cellars."), "<h1>Wall to rise</h1>").lead is None
    )


def test_a_title_said_again_is_no_lead() -> None:
    again = '<h2 class="subtitle">Harbour: wall to rise before the winter storms, says council</h2>'
    head = "<title>Wall to rise before the winter storms, says harbour council</title>"
    assert read(head, f"<h1>Wall to rise before the winter storms, says council</h1>{again}").lead is None


@pytest.mark.parametrize(
    "ending",
    [
        '<p><a href="https://other.example/a/wall">Source link</a></p>',
        '<p>This article first appeared in <a href="https://other.example/a/wall">The Other</a>.</p>',
        '<p><em>Originally published at <a href="https://other.example/a/wall">The Other</a></em></p>',
        '<p>Republished from <a href="https://third.example/">Third</a>. '
        'Read the <a href="https://other.example/a/wall">original article</a>.</p>',
        '<p>Dieser Text erschien zuerst bei <a href="https://other.example/a/wall">Other</a>.</p>',
        '<p>Cet article a d’abord paru dans <a href="https://other.example/a/wall">Other</a>.</p>',
        '<p>Texto publicado por primera vez en <a href="https://other.example/a/wall">Other</a>.</p>',
        '<p>Quelle: <a href="https://other.example/a/wall">Original article</a></p>',
        '<p>More: <a href="https://other.example/a/wall"> [» <b>Read the full Original Story</b> here →]. </a></p>',
        '<p>Mehr: <a href="https://other.example/a/wall">(\xa0Źródło )</a></p>',
        '<p>The post <a href="https://other.example/a/wall">Wall</a> appeared first on '
        '<a href="https://other.example/">The Other</a>.</p>',
    ],
)
def test_a_republished_article_says_where_it_came_from(ending: str) -> None:
    assert read(body="<h1>Wall</h1>" + PROSE + ending).original == "https://other.example/a/wall"


@pytest.mark.parametrize(
    ("address", "is_own"),
    [
        ("https://daily-herald.example/wall", False),
        ("https://theherald.example/wall", False),
        ("https://herald.example.org/wall", False),
        ("https://other.example/wall?from=herald.example.org", False),
        ("https://sport.herald.example/wall", True),
        ("//herald.example/wall", True),
        ("https://herald.example", True),
        ("https://archive.example/2024/https://herald.example/wall", True),
    ],
)
def test_a_host_whose_name_holds_the_page_s_own_is_another(address: str, is_own: bool) -> None:
    found = read(body=f"<h1>Wall</h1>{PROSE}<p>This article first appeared in <a href='{address}'>The Other</a>.</p>")
    assert found.original == (None if is_own else address)


@pytest.mark.parametrize(
    "ending",
    [
        '<p>The post <a href="https://www.herald.example/wall">Wall</a> appeared first on <a href="https://herald.example/">Herald</a>.</p>',
        '<p>The plan cites a <a href="https://other.example/a">source</a> of 2025 in its second part.</p>',
        '<p><a href="javascript:alert(1)">Source link</a></p>',
        '<p>Last year <a href="https://other.example/a">Original plans for the wall</a></p>',
    ],
)
def test_other_links_are_no_original(ending: str) -> None:
    assert read(body="<h1>Wall</h1>" + ending).original is None


def test_a_canonical_address_on_another_host_is_the_original() -> None:
    found = read('<link rel="canonical" href="https://other.example/wall">')
    assert (found.original, found.canonical) == ("https://other.example/wall", "https://other.example/wall")
    assert read('<link rel="canonical" href="https://m.herald.example/wall">').original is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[", "  "])
def test_only_web_addresses_are_canonical(address: str) -> None:
    assert read(f'<link rel="canonical" href="{address}">').canonical is None


def test_a_relative_canonical_address_is_made_absolute() -> None:
    assert read('<link rel="canonical" href="/wall">').canonical == "https://www.herald.example/wall"


def test_control_characters_do_not_pass() -> None:
    found = read(
        island(headline="Wall\x1b]0;x\x07 to rise", author={"name": "Ada\x1b[2J Moreno"})
        + meta(og__site_name="He\x9b31mrald")
    )
    for text in (found.title, found.site, *found.authors):
        assert text
        assert is_harmless(text)


def test_where_an_article_first_stood_is_told_only_when_asked_for() -> None:
    page = '<p>x</p><a href="https://first.example/wall">Original article</a>'
    asked, unasked = (
        page_metadata.read_metadata(ElementsByTag(tree.parse(page)), URL, original=original)
        for original in (True, False)
    )
    assert asked.original == "https://first.example/wall"
    assert replace(asked, original=None) == unasked


SCRAPS = st.sampled_from(
    [
        "<h1>",
        "</h1>",
        "<title>",
        '<meta name="author" content="',
        '">',
        '<link rel=canonical href="',
        "<p class=byline>By ",
        "Ada Moreno",
        '<script type="application/ld+json">{"@type":"Article","author":',
        "</script>",
        "[",
        '{"name":',
        "}",
        "]",
        "| Herald",
        "<time datetime=2026-13-45>",
        '<a href="//x">Source link</a>',
        "\x1b[2J",
        "&#27;",
        "&lt;",
        "<div class=standfirst>",
        "é",
        "日本",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SCRAPS, max_size=25).map("".join), st.sampled_from([None, URL, "http://["]))
def test_no_page_makes_it_raise_and_all_is_clean(page: str, url: str | None) -> None:
    found = page_metadata.read_metadata(ElementsByTag(tree.parse(f"<p>x</p>{page}")), url)
    texts = (found.title, found.site, found.language, found.lead, found.published, found.modified, *found.authors)
    assert all(is_harmless(t) and "\n" not in t for t in texts if t)
    assert all(web_address(a) for a in (found.canonical, found.original) if a)
