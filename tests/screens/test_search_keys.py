"""The search driven by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import PAPERS, harbour, plain
from desk import NARROW, app_for, library_with, lines_of, press, reader, said, until

from tui.library.library_errors import LibraryError
from tui.screens.reader.screen import ReaderScreen
from tui.screens.search import SearchLine, SearchScreen


async def test_search_finds_by_what_is_said_and_opens_there(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=(100, 16)) as pilot:
        await press(pilot, "S", *"frightened")
        text = "\n".join(lines_of(app))
        assert "Harbour wall to rise" in text
        assert "we are frightened of the bill" in text
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: "frightened" in "\n".join(lines_of(app)))


async def test_the_title_of_a_hit_is_whole_what_is_said_beside_it_else_below(tmp_path: Path) -> None:
    title = "The heron that came back to the pond behind the old town hall"
    library_with(tmp_path, plain(title, "A heron stood there.", site="The Observer of Wetlands"))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "S", *"heron")
        await until(pilot, lambda: any(title in line for line in lines_of(app)))
        at = next(n for n, line in enumerate(lines_of(app)) if title in line)
        assert lines_of(app)[at + 1].strip(" ▌").startswith("The Observer of Wetlands · ")


@pytest.mark.parametrize("typed", ['"', "a-b", "c++", "100%", "site:", "((", "'*"])
async def test_any_input_is_a_search(tmp_path: Path, typed: str) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "S", *typed)
        assert said(app) == []


async def test_a_hit_opens_in_its_context_with_all_that_was_found_marked(tmp_path: Path) -> None:
    said_thrice = [
        f"Paragraph {n} is about nothing at all. " + ("A heron and two otters came." if n in (9, 20, 30) else "")
        for n in range(40)
    ]
    library_with(tmp_path, *PAPERS, plain("River life", *said_thrice))
    app = app_for(tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "S", *"otters heron", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: "Paragraph 9" in "\n".join(lines_of(app)))
        at = next(n for n, line in enumerate(lines_of(app)) if "Paragraph 9" in line)
        assert 5 <= at <= 12
        assert reader(app).panes.match == (1, 6)
        await press(pilot, "n", "n")
        await until(pilot, lambda: "Paragraph 20" in "\n".join(lines_of(app)))
        assert reader(app).panes.match == (3, 6)
        await press(pilot, "N", "N", "N")
        assert reader(app).panes.match == (6, 6)


async def test_enter_before_the_search_is_done_opens_what_was_typed(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "S")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.query_one(SearchLine).value = "frightened"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert reader(app).article.title == harbour().title


async def test_what_is_shown_opens_although_more_of_it_could_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library_with(tmp_path, *(plain(f"Otters {n}", "The otters came back. ", site="Quay") for n in range(40)))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "S", *"otters")
        await until(pilot, lambda: "40 found" in "\n".join(lines_of(app)))
        screen = app.screen
        assert isinstance(screen, SearchScreen)

        def unreadable(*_: object, **__: object) -> None:
            raise LibraryError("the disk is gone")

        monkeypatch.setattr(app.library.search, "find", unreadable)
        await press(pilot, *["pagedown"] * 12)
        await until(pilot, lambda: "the disk is gone" in said(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


async def test_a_long_title_that_is_found_is_shown_whole(tmp_path: Path) -> None:
    title = " ".join(f"word{n}" for n in range(40))
    library_with(tmp_path, plain(title, "A wall.", site="Ferry Times"))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "S", *"wall")
        await until(pilot, lambda: any("word39" in line for line in lines_of(app)))
        assert all(line.endswith(" ") for line in lines_of(app))
        assert "last kept first" in lines_of(app)[-1]
