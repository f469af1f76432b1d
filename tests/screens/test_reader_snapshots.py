"""What the reader looks like on a screen of middle size, with a pane zoomed, and in Textual's own themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from articles import harbour
from desk import MIDDLE, WIDE, app_reading, rest

Compare = Callable[..., bool]


def test_reader(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(app_reading(tmp_path, harbour()), terminal_size=MIDDLE, run_before=rest)


@pytest.mark.parametrize("pane", ["2", "3"])
def test_pane_alone(snap_compare: Compare, tmp_path: Path, pane: str) -> None:
    app = app_reading(tmp_path, harbour())
    assert snap_compare(app, press=[pane, "right"], terminal_size=MIDDLE, run_before=rest)


@pytest.mark.parametrize("pane", ["1", "2", "3"])
def test_pane_zoomed(snap_compare: Compare, tmp_path: Path, pane: str) -> None:
    app = app_reading(tmp_path, harbour())
    assert snap_compare(app, press=[pane, "z"], terminal_size=WIDE, run_before=rest)


def test_sources_unfolded_beside_their_places(snap_compare: Compare, tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    assert snap_compare(app, press=["2", "right", "enter", "enter"], terminal_size=WIDE, run_before=rest)


@pytest.mark.parametrize("theme", ["ansi-light", "textual-dark"])
def test_theme(snap_compare: Compare, tmp_path: Path, theme: str) -> None:
    app = app_reading(tmp_path, harbour())
    app.theme = theme
    assert snap_compare(app, press=["2"], terminal_size=WIDE, run_before=rest)
