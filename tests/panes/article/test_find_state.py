"""Matches and marked places are walked from where one is; jumps lead back to where one was."""

from __future__ import annotations

from shown import Screen, shown

from tui.model.article import Mention
from tui.panes.article.find_state import FindState
from tui.panes.article.jump_history import JumpHistory


def parts() -> tuple[Screen, JumpHistory, FindState]:
    screen = shown()
    assert screen.viewport.article is not None
    jumps = JumpHistory(screen.viewport)
    jumps.show(screen.viewport.article)
    find_state = FindState(screen.viewport, jumps)
    find_state.show(screen.viewport.article)
    return screen, jumps, find_state


def test_the_first_match_is_the_next_from_where_one_began_to_type() -> None:
    screen, _, find_state = parts()
    screen.viewport.arrive(25, 0, None)
    for words in ("N", "Nu", "Number"):
        find_state.find(words)
    number, total = find_state.match
    assert total == 40
    assert number == 24  # two headings stand before block 25


def test_steps_go_round() -> None:
    _, _, find_state = parts()
    assert find_state.find("Part") == 3
    assert [find_state.step(1)[0] for _ in range(3)] == [2, 3, 1]
    assert find_state.step(-1) == (3, 3)
    find_state.clear()
    assert find_state.match == (0, 0)


def test_marked_places_are_walked_when_they_came_last() -> None:
    screen, _, find_state = parts()
    find_state.find("Part")
    find_state.mark([Mention(30, 0, 6), Mention(12, 0, 6)])
    find_state.walk(1)
    first = screen.viewport.current
    find_state.walk(1)
    assert screen.viewport.current != first
    assert {first, screen.viewport.current} == {Mention(12, 0, 6), Mention(30, 0, 6)}


def test_places_given_are_matches_too() -> None:
    _, _, find_state = parts()
    find_state.find_places([Mention(3, 0, 6), Mention(9, 0, 6)], Mention(9, 0, 6))
    assert find_state.match == (2, 2)


def test_what_is_laid_over_a_block() -> None:
    screen, _, find_state = parts()
    assert screen.viewport.flow is not None
    find_state.mark([Mention(3, 0, 6)])
    find_state.find("town")
    piece = screen.viewport.flow.first_block + 3
    assert [overlay.role for overlay in find_state.overlays(piece, 0, 40)] == ["mark", "find"]
    assert find_state.overlays(0, 0, 40) == []


def test_the_screen_is_drawn_again_only_for_marks_that_are_seen() -> None:
    screen, jumps, find_state = parts()
    screen.told.clear()
    find_state.mark([Mention(30, 0, 6)])
    assert screen.told == ["unseen"]
    find_state.mark([Mention(30, 0, 6), Mention(1, 0, 6)])
    assert screen.told[1:] == ["anew"]
    find_state.mark([Mention(30, 0, 6)])  # takes one away
    assert screen.told[2:] == ["anew"]
    jumps.go_to(1, 0, 6)
    screen.told.clear()
    find_state.mark([])  # what was gone to is marked no longer
    assert screen.told == ["anew"]


def test_the_way_back_and_forward_again() -> None:
    screen, jumps, _ = parts()
    screen.viewport.scroll(2)
    before = screen.top()
    jumps.go_to(30, 0, 6)
    jumps.to_end(1)
    there = screen.viewport.top
    jumps.travel(-1)
    jumps.travel(-1)
    assert screen.top() == before
    jumps.travel(-1)  # no further
    assert screen.top() == before
    jumps.travel(1)
    jumps.travel(1)
    assert screen.viewport.top == there


def test_headings_are_gone_to_one_by_one() -> None:
    screen, jumps, _ = parts()
    tops = []
    for step in (1, 1, 1, 1, -1):
        jumps.to_heading(step)
        tops.append(screen.top())
    assert tops == ["Part 1", "Part 2", "Part 3", "Part 3", "Part 2"]


def test_what_is_in_sight_is_no_jump() -> None:
    screen, jumps, _ = parts()
    jumps.go_to(0, 0, 6)
    assert screen.viewport.current == Mention(0, 0, 6)
    jumps.travel(-1)
    assert screen.viewport.current == Mention(0, 0, 6)
    assert screen.top() == "A title"
