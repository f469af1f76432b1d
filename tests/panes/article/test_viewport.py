"""What stays on top of the screen, whatever happens to its size and to what is elsewhere."""

from __future__ import annotations

import pytest
from shown import WORDS, long_article, shown

from tui.flow.layout import At
from tui.model.article import Article, Block, Caption
from tui.panes.article.viewport import TOP


def test_the_beginning_shows_the_title() -> None:
    screen = shown()
    assert screen.top() == "A title"
    assert screen.viewport.place == (0, 0)
    assert screen.viewport.anchor() is None


def test_scrolling_goes_by_lines_and_stops_at_both_ends() -> None:
    screen = shown()
    screen.viewport.scroll(-5)
    assert screen.viewport.top == TOP
    screen.viewport.scroll(2)
    assert screen.top().startswith("Number 0")
    screen.viewport.scroll(100_000)
    assert screen.viewport.fraction == 1
    assert screen.viewport.last_block == len(long_article().blocks) - 1


@pytest.mark.parametrize("width", [24, 30, 80])
def test_a_resize_there_and_back_keeps_the_character_on_top(width: int) -> None:
    screen = shown()
    screen.viewport.scroll(31)
    before = screen.viewport.place
    for size in ((width, 12), (42, 10)):
        screen.size = size
        screen.viewport.fit(size)
    assert screen.viewport.place == before


def test_heights_that_settle_elsewhere_do_not_move_what_is_read() -> None:
    screen = shown(long_article(400))
    screen.viewport.arrive(300, 0, None)
    top = screen.top()
    slices = 0
    while not screen.viewport.settle(500):
        slices += 1
        assert screen.top() == top
    assert slices > 10


def test_a_place_within_the_very_first_block_is_told_by_its_character() -> None:
    screen = shown(Article("address", "A title", (Block("paragraph", " ".join([WORDS] * 20)),), ""))
    screen.viewport.scroll(6)
    block, offset = screen.viewport.place
    assert block == 0
    assert 0 < offset == (" ".join([WORDS] * 20)).find(screen.top(), offset)


def test_a_place_asked_for_while_hidden_is_gone_to_once_there_is_a_size() -> None:
    screen = shown()
    screen.size = (0, 0)
    assert screen.viewport.await_place(20, 0, 6)
    screen.size = (42, 10)
    screen.viewport.fit((42, 10))
    assert screen.viewport.sees(20, 0)
    assert screen.viewport.current is not None


def test_only_a_move_draws_other_lines() -> None:
    screen = shown()
    screen.viewport.visible()
    screen.told.clear()
    screen.viewport.put(screen.viewport.top)
    assert screen.told == ["moved"]
    screen.viewport.scroll(1)
    assert screen.told == ["moved", "lines", "moved"]


def test_the_measure_leaves_margins_but_on_narrow_screens() -> None:
    wide, narrow = shown(width=120), shown(width=24)
    assert (wide.viewport.text_width, wide.viewport.left) == (80, 20)
    assert (narrow.viewport.text_width, narrow.viewport.left) == (24, 0)
    assert shown(width=25).viewport.text_width == 23
    wide.viewport.set_form(60)
    assert (wide.viewport.text_width, wide.viewport.left) == (60, 30)


def pictured() -> Article:
    """Paragraphs around a picture and two headings, one right behind the other."""
    words = Block("paragraph", f"{WORDS} {WORDS}")
    headings = Block("heading", "The wall", level=2), Block("heading", "What it costs", level=3)
    blocks = (words, Block("figure", "Boats at rest", caption=0), *headings, *[words] * 4)
    return Article("address", "A title", blocks, "", captions=(Caption("Boats at rest", None, block=1),))


@pytest.mark.parametrize("width", [24, 42, 90])
def test_every_row_comes_back_as_it_was_left(width: int) -> None:
    screen = shown(pictured(), width=width)
    screen.viewport.set_pictures({0: (320, 200)}, {})
    flow = screen.viewport.flow
    assert flow is not None
    while not screen.viewport.settle(10_000):
        pass
    edge = At(flow.first_block + 1, flow.heights[flow.first_block + 1] - 1)  # under the caption, taken for its last row
    for top in flow.window(TOP, flow.height):
        if top <= flow.find(flow.first_block, 0) or top == edge:
            continue  # the beginning shows the title
        screen.viewport.put(top)
        again = shown(pictured(), width=width)
        again.viewport.show(pictured(), screen.viewport.row)
        again.viewport.set_pictures({0: (320, 200)}, {})
        assert (again.viewport.top, again.viewport.row) == (screen.viewport.top, screen.viewport.row)


def test_what_was_read_is_on_top_again_at_another_width() -> None:
    screen = shown()
    flow = screen.viewport.flow
    assert flow is not None
    for top in flow.window(flow.find(flow.first_block + 1, 0), 60):
        screen.viewport.put(top)
        again = shown(width=70)
        again.viewport.show(long_article(), screen.viewport.row)
        block, offset = screen.viewport.place
        assert again.viewport.sees(block, offset)
        assert again.viewport.place[0] == block


def test_rows_of_a_picture_that_is_not_drawn_any_more_are_its_caption() -> None:
    screen = shown(pictured())
    screen.viewport.set_pictures({0: (320, 200)}, {})
    flow = screen.viewport.flow
    assert flow is not None
    figure = flow.first_block + 1
    screen.viewport.put(At(figure, flow.frames[figure].gap + 3))
    row = screen.viewport.top
    screen.viewport.set_pictures({}, {})
    assert screen.viewport.place == (1, 0)
    screen.viewport.set_pictures({0: (320, 200)}, {})
    assert screen.viewport.top == row
