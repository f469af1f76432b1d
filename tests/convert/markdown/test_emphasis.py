"""Emphasis comes out so that readers of Markdown show it, and show no asterisk."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt
from small_pages import article, paragraphs

START = "It is said of the wall: "


def shown(html: str) -> str:
    """The last paragraph of an article as a reader of its Markdown shows it, with the marks of emphasis alone."""
    markdown = article(f"<article>{paragraphs(5)}<p>{START}{html}</p></article>").markdown
    rendered = MarkdownIt().render(markdown.strip().rsplit("\n\n", 1)[1])
    return unescape(re.sub(r"</?(?!strong|em\b)\w+[^<>]*>", "", rendered)).strip().removeprefix(START)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("it <b>holds</b>.", "it <strong>holds</strong>."),
        ("it <i>holds</i>.", "it <em>holds</em>."),
        ("it<b> holds </b>today.", "it <strong>holds</strong> today."),
        ("it <i><b>holds</b></i>.", "it <em><strong>holds</strong></em>."),
        ("it <b>holds <i>well</i></b>.", "it <strong>holds <em>well</em></strong>."),
        ("it <b>ho</b><b>lds</b>.", "it <strong>holds</strong>."),
        ("it <i>holds</i> <b>well</b>.", "it <em>holds</em> <strong>well</strong>."),
        ("<b>“It holds,”</b> she said.", "<strong>“It holds,”</strong> she said."),
        ("it costs 3 * 4 * 5 crowns.", "it costs 3 * 4 * 5 crowns."),
        ("it <b> </b>holds.", "it holds."),
    ],
)
def test_what_is_marked_on_the_page_is_marked_for_the_reader(html: str, text: str) -> None:
    assert shown(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<b>wall</b><i>s</i> hold.",
        "<i>wall</i><b>s</b> hold.",
        "<b>the <i>wall</i></b><i>s</i> hold.",
        "<b>“Never,”</b>she said.",
        "x<b>(never)</b>y held.",
        "<i>the <b>wa</b>ll</i> holds.",
        "<b>the <a href='https://quay.example/'>wall</b> holds</a> today.",
        "<b>the <code>wa</b>ll</code> holds.",
        "<b>*</b> holds.",
        "<b>line<br></b>holds.",
    ],
)
def test_no_asterisk_is_shown(html: str) -> None:
    text = re.sub(r"</?(?:strong|em)>", "", shown(html))
    assert re.sub(r"\s+", " ", text).replace("*", "") == re.sub(r"<[^<>]*>", "", html.replace("<br>", " ")).replace(
        "*", ""
    )
    assert text.count("*") == html.count("*")
