"""The article is found on the page, and what is not of it is left out."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article, page, paragraphs

from tui.convert import convert
from tui.model.page import Page

TEASERS = "".join(
    f"<div class=box><h3><a href=/other/{n}>Another story number {n}</a></h3><p>What this other story "
    "says is told in one sentence.</p></div>"
    for n in range(6)
)

SAID = "<p>Someone says something of no great moment in one sentence.</p>"


def body(html: str, title: str = "Ferry stays in port", head: str = "") -> str:
    return article(html, title=title, head=head).text


def test_the_text_stands_without_navigation_and_footer() -> None:
    text = body(
        f"<nav><a href=/>Home</a><p>{SENTENCES[4]}</p></nav><div><h1>Ferry stays in port</h1>{paragraphs(3)}</div>"
        "<footer><p>All the rights to all the things on this page are reserved by someone.</p></footer>"
    )
    assert text == "\n\n".join(f"{n}: {SENTENCES[n]}" for n in range(3))


def test_a_name_does_not_speak_against_the_element_that_holds_the_article() -> None:
    assert "4: Old people" in body(f"<div class=sidebar-layout><h1>Ferry stays in port</h1>{paragraphs()}</div>")


@pytest.mark.parametrize(
    "name", ["cookie-popup", "gdprModal", "comments", "disqus_thread", "newsletter-box", "site-footer"]
)
def test_a_notice_or_comments_longer_than_the_article_do_not_win(name: str) -> None:
    text = body(f"<main><h1>Ferry stays in port</h1>{paragraphs(3)}</main><div class='{name}'>{SAID * 40}</div>")
    assert "0: The ferry" in text
    assert "Someone" not in text


@pytest.mark.parametrize(
    "part",
    [
        "<aside><p>A word about something else entirely, set beside the text.</p></aside>",
        "<div class=share-bar><span>Tell your friends of this page</span></div>",
        "<section class='related-posts'><p>Something else to read, said at some length here.</p></section>",
        "<div style='display: none'><p>Words that a reader of the page never sees at all.</p></div>",
        "<div aria-hidden=true><p>Words that a reader of the page never sees at all.</p></div>",
        "<section><h4>Stay up to date</h4><p>Every morning the news of the isle.</p>"
        "<form><input type=email></form></section>",
        "<div class=x><h3><a href=/other>Another story</a></h3><p>What the other story says in a sentence.</p></div>",
        "<p><a href=/other>A paragraph that is nothing but a link to something</a></p>",
        "<p>Read more: <a href=/other>the storm of last week</a></p>",
        "<p>Lesen Sie auch: <a href=/other>Der Sturm der letzten Woche</a></p>",
        "<ul><li><a href=/a>One other story to read</a><li><a href=/b>Another other story to read</a></ul>",
        "<p>Subscribe to our newsletter to get such stories every day</p>",
        "<div class=author-box><p>Ann Example writes about ships.</p></div>",
        "<p>Advertisement</p>",
        "<figcaption>The caption of a picture that is not there</figcaption>",
        "<div class=ai-summary><h3>The ferry in short</h3>"
        "<p>Built in the year of the great ice, it is forty metres long.</p></div>",
    ],
)  # fmt: skip
def test_a_foreign_part_within_the_article_is_left_out(part: str) -> None:
    text = body(
        f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{part}"
        f"{paragraphs(5).removeprefix(paragraphs(3))}</article>"
        ""
        ""
        ""
    )
    assert text == "\n\n".join(f"{n}: {SENTENCES[n]}" for n in range(5))


def test_the_title_is_not_repeated() -> None:
    text = body(f"<article><h1>Ferry stays in port</h1><h2>Ferry stays in port</h2>{paragraphs()}</article>")
    assert "stays in port" not in text


def test_a_standfirst_above_the_body_is_the_lead() -> None:
    found = article(
        "<header><h1>Ferry stays in port</h1><p class=standfirst>Forty people slept in the school, "
        "and more may have to.</p></header>"
        f"<div class=byline><p>By Ann Example</p></div><div class=text>{paragraphs()}</div>"
    )
    assert found.blocks[0].kind == "lead"
    assert found.lead == found.blocks[0].text == "Forty people slept in the school, and more may have to."


def test_paragraphs_that_a_page_keeps_apart_are_put_together() -> None:
    text = body(
        f"<article><h1>Ferry stays in port</h1><div class=t><p class=a>{SENTENCES[4]}</p></div><div>Advertisement</div>"
        f"<div class=t>{''.join(f'<p class=a>{n}: {s}</p>' for n, s in enumerate(SENTENCES))}</div></article>"
    )
    assert text.startswith(SENTENCES[4])


def test_text_that_stands_directly_between_line_breaks_is_the_article() -> None:
    text = body(
        f"<div><h1>Ferry stays in port</h1><div>{'<br><br>'.join(SENTENCES)}"
        f"<div><div>{SENTENCES[0]} This is said again in a box.</div></div></div></div>"
    )
    assert SENTENCES[1] in text
    assert SENTENCES[4] in text


def test_of_several_articles_the_one_that_bears_the_title_is_taken() -> None:
    other = "".join(
        f"<p>Another piece altogether, with its own sentence number {n}, rather long.</p>" for n in range(20)
    )
    text = body(
        f"<main><article><h2>Frost in the hills</h2>{other}</article><article><h1>Ferry stays in port</h1>"
        f"{paragraphs()}</article></main>"
    )
    assert "Another piece" not in text
    assert "0: The ferry" in text


def test_what_stands_under_a_label_for_other_reading_is_left_out() -> None:
    text = body(
        f"<div><h1>Ferry stays in port</h1>{paragraphs()}<p>Most popular</p><p>A long sentence from "
        "quite another story.</p></div>"
    )
    assert "another story" not in text


def test_teasers_around_a_short_article_do_not_win() -> None:
    text = body(
        f"<div>{TEASERS}</div><article><h1>Ferry stays in port</h1>{paragraphs(2)}</article><div>{TEASERS}</div>"
    )
    assert "other story" not in text


def test_a_post_of_a_network_stays_as_a_quotation() -> None:
    found = article(
        f"<article><h1>Ferry stays in port</h1>{paragraphs()}<div class='social-media'><blockquote class='tweet-embed'>"
        f"<p>We wait, and we drink tea.</p></blockquote></div>{paragraphs(2)}</article>"
    )
    post = next(b for b in found.blocks if b.text == "We wait, and we drink tea.")
    assert [f.kind for f in post.within] == ["quote"]


def test_a_made_up_class_name_means_nothing() -> None:
    text = body(f"<article><h1>Ferry stays in port</h1><div class='sc-a8d3-ad4 n1AdKe'>{paragraphs()}</div></article>")
    assert "4: Old people" in text


def test_a_page_without_a_head_or_a_body_element_is_read() -> None:
    found = convert(Page(address="x", body=paragraphs().encode(), media_type="text/html"))
    assert found.text.count("\n\n") == 4


def test_a_forum_page_is_readable() -> None:
    posts = "".join(
        f"<div class=post><div class=author>Tom {n}</div><div class=post-body><p>{sentence}</p><p>So I say, and what "
        f"do you say to post {n}?</p></div><a href='?reply={n}'>Reply</a></div>"
        for n, sentence in enumerate(SENTENCES)
    )
    text = body(f"<nav><a href=/>Boards</a></nav><h1>Ferry stays in port</h1><div class=thread>{posts}</div>")
    assert all(sentence in text for sentence in SENTENCES)


def test_a_shop_page_is_readable() -> None:
    text = body(
        f"<h1>Ferry stays in port</h1><div class=product><div class=price>12.50</div><div class=description>"
        f"{paragraphs(2)}<ul><li>A ferry of wood, painted by hand</li><li>Forty small people for it</li></ul></div>"
        f"</div><div class=related-products>{TEASERS}</div>"
    )
    assert "1: Some forty" in text
    assert "painted by hand" in text
    assert "other story" not in text


def test_the_same_bytes_give_the_same_article() -> None:
    assert convert(Page("x", page(paragraphs()))) == convert(Page("x", page(paragraphs())))


@pytest.mark.parametrize("tag", ["p", "h2"])
def test_a_standfirst_in_the_body_is_the_lead_too(tag: str) -> None:
    words = "Forty people slept in the school, and more may have to."
    found = article(
        f"<article><h1>Ferry stays in port</h1><{tag} class=standfirst>{words}</{tag}>{paragraphs()}</article>"
    )

    assert [b.text for b in found.blocks if b.kind == "lead"] == [found.lead] == [words]
    assert found.blocks[0].text == words


def test_an_item_keeps_its_number_when_its_first_line_is_left_out() -> None:
    days = ("<p>Monday, 2 March 2026</p>", "", "", "")
    posts = "".join(f"<li>{day}<h2>Report {n} of the day</h2><p>{SENTENCES[n]}</p></li>" for n, day in enumerate(days))
    found = article(f"<h1>Ferry stays in port</h1><main><ol class=posts>{posts}</ol></main>")
    markers = [frame.marker for b in found.blocks for frame in b.within if frame.marker]

    assert markers == ["1.", "2.", "3.", "4."]


def test_a_text_of_two_paragraphs_keeps_the_lines_around_it() -> None:
    made = article(f"<article><h1>Ferry stays in port</h1>{paragraphs(2)}<p>No boat before Thursday</p></article>")
    assert "No boat before Thursday" in made.text
    longer = article(f"<article><h1>Ferry stays in port</h1>{paragraphs(5)}<p>Harbour news desk</p></article>")
    assert "Harbour news desk" not in longer.text


def test_an_element_of_a_site_s_own_making_is_what_its_tag_says() -> None:
    part = "<{0}><p>Tell your friends about this on any other network.</p></{0}>"
    story = f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{{}}{paragraphs(2)}</article>"
    assert "friends" not in article(story.format(part.format("share-bar"))).text
    assert "friends" in article(story.format(part.format("quay-note"))).text


def test_an_element_of_a_site_s_own_making_among_words_does_not_part_their_sentence() -> None:
    said = "<p>They <quay-link><a href=https://yard.example>asked the yard</a></quay-link> for another boat.</p>"
    assert "They asked the yard for another boat." in article(f"<article>{paragraphs(3)}{said}</article>").text


def test_the_link_to_edit_a_section_goes_behind_its_heading_too() -> None:
    edit = "<span class=edit><span>[</span><a href=/w?action=edit>edit</a><span>]</span></span>"
    part = f"<div><h2>The old ramp</h2>{edit}</div><p>It was built of oak and had been mended four times.</p>"
    assert "edit" not in article(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{part * 2}</article>").text


@pytest.mark.parametrize(
    ("heading", "stays"),
    [
        ("<h2>{}</h2>", True),
        ("<h2><a href=/n/{}>More of it</a></h2>", False),
        ("<h1>{}</h1>", False),
    ],
    ids=["of a section", "that leads elsewhere", "of an article"],
)
def test_articles_behind_the_title_s_own_are_its_sections(heading: str, stays: bool) -> None:
    lead = f"<article><h1>Ferry stays in port</h1><p>{SENTENCES[4]}</p></article>"
    parts = "<article>{}<table><tr><td>two</td><td>planks of oak</td></tr></table></article><article>{}{}</article>"
    made = article(f"<main>{lead}{parts.format(heading.format(1), heading.format(2), paragraphs(3))}</main>")
    assert ("planks of oak" in made.text) == stays


@pytest.mark.parametrize(("level", "count", "stays"), [("h1", 3, True), ("h1", 2, False), ("h2", 3, False)])
def test_chapters_of_the_first_level_are_all_read(level: str, count: int, stays: bool) -> None:
    short = "".join(
        f"<section class=ch><{level}>Part {n}</{level}><p>So it is.</p></section>" for n in range(count - 1)
    )
    long_one = f"<section class=ch><{level}>Part 9</{level}>{paragraphs(5)}</section>"
    assert ("So it is." in article(f"<div>{short}{long_one}</div>").text) == stays
