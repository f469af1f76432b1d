"""What stays on top of the screen, whatever happens to its size and to what is elsewhere."""

from __future__ import annotations

import pytest
from shown import long_article, shown

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
    wide.viewport.set_measure(60)
    assert (wide.viewport.text_width, wide.viewport.left) == (60, 30)
