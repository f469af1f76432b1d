"""How often a screen is laid out before it rests: Textual's own way is five times, and seven for an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import harbour
from desk import app_for, library_with, press, reader, rest
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from tui.library import Library
from tui.output.source_weights import places

LAID_OUT = 4  # when it is composed in part, when it is whole, and for what had asked before that, at one time or two
ENDLESS = 100


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the screens that were laid out, one for each time."""
    found: list[str] = []
    layout = Screen._refresh_layout  # noqa: SLF001 - what is counted

    def noted(screen: Screen[object], *arguments: object, **named: object) -> None:
        found.append(type(screen).__name__)
        assert len(found) < ENDLESS
        layout(screen, *arguments, **named)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(Screen, "_refresh_layout", noted)
    return found


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("addresses", [(), (harbour().address,)], ids=["the library", "an article"])
async def test_a_first_screen_is_laid_out_once_when_it_is_whole(
    tmp_path: Path, layouts: list[str], addresses: tuple[str, ...], size: tuple[int, int]
) -> None:
    library_with(tmp_path, harbour())
    async with app_for(tmp_path, *addresses).run_test(size=size) as pilot:
        await rest(pilot)
        assert 0 < len(layouts) <= LAID_OUT, layouts


async def test_sizes_that_cross_on_their_way_come_to_rest(tmp_path: Path, layouts: list[str]) -> None:
    """A layout tells the screen its size by an event: of two in its queue each would bring the other about again."""
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        layouts.clear()
        for size in (Size(80, 25), Size(120, 40)) * 2:
            app.screen.post_message(Resize(size, size))
            app.screen.call_later(lambda: None)  # between two events, else the later one takes the place of both
        await rest(pilot)
        assert len(layouts) <= LAID_OUT, layouts
        assert app.screen.size == Size(120, 40)


def uncovered(holder: Widget) -> set[tuple[int, int]]:
    """Cells of a holder over which nothing lies that draws."""
    cells = {(x, y) for y in holder.region.line_range for x in range(holder.region.x, holder.region.right)}
    for widget in holder.walk_children(Widget):
        if widget.is_on_screen and not widget.BLANK:
            cells -= {(x, y) for y in widget.region.line_range for x in range(widget.region.x, widget.region.right)}
    return cells


@pytest.mark.parametrize("size", [(50, 20), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize(
    "keys", [(), ("tab",), ("slash",), ("2",), ("z",)], ids=lambda keys: "".join(keys) or "at first"
)
@pytest.mark.parametrize("shown", ["nothing kept", "the library", "an article"])
async def test_what_draws_nothing_is_covered_by_what_stands_in_it(
    tmp_path: Path, shown: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    library_with(tmp_path, *(() if shown == "nothing kept" else (harbour(),)))
    app = app_for(tmp_path, *((harbour().address,) if shown == "an article" else ()))
    async with app.run_test(size=size) as pilot:
        await rest(pilot)
        await press(pilot, *keys)
        holders = [widget for widget in app.screen.walk_children(Widget, with_self=True) if widget.BLANK]
        assert len(holders) > 2
        assert {holder.id for holder in holders if uncovered(holder)} == set()


async def test_what_stands_beside_an_article_opened_in_its_middle_is_at_its_place(tmp_path: Path) -> None:
    article = harbour()
    (number,) = library_with(tmp_path, article)
    with Library.open(tmp_path) as library:
        library.articles.set_reading_position(number, article.captions[-1].block, 0, 0.7)
    app = app_for(tmp_path, article.address)
    async with app.run_test(size=(120, 14)) as pilot:
        await rest(pilot)
        panes = reader(app).panes
        viewport, source = panes.article.viewport, panes.sources.source
        assert panes.captions.caption == (len(article.captions) - 1, article.captions[-1])
        assert source is not None
        assert any(viewport.place <= (at.block, at.end) <= (viewport.last_block, 9_999) for at in places(source))
