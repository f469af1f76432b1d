"""Pieces of pages in pages of several kinds: what comes of each as a whole is compared (``whole_results.py``)."""

from __future__ import annotations

import pytest
from page_pieces import FOLDER, pieces
from small_pages import SENTENCES, article, from_file, paragraphs

BETWEEN = pieces("structure.html") | pieces("pictures.html") | pieces("around.html")
HEADS = pieces("heads.html")  # what stands in a page's head, a line of three hyphens, what stands above its text
TEXTS = pieces("texts.txt")
BODIES = pieces("bodies.html")
CAPTIONS = (FOLDER / "captions.txt").read_text("utf-8").splitlines()
FIGURES = (
    "<figure><img src='/p/hull.jpg' alt='A hull'><figcaption>{}</figcaption></figure>",
    "<div class=image><img src='/p/hull.jpg'><p>{}</p></div>",
    "<p><img src='/p/hull.jpg'></p><p><em>{}</em></p>",
    "<figure><img src='/p/hull.jpg'><figcaption>The crew. <span class=credit>{}</span></figcaption></figure>",
)
TITLE = "<h1>Ferry stays in port</h1>"
MARKED = (
    "<header><a href=/>The Isle Gazette</a></header>"
    f"<main><article>{TITLE}<div class=article-body>{{}}</div></article></main>"
    "<footer><p>© The Isle Gazette</p></footer>"
)
BOXES = (
    "<div id=page><div id=left><ul><li><a href=/a>Frost in the hills</a></li></ul></div>"
    f"<div id=story>{TITLE}{{}}</div>"
    "<div class=sidebar><p>Most read: the frost in the hills came late this year, as all vintners say.</p></div></div>"
)
OLD = f"<table><tr><td><font size=2>{TITLE}{{}}</font></td></tr></table>"


@pytest.mark.parametrize("name", BETWEEN)
def test_a_piece_costs_the_text_around_it_nothing(name: str) -> None:
    piece, last = BETWEEN[name], f"<p>{SENTENCES[3]}</p>"
    between, behind, before = f"{paragraphs(3)}{piece}{last}", f"{paragraphs(3)}{last}{piece}", piece + paragraphs(3)
    pages = [MARKED.format(between), MARKED.format(behind), MARKED.format(before)]
    made = [article(page) for page in (*pages, BOXES.format(between), BOXES.format(behind), OLD.format(between))]
    for text in (one.text for one in made):
        assert SENTENCES[0] in text


@pytest.mark.parametrize("name", HEADS)
def test_what_stands_above_the_text_costs_it_nothing(name: str) -> None:
    head, _, above = HEADS[name].partition("\n---\n")
    for title in ("Ferry stays in port - Isle Gazette", ""):
        for around in ("<article>{}</article>", "<div>{}</div>", "<header>{}</header>"):
            text = around.format(above) + paragraphs() if "header" in around else around.format(above + paragraphs())
            assert SENTENCES[0] in article(text, head=head, title=title).text


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_any_shape_is_read(name: str) -> None:
    made = from_file("ferry.txt", TEXTS[name].format(*SENTENCES).encode())
    assert "ferry" in (made.title + made.text).casefold()


@pytest.mark.parametrize("line", CAPTIONS)
def test_words_under_a_picture_cost_the_text_nothing(line: str) -> None:
    for kind in FIGURES:
        made = article(MARKED.format(f"{paragraphs(2)}{kind.format(line)}{paragraphs(2)}"))
        assert SENTENCES[1] in made.text


@pytest.mark.parametrize("name", BODIES)
def test_of_a_page_of_any_build_some_text_is_found(name: str) -> None:
    body = BODIES[name].format(*SENTENCES)
    for around in ("{}", f"<nav><a href=/>Home</a></nav>{{}}<footer><p>{SENTENCES[0]}</p></footer>"):
        assert article(around.format(body)).blocks
