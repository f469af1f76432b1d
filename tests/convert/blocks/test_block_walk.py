"""Elements become blocks with their spans, frames and jumps."""

from __future__ import annotations

import sys

import pytest
from small_pages import article, paragraphs

from tui.model.article import Article, Block, Frame, Link, Span


def made(html: str) -> Article:
    return article(f"<article><h1>Ferry stays in port</h1>{paragraphs(2)}{html}{paragraphs(1)}</article>")


def only(html: str) -> tuple[Block, ...]:
    """The blocks of ``html`` between its paragraphs."""
    return made(html).blocks[2:-1]


def test_white_space_is_folded_and_kept_outside_the_spans() -> None:
    (block,) = only("<p>\n one <b> two </b>three<em> four</em> </p>")
    assert block.text == "one two three four"
    assert block.spans == (Span(4, 7, "strong"), Span(14, 18, "emphasis"))


def test_loose_text_is_a_paragraph_and_two_line_breaks_part_paragraphs() -> None:
    assert [b.text for b in only("<div>one<br>two<br><br>three<p>four</p>five</div>")] == [
        "one\ntwo",
        "three",
        "four",
        "five",
    ]


@pytest.mark.parametrize(
    "verse",
    [
        "<p><span style='display:block'>one two</span><span style='display: block'>three four</span></p>",
        "<p>\n<span style='display:block'>one two</span>\n<span style='display:block'>three four</span>\n</p>",
        "<p><span class=line>one two</span><span class=line>three four</span></p>",
        "<p><span class='x line'>one two</span><span class='x line'>three four</span></p>",
        "<p><span class=line>one two</span>\n  <span class=line>three four</span></p>",
        "<p><span class=x>one two,</span><span class=x>three four</span></p>",
        "<p><span class=x>one two</span><span class=x>Three four</span></p>",
    ],
)
def test_spans_that_are_set_as_lines_are_lines(verse: str) -> None:
    assert [b.text.replace(",", "").lower() for b in only(verse)] == ["one two\nthree four"]


@pytest.mark.parametrize(
    ("sheet", "lines"),
    [
        (".poem{white-space:pre-line}", True),
        ("p.note, article > p.poem { color: red; white-space: pre-wrap !important }", True),
        (".a{b:c}.poem{white-space:pre}", True),
        (".poem{white-space:pre-line-else}", False),
        (".poem{white-space:normal}", False),
        (".poem b{white-space:pre}", False),
        (".poem{}.other{white-space:pre}", False),
        (".poem{color:red} code{white-space:pre}", False),
        ("b{}</style><style media=all>.poem{white-space:pre}", True),
        ("b{}</style><script> .poem{white-space:pre}</script><style>", False),
    ],
)
def test_lines_that_a_style_sheet_shows_are_lines(sheet: str, lines: bool) -> None:
    verse = "<p class='x poem'>one two\n<b>three</b> four</p>"
    text = f"<style>{sheet}</style><article><h1>Ferry stays in port</h1>{paragraphs(3)}{verse}{paragraphs(1)}</article>"
    assert article(text).blocks[3].text == ("one two\nthree four" if lines else "one two three four")


def test_what_is_nested_in_such_an_element_is_no_lines() -> None:
    sheet = "<style>.all{white-space:pre-line}</style>"
    found = article(f"{sheet}<div class=all>\n{paragraphs(4)}<p>one\ntwo three</p>\n{paragraphs(1)}</div>")
    assert "one two three" in [b.text for b in found.blocks]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("<p>a <span class=x>one two</span> <span class=x>three four</span></p>", "a one two three four"),
        ("<p><span class=x>one two,</span> <span class=x>three four</span></p>", "one two, three four"),
        ("<p><span class=line>one two</span> and <span class=line>three four</span></p>", "one two and three four"),
        ("<p><span class=x>o</span><span class=x>ne</span></p>", "one"),
        ("<p><span class=x>one two</span><span class=y>three four</span></p>", "one twothree four"),
        ("<p><span class=x>one two </span><span class=x>three four</span></p>", "one two three four"),
        ("<p><span>one two</span><span>three four</span></p>", "one twothree four"),
        ("<p><span class=x>one two t</span><span class=x>hree four</span></p>", "one two three four"),
        ("<p><span class=x>one two</span><span class=x>, three four</span></p>", "one two, three four"),
        ("<p><span class=x>Mc</span><span class=x>Donald's</span></p>", "McDonald's"),
    ],
)
def test_other_spans_are_words_of_the_line(words: str, text: str) -> None:
    assert [b.text for b in only(words)] == [text]


