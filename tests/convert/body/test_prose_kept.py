"""Prose that a page sets beside the text, wraps apart or puts under linked titles stays in the article."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, paragraphs

TOLD = "The gulls of the outer rocks have raised more young this year than in any since the count began in the school."
MORE = (
    "Two of the three boats were built on the island itself, of larch that was felled behind the church in one winter."
)


def text(body: str) -> str:
    return article(f"<main><article><h1>Ferry stays in port</h1>{body}</article></main>").text


@pytest.mark.parametrize(
    "aside",
    [
        f"<aside><p>{TOLD}</p></aside>",
        f"<aside><h3>The gulls</h3><p>{TOLD}</p><p>Others <a href=/terns>count terns</a> as well.</p></aside>",
    ],
)
def test_an_aside_that_explains_is_read(aside: str) -> None:
    assert TOLD in text(paragraphs(3) + aside + paragraphs(2))


@pytest.mark.parametrize(
    "aside",
    [
        f"<aside class=sidebar><p>{TOLD}</p></aside>",
        f"<aside><p>{TOLD}</p><form><input name=seat></form></aside>",
        f"<aside hidden><p>{TOLD}</p></aside>",
        "<aside><p>Subscribe to the letter of the islands, which comes on Sundays by boat.</p></aside>",
        "<aside><h3>More</h3><a href=/gulls>The gulls of the outer rocks are counted</a></aside>",
        f"<aside><h3><a href=https://birds.example/>The gulls</a></h3><p>{TOLD}</p></aside>",
    ],
)
def test_an_aside_that_is_named_hidden_or_leads_elsewhere_is_not(aside: str) -> None:
    assert text(paragraphs(3) + aside + paragraphs(2)) == text(paragraphs(3) + paragraphs(2))


def item(number: int, said: str) -> str:
    heading = f"<h3><a href=/boats/{number}>Boat number {number}</a></h3>"
    return f'<div class="item item-{number}">{heading}<p>{said}</p></div>'


def test_linked_titles_over_sentences_of_their_own_are_a_round_up() -> None:
    shown = text(paragraphs(4) + "".join(item(n, f"{n}. {MORE}") for n in range(3)) + paragraphs(4))
    assert [f"{n}. {MORE}" in shown for n in range(3)] == [True] * 3


def test_two_of_them_or_beginnings_that_break_off_are_teasers() -> None:
    assert "Boat number" not in text(paragraphs(4) + item(1, MORE) + item(2, MORE) + paragraphs(4))
    cut = "".join(item(n, f"{n}. {MORE[:-1]} …") for n in range(3))
    assert "Boat number" not in text(paragraphs(4) + cut + paragraphs(4))


def test_a_card_whose_link_is_part_of_its_sentence_is_read() -> None:
    told = f'{TOLD} They nest where <a href="/terns">the terns</a> did.'
    assert TOLD in text(paragraphs(3) + f'<div class="card"><p>{told}</p></div>' + paragraphs(2))
    alone = f'<p>{TOLD}</p><p><a href="/terns">On to the terns</a></p>'
    assert TOLD not in text(paragraphs(3) + f'<div class="card">{alone}</div>' + paragraphs(2))


def test_what_stands_beside_the_longest_part_is_read_too() -> None:
    opening = "".join(f"<p>{n}. {SENTENCES[0]} {MORE}</p>" for n in range(3))
    closing = f"<p>{TOLD}</p>"
    long = "".join(f"<p>{n}. {SENTENCES[n % 5]}</p>" for n in range(24))
    shown = text(f"<div>{opening}<div class=wp-block-group><div>{long}</div></div>{closing}</div>")
    assert shown.startswith("0.")
    assert shown.count(MORE) == 3
    assert shown.rstrip().endswith(TOLD)


def test_a_section_of_the_article_whose_heading_links_is_no_other_article() -> None:
    section = f"<section><h2><a href=/boats>The boats of the island</a></h2>{paragraphs(5)}<p>{TOLD}</p></section>"
    assert TOLD in text(f"<section>{paragraphs(5)}</section>{section}")


BESIDE = "The harbour office has asked the yard for a second boat, which is to come from the mainland in the spring."


@pytest.mark.parametrize("name", ["c-related-paragraph", "banner-free", "widget-area", "promo-box sidebar-text"])
def test_prose_between_prose_is_read_whatever_its_box_is_called(name: str) -> None:
    assert BESIDE in text(f"{paragraphs(3)}<div class='{name}'><p>{BESIDE}</p></div>{paragraphs(2)}")


@pytest.mark.parametrize("name", ["share-of-the-cost", "c-related", "widget"])
def test_prose_under_a_heading_between_prose_is_read_whatever_its_box_is_called(name: str) -> None:
    box = f"<div class='{name}'>\n<h3>Boats</h3>\n<p>{BESIDE}</p>\n<p>{BESIDE} Or later.</p>\n</div>"
    shown = text(f"{paragraphs(3)}{box}{paragraphs(2)}")
    assert f"Boats\n\n{BESIDE}\n\n{BESIDE} Or later." in shown


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{BESIDE}</p><a href='/boat'>More</a>",
        f"<h3><a href='/boats'>Boats</a></h3><p>{BESIDE}</p>",
        f"<h3>Most read</h3><p>{BESIDE}</p>",
        f"<h3>Boats</h3><p>{BESIDE}</p><time>Monday</time>",
        "<p>Subscribe to our newsletter and read every week what the harbour office has decided for the ferry.</p>",
    ],
)
def test_a_box_with_more_than_prose_is_what_it_is_called(box: str) -> None:
    shown = text(f"{paragraphs(3)}<div class='related'>{box}</div>{paragraphs(2)}")
    assert BESIDE not in shown
    assert "newsletter" not in shown


def test_a_list_of_boxes_to_tick_in_a_box_between_paragraphs_is_read() -> None:
    items = "".join(f"<li><input type='checkbox'> {n} g of flour</li>" for n in (100, 200))
    box = f"<div class='r'><h4>Dough</h4><ul>{items}</ul></div>"
    assert "200 g of flour" in text(f"{paragraphs(3)}{box}{paragraphs(3)}")


@pytest.mark.parametrize("name", ["share-price", "related-work", "menu-text"])
def test_a_sentence_between_prose_is_read_whatever_its_paragraph_is_called(name: str) -> None:
    said = "Its shares rose by four per cent."
    assert said in text(f"{paragraphs(2)}<p class='{name}'>{said}</p>{paragraphs(2)}")
    assert said not in text(f"{paragraphs(2)}<p class='{name}'><a href='/s'>{said}</a></p>{paragraphs(2)}")
    assert said not in text(f"{paragraphs(2)}<p class='sponsor'>{said}</p>{paragraphs(2)}")
    assert said not in text(f"{paragraphs(2)}<p class='{name}'>{said}</p><ul><li>4</li></ul>{paragraphs(2)}")


def test_a_long_paragraph_under_a_heading_is_read_whatever_it_is_called() -> None:
    named = f"<h2>The count</h2><p class='{{}}'>{TOLD}</p>{paragraphs(2)}"
    assert TOLD in text(paragraphs(2) + named.format("vote-count-text"))
    assert TOLD not in text(paragraphs(2) + named.format("disclaimer"))
    assert "by hand" not in text(paragraphs(2) + named.format("vote-text").replace(TOLD, "It was a vote by hand."))


def test_a_heading_between_prose_is_read_whatever_it_is_called() -> None:
    assert "What follows" in text(f"{paragraphs(2)}<h2 class='Subhead_menu__1xx'>What follows</h2>{paragraphs(2)}")
    assert "Read also" not in text(f"{paragraphs(2)}<h2 class='related-title'>Read also</h2>{paragraphs(2)}")
    listed = "<h2 class='related-title'>What follows</h2><ul><li>A</li></ul>"
    assert "What follows" not in text(f"{paragraphs(2)}{listed}{paragraphs(2)}")


SAID = "<p>A boat for the patient and nobody else.</p>"
VERDICT = f"<h2>Verdict</h2>{SAID}<ul><li>Quiet engine</li><li>Dry bunks</li></ul>"


def test_a_section_behind_the_container_in_the_article_is_read() -> None:
    shown = text(f"<div class=body>{paragraphs(5)}</div><div class=summary-of-test>{VERDICT}</div>")
    assert shown.endswith("Verdict\n\nA boat for the patient and nobody else.\n\nQuiet engine\n\nDry bunks")


@pytest.mark.parametrize(
    "part",
    [
        f"<div class=related>{VERDICT}</div>",
        f"<div>{VERDICT.replace('Verdict', 'Most read')}</div>",
        f"<div>{VERDICT}<form><input></form></div>",
        "<div><h2>Verdict</h2><p>Subscribe to our newsletter.</p></div>",
        f"<div>{VERDICT}<p><a href=/more>All that we have ever written of boats and more than that</a></p></div>",
        "<div><h2>Verdict</h2><p>Four stars</p></div>",
    ],
)
def test_what_asks_leads_elsewhere_or_says_no_sentence_behind_the_container_is_not(part: str) -> None:
    assert "Verdict" not in text(f"<div class=body>{paragraphs(5)}</div>{part}")


def test_frames_made_like_the_one_with_most_of_the_text_are_read() -> None:
    def framed(kind: str, inner: str) -> str:
        return f"<div class='frame frame-{kind}'>{inner}</div>"

    long = framed("textmedia", f"<div><div class=ce-text>{paragraphs(5)}</div></div>")
    page = f"<h1>Ferry stays in port</h1>{long}{{}}"
    section = f"<h2>What now</h2><p>{TOLD}</p>"
    assert article(page.format(framed("text", section))).text.endswith(TOLD)
    assert TOLD not in article(page.format(f"<div class='box frame'>{section}</div>")).text


def test_a_word_of_a_line_from_which_an_explanation_opens_is_read() -> None:
    line = "<p>The keeper shut the <span class='{}'>{}</span> at noon and went home through the snow, as ever.</p>"
    assert "shut the penstock at noon" in text(paragraphs(2) + line.format("popover-link", "penstock") + paragraphs(2))
    for name, said in (("sr-only", "penstock"), ("tooltip", "It holds the water."), ("share-hint", "penstock")):
        assert said not in text(paragraphs(2) + line.format(name, said) + paragraphs(2))


def test_a_toggle_made_like_the_part_with_the_text_is_read_under_its_small_heading() -> None:
    toggle = f"<div class='et_module et_toggle'><h5>Can one walk?</h5><div><p>{TOLD}</p></div></div>"
    page = f"<h1>Ferry stays in port</h1><div><div class='et_module et_text'>{paragraphs(5)}</div>{toggle}</div>"
    assert article(page).text.endswith(f"Can one walk?\n\n{TOLD}")


def test_the_standfirst_in_the_part_that_holds_the_title_is_read_once() -> None:
    head = f"<section class=part><div><h1>Ferry stays in port</h1><p class=hero-banner-text>{TOLD}</p></div></section>"
    shown = article(f"{head}<section class=part><div><div class=rich-text>{paragraphs(5)}</div></div></section>").text
    assert shown.startswith(TOLD)
    assert shown.count(TOLD) == 1


@pytest.mark.parametrize(("href", "read"), [("#boats", True), ("#others", False)])
def test_a_heading_that_links_to_its_own_place_is_read_whatever_it_is_called(href: str, read: bool) -> None:
    heading = f"<h2 class=withStickyNavbar id=boats>Boats of the yard<a href='{href}'>#</a></h2>"
    shown = text(f"{paragraphs(3)}{heading}<ul><li>One is of oak.</li><li>One is of elm.</li></ul>")
    assert ("Boats of the yard" in shown) == read


@pytest.mark.parametrize(("name", "read"), [("timeline", True), ("storyTimeline", True), ("list", False)])
def test_the_days_of_a_timeline_are_read(name: str, read: bool) -> None:
    entries = "".join(
        f"<div class=entry><div class=date>{year}</div><p>{said}</p></div>"
        for year, said in ((1788, "The yard is built."), (1996, "It burns down."), (2004, "It stands again."))
    )
    shown = text(f"{paragraphs(3)}<div class='{name}'>{entries}</div>{paragraphs(2)}")
    assert "It burns down." in shown
    assert ("1996" in shown) == read


def test_paragraphs_that_a_program_wraps_one_by_one_are_not_left_for_the_longest() -> None:
    box = "<div class=note><table><tr><td>A yard without boats</td></tr></table></div>"
    shown = article(f"<div id=content><h1>Boats</h1><div class=par><p>{BESIDE}</p></div>{box}<pre>ls yard</pre></div>")
    assert "ls yard" in shown.text
    assert "A yard without boats" in shown.text
