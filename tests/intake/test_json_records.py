"""JSON of exports read record by record: which lists hold records, how they are numbered, what is no JSON."""

from __future__ import annotations

from typing import Any

import pytest

from tui.intake.bookmarks import json_records
from tui.intake.bookmarks.json_records import BrokenJsonError, Record, records

ROOTS = """{"checksum": "0", "roots": {"bar": {"name": "Bar", "other": [{"no": 1}], "children": [
  {"url": "a"}, {"name": "Folder", "children": [{"url": "b"}, 7], "tags": ["x"]}]}, "empty": {"children": []}},
  "children": [{"url": "c"}], "version": 1}"""
LINKS = """{"name": "R. Sand", "collections": [{"name": "Light", "links": [{"url": "a", "tags": [{"name": "x"}]}]},
  {"name": "Sea", "links": []}], "lists": [{"id": 1}], "links": [{"url": "c"}]}"""


def read(text: str, size: int = 1_000) -> list[tuple[int, int, tuple[str, ...], Any]]:
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    return [(one.number, one.parent, one.path, one.value) for one in records(pieces)]


def test_records_come_as_soon_as_they_are_whole_without_those_in_them() -> None:
    bar = ("roots", "bar", "children")
    assert read(ROOTS) == [
        (1, 0, bar, {"url": "a"}),
        (3, 2, (*bar, "[]", "children"), {"url": "b"}),
        (4, 2, (*bar, "[]", "children"), 7),
        (2, 0, bar, {"name": "Folder", "tags": ["x"]}),
        (
            0,
            -1,
            (),
            {
                "checksum": "0",
                "roots": {"bar": {"name": "Bar", "other": [{"no": 1}]}, "empty": {}},
                "children": [{"url": "c"}],
                "version": 1,
            },
        ),
    ]
    assert read(LINKS) == [
        (2, 1, ("collections", "[]", "links"), {"url": "a", "tags": [{"name": "x"}]}),
        (1, 0, ("collections",), {"name": "Light"}),
        (3, 0, ("collections",), {"name": "Sea"}),
        (4, 0, ("lists",), {"id": 1}),
        (0, -1, (), {"name": "R. Sand", "links": [{"url": "c"}]}),
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
@pytest.mark.parametrize("text", [ROOTS, LINKS])
def test_it_does_not_matter_in_what_pieces_a_text_comes(text: str, size: int) -> None:
    assert read(text, size) == read(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('["a", 7, -7, 1.5, 1e3, true, false, null]', ["a", 7, -7, 1.5, 1000.0, True, False, None]),
        ('\ufeff [{"a": "\\u00e9\\n\\"x\\""}]', [{"a": 'é\n"x"'}]),
        ('["a\nb", "a\\qb", "\\ud83d", "a\n\\tb"]', ["a\nb", "aqb", "\ud83d", "a\n\tb"]),
        ("[-9007199254740993, 12.50]", [-9007199254740993, 12.5]),
        ('[{"a" 1 "b": [,,] , "c": {} "d": ""},, {"e":: 2}]', [{"a": 1, "b": [], "c": {}, "d": ""}, {"e": 2}]),
        ('[{"a": {"b": [1, [2, {"c": 3}]]}}]', [{"a": {"b": [1, [2, {"c": 3}]]}}]),
        ('[{"": 1}]', [{"": 1}]),
        ("[]", []),
        ('{"a": 1}', [{"a": 1}]),
        ('{"bookmarks": [[1, 2], "a"]}', [[1, 2], "a", {}]),
        (f"[{'1' * 40}]", [int("1" * 40)]),
    ],
)
def test_what_is_readable_is_read(text: str, values: list[Any]) -> None:
    assert [value for *_, value in read(text)] == values
    assert [value for *_, value in read(text, 1)] == values


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ,:",
        "7",
        '"a"',
        "a",
        "[1",
        '["a',
        "[1}",
        '{"a": 1]',
        "]",
        "[] []",
        "{} {}",
        '{1: "a"}',
        "{true: 1}",
        "[soon]",
        "[--1]",
        f"[{'1' * 41}]",
        '[1] "',
        "[1] x",
    ],
)
def test_what_is_no_json_ends_it(text: str) -> None:
    with pytest.raises(BrokenJsonError):
        read(text)


def test_what_came_before_a_fault_has_come() -> None:
    coming = records(['[{"a": 1}, 2, {"b": 3]'])
    assert [next(coming), next(coming)] == [Record(1, 0, (), {"a": 1}), Record(2, 0, (), 2)]
    with pytest.raises(BrokenJsonError):
        next(coming)


def is_read(text: str) -> bool:
    try:
        return bool(read(text))
    except BrokenJsonError:
        return False


@pytest.mark.parametrize(
    ("bound", "most", "within", "beyond"),
    [
        ("DEEPEST", 3, "[[[1]]]", "[[[[1]]]]"),
        ("DEEPEST", 3, '[{"a": {"b": 1}}]', '[{"a": {"b": {}}}]'),
        ("MOST_ENTRIES", 3, "[1, {}, 3]", "[1, {}, 3, 4]"),
        ("MOST_HELD", 3, '[{"a": 1, "b": 2, "c": 3}]', '[{"a": 1, "b": 2, "c": 3, "d": 4}]'),
        ("MOST_HELD", 3, '[{"a": [1, 2]}]', '[{"a": [1, 2, 3]}]'),
        ("MOST_HELD", 3, '[{"a": {}}, {"a": 1, "b": 2, "c": 3}]', '[{"a": {}}, {"a": 1, "b": 2, "c": 3, "d": 4}]'),
        ("MOST_HELD", 3, '[{"a": 1}, {"a": 1, "b": 2, "c": 3}]', '[{"a": 1}, {"a": 1, "b": 2, "c": 3, "d": 4}]'),
        ("MOST_HELD", 3, '[{"a": [1, 2]}, {"a": [1, 2]}]', '[{"a": [1, 2], "b": 4}]'),
        ("MOST_HELD", 3, f'[{{"a": "{"x" * 191}"}}]', f'[{{"a": "{"x" * 192}"}}]'),
        ("MOST_HELD", 3, '[{"a": {}, "b": {}, "c": {}}]', '[{"a": {}, "b": {}, "c": {}, "d": {}}]'),
        ("MOST_HELD", 3, '{"bookmarks": [{"a": [1, 2]}, {"a": [1, 2]}], "b": 1}', '{"a": [1, 2], "b": 4}'),
    ],
)
def test_what_is_held_is_bounded(
    monkeypatch: pytest.MonkeyPatch, bound: str, most: int, within: str, beyond: str
) -> None:
    monkeypatch.setattr(json_records, bound, most)
    assert (is_read(within), is_read(beyond)) == (True, False)


def test_a_record_comes_before_more_of_the_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "CHUNK", 1)
    given: list[str] = []

    def pieces() -> Any:
        for piece in ('[{"a": 1}', ', "b"', ", 22", "2", ', {"c": "d', '"}     ', "]"):
            given.append(piece)
            yield piece

    came = [(record.value, len(given)) for record in records(pieces())]
    assert came == [({"a": 1}, 1), ("b", 2), (222, 5), ({"c": "d"}, 6)]


def test_a_text_without_an_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "CHUNK", 10)
    monkeypatch.setattr(json_records, "LONGEST_TEXT", 100)
    asked = []

    def endless() -> Any:
        yield '["'
        while True:
            asked.append(1)
            yield "x" * 10

    with pytest.raises(BrokenJsonError):
        list(records(endless()))
    assert len(asked) < 40
    assert read(f'["{"x" * 90}"]', 10) == [(1, 0, (), "x" * 90)]