def test_a_line_in_a_cell_is_words_of_the_cell() -> None:
    (table,) = only("<table><tr><th>a<th>b<tr><td><span style='display:block'>c</span>d<td>e</table>")
    assert table.text == "a\tb\nc d\te"


def test_a_list_has_markers_on_the_first_block_of_each_item() -> None:
    blocks = only("<ol start=3><li><p>a</p><p>b</p><ul><li>c</ul><li value=9>d</ol>")
    assert [b.within for b in blocks] == [
        (Frame("item", "3."),),
        (Frame("item"),),
        (Frame("item"), Frame("item", "•")),
        (Frame("item", "9."),),
    ]


def test_code_keeps_its_lines_and_names_its_language() -> None:
    (block,) = only("<pre><code class='language-python'>def f():\n\treturn 1\n</code></pre>")
    assert (block.kind, block.text, block.language) == ("code", "def f():\n\treturn 1", "python")


def test_a_table_parts_cells_by_tabs_and_keeps_its_links() -> None:
    (block,) = only(
        "<table><thead><tr><th>Port<th>Day</thead><tr><td><a href=/n>North</a><td>Mon"
        "<tr><td colspan=2>none<tr><td>South</table>"
    )
    assert (block.kind, block.header) == ("table", True)
    assert block.text == "Port\tDay\nNorth\tMon\nnone\t\nSouth\t"
    assert block.spans == (Span(9, 14, "link", "https://isle.example/n"),)


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    assert [b.kind for b in only("<table><tr><td><h2>Head</h2><p>Some text in a cell.</p><td>x</table>")] == [
        "heading",
        *["paragraph"] * 2,
    ]


def test_definitions_stand_under_their_term() -> None:
    blocks = only("<dl><dt>ice</dt><dd>frozen water</dd></dl>")
    assert [(b.text, b.within[0].kind) for b in blocks] == [("ice", "term"), ("frozen water", "definition")]


def test_a_footnote_can_be_jumped_to_and_back() -> None:
    blocks = only("<p id=r1>Ice.<sup><a href=#n1>1</a></sup></p><ol><li id=n1>Of the sea. <a href=#r1>back</a></ol>")
    assert blocks[0].anchor == "r1"
    assert blocks[1].anchor == "n1"
    assert [s.url for b in blocks for s in b.spans if s.style == "link"] == ["#n1", "#r1"]


@pytest.mark.parametrize(
    "notes",
    [
        "<ol><li id=n1>Of the sea. <a href=#r1>back</a></ol>",
        "<ol><li><span id=n1></span>Of the sea. <a href=#r1>back</a></ol>",
        "<section class=footnotes><ol><li id=n1>Of the sea.</ol></section>",
        "<ol><li id=n1 role=doc-endnote>Of the sea.</ol>",
    ],
)
def test_an_item_that_a_link_of_the_text_leads_to_is_a_footnote(notes: str) -> None:
    blocks = only(f"<p id=r1>Ice.<sup><a href=#n1>1</a></sup></p>{notes}")
    assert blocks[1].within == (Frame("footnote", "[1]"),)


@pytest.mark.parametrize(
    "listed",
    [
        "<ul><li id=ice>Of the sea.</ul>",  # a jump to a place in the text
        "<ol class=footnotes><li id=other>Of the sea.</ol>",  # nothing leads here
    ],
)
def test_other_items_are_no_footnotes(listed: str) -> None:
    blocks = only(f"<p>See the <a href=#ice>ice</a>.</p>{listed}")
    assert blocks[1].within[0].kind == "item"


def test_a_jump_to_nowhere_is_no_link() -> None:
    (block,) = only("<p>See <a href=#gone>below</a>.</p>")
    assert block.spans == ()


