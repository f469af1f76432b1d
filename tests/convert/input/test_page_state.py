"""The state that pages bring for their scripts."""

from __future__ import annotations

import base64
import json
from html import escape
from urllib.parse import quote

import pytest

from tui.convert.input import indexed_values, page_state

STATE = {"story": {"title": "Ferry stays in port", "text": "The ferry did not sail on Monday. " * 6}}
WRITTEN = json.dumps(STATE)
GIVEN = json.dumps([*STATE["story"].values()])[1:-1]
INDEXED = [{"story": 1}, {"title": 2, "text": 3}, *STATE["story"].values()]
KEYED = [{"_1": 2}, "story", {"_3": 4, "_5": 6}, "title", STATE["story"]["title"], "text", STATE["story"]["text"]]


def literal(text: str) -> list[object]:
    return [page_state.plain(v) for v in page_state.assigned(f"<script>{text}</script>", 1, literals=True)]


@pytest.mark.parametrize(
    "script",
    [
        f'<script type="application/json">{WRITTEN}</script>',
        f'<script type="application/vnd.state+json">\n{WRITTEN}\n</script>',
        f"<script type=application/json><!--{WRITTEN}--></script>",
        f'<script type="fastboot/shoebox">{WRITTEN}</script>',
        f'<script type="application/json">{WRITTEN.replace(chr(34), "&q;")}</script>',
        f'<script type="application/json">{json.dumps(INDEXED)}</script>',
        f'<script type="application/json">{json.dumps(KEYED)}</script>',
    ],
)
def test_scripts_of_json_are_read(script: str) -> None:
    assert [page_state.plain(v) for v in page_state.data(script, 1)] == [STATE]


def test_linked_data_is_no_state() -> None:
    assert [*page_state.data(f'<script type="application/ld+json">{WRITTEN}</script>', 1)] == []


@pytest.mark.parametrize(
    "script",
    [
        f"window.state = {WRITTEN};",
        f"(window.q=window.q||[]).push({WRITTEN})",
        f"var state = JSON.parse({json.dumps(WRITTEN)});",
        f'var state = JSON.parse(decodeURIComponent("{quote(WRITTEN)}"));',
        f'var state = "{base64.b64encode(WRITTEN.encode()).decode()}";',
        f"kit.start(app, element, {{ ids: [0], data: {WRITTEN} }});",
        f"window.N=(function(a,b){{return {{story:{{title:a,text:b}}}}}}({GIVEN}));",
    ],
)
def test_what_a_script_assigns_or_gives_to_a_function_is_read(script: str) -> None:
    found = literal(script)
    assert STATE in found or {"ids": [0], "data": STATE} in found


def test_a_script_in_which_most_is_no_value_is_given_up() -> None:
    vain = "a={b c};"
    assert literal(vain * (page_state.MAX_VAIN - 1) + f"x={WRITTEN}") == [STATE]
    assert literal(vain * page_state.MAX_VAIN + f"x={WRITTEN}") == []


def test_so_many_characters_are_read_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    script = f"a={{b c}};x={WRITTEN};y={WRITTEN}"
    assert literal(script) == [STATE, STATE]
    monkeypatch.setattr(page_state, "MAX_READ", 10)
    assert literal(script) == [STATE]
    monkeypatch.setattr(page_state, "MAX_READ", len("{b "))
    assert literal(script) == []


def test_without_literals_only_json_is_read() -> None:
    script = f'<script>a={{b:"{"c" * 200}"}};x={WRITTEN}</script>'
    assert [*page_state.assigned(script, 1, literals=False)] == [STATE]


def test_a_stream_is_read_with_what_came_later() -> None:
    first = [{"_1": 2}, "story", ["P", 2]]
    later = [{"_4": 5, "_6": 7}, *KEYED[3:]]
    rows = json.dumps(first) + "\n", "P2:" + json.dumps(later) + "\n"
    page = "".join(f"<script>s.streamController.enqueue({json.dumps(row)});</script>" for row in rows)
    assert {"story": [STATE["story"]]} in [page_state.plain(v) for v in page_state.assigned(page, 1, literals=True)]


@pytest.mark.parametrize("quote_sign", ['"', "'"])
def test_attributes_are_read(quote_sign: str) -> None:
    held = escape(WRITTEN)
    assert [*page_state.attributes(f"<div id=a data-page={quote_sign}{held}{quote_sign}></div>")] == [STATE]


def test_values_beside_the_number_of_their_kind_are_read_alone() -> None:
    kinds = {"story": [0, {"title": [0, "T"], "list": [1, [[0, "a" * 100], [0, "b"]]]}]}
    found = [*page_state.attributes(f'<x-island props="{escape(json.dumps(kinds))}">')]
    assert found == [{"story": {"title": "T", "list": ["a" * 100, "b"]}}]


def test_templates_are_read_in_which_nothing_is_to_be_filled_in() -> None:
    held = "<p>The ferry did not sail.</p>"
    page = f'<script type="text/template">{held}</script><script type="text/x-template">{{{{a}}}}{held}</script>'
    assert [*page_state.templates(page)] == [held]


def test_lists_of_objects_are_no_indexed_values() -> None:
    assert not indexed_values.is_indexed([{"id": 1}, {"id": 2}, {"id": 0}])
    assert not indexed_values.is_indexed([{"id": 1, "name": "a"}, "b", "c"])
    assert not indexed_values.is_indexed([{"id": 7}, "b", "c"])
    assert not indexed_values.is_indexed(["a", "b", "c"])


def test_indexed_values_may_refer_to_what_is_around_them_and_to_nothing() -> None:
    found = indexed_values.unfolded([["Reactive", 1], {"self": 1, "day": 2, "none": -1}, "Monday"])
    assert found[0]["self"] is found[0]
    assert (found[0]["day"], found[0]["none"]) == ("Monday", None)


@pytest.mark.parametrize(
    ("words", "least", "found"), [("", 1, 1), ("harbour wall", 1, 1), ("harbour walk", 1, 0), ("", 9_999, 0)]
)
def test_only_values_that_are_long_enough_and_bear_the_words_are_given(words: str, least: int, found: int) -> None:
    written = json.dumps({"title": "Harbour Wall", "body": "The wall is to rise before the winter. " * 5})
    assigned = f"<script>window.state = {written}</script>"
    alone = f'<script type="application/json">{written}</script>'
    assert len([*page_state.assigned(assigned, least, words, literals=False)]) == found
    assert len([*page_state.data(alone, least, words)]) == found
