"""The reader's panes driven by keys: which are shown, what goes on in the sources and captions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from articles import harbour, plain
from desk import (
    NARROW,
    SMALL,
    WIDE,
    app_reading,
    lines_of,
    press,
    reader,
    said,
    until,
)  # fmt: skip

from tui.model.article import Source
from tui.panes.source_rows import SourceKey, UnquotedKey


async def test_tab_goes_through_the_panes_and_digits_go_to_one(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        seen = [reader(app).panes.active]
        for key in ("tab", "tab", "tab", "shift+tab", "1", "2", "3"):
            await press(pilot, key)
            seen.append(reader(app).panes.active)
            assert app.focused is not None
            assert app.focused.id == reader(app).panes.active
    assert seen == ["article", "sources", "captions", "article", "captions", "article", "sources", "captions"]


async def test_narrow_screens_show_one_pane_at_a_time(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        screen = reader(app)
        assert screen.panes.article.display
        assert not screen.query_one("#side").display
        assert "[Article] · Sources 8 · Captions 3" in lines_of(app)[1]
        await press(pilot, "2")
        assert not screen.panes.article.display
        assert screen.query_one("#sources").display
        assert not screen.query_one("#captions").display


async def test_widening_the_terminal_sets_the_panes_side_by_side(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        screen = reader(app)
        assert all(screen.query_one(f"#{name}").display for name in ("article", "side", "sources", "captions"))
        assert not screen.query_one("#tabs").display


async def test_the_header_names_the_article_as_soon_as_its_title_is_scrolled_off(tmp_path: Path) -> None:
    """Also while the first paragraph is still on top, and no further one has come into sight."""
    article = plain("A wall for the harbour", "The first paragraph.", "The wall will be higher. " * 80)
    app = app_reading(tmp_path, article)
    async with app.run_test(size=NARROW) as pilot:
        assert article.title not in lines_of(app)[0]
        await press(pilot, "j")
        assert not any(article.title in line for line in lines_of(app)[1:])
        assert article.title in lines_of(app)[0]
        await press(pilot, "g")
        assert article.title not in lines_of(app)[0]


async def test_a_title_that_comes_into_sight_with_the_article_is_not_shown_twice(tmp_path: Path) -> None:
    article = harbour()
    app = app_reading(tmp_path, article)
    async with app.run_test(size=NARROW) as pilot:
        assert article.title not in lines_of(app)[0]
        await press(pilot, "2")
        assert article.title in lines_of(app)[0]
        await press(pilot, "1")
        assert article.title not in lines_of(app)[0]


@pytest.mark.parametrize(("key", "pane"), [("s", "sources"), ("c", "captions")])
async def test_a_pane_is_hidden_and_shown_again(tmp_path: Path, key: str, pane: str) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, key)
        assert not reader(app).query_one(f"#{pane}").display
        await press(pilot, key)
        assert reader(app).query_one(f"#{pane}").display


async def test_both_panes_hidden_leave_the_width_to_the_article(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s", "c")
        assert reader(app).panes.article.outer_size.width == WIDE[0]


async def test_zoom_gives_one_pane_the_screen_and_takes_it_back(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "z")
        assert not reader(app).panes.article.display
        assert reader(app).panes.sources.outer_size.width == WIDE[0]
        await press(pilot, "escape")
        assert reader(app).panes.article.display


async def test_enter_on_a_source_walks_through_its_places(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        screen = reader(app)
        tops = []
        await press(pilot, "2")
        for _ in range(4):
            await press(pilot, "enter")
            tops.append(screen.panes.article.viewport.place[0])
        assert "place 1 of 3" in lines_of(app)[-1]
        assert "Nobody wants another night" in "\n".join(lines_of(app))
    assert len(set(tops[:3])) == 3


async def test_n_goes_on_to_the_next_place_in_the_article(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        screen = reader(app)
        await press(pilot, "2", "enter", "1")
        before = screen.panes.article.viewport.place
        await press(pilot, "n", "n", "n")
        assert screen.panes.article.viewport.place > before


async def test_enter_on_a_source_turns_to_the_article_on_a_narrow_screen(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2", "j", "enter")
        assert reader(app).panes.active == "article"
        await until(pilot, lambda: any("Achterberg, who chairs" in line for line in lines_of(app)))


async def test_a_source_unfolds_to_its_quotations_and_folds_again(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "j", "right")
        text = "\n".join(lines_of(app))
        assert "reported: his members had asked" in text
        assert "“They measured the boats of 1990”" in text
        await press(pilot, "left")
        assert "reported:" not in "\n".join(lines_of(app))


async def test_enter_on_a_quotation_goes_to_it(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        screen = reader(app)
        await press(pilot, "2", "x", *["j"] * 6, "enter")
        assert screen.panes.sources.cursor == SourceKey(0, 5)
        assert any("Ask my successor about hers" in line for line in lines_of(app))


async def test_scrolling_the_article_moves_the_cursors_beside_it(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        screen = reader(app)
        await press(pilot, *["space"] * 3)
        assert screen.panes.sources.cursor != SourceKey(0)
        assert screen.panes.captions.cursor != 0


async def test_moving_in_the_sources_marks_places_but_scrolls_nothing(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        screen = reader(app)
        before = screen.panes.article.viewport.place
        await press(pilot, "2", "j", "j")
        assert screen.panes.article.viewport.place == before
        assert screen.panes.sources.source is not None
        assert screen.panes.sources.source.name == "Lin Hsiao-wen"


async def test_enter_on_a_caption_goes_to_its_figure(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        await press(pilot, "3", "j", "j", "enter")
        figures = [line[:90] for line in lines_of(app)]
        assert any("fish market in 1911" in line for line in figures)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_esc_leaves_the_pane_before_the_article(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=size) as pilot:
        for pane in ("2", "3"):
            await press(pilot, pane, "escape")
            assert reader(app).panes.active == "article"


async def test_sources_that_are_not_quoted_are_one_line_until_it_is_unfolded(tmp_path: Path) -> None:
    article = harbour()
    named = tuple(Source(name, "document", None, None) for name in ("Tide table", "Budget"))
    app = app_reading(tmp_path, replace(article, sources=(*article.sources, *named)))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "2")
        at = next(n for n, line in enumerate(lines_of(app)) if "2 not quoted: Tide table, Budget" in line)
        await press(pilot, *["j"] * 20)
        reader(app).panes.sources.place_cursor(UnquotedKey("document"))
        await press(pilot, "x")
        lines = lines_of(app)
        assert at
        assert any(line.strip(" ▌█") == "Budget" for line in lines)


async def test_c_gives_a_quotation_to_another_source_keeps_it_and_takes_it_back(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        screen = reader(app)
        await press(pilot, "2", "x", "j")
        first, second, *_ = screen.article.sources
        words = first.quotes[0].text
        await press(pilot, "C")
        assert f"Who said “{words[:40]}" in "\n".join(lines_of(app))
        await press(pilot, "enter")
        assert screen.panes.sources.source == screen.article.sources[1]
        assert words in [quote.text for quote in screen.article.sources[1].quotes]
        assert screen.article.sources[1].name == second.name
        await press(pilot, "C", "G", "enter")
        assert screen.article.sources[0] == first


async def test_c_says_what_it_wants_away_from_a_quotation(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "C")
        assert "Put the cursor on a quotation in the sources first" in said(app)
