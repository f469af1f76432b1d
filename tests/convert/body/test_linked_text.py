"""What links lead to decides whether linked text is the article's: other hosts and documents, or more of the site."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article

from tui.convert.body.leading import leads_on

HOST = "https://isle.example"
OTHER = "https://yard.example"


def text(part: str) -> str:
    """The text of an article of isle.example with ``part`` between its paragraphs."""
    said = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    return article(f"<article><h1>Ferry stays in port</h1>{''.join(said[:3])}{part}{''.join(said[3:])}</article>").text


@pytest.mark.parametrize(
    "part",
    [
        f"<h2><a href={OTHER}/report>The report of the yard</a></h2>",
        f"<h2><a href={HOST}/files/report.pdf>The report of the yard</a></h2>",
        f"<p><a href={HOST}/n/3>The report of the yard was read aloud in the hall on Tuesday evening.</a></p>",
        f"<p>Letter: <a href={OTHER}/letter>The report of the yard</a></p>",
        f"<ul><li><a href={OTHER}/1>The report of the yard</a></li><li><a href={OTHER}/2>The answer</a></li></ul>",
        "<ul><li>3 March: <a href=/1>The report of the yard</a></li><li>4 March: <a href=/2>The answer</a></li></ul>",
        f"<div class=box><h3><a href={OTHER}/1>The report of the yard</a></h3><p>It costs 12 crowns.</p></div>",
    ],
)
def test_linked_text_of_the_article_stays(part: str) -> None:
    assert "The report of the yard" in text(part)


@pytest.mark.parametrize(
    "part",
    [
        "<h2><a href=/n/3>The report of the yard</a></h2><h2><a href=/n/4>The answer</a></h2>",
        f"<p><a href={HOST}/n/3>The report of the yard</a></p>",
        f"<p>Read also: <a href={HOST}/n/3>The report of the yard was read aloud.</a></p>",
        "<ul><li>Harbour: <a href=/1>The report of the yard</a></li><li>Ships: <a href=/2>The answer</a></li></ul>",
        "<ul><li>Next message: <a href=/1>The report of the yard</a></li>"
        "<li>Messages sorted by: <a href='/by#1'>[ date ]</a> <a href='/to#1'>[ author ]</a></li></ul>",
        "<div class=box><h3><a href=/n/3>The report of the yard</a></h3><p>It was read aloud.</p></div>",
    ],
)
def test_more_to_read_on_the_same_site_goes(part: str) -> None:
    assert "The report of the yard" not in text(part)


def test_a_page_of_linked_titles_over_texts_keeps_them() -> None:
    items = "".join(
        f"<div class=b><h3><a href=/b/{n}>Book number {n} of it</a></h3><p>{SENTENCES[n]}</p></div>" for n in range(5)
    )
    found = article(f"<main><h1>Five books for the island</h1><div>{items}</div></main>").text
    assert "Book number 3 of it" in found


def test_what_stands_beside_a_pointer_stays() -> None:
    items = "<ul><li>Rope</li><li>Two lamps</li></ul>"
    assert "Two lamps" in text(f"<p>The crew needs:</p>{items}<p><a href=/n/3>The whole list of it</a></p>")


def test_the_link_to_edit_a_section_is_not_its_heading() -> None:
    assert "The bell\n" in text("<h2>The bell<span>[<a href=/edit>edit</a>]</span></h2>")


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("/n/3", True),
        ("https://www.isle.example/n/3", True),
        ("#part", False),
        (f"{OTHER}/n", False),
        ("/a.pdf", False),
        ("/a.odt", False),
        ("/a.pptx?v=2", False),
        ("/a.odd", True),
        ("/n/3#part", False),
        ("/n/3#from=teaser", True),
    ],
)
def test_a_link_leads_on_within_its_site(href: str, leads: bool) -> None:
    assert leads_on(href, "isle.example") == leads


MENU = "<ul><li><a href=/n/3>The report of the yard</a></li><li><a href=/n/4>The answer of the town</a></li></ul>"


def test_a_list_to_which_the_text_leads_with_a_colon_is_part_of_it() -> None:
    led = "<p>What the yard wrote and what the town answered can be read in full here:</p>"
    assert "The report of the yard" in text(led + MENU)
    assert "The report of the yard" not in text(f"<p>Read also:</p>{MENU}")


def test_a_page_made_of_lists_of_links_keeps_them() -> None:
    lists = "".join(f"<h2>Part {n}</h2><ul><li><a href=/{n}>The way to the harbour {n}</a></ul>" for n in range(12))
    assert "The way to the harbour 7" in article(f"<main><h1>All guides</h1><p>{SENTENCES[0]}</p>{lists}</main>").text


def test_steps_with_linked_titles_are_part_of_the_text() -> None:
    steps = "".join(
        f"<li><a href=/s/{n}>Step number {n} of it</a><p>This part tells how it is done.</p>" for n in range(3)
    )
    assert "Step number 1 of it" in text(f"<ol>{steps}</ol>")


def test_the_site_of_a_page_that_was_taken_over_is_the_one_its_links_lead_to() -> None:
    menu = "".join(f"<a href={HOST}/{n}>{n}</a> " for n in range(12))
    head = f"<link rel=canonical href={OTHER}/n/1>"
    said = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    body = f"<div>{menu}</div><article><h1>Ferry stays in port</h1>{said}{MENU.replace('/n/', HOST + '/n/')}</article>"
    assert "The report of the yard" not in article(body, url=None, head=head).text


def test_what_a_site_attaches_to_a_notice_is_read_whatever_its_box_is_called() -> None:
    file = "<li><span class=related-files-link><a href={}>The plan of the detour</a></span> <small>310 KB</small></li>"
    box = "<div class=related-wrap><h4>Files</h4><ul>{}</ul></div>"
    said = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    notice = f"<main><h1>Ferry stays in port</h1><div itemprop=articleBody>{said}</div>{{}}</main>"
    plan, page = file.format("/files/detour.pdf"), file.format("/n/detour")
    for around in ("{}", notice):
        part = around.format(box.format(plan))
        assert "The plan of the detour" in (text(part) if around == "{}" else article(part).text)
        part = around.format(box.format(plan + page))
        assert "The plan of the detour" not in (text(part) if around == "{}" else article(part).text)
    asks = f"<div class=comments><p>{SENTENCES[0]} Read <a href=/files/rules.pdf>the rules</a>.</p></div>"
    assert "the rules" not in article(notice.format(asks)).text


def test_links_of_a_page_from_nowhere_are_known_to_be_its_own_and_lead_nowhere() -> None:
    said = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    menu = "<ul><li><a href=/n/1>A boat for the outer islands</a></li><li><a href=/n/2>Who pays for it?</a></li></ul>"
    linked = "<p>It was <a href=/n/3>read aloud</a> in <a href=https://hall.example>the hall</a>, and nobody spoke.</p>"
    found = article(
        f"<article><h1>Ferry stays in port</h1>{said[0]}{menu}{linked}{''.join(said[1:])}</article>", url=None
    )
    assert "outer islands" not in found.text.replace("The ferry to the outer islands", "")
    assert "It was read aloud in [the hall](https://hall.example)" in found.markdown
    assert [link.url for link in found.links] == ["https://hall.example"]


def test_a_page_that_shows_links_and_nothing_else_is_about_them() -> None:
    links = (
        "<p><a href=/q>quays</a></p><p><a href=/user/ada>ada_quay</a></p><p><a href=https://yard.example>yard</a></p>"
    )
    assert article(f"<article><h1>Ferry stays in port</h1>{links}</article>").text == "quays\n\nada_quay\n\nyard"
    said = f"<p>{SENTENCES[0]}</p>"
    assert article(f"<article><h1>Ferry stays in port</h1>{links}{said}</article>").text == f"yard\n\n{SENTENCES[0]}"


def test_a_short_sentence_that_is_a_link_is_the_article_s_and_a_shorter_one_is_not() -> None:
    said = "<p><a href=/n/8>The two halves meet, {} inches apart.</a></p>"
    assert "halves meet" in text(said.format(31_000))
    assert "halves meet" not in text(said.format(3_100))


def test_the_sign_that_points_at_a_place_is_not_read() -> None:
    shown = text('<div><span>conf.py</span><a href="#c" title="Link">¶</a></div><p>See <a href="#c">the list</a>.</p>')
    assert "conf.py" in shown
    assert "¶" not in shown
    assert "See the list." in shown


def test_the_name_of_a_language_over_its_listing_is_not_read() -> None:
    listing = "<pre><code>open(gate)</code></pre>"
    shown = text(f"<div class=language-js><button></button><span class=lang>js</span>{listing}</div>")
    assert "open(gate)" in shown
    assert "js" not in shown.split()
    assert "gate.js" in text(f"<div class=language-js><span>gate.js</span>{listing}</div>")


@pytest.mark.parametrize(("between", "shown"), [(2, False), (3, True)])
def test_the_name_of_a_language_is_sought_right_before_its_listing(between: int, shown: bool) -> None:
    files = "".join(f"<span>gate{n}.js</span>" for n in range(between))
    found = text(f"<div class=language-js><span>js</span>{files}<pre><code>open(gate)</code></pre></div>")
    assert ("jsgate0.js" in found) is shown


def test_the_mark_of_a_notebook_s_cell_is_not_read() -> None:
    cell = "<div class=cell><div class=jp-InputPrompt>In&nbsp;[1]:</div><div><pre>print(gate)</pre></div></div>"
    shown = text(cell)
    assert "print(gate)" in shown
    assert "In [1]" not in shown.replace("\xa0", " ")
    assert "[1] of the harbour" in text("<div class=prompt>[1] of the harbour office, which nobody had asked</div>")


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("<a href=/>home</a> / <a href=/log>log</a> / <a href=/feed>all the letters</a>", False),
        ("<a href=/>home</a> or <a href=/log>log</a> or <a href=/feed>all the letters</a>", True),
        ("<a href='#list'>Jump to the list</a> <a href=/print>Print</a>", False),
        ("<a href='#list'>Jump to the list</a> of boats <a href=/print>Print</a>", True),
        ("<b>Harbours</b><br><a href=/a>Skarv</a><br><a href=/b>Ellery</a><br><a href=/c>Lund</a>", False),
        ("<b>Harbours</b><br><a href=/a>Skarv</a>, north<br><a href=/b>Ellery</a><br><a href=/c>Lund</a>", True),
        ("<b>Harbours</b><br><a href=/a>Skarv</a><br><a href=/b>Ellery</a>", True),
    ],
    ids=["signs", "words between", "jump", "jump in a sentence", "menu", "no menu", "short"],
)
def test_a_line_of_links_and_signs_is_a_menu(line: str, stays: bool) -> None:
    said = text(f"<p>{line}</p><h2 id=list>All boats</h2><p>{SENTENCES[2]}</p>").replace("\n", " ")
    assert any(word in said for word in ("all the letters", "Jump to the list", "Ellery")) == stays
