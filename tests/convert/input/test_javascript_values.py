"""Values that scripts write out."""

from __future__ import annotations

from typing import Any

import pytest

from tui.convert.input import javascript_values


def value(text: str) -> Any:
    return javascript_values.read(text, 0)[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "{\"a\": [1, -2], b: 'it\\'s', $c: `two\nlines`, 4: null}",
            {"a": [1, -2], "b": "it's", "$c": "two\nlines", "4": None},
        ),
        ("{a: true, b: !1, c: void 0, d: undefined,}", {"a": True, "b": False, "c": 0, "d": None}),
        ("[, 'a', ]", [None, "a"]),
        ('"\\u003Cp\\x3e\\n\\u{1F600}\\ud83d\\ude00"', "<p>\n😀😀"),
        ("{a: 1 /* one */, // two\n b: 'c'}", {"a": 1, "b": "c"}),
        ("'a' + \"b\" + c", "ab"),
        ("new Date('2026-03-02')", "2026-03-02"),
        ('Object.freeze({a: JSON.parse("[1]")})', {"a": "[1]"}),
        ("{a: page.title, b}", {"a": None, "b": None}),
    ],
)
def test_literals_are_read(text: str, wanted: object) -> None:
    assert value(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        'function(a,b){return {title:a,tags:[b,b]}}("T","x")',
        '(function(a,b){return {title:a,tags:[b,b]};}("T","x"))',
        '(function(a, b) { return {title:a,tags:[b,b]} })("T","x")',
        '((a,b)=>({title:a,tags:[b,b]}))("T","x")',
        '(function(a,b,c){c.title=a;c["tags"]=[b];c.tags[1]=b;return c}("T","x",{}))',
        '(function(a){return (function(b){return {title:a,tags:[b,b]}}("x"))}("T"))',
    ],
)
def test_a_function_that_is_called_as_it_stands_gives_what_it_returns(text: str) -> None:
    assert value(text) == {"title": "T", "tags": ["x", "x"]}


def test_a_value_may_contain_itself() -> None:
    found = value("(function(a){a.self=a;return {b:a}}({}))")
    assert found["b"]["self"] is found["b"]


def test_the_value_ends_where_it_ends() -> None:
    assert javascript_values.read("x = {a:1}; y", 4) == ({"a": 1}, 9)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{a:1",
        "{a 1}",
        "[1 2]",
        '"a',
        "{a:b c}",
        "(1",
        "function(a){b()}",
        "{[a]:1}",
        "@",
        "(function(a){a.b=1}())",
    ],
)
def test_what_is_no_value_says_how_far_it_was_looked_for(text: str) -> None:
    with pytest.raises(javascript_values.UnreadError) as told:
        value(text)
    assert 0 <= told.value.at <= len(text)


def test_values_inside_values_are_bounded() -> None:
    depth = javascript_values.MAX_DEPTH
    assert value("[" * depth + "]" * depth)
    with pytest.raises(javascript_values.UnreadError):
        value("[" * (depth + 2) + "]" * (depth + 2))
    for opening in ("[", "{a:", "(", "(function(a){return ", "!", "new ", "f("):
        with pytest.raises(javascript_values.UnreadError):
            value(opening * 2 * depth)
