"""Which panes are seen on which screen."""

from __future__ import annotations

import pytest

from tui.screens.reader.arrangement import WIDE, PaneArrangement

PANES = ("article", "sources", "captions")


def arranged(columns: int) -> PaneArrangement:
    arrangement = PaneArrangement()
    arrangement.columns = columns
    return arrangement


def seen(arrangement: PaneArrangement) -> list[str]:
    return [pane for pane in PANES if arrangement.shows(pane)]


@pytest.mark.parametrize(("columns", "count"), [(WIDE - 1, 1), (WIDE, 3)])
def test_panes_stand_side_by_side_from_a_width_on(columns: int, count: int) -> None:
    assert len(seen(arranged(columns))) == count


def test_a_hidden_pane_is_passed_over_and_shown_when_turned_to() -> None:
    arrangement = arranged(WIDE)
    arrangement.toggle("sources")
    assert seen(arrangement) == ["article", "captions"]
    assert arrangement.after(1) == "captions"
    arrangement.turn_to("sources")
    assert seen(arrangement) == list(PANES)


def test_hiding_the_pane_that_has_the_keys_turns_to_the_article() -> None:
    arrangement = arranged(WIDE)
    arrangement.turn_to("captions")
    arrangement.toggle("captions")
    assert arrangement.active == "article"


def test_where_one_is_seen_at_a_time_toggling_turns_there_and_back() -> None:
    arrangement = arranged(80)
    arrangement.toggle("sources")
    assert seen(arrangement) == ["sources"]
    arrangement.toggle("sources")
    assert seen(arrangement) == ["article"]
    assert [arrangement.after(step) for step in (1, 2, 3, -1)] == ["sources", "captions", "article", "captions"]


def test_the_zoom_needs_a_wide_screen_and_is_taken_back() -> None:
    arrangement = arranged(WIDE)
    arrangement.turn_to("sources")
    arrangement.toggle_zoom()
    assert seen(arrangement) == ["sources"]
    arrangement.toggle_zoom()
    assert seen(arrangement) == list(PANES)
    narrow = arranged(80)
    narrow.toggle_zoom()
    assert not narrow.zoomed
