"""What a reader puts into articles is kept by site and by article, and a broken file costs no more than that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.system.put_in_choices import MAX_ARTICLES, MAX_BYTES, Part, PutInChoices, load, save

PART = Part("isle.example", "https://isle.example/1", "a menu", "All about the islands")
OTHER = PART._replace(text="All about the harbour")


def test_a_part_is_put_in_and_out_by_itself() -> None:
    choices = PutInChoices().with_part(PART, put_in=True)
    assert choices.puts_in(PART)
    assert not choices.puts_in(OTHER)
    assert choices.with_part(PART, put_in=False) == PutInChoices()


def test_a_site_puts_in_all_that_was_left_out_for_a_reason_but_for_what_was_taken_out() -> None:
    choices = PutInChoices().with_site("isle.example", frozenset({"a menu"}))
    assert choices.puts_in(PART)
    assert not choices.puts_in(PART._replace(reason="repeated"))
    assert not choices.puts_in(PART._replace(site="yard.example"))
    without = choices.with_part(PART, put_in=False)
    assert not without.puts_in(PART)
    assert without.puts_in(OTHER)


def test_a_part_put_in_by_itself_stays_when_its_site_no_longer_puts_in_all() -> None:
    choices = PutInChoices().with_part(PART, put_in=True).with_site("isle.example", frozenset({"a menu"}))
    assert choices.with_site("isle.example", frozenset()).puts_in(PART)


def test_choices_are_read_as_they_were_written(tmp_path: Path) -> None:
    choices = PutInChoices().with_site("isle.example", frozenset({"a menu"})).with_part(OTHER, put_in=False)
    file = tmp_path / "state" / "put-in.json"
    save(file, choices)
    save(file, choices)
    assert load(file) == choices
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["put-in.json"]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"sites": 3}', '{"sites": {"a": 3}}', "[" * 100_000, " " * (MAX_BYTES + 1)]
)
def test_a_file_that_is_none_holds_nothing(tmp_path: Path, content: str) -> None:
    file = tmp_path / "put-in.json"
    file.write_text(content)
    assert load(file) == PutInChoices()


def test_the_oldest_choices_go_when_there_are_too_many() -> None:
    choices = PutInChoices(articles={str(n): frozenset({"+a"}) for n in range(MAX_ARTICLES)})
    grown = choices.with_part(PART, put_in=True)
    assert len(grown.articles) == MAX_ARTICLES
    assert grown.puts_in(PART)
    assert "0" not in grown.articles
