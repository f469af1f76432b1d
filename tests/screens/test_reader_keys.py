"""The reader driven by keys: what each does to the panes, the article and the library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from articles import harbour, plain
from desk import (
    MIDDLE,
    NARROW,
    SMALL,
    WIDE,
    app_for,
    app_reading,
    library_with,
    lines_of,
    press,
    reader,
    rest,
    said,
    until,
)  # fmt: skip

from tui.app import NewsreaderApp
from tui.library import Library
from tui.model.article import Block, Caption
from tui.panes.source_rows import LinkKey
from tui.screens.reader.screen import ReaderScreen


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("2", "y"), "“Nobody wants another night like that”\n— Ada Moreno, harbour engineer, Port Authority\n"),
        (("2", "j", "right", "j", "y"), "as reported: his members had asked for a gate wide enough for two boats\n"),
        (("3", "y"), "Waves break over the old harbour wall on the night of 14 January [Lena Park/Coast Pictures]"),
        (
            ("1", "y"),
            "“Harbour wall to rise before winter”, The Coast Herald, 12 March 2026, https://coast.example/harbour",
        ),
        (("2", "G", "y"), "https://tides.example/port-ellery"),
    ],
)
async def test_y_copies_what_is_under_the_cursor(tmp_path: Path, keys: tuple[str, ...], expected: str) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *keys)
        assert app.clipboard.startswith(expected)
        await until(pilot, lambda: bool(said(app)))
        assert "through the terminal (by OSC 52)" in said(app)[-1]


async def test_a_copied_quotation_names_article_outlet_date_and_address(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "y")
        assert app.clipboard.endswith(
            "\n“Harbour wall to rise before winter”, The Coast Herald, 12 March 2026, https://coast.example/harbour"
        )


@pytest.mark.usefixtures("no_programs")
async def test_o_asks_before_anything_is_opened_and_names_the_host(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "G", "o")
        text = "\n".join(lines_of(app))
        assert "Open tides.example" in text
        assert "There is no browser here" in text
        await press(pilot, "escape")
        assert reader(app).panes.sources.cursor == LinkKey(2)


async def test_find_marks_counts_and_steps(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"survey")
        assert "1 of 2" in lines_of(app)[-2]
        await press(pilot, "down")
        assert "2 of 2" in lines_of(app)[-2]
        await press(pilot, "enter")
        assert "match 2 of 2" in lines_of(app)[-1]
        assert app.focused is reader(app).panes.article
        await press(pilot, "n")
        assert "match 1 of 2" in lines_of(app)[-1]
        await press(pilot, "escape")
        assert "match" not in lines_of(app)[-1]
        assert reader(app).panes.article.find_state.step(1) == (0, 0)


async def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "slash", *"zebra")
        assert "not found" in lines_of(app)[-2]
        await press(pilot, "enter")
        assert said(app) == ["“zebra” is not in this article"]
        await press(pilot, "n")
        assert said(app)[-1].startswith("Nothing to go on to")


async def test_the_foot_counts_what_is_found_now(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"survey", "enter")
        assert "match 1 of 2" in lines_of(app)[-1]
        await press(pilot, "n", "slash", *"wall")
        assert "match" not in lines_of(app)[-1]  # the line above says it
        assert "/ find" not in lines_of(app)[-1]  # it is one of the words here
        await press(pilot, "enter")
        number, total = reader(app).panes.match
        assert total > 2
        assert f"match {number} of {total} · " in lines_of(app)[-1]


async def test_a_place_is_found_again_at_the_very_row(tmp_path: Path) -> None:
    """An empty row on top is not taken for the text under it."""

    def rows_of(app: NewsreaderApp) -> list[str]:
        return [line[:-1] for line in lines_of(app)[2:]]  # without the scroll bar

    rows = 3
    for steps in range(4, 4 + rows):
        app = app_reading(tmp_path / str(steps), harbour())
        async with app.run_test(size=(80, 16)) as pilot:
            await press(pilot, "space", *["down"] * steps)
            await rest(pilot)
            before = rows_of(app)
        again = app_for(tmp_path / str(steps), harbour().address)
        async with again.run_test(size=(80, 16)) as pilot:
            await rest(pilot)
            assert rows_of(again) == before


async def test_brackets_go_through_the_headings_from_any_pane(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        blocks = harbour().blocks
        await press(pilot, "right_square_bracket")
        assert blocks[reader(app).panes.article.viewport.place[0]].text == "What the wall will be"
        await press(pilot, "2", "right_square_bracket")
        assert blocks[reader(app).panes.article.viewport.place[0]].text == "A price, and who pays it"
        await press(pilot, "left_square_bracket")
        assert blocks[reader(app).panes.article.viewport.place[0]].text == "What the wall will be"


async def test_the_outline_jumps_and_backspace_comes_back(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        screen = reader(app)
        await press(pilot, "i", "j", "j", "enter")
        assert screen.panes.article.viewport.place[0] > 8
        await press(pilot, "backspace")
        assert screen.panes.article.viewport.place == (0, 0)


async def test_capital_j_and_k_go_through_the_articles(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour(), plain("The second one", "A short text."))
    async with app.run_test(size=WIDE) as pilot:
        assert "1/2" in lines_of(app)[0]
        await press(pilot, "J")
        await until(pilot, lambda: "The second one" in lines_of(app)[1])
        assert "2/2" in lines_of(app)[0]
        await press(pilot, "J")
        assert said(app) == ["This is the last article"]
        await press(pilot, "K")
        await until(pilot, lambda: "Harbour wall" in lines_of(app)[1])


async def test_an_article_that_was_opened_by_itself_has_no_others_and_says_so(tmp_path: Path) -> None:
    app = app_reading(tmp_path, plain("The only one", "A short text."))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "J", "K")
        assert said(app) == ["No other article was opened with this one"] * 2


async def test_an_address_can_be_added_while_one_reads(tmp_path: Path) -> None:
    library_with(tmp_path, harbour(), second := plain("The second one", "A short text."))
    app = app_for(tmp_path, harbour().address)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "a")
        assert "Address of a site, a feed or an article" in "\n".join(lines_of(app))
        await press(pilot, *second.address, "enter")
        await until(pilot, lambda: "The second one" in lines_of(app)[1])
        await press(pilot, "q")
        await until(pilot, lambda: "Harbour wall" in lines_of(app)[1])


async def test_n_without_anything_to_go_on_to_says_what_would_be(tmp_path: Path) -> None:
    app = app_reading(tmp_path, plain("A note", "A short text."))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "n")
        assert said(app) == ["Nothing to go on to: / finds words in the article"]


async def test_before_the_first_heading_is_the_beginning(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "right_square_bracket", "left_square_bracket")
        assert reader(app).panes.article.viewport.place == (0, 0)
        await press(pilot, "backspace")
        assert reader(app).panes.article.viewport.place > (0, 0)


async def test_star_and_unread_are_kept(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f", "m")
        assert "★" in lines_of(app)[0]
    with Library.open(tmp_path) as library:
        row = library.articles.rows(1)[0]
        assert row.starred
        assert not row.read


async def test_an_article_opened_is_marked_read(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.library.articles.rows(1)[0].read)


async def test_the_place_is_kept_and_found_again_at_another_size(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(140, 16)) as pilot:
        await press(pilot, "space", "space")
        block = reader(app).panes.article.viewport.place[0]
    assert block > 3
    again = app_for(tmp_path, harbour().address)
    async with again.run_test(size=(70, 16)) as pilot:
        await pilot.pause()
        assert reader(again).panes.article.viewport.place[0] == block


async def test_q_goes_back_and_then_quits(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "L", "q")
        assert reader(app)
        await press(pilot, "q")
    assert app.return_code == 0


async def test_t_goes_through_the_themes(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        seen = []
        for _ in range(4):
            seen.append(app.theme)
            await press(pilot, "t")
        assert seen == ["lamp", "paper", "ansi-dark", "ansi-light"]
        assert app.theme == "lamp"


async def test_e_writes_the_sources_to_a_new_file_only(tmp_path: Path) -> None:
    app = app_reading(tmp_path / "library", harbour())
    target = tmp_path / "said.md"
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(2):
            await press(pilot, "2", "e", "ctrl+a", "ctrl+k", *(str(target)), "enter")
        assert "- **Ada Moreno**, harbour engineer, Port Authority" in target.read_text("utf8")
        assert said(app)[-1] == f"{target} exists: not written"


async def test_help_lists_the_keys_and_any_of_three_closes_it(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        for key in ("question_mark", "escape", "q"):
            await press(pilot, "question_mark")
            assert "In the article" in "\n".join(lines_of(app))
            await press(pilot, key)
            assert reader(app)


async def test_the_command_palette_offers_every_action(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "colon", *"outline")
        await until(pilot, lambda: any("Outline" in line for line in lines_of(app)))
        await press(pilot, "enter")
        await until(pilot, lambda: app.screen.id != "" and type(app.screen).__name__ == "OutlineScreen")


async def test_the_help_lists_the_keys_of_a_selection(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(100, 100)) as pilot:
        await press(pilot, "question_mark")
        shown = "\n".join(lines_of(app))
    assert "While selecting (V)" in shown
    assert "To the end of the sentence" in shown


async def test_labels_asked_for_where_no_link_is_are_answered(tmp_path: Path) -> None:
    app = app_reading(tmp_path, plain("No links", "A short text."))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "l")
    assert said(app) == ["There is no link on this part of the article"]


async def test_the_footer_says_how_far_one_is_by_heights_that_are_no_guess_any_more(tmp_path: Path) -> None:
    """At another width all is laid out anew: what is not seen has a guessed height until there is time for it."""
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=(114, 16)) as pilot:
        await pilot.press("i", "j", "enter")
        for key in "zszscjszsc":
            await pilot.press(key)
            await rest(pilot)
            assert f"{round(100 * reader(app).panes.article.viewport.fraction)}%" in lines_of(app)[-1]


async def test_the_footer_says_how_long_the_section_takes(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "2 min left, 1 in this section" in lines_of(app)[-1])


async def test_escape_leaves_a_selection_and_not_the_article(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "V", "w")
        assert reader(app).panes.article.selection.by_keyboard
        assert "( ) sentence" in lines_of(app)[-1]
        await press(pilot, "escape")
        assert app.is_running
        assert not reader(app).panes.article.selection.by_keyboard
        assert "( ) sentence" not in lines_of(app)[-1]
        assert reader(app).panes.article.text_selection is None


async def test_the_header_has_the_title_only_where_the_article_shows_it_no_more(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        assert "Harbour wall" not in lines_of(app)[0]
        assert lines_of(app)[2].startswith(" Harbour wall")
        assert lines_of(app)[5].strip(), "the text begins by the sixth row"
        await press(pilot, "space")
        assert "Harbour wall" in lines_of(app)[0]
        await press(pilot, "g")
        assert "Harbour wall" not in lines_of(app)[0]


async def test_marks_tags_and_deletion_work_in_the_reader_and_are_undone(tmp_path: Path) -> None:
    numbers = library_with(tmp_path, harbour(), plain("The second one", "A short text."))
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await press(pilot, "Z", "f", "T", *"sea", "enter")
        row = app.library.articles.row(reader(app).kept_article.id or 0)
        assert row is not None
        assert (row.later, row.starred) == (True, True)
        assert [tag.name for tag in app.library.marks.tags()] == ["sea"]
        await press(pilot, "u", "u", "u")
        row = app.library.articles.row(row.id)
        assert row is not None
        assert (row.later, row.starred) == (False, False)
        await press(pilot, "d")
        await until(pilot, lambda: len(app.library.articles.rows(9)) == 1)
        await press(pilot, "u")
        await until(pilot, lambda: len(app.library.articles.rows(9)) == len(numbers))


async def test_a_page_further_at_the_end_opens_the_next_article_that_is_unread(tmp_path: Path) -> None:
    last, read, first = library_with(tmp_path, *(plain(f"Note {n}", "A short text.") for n in range(3)))
    with Library.open(tmp_path) as library:
        library.marks.read(read)
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(app).kept_article.id == first)
        await press(pilot, "space")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(app).kept_article.id == last)
        await press(pilot, "space")
        assert said(app)[-1] == "The end: no article after this one is unread"


async def test_addresses_given_together_are_all_kept_and_those_not_opened_are_unread(tmp_path: Path) -> None:
    pages = [tmp_path / f"page{n}.txt" for n in range(3)]
    for page in pages:
        page.write_text(f"The title of {page.stem}\n\n" + "A sentence of some length stands here. " * 20, "utf8")
    app = app_for(tmp_path / "library", *map(str, pages))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: len(app.library.articles.rows(9)) == len(pages))
        await until(pilot, lambda: sum(row.read for row in app.library.articles.rows(9)) == 1)


async def test_a_copy_that_could_not_be_checked_says_since_when_it_is_kept(tmp_path: Path) -> None:
    library_with(tmp_path, harbour(), plain("Kept an hour later", "A short text."))
    app = app_for(tmp_path, harbour().address)  # offline
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        assert "kept 1 hour ago, not checked" in lines_of(app)[0]


async def test_a_copy_made_less_than_an_hour_ago_needs_no_check(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        assert " kept ● text" in lines_of(app)[0]
        assert "not checked" not in lines_of(app)[0]


async def test_the_label_of_a_link_stands_before_it(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "G", "l")
        text = "\n".join(lines_of(app))
        assert "stide gauge" in text
        assert "a–z follows a link" in lines_of(app)[-1]
        await press(pilot, "1")
        assert "a–z" not in lines_of(app)[-1]


async def test_enter_on_a_followed_link_reads_it_where_there_is_no_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.confirm.launcher", lambda: None)
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "G", "l", "s")
        assert "Enter reads it here" in "\n".join(lines_of(app))
        await press(pilot, "enter")
        await until(pilot, lambda: not isinstance(app.screen, ReaderScreen) and "tides.example" in lines_of(app)[0])


async def test_at_the_end_the_foot_says_that_space_goes_on(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        assert "Space goes on" not in lines_of(app)[-1]
        await press(pilot, "G")
        assert "100% · at the end: Space goes on" in lines_of(app)[-1]
        await press(pilot, "2")  # where Space is for the sources
        assert "Space goes on" not in lines_of(app)[-1]


async def test_the_foot_says_where_q_leaves_the_program(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        assert "q quit" in lines_of(app)[-1]
        await press(pilot, "enter")
        assert "q back" in lines_of(app)[-1]


async def test_escape_first_takes_away_what_is_said_over_the_screen(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        app.say("8 settings cannot be used: “Settings” in the command palette lists them", "warning")
        await until(pilot, lambda: "lists them" in "\n".join(lines_of(app)))  # all of its lines are seen
        await press(pilot, "escape")
        await until(pilot, lambda: "8 settings" not in "\n".join(lines_of(app)))
        assert app.is_running


async def test_ctrl_c_says_which_key_quits(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "ctrl+c")
        assert said(app)[-1] == "Ctrl+Q quits"
        assert app.is_running


async def test_the_question_for_a_tag_names_those_that_there_are(tmp_path: Path) -> None:
    (number,) = library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        app.library.marks.tag(number, "wall")
        app.library.marks.tag(number, "storm")
        await press(pilot, "T")
        assert any("Tag (-name takes one away) · now: storm, wall" in line for line in lines_of(app))


async def test_it_is_the_end_only_where_the_last_line_is_to_be_seen(tmp_path: Path) -> None:
    long = plain("A long one", *(f"{number}. A sentence of the tides, and a second one." for number in range(200)))
    blocks = tuple(Block("figure", "", caption=number) for number in range(40))
    captions = tuple(Caption(f"Pier {number}") for number in range(40))
    pictures = replace(plain("Pictures"), blocks=blocks, captions=captions)
    app = app_reading(tmp_path, long, pictures)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "G", "k")
        assert "99% · 1 min left" in lines_of(app)[-1]
        await press(pilot, "J")
        await until(pilot, lambda: "Pictures" in lines_of(app)[2])
        await rest(pilot)
        assert "at the end" not in lines_of(app)[-1]
        await press(pilot, "G")
        assert "100% · at the end" in lines_of(app)[-1]
