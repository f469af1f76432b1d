"""Rows that a figure's box leaves for its picture: lines without text, which change no place of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.flow.block_forms import MOST_ROWS, picture_cells
from tui.flow.layout import At, Layout
from tui.model.article import Article, Block, Caption

CAPTION = "Boats at rest on a grey morning, the wall behind them\nAnn Lee"
ARTICLE = Article(
    "address",
    "A title",
    (Block("paragraph", "Before it. " * 9), Block("figure", CAPTION, caption=0), Block("paragraph", "After it. " * 9)),
    "",
    captions=(Caption("Boats at rest on a grey morning, the wall behind them", "Ann Lee", block=1),),
)


def layout(width: int, size: tuple[int, int] | None = (320, 200)) -> Layout:
    return Layout(ARTICLE, width, len, pictures={0: size} if size else None)


@given(st.integers(1, 10_000), st.integers(1, 10_000), st.integers(1, 100))
def test_a_picture_fits_its_room(across: int, down: int, width: int) -> None:
    columns, rows = picture_cells((across, down), width)
    assert 1 <= columns <= width
    assert 1 <= rows <= MOST_ROWS


@pytest.mark.parametrize(
    ("size", "width", "cells"),
    [
        ((20, 10), 76, (20, 5)),  # it is not enlarged
        ((0, 0), 76, (1, 1)),
        ((1, 2), 76, (1, 1)),
        ((152, 30), 76, (76, 8)),
        ((76, 32), 76, (76, 16)),
        ((76, 64), 76, (38, 16)),
        ((9_000, 3), 76, (76, 1)),
        ((3, 9_000), 76, (1, 16)),
    ],
)
def test_a_picture_fills_its_width_or_sixteen_rows_and_is_not_enlarged(
    size: tuple[int, int], width: int, cells: tuple[int, int]
) -> None:
    assert picture_cells(size, width) == cells


@pytest.mark.parametrize("width", [10, 30, 60])
def test_every_character_stands_where_it_stood_below_the_picture(width: int) -> None:
    plain, pictured = layout(width, None), layout(width)
    figure = plain.first_block + 1
    rows = picture_cells((320, 200), width - 4 if width >= 16 else width)[1]
    for offset in range(len(CAPTION)):
        if CAPTION[offset].isspace():
            continue
        at, before = pictured.find(figure, offset), plain.find(figure, offset)
        assert at.line > rows
        for flow, place in ((pictured, at), (plain, before)):
            line = flow.line(place)
            shown = line.index_of(offset)
            assert shown is not None
            assert line.text[shown] == CAPTION[offset]


@pytest.mark.parametrize("width", [10, 30, 60])
def test_lines_of_the_picture_have_no_text(width: int) -> None:
    flow = layout(width)
    figure = flow.first_block + 1
    gap, last = flow.frames[figure].gap, flow.find(figure, 0).line
    for line in range(gap + 1, last):
        assert flow.line(At(figure, line)).text.strip("│ ") == ""
        assert flow.offset(At(figure, line)) == 0
        assert flow.precedes(At(figure, line))


def test_on_top_a_caption_brings_its_picture_along() -> None:
    flow = layout(60)
    figure = flow.first_block + 1
    assert flow.on_top(figure, 0) == At(figure, flow.frames[figure].gap)
    assert flow.on_top(figure, 30) == flow.find(figure, 30)
    assert flow.on_top(flow.first_block, 0) == flow.find(flow.first_block, 0)
