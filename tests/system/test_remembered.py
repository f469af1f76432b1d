"""What the app remembers by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.system.remembered import Remembered, load, save


def test_what_is_remembered_is_there_again(tmp_path: Path) -> None:
    chosen = Remembered("paper", 60, ("captions",), ("News\nSea",))
    save(tmp_path / "state" / "remembered.json", chosen)
    assert load(tmp_path / "state" / "remembered.json") == chosen
    assert (tmp_path / "state" / "remembered.json").stat().st_mode & 0o077 == 0
    assert [file.name for file in (tmp_path / "state").iterdir()] == ["remembered.json"]


@pytest.mark.parametrize(
    "written", ["", "[]", "{", '{"theme": 3, "measure": "80", "hidden": "sources", "folded": "News"}', '{"measure": 7}']
)
def test_anything_else_is_as_if_nothing_was_remembered(tmp_path: Path, written: str) -> None:
    file = tmp_path / "remembered.json"
    file.write_text(written)
    assert load(file) == Remembered()


def test_nothing_remembered_and_nowhere_to_write_is_no_fault(tmp_path: Path) -> None:
    assert load(tmp_path / "nothing") == Remembered()
    (tmp_path / "file").write_text("")
    save(tmp_path / "file" / "remembered.json", Remembered("paper"))
