"""Texts as editors keep them for programs."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import SENTENCES

from tui.convert.body import rich_text

PARAGRAPHS = "".join(f"<p>{s}</p>" for s in SENTENCES)


def markup(nodes: list[Any]) -> str | None:
    return rich_text.Writer().markup(nodes)


@pytest.mark.parametrize(
    "nodes",
    [
        list(SENTENCES),
        [{"type": "paragraph", "content": [{"type": "text", "text": s}]} for s in SENTENCES],
        [{"type": "p", "children": [{"text": s[:9]}, {"text": s[9:], "bold": True}]} for s in SENTENCES],
        [{"_type": "block", "style": "normal", "children": [{"_type": "span", "text": s}]} for s in SENTENCES],
        [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": s}]} for s in SENTENCES],
        [{"name": "core/paragraph", "attributes": {"content": s}} for s in SENTENCES],
        [{"type": "paragraph", "data": {"text": s}} for s in SENTENCES],
        [["p", {}, s[:9], ["strong", {}, s[9:]]] for s in SENTENCES],
        [{"type": "html", "content": f"<p>{s}</p>"} for s in SENTENCES],
    ],
)
def test_paragraphs_are_read_from_any_editor_s_nodes(nodes: list[Any]) -> None:
    assert markup(nodes) == PARAGRAPHS


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (
            {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "The hull"}]},
            "<h2>The hull</h2>",
        ),
        ({"type": "header", "data": {"text": "The hull", "level": 3}}, "<h2>The hull</h2>"),
        ({"_type": "block", "style": "h3", "children": [{"_type": "span", "text": "The hull"}]}, "<h2>The hull</h2>"),
        (
            {"type": "list", "data": {"style": "ordered", "items": ["A bag", "A card"]}},
            "<ol><li><p>A bag</p></li><li><p>A card</p></li></ol>",
        ),
        (
            {
                "type": "bulletList",
                "content": [
                    {
                        "type": "listItem",
                        "content": [{"type": "paragraph", "content": [{"type": "text", "text": "A bag"}]}],
                    }
                ],
            },
            "<ul><li><p>A bag</p></li></ul>",
        ),
        (
            {"type": "quote", "text": "It was <cold> & dark."},
            "<blockquote>It was &lt;cold&gt; &amp; dark.</blockquote>",
        ),
        ({"heading": "The hull", "paragraphs": ["It was cold."]}, "<h2>The hull</h2><p>It was cold.</p>"),
        (
            {"type": "image", "url": "/a.jpg", "caption": "The hull."},
            '<figure><img src="/a.jpg"><figcaption>The hull.</figcaption></figure>',
        ),
        ({"type": "image", "caption": "The hull."}, ""),
        ({"type": "interstitial_link", "content": "Read: the bakery opens"}, ""),
    ],
)
def test_what_stands_between_paragraphs_keeps_its_kind(node: dict[str, Any], written: str) -> None:
    assert markup([*SENTENCES, node]) == PARAGRAPHS + written


def test_names_and_few_sentences_are_no_article() -> None:
    assert markup(["The ferry", "The bakery", "The library"]) is None
    assert markup(list(SENTENCES[: rich_text.PARAGRAPHS - 1])) is None


def test_nodes_that_contain_themselves_come_to_an_end() -> None:
    node: dict[str, Any] = {"type": "section", "children": []}
    node["children"] += [node, node]
    assert markup([node]) is None


def test_a_writer_writes_so_many_nodes_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_text, "MAX_NODES", len(SENTENCES) + 1)
    writer = rich_text.Writer()
    assert writer.markup(list(SENTENCES)) == PARAGRAPHS
    assert writer.markup(list(SENTENCES)) is None
