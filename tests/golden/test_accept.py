"""Accepting what comes of a golden page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import accept
import golden_floors
import golden_pages
import pytest

Accept = Callable[..., int]
TRUTH: golden_pages.Record = {
    "title": "A raft",
    "authors": [],
    "day": None,
    "has": ["It is red."],
    "lacks": [],
    "captions": [],
    "sources": {},
    "quotations": [],
}


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one page, its truth, and nothing accepted yet."""
    monkeypatch.setattr(golden_pages, "PAGES", tmp_path)
    monkeypatch.setattr(golden_floors, "FLOORS", tmp_path / "floors.json")
    golden_pages.converted.cache_clear()
    (tmp_path / "raft.md").write_text("# A raft\n\nIt is red.\n", "utf-8")
    (tmp_path / "raft.truth.json").write_text(json.dumps(TRUTH), "utf-8")
    return tmp_path


@pytest.fixture
def accepting(pages: Path, monkeypatch: pytest.MonkeyPatch) -> Accept:
    """Runs the command with these words, answering its question with ``answer``."""

    def run(*words: str, answer: str = "") -> int:
        monkeypatch.setattr("sys.argv", ["accept.py", *words])
        monkeypatch.setattr("builtins.input", lambda _question: answer)
        return accept.main()

    return run


def change(page: Path, text: str) -> None:
    page.write_text(text, "utf-8")
    golden_pages.converted.cache_clear()


def test_what_is_not_called_right_is_shown_and_not_written(
    pages: Path, accepting: Accept, capsys: pytest.CaptureFixture[str]
) -> None:
    accepting("raft", answer="n")
    assert '+  "title": "A raft",' in capsys.readouterr().out
    assert not (pages / "raft.json").exists()


@pytest.mark.parametrize(("words", "answer"), [((), "y"), (("--yes", "raft.md"), "")])
def test_what_is_called_right_is_written_and_its_floors_are_pinned(
    pages: Path, accepting: Accept, words: tuple[str, ...], answer: str
) -> None:
    assert accepting(*words, answer=answer) == 0
    assert golden_pages.difference("raft.md") == ""
    assert golden_floors.Floors.pinned().least["body"] == 1.0


def test_a_floor_that_fell_is_named_and_stays(
    pages: Path, accepting: Accept, capsys: pytest.CaptureFixture[str]
) -> None:
    accepting("--yes")
    change(pages / "raft.md", "# A raft\n\nIt is blue.\n")
    assert accepting("--yes") == 1
    assert "raft.md: not there: It is red." in capsys.readouterr().out
    assert golden_floors.Floors.pinned().least["body"] == 1.0


def test_floors_are_lowered_only_when_asked(pages: Path, accepting: Accept) -> None:
    accepting("--yes")
    change(pages / "raft.md", "# A raft\n\nIt is blue.\n")
    assert accepting("--yes", "--anew") == 0
    assert golden_floors.Floors.pinned().least["body"] == 0.0


def test_a_page_that_went_goes_from_under_the_floors(pages: Path, accepting: Accept) -> None:
    (pages / "boat.md").write_text("# A boat\n\nIt is red.\n", "utf-8")
    (pages / "boat.truth.json").write_text(json.dumps(TRUTH | {"title": "A boat"}), "utf-8")
    accepting("--yes")
    for path in pages.glob("boat.*"):
        path.unlink()
    assert accepting("--yes") == 0
    assert list(golden_floors.Floors.pinned().wrong) == ["raft.md"]


def test_a_name_that_no_page_has_is_said(accepting: Accept, capsys: pytest.CaptureFixture[str]) -> None:
    assert accepting("ferry") == 1
    assert capsys.readouterr().out == "no page has such a name\n"
