"""Markup becomes a tree that is bounded and clean."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.convert.bounds import MAX_ATTRIBUTES
from tui.convert.input import tree
from tui.text.cleaning import is_harmless


def text_of(markup: str) -> str:
    return "".join(tree.parse(markup).itertext())


@pytest.mark.parametrize(
    "opening", ["<div>", "<b>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<x-y>"]
)
def test_no_text_is_lost_below_a_level(opening: str) -> None:
    assert "deep text" in text_of(f"<p>before</p>{opening * 5000}deep text")


@pytest.mark.parametrize("end", ["</body></html>", "</BODY >", "</html\n>", "<!-- </body> --></body>"])
def test_text_behind_the_end_of_the_body_stands_in_the_body(end: str) -> None:
    body = tree.parse(f"<html><body><div><p>before</p>{end}<p>after</p></div>").find("body")
    assert [p.text for p in body.findall("div/p")] == ["before", "after"]


def test_data_are_left_as_they_are_whatever_markup_they_quote() -> None:
    data = '{"articleBody": "<body>The ferry is late.</body>"}'
    script = next(tree.parse(f'<script type="application/ld+json">{data}</script><p>text</p>').iter("script"))
    assert script.text == data


def test_the_text_after_a_deep_nest_stays() -> None:
    assert "after" in text_of("<div>" * 3000 + "x" + "</div>" * 3000 + "<p>after</p>")


def test_tens_of_thousands_of_attributes_are_cut_down_before_the_parser_sees_them() -> None:
    begun = time.process_time()
    many = " ".join(f'a{n}="v>"' for n in range(60_000))
    root = tree.parse(f"<p id=x {many}>text</p>")
    assert len(root.find(".//p").attrib) <= MAX_ATTRIBUTES
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("value", ["plain", f"<b>{'x ' * 25_000}"])
def test_attributes_of_a_long_tag_are_cut_down_wherever_it_stands(value: str) -> None:
    names = " ".join(f"a{n}" for n in range(15_000))
    root = tree.parse(f'<p class="before">é</p><p title="{value}" {names}>text</p><p class="after">é</p>')
    assert [p.get("class") for p in root.iter("p")] == ["before", None, "after"]
    assert len(root.findall(".//p")[1].attrib) <= MAX_ATTRIBUTES


@pytest.mark.parametrize(
    "markup", ["<!--" * 50_000, "<" * 200_000, "<script>" * 20_000, "<svg" * 20_000, "&#" * 100_000]
)
def test_unclosed_markup_takes_no_time(markup: str) -> None:
    begun = time.process_time()
    assert "kept" in text_of(f"<p>kept</p>{markup}")
    assert time.process_time() - begun < 5


def test_scripts_and_comments_never_reach_the_tree_but_data_does() -> None:
    root = tree.parse(
        "<script>var p='<p>no</p>'</script><!-- <p>no</p> --><STYLE>p{}</STYLE><p>yes</p>"
        '<script type="application/ld+json">{"a": "<p>"}</script>'
    )
    assert "".join(p.text or "" for p in root.iter("p")) == "yes"
    assert [s.text for s in root.iter("script")] == ['{"a": "<p>"}']


def test_the_shortest_tag_that_says_so_carries_data_and_a_bare_one_does_not() -> None:
    root = tree.parse("<html><body><script json>{}</script><script>1</script><p>Text.</p></body></html>")
    assert [script.text for script in root.iter("script")] == ["{}"]


def test_a_comment_may_hold_the_beginning_of_a_script() -> None:
    assert "kept" in text_of("<p>a<!-- <script> --></p><p>kept</p><script>x</script>")


@pytest.mark.parametrize("comment", ["", ">", "->", " a ", "a-b", " a > b ", "-", "--", "<script>", "\n[if IE]", "é"])
def test_a_comment_is_passed_over_whatever_it_holds(comment: str) -> None:
    end = "" if comment in (">", "->") else "-->"
    assert text_of(f"<p>one<!--{comment}{end} two<!--{comment}{end} three</p>") == "one two three"


@pytest.mark.parametrize("tag", ["script", "style", "svg", "template", "object", "SCRIPT", "Svg"])
def test_each_element_that_is_not_read_is_passed_over(tag: str) -> None:
    assert text_of(f"<p>one<{tag}>not</{tag}> two<{tag} class='a'>not</{tag} > three</p>") == "one two three"


@pytest.mark.parametrize("name", ["SCRIPT", "Style"])
def test_an_element_in_capitals_ends_where_it_says_whatever_follows(name: str) -> None:
    read = text_of(f"<{name}>x()</{name}><p>between</p><{name.lower()}>y()</{name.lower()}><p>after</p>")
    assert read.split() == ["betweenafter"]


def test_text_after_an_unclosed_comment_is_kept() -> None:
    assert "still here" in text_of("<p>a</p><!-- never closed <p>still here</p>")


@pytest.mark.parametrize(
    "mark",
    [
        *("\x1b]0;x\x07", "\x9b31m", "&#27;[2J", "&#x1b;c", "&#x9b;31m", "\u202e", "\u200b", "&shy;", "&zwj;", "&shy"),
        *("&zwnj;", "&lrm;", "&rlm;", "&ZeroWidthSpace;", "&NoBreak;", "&InvisibleTimes;", "&#X200B;", "&#8206"),
    ],
)
def test_what_steers_a_terminal_or_hides_is_gone_from_texts_and_attributes(mark: str) -> None:
    root = tree.parse(f"<p title='a{mark}b'>a{mark}b<br>c{mark}d</p>")
    found = "".join(root.itertext()) + root.find(".//p").get("title")
    assert not set(found) & set("\x1b\x07\x9b\u202e\u200b\u00ad\u200d\u200c\u200e\u200f\u2060\u2062")


def test_joiners_that_shape_words_and_emoji_stay() -> None:
    assert text_of("<p>👨\u200d👩\u200d👧 نمی\u200cشود</p>") == "👨\u200d👩\u200d👧 نمی\u200cشود"


@pytest.mark.parametrize("reference", ["&#406c;", "&#x;", "&#;", "&#99999999999;", "&#xD800;", "&#0;"])
def test_odd_references_raise_nothing(reference: str) -> None:
    assert "after" in text_of(f"<p>{reference} after</p>")


@example(["&#", "\u202e", "8238"])
@given(
    st.lists(
        st.sampled_from("&#27; &#x1b &#155; &shy; &shy &#8238; &#8205; & # 27; &# ; 8238 \u202e 🏴 e > < p".split()),
        max_size=12,
    )
)
def test_no_way_of_writing_references_brings_a_hidden_character_into_the_tree(pieces: list[str]) -> None:
    written = "".join(pieces)
    root = tree.parse(f"<body><p title='{written}'>{written}</p><p>{written} and more</p></body>")
    said = ["".join(root.itertext()), *(value for e in root.iter("p") for value in e.values())]
    assert all(is_harmless(text.replace("\u200d", "")) for text in said)


def test_bytes_that_are_no_utf_8_are_seen_to_be_missing() -> None:
    root, _ = tree.parse_utf8(b"<p>caf\xe9 au lait</p><p>\xc3\xa9t\xc3\xa9")
    assert "".join(root.itertext()) == "caf\ufffd au laitété"


def test_style_sheets_are_found_where_they_stand() -> None:
    page = b"<style>p{}</style><svg><style>b{}</style></svg><p>text</p><STYLE media=all>i{}</STYLE>"
    root, sheets = tree.parse_utf8(page)
    assert [page[begin:end] for begin, end in sheets] == [b"p{}</style>", b"i{}</STYLE>"]
    assert "".join(root.itertext()) == "text"


@pytest.mark.parametrize("tag", ["article", "section", "my-tag"])
@pytest.mark.parametrize("before", ["", "<title>x</title>", "<meta name=a><link href=b>"])
@pytest.mark.parametrize("after", ["", "<link href=c></head><body><p>later"])
def test_what_the_parser_takes_for_a_part_of_the_head_is_moved_to_the_body(tag: str, before: str, after: str) -> None:
    root = tree.parse(f"<head>{before}<{tag}>text</{tag}>{after}")
    assert [e.tag for e in root.find("head")] == [e.tag for e in tree.parse(f"<head>{before}</head>").find("head")]
    assert "".join(root.find("body").itertext()).startswith("text")


def test_a_head_that_holds_nothing_else_stays_as_it_is() -> None:
    held = (
        "<title>x</title><meta name=a><link><base href=b><script type=application/json>{}</script><noscript></noscript>"
    )
    root = tree.parse(f"<head>{held}</head><body><p>text")
    assert [e.tag for e in root.find("head")] == "title meta link base script noscript".split()


def test_numbers_of_controls_are_the_signs_that_browsers_show_for_them() -> None:
    root = tree.parse("<p>&#147;It isn&#146;t,&#x94; he said &#151; &#129;once.</p>")
    assert root.text_content() == "“It isn’t,” he said — once."
