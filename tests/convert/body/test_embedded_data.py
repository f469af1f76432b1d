"""Pages whose text stands in their data only."""

from __future__ import annotations

import json
from html import escape

import pytest
from small_pages import SENTENCES, article, paragraphs

from tui.convert.body.embedded_data import ASSIGNED, TAKEN
from tui.model.page import ReadingError

TITLE = "Ferry stays in port"
TEASER = f"<article><h1>{TITLE}</h1><p>{SENTENCES[0]}</p></article>"


def linked(text: str, **more: str) -> str:
    thing = {"@type": "NewsArticle", "headline": TITLE, "articleBody": text, **more}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def data(value: object) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(SENTENCES),
        "".join(f"<p>{s}</p>" for s in SENTENCES),
        escape("".join(f"<p>{s}</p>" for s in SENTENCES)),
    ],
)
def test_a_page_that_shows_little_gives_the_text_of_its_linked_data(text: str) -> None:
    found = article(TEASER, head=linked(text))
    assert [b.text for b in found.blocks] == list(SENTENCES)
    assert TAKEN in found.warnings


@pytest.mark.parametrize(
    "story",
    [
        {"body": "".join(f"<p>{s}</p>" for s in SENTENCES)},
        {"blocks": [{"type": "paragraph", "text": s} for s in SENTENCES]},
        {"content": {"elements": [{"kind": "text", "data": {}, "content": s} for s in SENTENCES]}},
        {"paragraphs": list(SENTENCES)},
    ],
)
def test_a_page_that_a_script_would_fill_gives_the_text_beside_its_title(story: dict[str, object]) -> None:
    state = {"props": {"story": {"title": TITLE, **story}, "menu": [{"title": "News"}, {"title": "Sport"}]}}
    found = article(f'<div id="root"><h1>{TITLE}</h1></div>', head=data(state))
    assert [b.text for b in found.blocks] == list(SENTENCES)


def test_a_text_beside_another_title_is_not_taken() -> None:
    other = {"props": {"story": {"title": "Bakery opens", "paragraphs": list(SENTENCES)}}}
    with pytest.raises(ReadingError):
        article(f'<div id="root"><h1>{TITLE}</h1></div>', head=data(other))


def test_what_the_page_shows_is_kept_when_it_is_not_much_less() -> None:
    found = article(f"<article><h1>{TITLE}</h1>{paragraphs(4)}</article>", head=linked("\n".join(SENTENCES)))
    assert found.blocks[0].text.startswith("0: ")
    assert TAKEN not in found.warnings


def test_stored_text_is_cleaned() -> None:
    found = article(TEASER, head=linked("\n".join(f"{s}\x1b[31m\u202e" for s in SENTENCES)))
    assert [b.text for b in found.blocks] == [f"{s}[31m" for s in SENTENCES]


@pytest.mark.parametrize("script", ["{", "[" * 100_000, "null", '{"body": 3}', '<script type="application/json">' * 3])
def test_data_that_cannot_be_read_changes_nothing(script: str) -> None:
    found = article(TEASER, head=f'<script type="application/json">{script}</script>')
    assert [b.text for b in found.blocks] == [SENTENCES[0]]


def test_components_that_a_page_keeps_as_flight_data_are_read() -> None:
    said = [["$", "h2", None, {"children": "Part two"}], *(["$", "p", None, {"children": s}] for s in SENTENCES)]
    rows = '2:T9,<p>Hi</p>1:["$","div",null,{"children":"$L3"}]\n3:' + json.dumps(said) + "\n"
    calls = "".join(f"<script>self.__next_f.push([1,{json.dumps(part)}])</script>" for part in (rows[:90], rows[90:]))
    found = article(f"<div id=root></div>{calls}")
    assert found.text == "\n\n".join(["Part two", *SENTENCES])
    assert TAKEN in found.warnings


def test_an_article_that_a_script_pushes_as_data_is_read() -> None:
    text = "".join(f"<p>{s}</p>" for s in SENTENCES)
    data = json.dumps({"detail": {"title": "Ferry stays in port", "content": text}})
    found = article(f'<div id=root></div><script>window["q"]=window["q"]||[];window["q"].push({data})</script>')
    assert found.text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize(
    "script", ['state={"a"', 'state = {"a"', "list[0] =[ {", 'made() ={"a"', 'queue.push({"a"', "queue.push([ {"]
)
def test_what_a_script_assigns_or_pushes_is_found(script: str) -> None:
    given = ASSIGNED.search(script)
    assert given is not None
    assert script[given.end() :] in ('{"a"', "[ {")


@pytest.mark.parametrize("script", ['state == {"a"', 'state  = {"a"', "state = {a", 'push({"a"', '"="{"a"', "x = [1"])
def test_what_is_neither_assigned_nor_pushed_is_not_found(script: str) -> None:
    assert ASSIGNED.search(script) is None
