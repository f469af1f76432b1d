"""Pages made to break a converter give their text, or a clear message."""

from __future__ import annotations

import json
import time

import pytest
from bench_scripts import run_script
from small_pages import SENTENCES, article, from_file, page, paragraphs

from tui.convert.bounds import MAX_BLOCKS, MAX_DEPTH, MAX_HOLDERS, MAX_LEVELS
from tui.model.page import ReadingError


@pytest.mark.parametrize("levels", [MAX_LEVELS - 1, MAX_LEVELS + 1, MAX_DEPTH + 1, 251, 5_000])
@pytest.mark.parametrize(
    "opening", ["<div>", "<b>", "<blockquote>", "<ul><li>", "<ol><li><table><tr><td>", "<table>", "<em>", "<a name=x>"]
)
def test_deep_nesting_gives_all_its_text(opening: str, levels: int) -> None:
    found = article(f"<article><h1>Deep</h1>{paragraphs()}{opening * levels}deep text{paragraphs()}</article>")
    assert "deep text" in found.text
    assert "deep text" in found.markdown


def test_what_is_nested_too_deep_keeps_its_paragraphs_and_shows_no_scripts() -> None:
    inner = "<p>The first of two.</p><p>The <b>second</b> of<script>x = 1</script> two.</p> And <i>more</i>."
    found = article(f"<article>{paragraphs()}{'<b>' * MAX_LEVELS}{inner}{'</b>' * MAX_LEVELS}</article>")
    assert "\n\nThe first of two.\n\nThe second of two.\n\nAnd more." in found.text


def nested_message(levels: int, container: str, body: bytes) -> bytes:
    """A page inside so many parts that each hold one other."""
    message = b"Content-Type: text/html\n\n" + body
    for n in range(levels):
        head, end = (f"; boundary=B{n}\n\n--B{n}", f"\n--B{n}--") if container.startswith("multipart") else ("\n", "")
        message = f"Content-Type: {container}{head}\n".encode() + message + end.encode()
    return b"MIME-Version: 1.0\n" + message


@pytest.mark.parametrize("container", ["multipart/related", "message/rfc822"])
def test_parts_of_a_web_archive_may_lie_in_each_other_to_any_depth(container: str) -> None:
    body = page(f"<article><h1>Deep</h1>{paragraphs()}</article>")
    assert from_file("a.mhtml", nested_message(MAX_HOLDERS, container, body)).text
    for levels in (MAX_HOLDERS + 1, 5_000):
        with pytest.raises(ReadingError, match="no page"):
            from_file("a.mhtml", nested_message(levels, container, body))


@pytest.mark.parametrize("sign", [">", "- ", "1. ", "[", "![", "*a **b ", "^[", "`", "<b>", "term\n: "])
def test_markdown_nested_to_any_depth_gives_its_text(sign: str) -> None:
    text = f"# Deep\n\n{SENTENCES[0]}\n\n{sign * 1_000}\n\n{SENTENCES[1]}\n\nA note[^1]\n\n[^1]: note\n"
    assert SENTENCES[0] in from_file("deep.md", text.encode()).text


def test_data_nested_to_any_depth_is_passed_over() -> None:
    data = "".join(
        f'<script type="application/ld+json">{opening * 100_000}</script>' for opening in ("[", '{"@graph":', '{"a":[')
    )
    assert article(f"{data}<article><h1>Deep</h1>{paragraphs()}</article>").text


def test_an_article_beyond_the_limit_is_cut_with_a_warning() -> None:
    found = article(
        f"<article>{'<p>Eight words are enough for this small sentence.</p>' * (MAX_BLOCKS + 10)}</article>"
    )
    assert len(found.blocks) <= MAX_BLOCKS
    assert any("too long" in warning.text for warning in found.warnings)


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td colspan=100000000 rowspan=100000000>cell</td><td>b</td></tr><tr><td>c</td></tr></table>",
        "<ol start=999999999999999999999><li>x</li></ol>",
        f"<p>{'x' * 1_000_000}</p>",
        f"<p class='{'comment-' * 20_000}'>x</p>",
        f"<p>{'a' * 50_000}!{' ' * 50_000}2026-{'1' * 50_000}</p>",
        f"<p>{'[' * 5_000}{'*a **b _c ' * 3_000}</p><pre>{'`' * 5_000}</pre>",
    ],
    ids=["spans", "list number", "long word", "long class", "back-tracking", "markdown"],
)
def test_a_hostile_part_neither_raises_nor_hangs(body: str) -> None:
    begun = time.process_time()
    assert article(f"<article><h1>Part</h1>{paragraphs()}{body}{paragraphs()}</article>").text
    assert time.process_time() - begun < 5


def test_white_space_in_the_data_of_a_page_costs_no_time() -> None:
    words = " ".join(SENTENCES * 3)
    told = f"{words}{' ' * 200_000}{words}"
    data = json.dumps({"@type": "NewsArticle", "headline": "Wall to rise", "articleBody": told})
    begun = time.process_time()
    assert (
        article(f'<title>Wall to rise</title><script type="application/ld+json">{data}</script><div></div>').text.count(
            "ferry"
        )
        > 1
    )
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.html", b"  \n", "empty"),
        ("shot.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        ("paper.pdf", b"%PDF-1.7 ...", "PDF"),
        ("blob", bytes(range(256)) * 20, "not a text"),
        ("nothing.html", b"<html><body><script>x</script></body></html>", "no article"),
        ("archive.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B--\n", "no page"),
    ],
)
def test_what_holds_no_article_is_said_in_one_line(name: str, data: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why) as error:
        from_file(name, data)
    assert "\n" not in str(error.value)


def test_every_cut_of_a_page_can_be_read() -> None:
    whole = page(
        f"<article><h1>Cut</h1>{paragraphs()}<ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><td>c<td>d</table></article>"
    )
    for end in range(300, len(whole), 37):
        assert from_file("cut.html", whole[:end]).text


@pytest.mark.parametrize(
    "part",
    [
        "<h3>Comments</h3>",
        "<div><a href=/o/1>Another story to read</a></div>",
        "<div><a href=/o/1>Another story to read</a><p>What it says in one sentence.</p></div>",
        "<div><p>Someone thinks so</p><a href=#>Reply</a></div>",
    ],
)  # fmt: skip
def test_thousands_of_parts_of_one_shape_are_weighed_in_time(part: str) -> None:
    started = time.process_time()
    found = article(f"<h1>Ferry stays in port</h1><div>{paragraphs()}</div><div>{part * 8_000}</div>")
    assert "4: Old people" in found.text
    assert time.process_time() - started < 8


def test_twice_as_long_a_page_takes_twice_the_work() -> None:
    """Counted in calls of functions, which are the same however busy the machine is."""
    found = run_script("shapes.py", "calls", "unnamed", "links: in a paragraph", "parts: in forms")
    assert not found["wrong"]
