"""The fault of one room does not cost the article's text."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs

from tui.convert import sources
from tui.convert.figures import captions
from tui.convert.metadata import page_metadata
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
    room: object, name: str, warning: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise IndexError("a fault")

    monkeypatch.setattr(room, name, fail)
    found = article(f"<h1>Ferry stays in port</h1><div>{paragraphs()}</div>")
    assert "4: Old people" in found.text
    assert Warning("unread", warning) in found.warnings
