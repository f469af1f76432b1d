"""A selection is a range of text; the cells that Textual knows are translated both ways."""

from __future__ import annotations

from shown import WORDS, Screen, shown

from tui.panes.article.selection import TextSelection


def selecting() -> tuple[Screen, TextSelection, list[bool]]:
    screen, changes = shown(), []
    return screen, TextSelection(screen.viewport, lambda: changes.append(True)), changes


def test_a_selection_by_keyboard_begins_with_the_first_line() -> None:
    _, selection, changes = selecting()
    selection.begin()
    assert selection.by_keyboard
    assert selection.selected_text == "A title"
    selection.extend("word", 1)
    assert selection.selected_text == "A title\n\nNumber"
    selection.extend("paragraph", 1)
    assert selection.selected_text == f"A title\n\nNumber 0. {WORDS}"
    assert len(changes) == 3
    selection.end()
    assert selection.selected_text is None


def test_a_cell_stands_for_the_character_that_it_was_made_of() -> None:
    screen, selection, _ = selecting()
    flow = screen.viewport.flow
    assert flow is not None
    start, end = (flow.first_block, 10), (flow.first_block + 1, 20)
    cells = selection.cell_of(start), selection.cell_of(end)
    assert selection.places_of(*cells) == (start, end)
    assert selection.places_of(*reversed(cells)) == (start, end)
    screen.size = (70, 10)
    screen.viewport.fit((70, 10))
    assert selection.places_of(selection.cell_of(start), selection.cell_of(end)) == (start, end)


def test_no_cell_stands_for_an_end_of_the_article() -> None:
    screen, selection, _ = selecting()
    assert screen.viewport.flow is not None
    blocks = screen.viewport.flow.blocks
    assert selection.places_of(None, None) == ((0, 0), (len(blocks) - 1, len(blocks[-1].text)))


def test_the_selected_part_of_each_piece() -> None:
    _, selection, _ = selecting()
    selection.select((3, 4), (1, 2))
    assert selection.within(0) is None
    assert selection.within(1) is not None
    assert selection.within(3) == (0, 4)
    assert selection.within(4) is None