def test_links_are_absolute_and_only_of_the_web() -> None:
    found = made(
        "<p>Go <a href=../map>there</a>, <a href='javascript:x'>no</a>, <a href='//sea.example/ö x'>sea</a>, "
        "<a href='file:///etc'>no</a> now.</p>"
    )
    assert found.links == (
        Link("there", "https://isle.example/map", 2),
        Link("sea", "https://sea.example/ö%20x", 2),
    )


def test_the_base_element_leads_relative_links() -> None:
    found = article(
        f"<article>{paragraphs()}<p>Go <a href=x>there</a> at once.</p></article>",
        head="<base href='https://b.example/d/'>",
    )
    assert found.links[0].url == "https://b.example/d/x"


def test_a_figure_is_a_block_that_knows_its_caption() -> None:
    found = made("<figure><img src=/ship.jpg alt='a ship'><figcaption>The ferry in the port</figcaption></figure>")
    block = next(b for b in found.blocks if b.kind == "figure")
    assert block.caption == 0
    assert found.blocks[found.captions[0].block] is block
    assert "The ferry in the port" not in found.text
    assert "![a ship](https://isle.example/ship.jpg)" in found.markdown


def test_a_player_is_a_labelled_link_outside_the_text() -> None:
    found = made(
        "<iframe src='https://video.example/embed/1' title='The crack in the hull' width=600 height=400></iframe>"
    )
    block = next(b for b in found.blocks if b.kind == "figure")
    assert (block.text, block.caption) == ("The crack in the hull (video.example)", None)
    assert "[The crack in the hull (video.example)](https://video.example/embed/1)" in found.markdown
    assert "The crack in the hull" not in found.text


def test_an_advertisement_in_a_frame_is_not_shown() -> None:
    assert not only("<iframe src='https://ads.example/embed/1' title='Advertisement'></iframe>")


def test_a_pulled_quotation_is_told_from_a_quotation_and_not_said_twice() -> None:
    pulled = "<blockquote class='pullquote'><p>{}</p></blockquote>"
    (block,) = only(pulled.format("Words that are nowhere else."))
    assert [f.kind for f in block.within] == ["pullquote"]
    assert not only(pulled.format("The ferry to the outer islands did not sail on Monday"))


@pytest.mark.parametrize("tag", ["div", "p", "section"])
def test_a_pull_quote_is_told_by_its_name_whatever_its_element(tag: str) -> None:
    (block,) = only(f"<div><{tag} class='article__pull-quote'>Words that are nowhere else.</{tag}></div>")

    assert block.within == (Frame("pullquote"),)


def test_what_holds_an_article_is_no_pull_quote_for_its_name() -> None:
    blocks = only(f"<div class='body has-pullquote'>{paragraphs(8)}</div>")

    assert not any(b.within for b in blocks)


@pytest.mark.parametrize(
    "listing",
    [
        "<pre data-lang='ruby'>puts 1</pre>",
        "<pre lang='ruby'><code>puts 1</code></pre>",
        "<pre class='brush: ruby; gutter: false'>puts 1</pre>",
        "<pre class='brush:ruby'>puts 1</pre>",
        "<div class='highlight highlight-source-ruby'><pre>puts 1</pre></div>",
        "<div class='highlight-ruby notranslate'><div class='highlight'><pre>puts 1</pre></div></div>",
        "<div class='language-ruby highlighter'><div class='highlight'><pre><code>puts 1</code></pre></div></div>",
        "<div class='sourceCode'><pre class='sourceCode ruby'><code class='sourceCode ruby'>puts 1</code></pre></div>",
    ],
)
def test_a_listing_gets_its_language_in_every_way_that_highlighters_name_it(listing: str) -> None:
    (block,) = only(listing)

    assert (block.text, block.language) == ("puts 1", "ruby")


def test_a_listing_of_plain_text_names_no_language() -> None:
    (block,) = only("<pre><code class='language-plaintext highlight'>1 2 3</code></pre>")

    assert block.language is None


