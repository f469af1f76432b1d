"""Which sections a library has."""

from __future__ import annotations

from pathlib import Path

from articles import plain
from desk import library_with

from tui.library import Library
from tui.panes.sections import count_sections


def test_of_very_many_sites_those_with_most_articles_are_listed(tmp_path: Path) -> None:
    library_with(tmp_path, *(plain(f"Of {n}", "Words.", site=f"Site {n % 201}") for n in range(202)))
    with Library.open(tmp_path) as library:
        *_, (heading, sites) = count_sections(library)
    assert heading == "Sites"
    assert len(sites) == 200
    assert (sites[0].label, sites[0].articles) == ("Site 0", 2)
