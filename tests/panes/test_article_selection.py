"""Selecting in the article pane: what is copied is the article's text, not the screen's lines."""

from __future__ import annotations

import pytest
from desk import until
from test_article import Host, article, press, screen, settled
from textual import events
from textual.pilot import Pilot

from tui.model.article import Block, Frame
from tui.panes.article.pane import ArticlePane

TEXTS = (
    "The town will raise its harbour wall by a metre. It decided so on Tuesday, after a long night of talk.",
    "Nobody wants another night like that.",
    "The wall is old.",
)
SHOWN = article(*(Block("paragraph", text) for text in TEXTS))
SIZE = (40, 12)  # the first paragraph takes the lines 2 to 4 of the screen, columns from 1


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(ArticlePane, offset=start)
    await pilot.hover(ArticlePane, offset=end)
    await pilot.mouse_up(ArticlePane, offset=end)
    await pilot.pause()


def moved(x: int, y: int, down: int) -> events.MouseMove:
    return events.MouseMove(None, x, y, 0, down, 1, False, False, False, x, y)


async def test_dragging_over_lines_selects_the_text_without_their_breaks() -> None:
    async with Host(SHOWN).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await drag(pilot, (5, 2), (11, 3))
        assert pane.selection.selected_text == "town will raise its harbour wall by a metre."
        assert pilot.app.screen.get_selected_text() == pane.selection.selected_text


async def test_dragging_upwards_selects_the_same() -> None:
    async with Host(SHOWN).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await drag(pilot, (11, 3), (5, 2))
        assert pane.selection.selected_text == "town will raise its harbour wall by a metre."


async def test_dragging_over_paragraphs_keeps_them_apart() -> None:
    async with Host(SHOWN).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await drag(pilot, (1, 4), (6, 6))
        assert pane.selection.selected_text == "after a long night of talk.\n\nNobody"


async def test_a_selection_survives_a_resize_and_a_scroll() -> None:
    async with Host(SHOWN).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await drag(pilot, (5, 2), (11, 3))
        await pilot.resize_terminal(24, 12)
        await settled(pilot)
        assert pane.selection.selected_text == "town will raise its harbour wall by a metre."
        await press(pilot, "j j")
        assert pilot.app.screen.get_selected_text() == "town will raise its harbour wall by a metre."


async def test_selected_text_is_drawn_apart() -> None:
    async with Host(SHOWN).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await drag(pilot, (5, 2), (8, 2))
        drawn = [s.text for s in pane.render_line(2) if s.style is not None and s.style.reverse]
        assert drawn == ["town"]


async def test_a_click_selects_nothing() -> None:
    async with Host(SHOWN).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await drag(pilot, (5, 2), (11, 3))
        await pilot.click(ArticlePane, offset=(3, 3))
        assert pane.selection.selected_text is None


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("V", "A title"),
        ("V j", "A title\n\nThe town will raise its harbour wall"),
        ("V w", "A title\n\nThe"),
        ("V right_curly_bracket", f"A title\n\n{TEXTS[0]}"),
        ("V right_parenthesis", "A title\n\nThe town will raise its harbour wall by a metre."),
        ("V w w b", "A title\n\nThe "),
        ("V G", "A title\n\n" + "\n\n".join(TEXTS)),
        ("V j V", None),
        ("V j escape", None),
    ],
)
async def test_selecting_by_keyboard(keys: str, text: str | None) -> None:
    async with Host(SHOWN).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await press(pilot, keys)
        assert pane.selection.selected_text == text


async def test_the_other_end_is_moved_after_o() -> None:
    async with Host(SHOWN, (1, 0)).run_test(size=(40, 4)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "V")
        assert pane.selection.selected_text == TEXTS[1]
        await press(pilot, "o left_parenthesis")
        assert pane.selection.selected_text == "It decided so on Tuesday, after a long night of talk.\n\n" + TEXTS[1]


async def test_the_end_of_the_selection_stays_in_view() -> None:
    long = article(*(Block("paragraph", f"Paragraph number {i}.") for i in range(40)))
    async with Host(long).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await press(pilot, "V " + "j " * 15)
        assert "Paragraph number 14." in screen(pane)
        pane.action_select("end")
        await press(pilot, "j")
        assert pane.selection.selected_text is None


async def test_japanese_is_selected_by_lines_without_skipping_any() -> None:
    text = "港の壁は来年の秋までに一メートル高くなると市は語った。" * 4
    async with Host(article(Block("paragraph", text))).run_test(size=(42, 12)) as pilot:
        pane = await settled(pilot)
        await press(pilot, "V j j")
        assert pane.selection.selected_text == "A title\n\n" + text[:38]


async def test_a_list_is_copied_with_its_markers() -> None:
    items = (Block("paragraph", t, within=(Frame("item", "•"),)) for t in ("one", "two", "three"))
    async with Host(article(*items)).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await press(pilot, "V G")
        assert pane.selection.selected_text == "A title\n\n• one\n• two\n• three"


async def test_dragging_below_the_pane_scrolls_on() -> None:
    long = article(*(Block("paragraph", f"Paragraph number {i}.") for i in range(40)))
    async with Host(long).run_test(size=SIZE) as pilot:
        pane = await settled(pilot)
        await pilot.mouse_down(ArticlePane, offset=(1, 4))
        pilot.app.post_message(moved(6, 9, 5))
        pilot.app.post_message(moved(6, 11, 2))
        await until(pilot, lambda: pane.scroll_y > 6)
        await pilot.mouse_up(ArticlePane, offset=(6, 11))
        assert (pane.selection.selected_text or "").startswith("Paragraph number 1.\n\nParagraph number 2.")
