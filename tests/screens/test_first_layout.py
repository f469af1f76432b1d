"""How often a screen is laid out before it rests: Textual's own way is five times, and seven for an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import harbour
from desk import app_for, library_with, rest
from textual.screen import Screen

LAID_OUT = 4  # when it is composed in part, when it is whole, and for what had asked before that, at one time or two


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the screens that were laid out, one for each time."""
    found: list[str] = []
    layout = Screen._refresh_layout  # noqa: SLF001 - what is counted

    def noted(screen: Screen[object], *arguments: object, **named: object) -> None:
        found.append(type(screen).__name__)
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
