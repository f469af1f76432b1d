"""The themes for long reading: what is written can be read, by the WCAG's measure."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from articles import harbour
from desk import WIDE, app_for, library_with, press, rest, strips_of
from textual.color import Color

from tui.panes.library_list import LibraryList
from tui.panes.row_list import Rows
from tui.screens.themes import LAMP_GROUND, LAMP_INK, PAPER_GROUND, PAPER_INK

LEAST = 7.0  # WCAG 2.2, success criterion 1.4.6 (AAA)
LEAST_SHAPES = 3.0  # 1.4.11: what is no text
TEXT_ON = ("page", "bar", "cursor", "mark")


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "ground"), [(LAMP_INK, LAMP_GROUND), (PAPER_INK, PAPER_GROUND)], ids=["lamp", "paper"])
def test_every_ink_on_every_ground_reaches_the_highest_level(ink: dict[str, str], ground: dict[str, str]) -> None:
    pairs = product(ink, TEXT_ON)
    poor = {(text, on): round(contrast(ink[text], ground[on]), 2) for text, on in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < LEAST} == {}


@pytest.mark.parametrize(("ink", "ground"), [(LAMP_INK, LAMP_GROUND), (PAPER_INK, PAPER_GROUND)], ids=["lamp", "paper"])
def test_the_current_match_is_readable_on_the_accent(ink: dict[str, str], ground: dict[str, str]) -> None:
    assert contrast(ground["page"], ink["accent"]) >= LEAST


@pytest.mark.parametrize("ground", [LAMP_GROUND, PAPER_GROUND], ids=["lamp", "paper"])
def test_a_bar_is_seen_on_the_page_and_under_the_cursor(ground: dict[str, str]) -> None:
    assert min(contrast(ground["share"], ground[on]) for on in ("page", "cursor")) >= LEAST_SHAPES


async def test_rows_that_were_drawn_follow_the_theme_and_the_focus(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        sections, articles = app.screen.query_one("#sections", Rows), app.screen.query_one(LibraryList)

        def grounds() -> tuple[object, ...]:
            panes = (sections, articles)
            return tuple(pane.get_component_rich_style("rows--cursor", partial=True).bgcolor for pane in panes)

        seen = [grounds()]
        for key in ("tab", "t"):
            await press(pilot, key)
            await rest(pilot)
            seen.append(grounds())
        assert len(set(seen)) == 3
        assert seen[0] == seen[1][::-1]  # one pane alone has the focus, and looks so
        with pytest.raises(KeyError):
            sections.get_component_styles("rows--nothing")


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_without_colours_the_terminal_s_own_ink_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        app.theme = theme
        await press(pilot, "question_mark")
        styles = [segment.style for strip in strips_of(app) for segment in strip if segment.style]
        inks = {color.name for style in styles for color in (style.color, style.bgcolor) if color}
        assert inks <= {"default"}
