"""The library driven by keys."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from articles import PAPERS, harbour, plain
from desk import NARROW, WIDE, app_for, library_with, lines_of, press, reader, rest, said, until

from tui.app import NewsreaderApp
from tui.library import Library
from tui.library.articles.rows import View
from tui.panes.library_list import LibraryList
from tui.screens.library import FIRST, LibraryScreen
from tui.screens.library_panes import Contents
from tui.screens.reader.screen import ReaderScreen


def titles(library: Library) -> list[str]:
    return [row.title for row in library.articles.rows(100)]


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        text = "\n".join(lines_of(app))
        assert "Nothing is kept yet" in text
        assert "Press a and give an address" in text


DAYS = tuple(
    replace(plain(title, "Some words. ", site="Quay"), published=day)
    for title, day in (("Of today", "2026-03-14"), ("Of last year", "2025-02-01"), ("Of no day", None))
)


async def test_a_row_is_two_lines_on_a_narrow_screen_the_latest_published_first(tmp_path: Path) -> None:
    library_with(tmp_path, *reversed(DAYS))
    app = app_for(tmp_path)
    async with app.run_test(size=(90, 24)) as pilot:
        await pilot.pause()
        lines = [line.rstrip() for line in lines_of(app)]
        assert [line[1:] for line in lines[1:7:2]] == ["● Of no day", "● Of today", "● Of last year"]
        assert lines[2].startswith("▌  Quay · (14 Mar) · 1 min ")
        assert "Quay · 14 Mar · 1 min" in lines[4]
        assert "1 Feb 2025" in lines[6]


async def test_a_row_is_one_line_under_heads_on_a_wide_screen(tmp_path: Path) -> None:
    library_with(tmp_path, *DAYS)
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        heads, first = lines_of(app)[1], next(line for line in lines_of(app) if "Of today" in line)
        assert first.index("Of today") == heads.index("Title")
        assert first.index("Quay") == heads.index("Site")
        assert "Read" not in heads


@pytest.mark.parametrize(("width", "site"), [(80, "The Observer of the Upper Wendle Valley"), (44, "The Observer…")])
async def test_beneath_its_title_a_row_has_as_much_of_the_sites_name_as_there_is_room_for(
    tmp_path: Path, width: int, site: str
) -> None:
    library_with(tmp_path, replace(DAYS[1], site="The Observer of the Upper Wendle Valley"))
    app = app_for(tmp_path)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert lines_of(app)[2].startswith(f"▌  {site} · 1 Feb 2025 · 1 min ")


@pytest.mark.parametrize("width", [80, 100, 126, 136, 150, 192])
async def test_a_title_of_sixty_letters_is_whole_on_every_screen(tmp_path: Path, width: int) -> None:
    """Beside the sections and the preview, too: where there is no room for columns a row has two lines."""
    title = "The council votes on the harbour wall after a night of storm"
    library_with(tmp_path, replace(harbour(), title=title))
    app = app_for(tmp_path)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert any(title in line for line in lines_of(app))


async def test_how_far_one_read_is_said_only_where_reading_has_begun(tmp_path: Path) -> None:
    one, two = library_with(tmp_path, *DAYS[:2])
    with Library.open(tmp_path) as library:
        library.articles.set_reading_position(one, 0, 5, 0.34)
        library.articles.set_reading_position(two, 0, 9, 1.0)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "34% read" in lines_of(app)[2]
        assert "read" not in lines_of(app)[4]


def reads(app: NewsreaderApp, title: str) -> bool:
    return reader(app).article.title == title


async def test_the_cursor_is_on_the_article_read_last_after_the_reader(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        for title in ("Report 4", "Report 3"):
            await press(pilot, "J")
            await until(pilot, partial(reads, app, title))
        await press(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.panes.articles.row is not None
        assert app.screen.panes.articles.row.title == "Report 3"


async def test_nothing_in_the_sections_is_done_to_a_row(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "tab", "d", "f", "m", "Z", "l", "x", "T", "E", "delete")
        assert len(titles(app.library)) == 5
        assert isinstance(app.screen, LibraryScreen)
        assert not any(row.starred or row.read or row.later for row in app.library.articles.rows(9))


async def test_enter_opens_and_q_returns_to_the_same_row(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "j", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article.title == "Report 3"
        await press(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.panes.articles.row is not None
        assert app.screen.panes.articles.row.title == "Report 3"


@pytest.mark.parametrize(
    ("key", "field", "done"), [("f", "starred", "1 article starred"), ("l", "later", "1 article put off for later")]
)
async def test_a_mark_is_set_and_undone(tmp_path: Path, key: str, field: str, done: str) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, key)
        assert getattr(app.library.articles.rows(1)[0], field)
        assert said(app)[-1] == f"{done}: u takes it back"
        await press(pilot, "u")
        assert not getattr(app.library.articles.rows(1)[0], field)


async def test_m_turns_read_to_unread_and_back(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m")
        assert app.library.articles.rows(1)[0].read
        await press(pilot, "m")
        assert not app.library.articles.rows(1)[0].read


async def test_what_is_deleted_comes_back_with_u(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "j", "d")
        assert "Report 4" not in titles(app.library)
        await press(pilot, "u")
        assert titles(app.library)[1] == "Report 4"


async def test_several_rows_are_picked_and_deleted_at_once(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "x", "x", "x")
        assert "3 picked" in lines_of(app)[-1]
        await press(pilot, "d")
        assert titles(app.library) == ["Report 2", "Report 1"]
        await press(pilot, "u")
        assert len(titles(app.library)) == 5


async def test_what_was_undone_is_said_and_so_is_a_change_that_changes_nothing(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "x", "x", "f", "u")
        assert said(app)[-1] == "Undone: 2 articles starred"
        await press(pilot, "T", *"-sea", "enter")
        assert said(app)[-1] == "Nothing to change"


async def test_the_filter_narrows_as_one_types_and_esc_widens_again(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "slash", *"ferry")
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.panes.articles.count == 3
        await press(pilot, "enter", "escape")
        assert screen.panes.articles.count == 5


async def test_a_filter_that_nothing_fits_says_so(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "slash", *"zebra")
        assert "Nothing found" in "\n".join(lines_of(app))


async def test_sections_list_their_own(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f", "tab", "j", "j")
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.view == replace(FIRST, section="starred")
        assert screen.panes.articles.count == 1
        await press(pilot, "G")
        assert screen.view == replace(FIRST, section="site", name="Quay")
        await press(pilot, "enter")
        assert app.focused is screen.panes.articles


async def test_a_tag_is_given_and_becomes_a_section(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "T", *"ferries", "enter")
        assert any("ferries" in line for line in lines_of(app)[:10])
        await press(pilot, "T", *"-ferries", "enter")
        assert app.library.marks.tags() == []


async def test_capital_o_offers_orders_and_the_same_again_turned_round(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "O", "j", "j", "enter")
        assert "by title, from A" in lines_of(app)[0]
        assert "Harbour wall" in lines_of(app)[1]
        await press(pilot, "O", "enter")
        assert "Report 5" in lines_of(app)[1]
        await press(pilot, "tab", "j", "escape")
        assert lines_of(app)[0].startswith(" Library · by title, from Z")


async def test_a_long_library_is_gone_through_to_its_end(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        for n in range(700):
            library.articles.keep(plain(f"Note {n}", "Words."))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "G")
        assert any("Note 0 " in line for line in lines_of(app))
        await press(pilot, "g")
        assert any("Note 699" in line for line in lines_of(app))
        for _ in range(20):
            await press(pilot, "space")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.panes.articles.row is not None
        assert app.screen.panes.articles.row.title == f"Note {699 - 20 * 11}"


@pytest.mark.parametrize("keys", [(), ("S", "escape", "L")])
async def test_what_is_shown_first_is_asked_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    library_with(tmp_path, *PAPERS)
    asked: list[View] = []
    read = Contents.read

    def counted(library: Library, view: View, *rest: Any) -> Contents:
        asked.append(view)
        return read(library, view, *rest)

    monkeypatch.setattr(Contents, "read", counted)
    app = app_for(tmp_path, *([harbour().address] if keys else []))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *keys)
        await rest(pilot)
        assert "Report 5" in lines_of(app)[1]
    assert asked == [FIRST]


async def test_the_list_has_all_of_its_room_from_its_first_layout_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heights: list[int] = []
    monkeypatch.setattr(LibraryList, "fit", lambda rows, room: heights.append(room.height))
    library_with(tmp_path, *PAPERS)
    async with app_for(tmp_path).run_test(size=NARROW):
        pass
    assert heights == [NARROW[1] - 2]  # header and footer: a key that comes at once goes a whole page


async def test_a_change_far_down_leaves_the_rows_and_the_cursor_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.panes.listing_pages.PAGE", 20)
    library_with(tmp_path, *(plain(f"Note {n}", "Words.") for n in range(100)))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "space", "space", "space")
        assert isinstance(app.screen, LibraryScreen)
        before = lines_of(app)[1:-1]
        app.screen.panes.show(Contents.read(app.library, FIRST, app.screen.panes.articles.seen), stay=True)
        row = app.screen.panes.articles.row
        assert row is not None
        assert row.title == "Note 66"
        await rest(pilot)
        assert lines_of(app)[1:-1] == before
        await press(pilot, "f", "f", "m")
        row = app.screen.panes.articles.row
        assert row is not None
        assert (row.title, row.starred, row.read) == ("Note 66", False, True)


async def test_pages_that_were_forgotten_are_read_again_when_they_are_seen_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.panes.listing_pages.PAGE", 20)
    monkeypatch.setattr("tui.panes.listing_pages.PAGES", 3)
    library_with(tmp_path, *(plain(f"Note {n}", "Words.") for n in range(200)))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *["space"] * 20)
        assert "Note 0 " in lines_of(app)[-3]
        for page in range(1, 20):
            await press(pilot, "b")
            rows = lines_of(app)[1:-1:2]
            assert all("Note" in line for line in rows), f"{page} pages up: {rows}"


async def test_a_click_moves_the_cursor_and_a_second_one_opens(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.click("#library", offset=(10, 4))
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.panes.articles.row is not None
        assert app.screen.panes.articles.row.title == "Report 3"
        await pilot.click("#library", offset=(10, 5))
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


async def test_the_filter_takes_what_the_search_takes_and_names_what_it_does_not(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m", "slash", *"is:read")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.panes.articles.count == 1
        await press(pilot, "escape", "slash", *"colour:red")
        assert "Not understood: colour:" in "\n".join(lines_of(app))
        await press(pilot, "escape", "S", *"after:fortnight")
        await until(pilot, lambda: "Not understood: after:fortnight" in "\n".join(lines_of(app)))


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_list_by_story_leads_back_to_the_articles(tmp_path: Path, key: str) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "B")
        assert "by story" in lines_of(app)[0]
        assert "q back" in lines_of(app)[-1]
        await press(pilot, key)
        assert "by story" not in lines_of(app)[0]
        assert "q quit" in lines_of(app)[-1]
        await press(pilot, key)
    assert app.return_code == 0


async def test_what_another_process_writes_is_shown_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.LOOK_EVERY", 0.05)
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "down")
        row = app.screen.query_one(LibraryList).row
        assert row is not None
        with Library.open(tmp_path) as library:
            library.articles.keep(plain("From elsewhere", "Some words."))
        await until(pilot, lambda: any("From elsewhere" in line for line in lines_of(app)))
        assert app.screen.query_one(LibraryList).row == row


async def test_an_article_without_a_title_is_listed_and_found_by_its_files_name(tmp_path: Path) -> None:
    library_with(tmp_path, replace(plain("", "Some words."), address="/home/ann/notes.txt", url=None))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert lines_of(app)[1].rstrip() == "▌● notes.txt"
        await press(pilot, "S", *"words")
        await until(pilot, lambda: any(" notes.txt " in line for line in lines_of(app)))
        await press(pilot, "enter")
        assert lines_of(app)[2].strip() == "notes.txt"


async def test_an_empty_section_says_what_puts_an_article_there(tmp_path: Path) -> None:
    library_with(tmp_path, *PAPERS)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        for heading, keys in (("Nothing starred", ("down", "down")), ("Nothing for later", ("down",))):
            await press(pilot, "tab", *keys, "tab")
            assert heading in "\n".join(lines_of(app))
