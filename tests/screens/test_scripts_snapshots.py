"""What articles in other scripts look like, selected too, and text listed and tabled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from articles import plain
from desk import NARROW, SMALL, WIDE, app_reading, rest
from scripts import piece_in

from tui.model.article import Article, Block

Compare = Callable[..., bool]
SIZES = {"140x42": WIDE, "80x24": NARROW, "60x20": SMALL}
SEEN = [
    ("japanese", "140x42", "lamp"),
    ("japanese", "60x20", "lamp"),
    ("arabic", "140x42", "paper"),
    ("arabic", "60x20", "paper"),
    ("chinese", "80x24", "ansi-dark"),
    ("korean", "60x20", "paper"),
    ("hebrew", "80x24", "lamp"),
    ("hindi", "80x24", "ansi-light"),
    ("thai", "60x20", "lamp"),
    ("emoji", "140x42", "ansi-dark"),
]


@pytest.mark.parametrize(("script", "size", "theme"), SEEN)
def test_script(snap_compare: Compare, tmp_path: Path, script: str, size: str, theme: str) -> None:
    app = app_reading(tmp_path, piece_in(script))
    app.theme = theme
    assert snap_compare(app, terminal_size=SIZES[size], run_before=rest)


@pytest.mark.parametrize("script", ["japanese", "arabic"])
def test_selection_in_a_script(snap_compare: Compare, tmp_path: Path, script: str) -> None:
    app = app_reading(tmp_path, piece_in(script))
    app.theme = "paper"
    assert snap_compare(app, press=["V", "j", "j", "j", "w", "w"], terminal_size=NARROW, run_before=rest)


def measured() -> Article:
    """A listing with long lines and wide characters, and a table of many columns."""
    listing = (
        "# how high the sea stood, in metres above the harbour's own zero, at each of the twelve gauges\n"
        "def highest(readings, zero=0.0):\n\treturn max(reading - zero for reading in readings)\n\n"
        'print("満潮", highest([3.1, 4.4, 2.9]))  # 4.4 🌊'
    )
    head = "Gauge\tPlace\tLowest\tHighest\tMean\tRemarks"
    rows = (
        "1\tEastern pier\t0.4 m\t4.4 m\t2.1 m\tnew sensor since May, its readings are checked twice a day",
        "2\tFish market\t0.5 m\t4.3 m\t2.2 m\tflooded in January",
        "3\t魚市場の裏\t0.3 m\t4.1 m\t2.0 m\tread by hand",
    )
    start = plain("Twelve gauges and what they say", "The harbour office publishes its programme.", site="Quay")
    blocks = (
        *start.blocks,
        Block("code", listing),
        Block("table", "\n".join((head, *rows)), header=True),
        Block("paragraph", "The numbers are corrected each spring."),
    )
    return Article(start.address, start.title, blocks, start.markdown, site=start.site, published=start.published)


@pytest.mark.parametrize(("size", "theme"), [("140x42", "paper"), ("80x24", "lamp"), ("60x20", "ansi-dark")])
def test_listing_and_table(snap_compare: Compare, tmp_path: Path, size: str, theme: str) -> None:
    app = app_reading(tmp_path, measured())
    app.theme = theme
    assert snap_compare(app, press=["right"], terminal_size=SIZES[size], run_before=rest)
