"""What the reader looks like on a screen of middle size, with a pane zoomed, and in Textual's own themes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from articles import harbour, plain
from desk import MIDDLE, SMALL, WIDE, app_reading, rest

from tui.model.article import Block, Frame, LeftOut, Link
from tui.model.warning import FRONT_PAGE

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


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
def test_what_was_left_out_at_its_places(
    snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    spoken = Block("paragraph", "“The pumps are forty years old,” said Ines Falk, who runs them.")
    teaser = Block("paragraph", "Read also: the storm of the century, night by night")
    parts = (
        LeftOut((spoken,), "set beside the text by the page", 2),
        LeftOut((teaser,), "points to something else to read", 3),
    )
    app = app_reading(tmp_path, replace(harbour(), left_out=parts))
    assert snap_compare(app, press=["w", "x"], terminal_size=size, run_before=rest)


def test_articles_of_a_front_page(snap_compare: Compare, tmp_path: Path) -> None:
    titles = ("The ferry is back", "Herring before the vote", "A lighthouse in eleven pictures")
    links = tuple(Link(title, f"https://quay.example/{n}", n) for n, title in enumerate(titles))
    blocks = tuple(Block("paragraph", title, within=(Frame("item", "•"),)) for title in titles)
    front = replace(plain("Quay Post"), blocks=blocks, links=links, warnings=(FRONT_PAGE,))
    app = app_reading(tmp_path, front)
    assert snap_compare(app, press=["i", "j", "x"], terminal_size=MIDDLE, run_before=rest)
