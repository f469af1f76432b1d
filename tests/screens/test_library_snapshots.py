"""What the library and the search look like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from articles import harbour, plain
from desk import MIDDLE, NARROW, SMALL, WIDE, app_for, library_with, rest

from tui.library import Library

Compare = Callable[..., bool]
SIZES = {"140x42": WIDE, "100x30": MIDDLE, "60x20": SMALL}
SUBJECTS = ("The ferry", "A lighthouse", "The spring tide", "Herring", "A net loft", "The old railway", "The town band")
ENDS = ("is back", "and who pays for it", "as the archive tells it", "before the vote", "in eleven pictures")
SITES = ("The Coast Herald", "Ferry Times", "Quay", None)


def full(folder: Path) -> None:
    """A library of forty articles, some read, starred, put off, tagged, half read."""
    articles = [
        plain(f"{SUBJECTS[n % 7]} {ENDS[n % 5]}", "Some words to read. " * (n * 53 % 400 + 20), site=SITES[n % 4])
        for n in range(39)
    ]
    numbers = library_with(folder, *articles, harbour())
    with Library.open(folder) as library:
        library.marks.read(numbers[::3])
        library.marks.star(numbers[::7])
        library.marks.later(numbers[4::9])
        library.marks.tag(numbers[1::6], "harbour")
        for place, number in enumerate(numbers[::4]):
            library.articles.set_reading_position(number, 0, 5, (place * 3 % 11) / 10)


@pytest.mark.parametrize("size", ["140x42", "100x30", "60x20"])
def test_full_library(snap_compare: Compare, tmp_path: Path, size: str) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), press=["j", "j"], terminal_size=SIZES[size], run_before=rest)


def test_address_asked_for(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(app_for(tmp_path), press=["a"], terminal_size=NARROW, run_before=rest)


def test_rows_picked_in_the_light(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    app = app_for(tmp_path)
    app.theme = "paper"
    assert snap_compare(app, press=["x", "x", "f"], terminal_size=MIDDLE, run_before=rest)


def test_sections_on_a_narrow_screen(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), press=["tab", "j"], terminal_size=NARROW, run_before=rest)


def test_filter(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), press=["slash", *"ferry"], terminal_size=NARROW, run_before=rest)


def test_search(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), press=["S", *"wall"], terminal_size=MIDDLE, run_before=rest)


def test_search_before_a_word_is_typed(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), press=["S"], terminal_size=NARROW, run_before=rest)


def test_search_without_a_hit(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), press=["S", *"zebra"], terminal_size=NARROW, run_before=rest)


def test_form_of_an_export(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), press=["x", "x", "E"], terminal_size=NARROW, run_before=rest)


def test_folder_of_an_export(snap_compare: Compare, tmp_path: Path) -> None:
    full(tmp_path)
    assert snap_compare(app_for(tmp_path), press=["x", "x", "E", "enter"], terminal_size=NARROW, run_before=rest)


def test_a_long_error(snap_compare: Compare, tmp_path: Path) -> None:
    address = "https://paper.example/" + "a-very-long-way-to-say-where-this-stands/" * 6
    assert snap_compare(app_for(tmp_path, address), terminal_size=NARROW, run_before=rest)


def test_an_article_without_sources(snap_compare: Compare, tmp_path: Path) -> None:
    article = plain("Herring before the vote", "Some words to read. " * 20)
    library_with(tmp_path, article)
    assert snap_compare(app_for(tmp_path, article.address), terminal_size=(140, 24), run_before=rest)
