"""The fault of one room does not cost the article's text, and is not hidden either."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs

from tui.convert import sources
from tui.convert.figures import captions
from tui.convert.metadata import page_metadata
from tui.library.work_report import Report
from tui.model import faults
from tui.model.warning import Warning


@pytest.mark.parametrize(
    ("room", "name", "warning"),
    [
        (page_metadata, "read_metadata", "title, authors and dates could not be read"),
        (captions, "settle", "the captions could not be read"),
        (sources, "cite", "the sources could not be read"),
    ],
)
def test_the_text_is_shown_and_the_fault_told(
    room: object, name: str, warning: str, monkeypatch: pytest.MonkeyPatch, heard: list[tuple[str, str]]
) -> None:
    def fail(*_: object, **_how: object) -> None:
        raise IndexError("a fault")

    monkeypatch.setattr(room, name, fail)
    found = article(f"<h1>Ferry stays in port</h1><div>{paragraphs()}</div>")
    assert "4: Old people" in found.text
    assert Warning("unread", warning) in found.warnings
    assert heard == [("IndexError", f"reading {warning.removesuffix(' could not be read')}")]


def test_a_page_that_cannot_be_converted_is_refused_and_reported(heard: list[tuple[str, str]]) -> None:
    def fail() -> None:
        raise IndexError("a fault")

    report = Report()
    assert report.tried("page.html", fail) is None
    assert [refusal.what for refusal in report.refused] == ["page.html"]
    assert heard == [("IndexError", "converting page.html")]


def test_without_anyone_who_hears_it_a_fault_is_passed_over() -> None:
    before = faults.heard_by(None)
    faults.report(IndexError(), "reading")
    assert faults.heard_by(before) is None