def test_a_cell_that_spans_rows_keeps_its_column_in_the_rows_below() -> None:
    (block,) = only(
        "<table><tr><td rowspan=3>Mon<td>one<td>1<tr><td>two<td>2<tr><td>three<td>3<tr><td>Tue<td>x<td>4</table>"
    )

    assert block.text == "Mon\tone\t1\n\ttwo\t2\n\tthree\t3\nTue\tx\t4"


def test_definitions_that_are_never_closed_stand_side_by_side() -> None:
    blocks = only("<dl><dt>Hull<dd>The body of a ship<dd>Also a husk<dt>Pier<dd>A jetty<dd>A pillar</dl>")

    assert [(b.text, [f.kind for f in b.within]) for b in blocks] == [
        ("Hull", ["term"]),
        ("The body of a ship", ["definition"]),
        ("Also a husk", ["definition"]),
        ("Pier", ["term"]),
        ("A jetty", ["definition"]),
        ("A pillar", ["definition"]),
    ]


def test_a_list_right_in_a_list_is_nested_in_the_item_before_it() -> None:
    blocks = only("<ul><li>post<ul><li>letters</li></ul></li><ul><li>parcels</li></ul><li>milk</li></ul>")

    assert [(b.text, len(b.within)) for b in blocks] == [("post", 1), ("letters", 2), ("parcels", 2), ("milk", 1)]


def test_how_characters_are_read_stands_in_brackets_behind_them() -> None:
    (plain, bracketed) = only(
        "<p><ruby>漢<rt>kan</rt></ruby></p><p><ruby>字<rp>（</rp><rt>ji</rt><rp>）</rp></ruby></p>"
    )

    assert (plain.text, bracketed.text) == ("漢(kan)", "字（ji）")


@pytest.mark.parametrize(
    ("frame", "label"),
    [
        ("src='https://sound.example/embed/episode/1'", "Audio (sound.example)"),
        ("src='https://place.example/maps/embed?at=1'", "Map (place.example)"),
        ("src='https://data.example/1' title='Chart: Sailings a year'", "Chart: Sailings a year (data.example)"),
        ("src='https://tube.example/video/1'", "Video (tube.example)"),
        ("src='https://post.example/embed/1'", "Embedded page (post.example)"),
    ],
)
def test_a_frame_is_called_what_it_shows(frame: str, label: str) -> None:
    (block,) = only(f"<iframe {frame}></iframe>")

    assert block.text == label


def test_words_beside_a_box_to_tick_are_the_items() -> None:
    items = "<li><input type=checkbox checked disabled> rope<li><label><input type=checkbox> two lamps</label>"
    found = article(f"<article>{paragraphs()}<ul>{items}</ul></article>")
    assert [b.text for b in found.blocks if b.within] == ["☑ rope", "two lamps"]


def test_lines_that_a_style_keeps_are_lines_and_empty_ones_end_a_paragraph() -> None:
    verse = "<div style='white-space: pre-line'>Ropes and wire,\nall night long.\n\nThe boats come in.</div>"
    found = article(f"<article>{paragraphs()}{verse}</article>")
    assert [b.text for b in found.blocks][-2:] == ["Ropes and wire,\nall night long.", "The boats come in."]


def test_entries_of_a_list_in_a_cell_are_told_apart() -> None:
    cell = "<ul><li>08:10 to 11:40</li><li>13:05 to 18:20</li></ul>"
    rows = f"<tr><th>Day<th>Hours</tr><tr><td>Monday<td>{cell}</tr>"
    found = article(f"<article>{paragraphs()}<table>{rows}</table></article>")
    assert "Monday\t08:10 to 11:40; 13:05 to 18:20" in found.text


def test_lists_count_backwards_and_in_letters_where_they_say_so() -> None:
    backwards = "<ol reversed><li>third place<li>second place<li>first place</ol>"
    letters = "<ol type=a><li>by boat<li>by train</ol>"
    found = article(f"<article>{paragraphs()}{backwards}{paragraphs(2)}{letters}</article>")
    assert [b.within[0].marker for b in found.blocks if b.within] == ["3.", "2.", "1.", "a.", "b."]


def test_text_that_can_be_printed_holds_no_space_but_the_plain_one() -> None:
    spaces = [character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()]
    assert [character for character in spaces if character.isprintable()] == [" "]
