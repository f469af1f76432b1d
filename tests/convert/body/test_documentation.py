"""On a page of documentation sentences ask, point and repeat themselves, and all sections are read."""

from __future__ import annotations

import pytest
from small_pages import SENTENCES, article

DOCS = "https://isle.example/docs/horn"
NEWS = "https://isle.example/news/horn"
ASKS = "Sign up for an account on the harbour's server and subscribe to the horn."
POINTS = "Learn more about horns in the guide to horns."


def page(url: str = NEWS, head: str = "", name: str = "text") -> str:
    """The text of a page with sentences that ask, point elsewhere and repeat what was said."""
    body = (
        f"<h1>Horns</h1><div class='{name}'><p>{SENTENCES[0]}</p><p>{ASKS}</p><p><a href=/docs/horns>{POINTS}</a></p>"
        f"<p>{SENTENCES[1]} {SENTENCES[2]}</p><h2>Bells</h2><p>{SENTENCES[1]} {SENTENCES[2]}</p>"
        f"<p>{SENTENCES[3]}</p></div>"
    )
    return article(f"<main>{body}</main>", url=url, head=head).text


def whole(text: str) -> bool:
    """Whether all sentences are there."""
    return ASKS in text and POINTS in text and text.count(SENTENCES[2]) == 2


@pytest.mark.parametrize(
    ("url", "head", "name"),
    [
        (DOCS, "", "text"),
        ("https://docs.isle.example/horn", "", "text"),
        (NEWS, "<meta name=generator content='Docusaurus v3.1'>", "text"),
        (NEWS, "<meta name=generator content='mkdocs-1.6'>", "text"),
        (NEWS, "", "rst-content"),
        (NEWS, "", "wide vp-doc"),
    ],
)
def test_what_asks_points_and_repeats_itself_stays(url: str, head: str, name: str) -> None:
    assert whole(page(url, head, name))


@pytest.mark.parametrize(
    "url", [NEWS, "https://isle.example/doc.isle.example.B2", "https://isle.example/references-to-horns"]
)
def test_elsewhere_it_does_not(url: str) -> None:
    text = page(url)
    assert ASKS not in text
    assert text.count(SENTENCES[2]) == 1


def sections(beside: str) -> str:
    """A text whose longest section stands beside another thing."""
    long = "".join(f"<p>{n}: {SENTENCES[n % 5]}</p>" for n in range(12))
    return f"<div role=main><section><h1>Horns</h1>{beside}<section><h2>Bells</h2>{long}</section></section></div>"


def test_sections_beside_the_longest_are_read() -> None:
    short = f"<section><h2>Whistles</h2><ul><li>{SENTENCES[4]}</li><li>Short ones.</li></ul></section>"
    found = article(sections(short), url=DOCS).text
    assert SENTENCES[4] in found
    assert "Short ones." in found


@pytest.mark.parametrize("tag", ["nav", "footer"])
def test_what_is_set_apart_is_no_section(tag: str) -> None:
    beside = f"<{tag}><p>Another {SENTENCES[4]}</p></{tag}><p>Was this of any help?</p>"
    found = article(sections(beside), url=DOCS).text
    assert "Another" not in found
    assert "Was this of any help?" not in found


def test_pages_that_a_manual_lists_or_points_to_are_named() -> None:
    listed = "<ul><li><a href=/docs/datum>The datum of levels</a></li><li><a href=/docs/surge>Surges</a></li></ul>"
    lone = "<p><a href=/docs/index>All pages of the manual</a></p>"
    body = f"<h1>Horns</h1><p>{SENTENCES[0]}</p>{listed}<p>{SENTENCES[1]}</p>{lone}<p>{SENTENCES[2]}</p>"
    manual, news = (article(f"<main>{body}</main>", url=url).text for url in (DOCS, NEWS))
    assert "The datum of levels\n\nSurges" in manual
    assert "All pages of the manual" in manual
    assert "The datum of levels" not in news
    assert "All pages of the manual" not in news


def test_a_section_before_the_longest_is_read_with_the_heading_between() -> None:
    long = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[1:])
    body = f"<div class=intro><p>{SENTENCES[0]}</p></div><div><h2>Bells</h2><div class=sect>{long}</div></div>"
    for name in ("content", "rest"):
        found = article(f"<h1>Horns</h1><div id={name}>{body}</div>", url=DOCS).text
        assert ("Bells" in found) == (name == "content")


def test_a_note_that_says_what_to_see_is_read() -> None:
    note = "<div class='admonition seealso'><p>See also</p><p>The page on bells tells what becomes of it.</p></div>"
    said = "".join(f"<p>{n}: {SENTENCES[n]}</p>" for n in range(5))
    assert "The page on bells" in article(f"<article><h1>Horns</h1>{said}{note}</article>", url=DOCS).text
