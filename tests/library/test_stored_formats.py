"""What was stored by any version that ever landed comes out as it went in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
import whole_library

from tui.intake.importing.import_archive import import_archive
from tui.library import Library
from tui.library.indexes import recent_index
from tui.library.store import schema
from tui.library.store.connection import DATABASE
from tui.library.upkeep import check
from tui.model import article as article_model
from tui.model.article import BlockKind, FrameKind, QuoteKind, SourceKind, SpanStyle
from tui.model.article_json import contract

WITH_FEEDS = 4  # the first format that has them
VALUES = [kind for kind in vars(article_model).values() if isinstance(kind, type) and is_dataclass(kind)]


def within(value: Any) -> Iterator[Any]:
    """A value and every value in it."""
    if isinstance(value, tuple):
        for one in value:
            yield from within(one)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from within(getattr(value, field.name))


def is_filled(value: Any, field: Field[Any]) -> bool:
    content = getattr(value, field.name)
    return content not in ("", ()) and (field.default is MISSING or content != field.default)


def test_the_whole_article_has_every_field_of_every_value_filled_and_every_kind_of_each() -> None:
    found = [*within(whole_library.WHOLE), *within(whole_library.LATER)]
    for kind in VALUES:
        for field in fields(kind):
            assert any(is_filled(one, field) for one in found if isinstance(one, kind)), f"{kind.__name__}.{field.name}"
    words = {getattr(one, name) for one in found for name in ("kind", "style") if hasattr(one, name)}
    assert words >= {
        word for kind in (BlockKind, FrameKind, QuoteKind, SourceKind, SpanStyle) for word in get_args(kind)
    }


def test_every_column_of_the_newest_format_is_filled_somewhere_in_its_library(tmp_path: Path) -> None:
    whole_library.lay_out(tmp_path, schema.FORMAT)
    db = sqlite3.connect(tmp_path / DATABASE)
    tables = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    for (table,) in tables.fetchall():
        for (column,) in db.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall():
            filled = db.execute(f"SELECT count(*) FROM {table} WHERE \"{column}\" NOT IN (0, '')").fetchone()[0]
            assert filled, f"{table}.{column}"
    db.close()


@pytest.mark.parametrize("number", range(3, schema.FORMAT + 1))
def test_a_library_of_every_format_since_the_third_has_everything_in_it(tmp_path: Path, number: int) -> None:
    whole_library.lay_out(tmp_path, number)
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED) as library:
        whole_library.check(library)
        whole_library.check_undo(library)
        assert library.articles.is_fresh(whole_library.WHOLE.address) == (number > 3)
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED + 60) as library:
        if number >= WITH_FEEDS:
            whole_library.check_feeds(library)
            whole_library.check_account(library)
    assert check.examine(tmp_path).sound


def test_what_is_kept_today_has_everything_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent_index, "LARGE", 2)
    monkeypatch.setattr(recent_index, "FULL", 2)
    whole_library.fill(tmp_path)
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED) as library:
        whole_library.check(library)
        whole_library.check_undo(library)
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED + 60) as library:
        whole_library.check_feeds(library)
        whole_library.check_account(library)


def test_an_archive_of_the_first_format_has_everything_in_it(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        report = import_archive(library, whole_library.HERE / "archive_1.zip")
        assert (report.done, report.known, report.refused) == (3, 0, [])
        whole_library.check(library)
    assert check.examine(tmp_path).sound


def test_the_contract_says_everything_under_the_names_that_scripts_rely_on() -> None:
    frozen = (whole_library.HERE / "whole_article.json").read_text("utf-8")
    assert_says(json.loads(contract(whole_library.WHOLE)), json.loads(frozen))


def assert_says(now: Any, then: Any) -> None:
    """What was said then is said now; fields may have been added behind those of then."""
    if isinstance(then, dict):
        assert list(now)[: len(then)] == list(then)
        for name, value in then.items():
            assert_says(now[name], value)
    elif isinstance(then, list):
        assert len(now) == len(then)
        for one, other in zip(now, then, strict=True):
            assert_says(one, other)
    else:
        assert now == then


def test_fields_that_came_later_are_kept_and_said(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(whole_library.LATER)
        assert library.articles.get(number) == whole_library.LATER
    (source,) = json.loads(contract(whole_library.LATER))["sources"]
    assert (source["names"], source["answered"]) == (["Ada Moreno", "the engineer"], True)
    assert source["unnamed_because"] == "because she feared for her job"
    assert {name: source["quotes"][0][name] for name in ("certain", "via", "manner")} == {
        "certain": False,
        "via": "Quay Post",
        "manner": "post",
    }
