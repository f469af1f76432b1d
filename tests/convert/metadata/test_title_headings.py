"""The heading that a reader sees over the text is the title, unless it is the site's or the section's."""

from __future__ import annotations

import pytest
from metadata_pages import PROSE, meta, read

from tui.convert.elements_by_tag import ElementsByTag
from tui.convert.input import tree
from tui.convert.metadata import page_metadata


def title(head: str, body: str) -> str | None:
    page = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    return page_metadata.read_metadata(ElementsByTag(tree.parse(page)), None).title


def test_the_heading_over_the_text_wins_over_all_that_is_written_for_search_engines() -> None:
    searched = "Best Sea Walls of 2026: Top 5 Picks"
    head = f"<title>{searched}</title>" + meta(og__title=searched, twitter__title=searched)

    assert title(head, f"<article><h1>Five walls that hold</h1>{PROSE}</article>") == "Five walls that hold"


def test_of_two_ways_to_write_a_title_the_data_decides_and_else_the_heading_that_is_shown() -> None:
    stated = "Five great walls that hold the sea"
    head = f"<title>{stated}</title>" + meta(og__title=stated)
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{stated}"}}</script>'
    body = f"<h1>Five walls that hold the sea</h1>{PROSE}"

    assert title(head, body) == "Five walls that hold the sea"
    assert title(head + data, body) == stated


def test_a_day_and_a_kicker_in_the_heading_are_not_the_title() -> None:
    head = "<title>The walls of the northern coast</title>"

    assert title(head, f"<h1><a href='/w'><time>18 Dec 2025</time> The old walls</a></h1>{PROSE}") == "The old walls"
    kicker = "<span class='title__overline'>Harbours</span><span> - </span><span>The old walls</span>"
    assert title(head, f"<h1>{kicker}</h1>{PROSE}") == "The old walls"
    assert title(head, f"<h1><span class='headline'>Harbours</span> of old</h1>{PROSE}") == "Harbours of old"


def test_a_kicker_that_the_head_counts_to_the_title_is_the_title_s() -> None:
    head = "<title>Harbours at war: the old walls | Herald</title>"
    kicker = "<span class='kicker'>Harbours at war: </span><span>the old walls</span>"

    assert title(head, f"<h1>{kicker}</h1>{PROSE}") == "Harbours at war: the old walls"


def test_a_standfirst_that_is_marked_as_the_heading_is_not_the_title() -> None:
    standfirst = "All that you need to know about walls, and how to build one that holds. " * 4
    head = "<title>Walls that hold</title>" + meta(og__title="Walls that hold")

    assert title(head, f"<h1>{standfirst}</h1>{PROSE}") == "Walls that hold"


def test_what_follows_the_title_in_its_heading_is_not_the_title() -> None:
    wanted = "Builders Find That Their Old Walls Are No Longer Enough To Hold"
    head = f"<title>{wanted} - The Coast</title>"
    body = f"<h1><a href='/w'>{wanted}</a> <a href='https://news.example'>(news.example)</a> 87</h1>{PROSE}"

    assert title(head, body) == wanted


def test_a_heading_below_the_text_is_not_shown_over_it() -> None:
    head = "<title>Walls of the coast</title>"

    assert title(head, f"{PROSE}<h1>Our morning letter</h1><p>Write to us.</p>") == "Walls of the coast"


def test_a_heading_that_links_to_the_front_page_is_the_site_s() -> None:
    head = "<title>Counting stones</title>"

    assert title(head, f'<h1><a href="/">Ada’s Notebook</a></h1><h2>Counting stones</h2>{PROSE}') == "Counting stones"


def test_a_heading_that_links_to_its_own_page_is_the_title() -> None:
    head = "<title>On stones</title>"

    assert title(head, f'<h1><a href="/2026/stones">Counting stones</a></h1>{PROSE}') == "Counting stones"


def test_a_short_heading_that_only_ends_the_title_element_is_the_site_s() -> None:
    head = "<title>Counting the stones of a wall | Ada’s Notebook</title>"

    assert title(head, f"<h1>Ada’s Notebook</h1>{PROSE}") == "Counting the stones of a wall"


def test_a_lower_heading_that_says_what_the_head_says_wins_over_the_section() -> None:
    head = "<title>Children who swim early sleep better</title>"
    body = f"<h1>Sleep Health Centre</h1><h2>Children Who Swim Early Sleep Better</h2>{PROSE}"

    assert title(head, body) == "Children Who Swim Early Sleep Better"


