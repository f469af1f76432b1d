"""The article's sources in a file whose name says in which form."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import harbour

from tui.output.source_list import FORMATS
from tui.screens.reader.sources_export import export


@pytest.mark.parametrize(
    ("name", "form"), [("s.md", "md"), ("s.json", "json"), ("s.csl.json", "csl.json"), ("s", "md"), ("json", "md")]
)
def test_the_ending_of_a_name_says_the_form(tmp_path: Path, name: str, form: str) -> None:
    file = tmp_path / name
    assert export(harbour(), str(file)) == f"Sources written to {file}"
    assert file.read_text("utf-8") == FORMATS[form](harbour())


def test_what_is_there_is_not_written_over_and_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "s.md").write_text("mine", "utf-8")
    assert export(harbour(), str(tmp_path / "s.md")) == f"{tmp_path / 's.md'} exists: not written"
    assert (tmp_path / "s.md").read_text("utf-8") == "mine"
    there = tmp_path / "nowhere" / "s.md"
    assert export(harbour(), str(there)) == f"{there} could not be written: No such file or directory"