def test_the_name_of_an_application_that_repeats_the_title_is_no_site() -> None:
    head = "<title>Wall to rise - The Coast</title>" + meta(og__title="Wall to rise", application_name="Wall to rise")

    assert (
        title(head.replace("application_name", "application-name"), f"<h1>Wall to rise</h1>{PROSE}") == "Wall to rise"
    )


def test_what_a_bar_sets_off_stays_where_the_reader_sees_it() -> None:
    head = "<title>LIVE | The night of the great frost - The Coast</title>" + meta(og__site_name="The Coast")

    assert read(head, "<h1>LIVE | The night of the great frost</h1>").title == "LIVE | The night of the great frost"


def test_the_sign_that_links_to_a_heading_is_not_the_title_s() -> None:
    link = "<a class='headerlink' href='#walls'>¶</a>"

    assert title("<title>The old walls — Harbour</title>", f"<h1>The old walls{link}</h1>{PROSE}") == "The old walls"


def test_a_lower_heading_marked_as_the_title_is_it_where_the_head_adds_a_name_in_front() -> None:
    head, post = "<title>Quayside: Wall to rise again</title>", "<h3 class='post-title'>Wall to rise again</h3>"
    assert title(head, f"<h2>Monday, March 3</h2>{post}{PROSE}") == "Wall to rise again"
    other = f"<h1>Monday, March 3</h1>{post.replace('post-title', 'box')}{PROSE}<h2>More news</h2>"
    assert title(head, other) != "Wall to rise again"


def test_a_lower_heading_is_the_title_that_the_head_gives_behind_a_label() -> None:
    head, heading = "<title>Print: The old walls of Lund</title>", "<h2>The old walls of Lund</h2>"
    assert title(head, f"{heading}{PROSE}") == "The old walls of Lund"
    assert title(head, f"{heading}{PROSE}<h2>More news</h2>") == "The old walls of Lund"
    assert title(head.replace("</", " - Coast Herald</"), f"{heading}{PROSE}") == "The old walls of Lund"
    assert title(head, f"<h1>Coast Herald</h1>{heading}{PROSE}<h2>More news</h2>") != "The old walls of Lund"


def test_what_stands_behind_a_label_in_the_heading_is_the_title_where_the_head_says_so() -> None:
    heading = "<h1><span>Harbour</span> The old walls of Lund hold</h1>"
    head = meta(og__title="The old walls of Lund hold")
    assert title(head, f"{heading}{PROSE}") == "The old walls of Lund hold"
    assert title("", f"{heading}{PROSE}") == "Harbour The old walls of Lund hold"


def test_a_sign_that_opens_parts_the_title_from_section_and_site() -> None:
    head = "<title>The old walls of Lund &lt; Quays &lt; Coast Herald</title>"
    assert title(head, f"<h3>The old walls of Lund</h3>{PROSE}") == "The old walls of Lund"


def test_where_the_head_names_the_site_alone_the_first_heading_is_the_title() -> None:
    head, logo = "<title>Coast Herald</title>" + meta(og__title="Coast Herald"), "<a href=/>Coast Herald</a>"
    assert title(head, f"{logo}<div><h2>Walls rise</h2>{PROSE}</div>") == "Walls rise"
    assert title(head, f"<a href=/walls>Coast Herald</a><div><h2>Walls rise</h2>{PROSE}</div>") == "Coast Herald"


def test_the_count_of_comments_in_a_heading_is_none_of_the_title() -> None:
    heading = "<h1>Walls rise <span class=comments-count><a href=#c>12</a></span></h1>"
    assert title("<title>Walls rise – Coast Herald</title>", f"{heading}{PROSE}") == "Walls rise"


def test_the_sign_that_links_to_a_heading_is_no_part_of_the_title_in_a_saved_page_either() -> None:
    sign = "<a href='{}#walls'>¶</a>"
    for page in ("", "https://coast.example/walls"):
        assert title("<title>Sea walls</title>", f"<h1>The old walls{sign.format(page)}</h1>{PROSE}") == "The old walls"


@pytest.mark.parametrize(("chapters", "shown"), [(3, "WALL(1)"), (2, "NAME")])
def test_headings_of_chapters_are_not_the_title(chapters: int, shown: str) -> None:
    body = "".join(f"<h1>{name}</h1>{PROSE}" for name in ("NAME", "SYNOPSIS", "DESCRIPTION")[:chapters])
    assert title("<title>WALL(1)</title>", body) == shown
