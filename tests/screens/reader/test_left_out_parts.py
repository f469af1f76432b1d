"""What was left out of an article is shown at its places, put in, and taken out again, by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from articles import harbour
from desk import NARROW, WIDE, app_for, app_reading, library_with, lines_of, press, reader, said, until

from tui.app import NewsreaderApp
from tui.library import Library
from tui.model.article import Article, Block, Correction, LeftOut, Source
from tui.system import put_in_choices
from tui.system.paths import put_in_file

SPOKEN = Block("paragraph", "“The pumps are forty years old,” said Ines Falk, who runs them.")
TEASER = Block("paragraph", "Read also: the storm of the century, night by night")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def with_parts() -> Article:
    """The harbour article with a part left out at its beginning and another near its end."""
    article = harbour()
    parts = (
        LeftOut((SPOKEN,), "set beside the text by the page", 2),
        LeftOut((TEASER,), "points to something else to read", len(article.blocks)),
    )
    return replace(article, left_out=parts)


def text_of(app: NewsreaderApp) -> str:
    return "\n".join(lines_of(app))


async def test_the_header_counts_the_parts(tmp_path: Path) -> None:
    async with app_reading(tmp_path, with_parts()).run_test(size=WIDE) as pilot:
        assert "2 parts left out" in lines_of(pilot.app)[0]  # type: ignore[arg-type]


async def test_w_shows_the_parts_at_their_places_and_hides_them_again(tmp_path: Path) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        assert "forty years" not in text_of(app)
        await press(pilot, "w")
        assert "┆ left out: set beside the text by the page" in text_of(app)
        assert "┆ “The pumps are forty years old,”" in text_of(app)
        assert "2 parts left out" in said(app)[-1]
        await press(pilot, "w")
        assert "forty years" not in text_of(app)


async def test_escape_hides_them_before_it_leaves(tmp_path: Path) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w", "escape")
        assert "forty years" not in text_of(app)
        assert reader(app).is_current


async def test_n_goes_from_part_to_part(tmp_path: Path) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "w", "n")
        assert "storm of the century" in text_of(app)


async def test_a_part_put_in_is_the_articles_text_and_who_speaks_in_it_a_source(tmp_path: Path) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w", "x", "w")
        screen = reader(app)
        assert screen.article.blocks[2] == SPOKEN
        (falk,) = [source for source in screen.article.sources if "Falk" in source.name]
        assert {quote.block for quote in falk.quotes} == {2}
        assert "1 part left out" in lines_of(app)[0]
        assert "┆" not in text_of(app)
        kept = harbour()
        for caption, before in zip(screen.article.captions, kept.captions, strict=True):
            assert screen.article.blocks[caption.block] == kept.blocks[before.block]


async def test_u_takes_back_what_was_put_in(tmp_path: Path) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w", "x", "u", "w")
        assert reader(app).article.blocks == harbour().blocks
        assert "2 parts left out" in lines_of(app)[0]


async def test_u_takes_back_what_was_done_last_a_mark_or_a_choice(tmp_path: Path) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w", "x", "f", "u")
        assert said(app)[-1].startswith("Undone: ")
        assert not reader(app).kept_article.has_mark("starred")
        assert reader(app).kept_article.chosen
        await press(pilot, "u")
        assert not reader(app).kept_article.chosen


async def test_escape_leaves_what_is_found_and_then_the_parts(tmp_path: Path) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w", "slash", *"storm", "enter", "escape")
        assert "forty years" in text_of(app)
        assert reader(app).panes.match == (1, 2)  # n goes from part to part again
        await press(pilot, "escape")
        assert "forty years" not in text_of(app)
        assert "match" not in lines_of(app)[-1]
        assert reader(app).is_current


async def test_the_parts_take_the_place_of_what_was_found(tmp_path: Path) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"storm", "enter", "w", "n")
        assert reader(app).panes.match == (2, 2)
        await press(pilot, "escape")
        assert "match" not in lines_of(app)[-1]
        assert "forty years" not in text_of(app)


async def test_a_choice_is_there_when_the_article_is_opened_again_and_can_be_undone_in_its_place(
    tmp_path: Path,
) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w", "x")
        await app.workers.wait_for_complete()
    again = app_for(tmp_path, with_parts().address)
    async with again.run_test(size=WIDE) as pilot:
        assert SPOKEN in reader(again).article.blocks
        await press(pilot, "w")
        assert "put in by you: set beside the text by the page" in text_of(again)
        await press(pilot, "x", "w")
        assert SPOKEN not in reader(again).article.blocks


async def test_all_of_its_kind_are_put_in_on_this_site_from_now_on(tmp_path: Path) -> None:
    other = replace(with_parts(), address="https://coast.example/other", url=None, title="Another one")
    first = replace(with_parts(), address="https://coast.example/first", url=None)
    elsewhere = replace(with_parts(), address="https://inland.example/far", url=None, title="Far away")
    library_with(tmp_path, first, other, elsewhere)
    app = app_for(tmp_path, first.address, other.address, elsewhere.address)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w", "X")
        await app.workers.wait_for_complete()
        await press(pilot, "J")
        await until(pilot, lambda: reader(app).article.title == other.title)
        assert SPOKEN in reader(app).article.blocks
        assert TEASER not in reader(app).article.blocks
        await press(pilot, "J")
        await until(pilot, lambda: reader(app).article.title == elsewhere.title)
        assert SPOKEN not in reader(app).article.blocks
    assert list(put_in_choices.load(put_in_file()).sites) == ["coast.example"]


async def test_where_reading_stopped_is_kept_in_the_articles_own_numbers(tmp_path: Path) -> None:
    (number,) = library_with(tmp_path, with_parts())
    app = app_for(tmp_path, with_parts().address)
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "w", "x", "w", "g", *["j"] * 30)
        screen = reader(app)
        shown = screen.panes.article.viewport.place
        words = screen.article.blocks[shown[0]].text[shown[1] :][:40]
        await app.workers.wait_for_complete()
        screen.save_place()
        await press(pilot)
    with Library.open(tmp_path) as library:
        block, offset = library.articles.reading_position(number)
        assert library.articles.get(number).blocks[block].text[offset:][:40] == words
    again = app_for(tmp_path, with_parts().address)
    async with again.run_test(size=(80, 12)):
        assert reader(again).panes.article.viewport.place == shown


async def test_where_nothing_was_left_out_it_is_said(tmp_path: Path) -> None:
    app = app_reading(tmp_path, replace(harbour(), left_out=(), warnings=()))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w")
        assert "nothing was left out" in said(app)[-1]


async def test_of_an_article_kept_before_it_is_said_that_it_is_not_known(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "w")
        assert "not known" in said(app)[-1]
        assert "left out" not in lines_of(app)[0]


async def test_a_speaker_set_right_is_kept_with_the_article_s_own_text_and_shown_in_what_was_put_in(
    tmp_path: Path,
) -> None:
    app = app_reading(tmp_path, with_parts())
    async with app.run_test(size=WIDE) as pilot:
        screen = reader(app)
        await press(pilot, "w", "x", "w", "2", "x", "j")
        assert screen.panes.sources.speech
        words = screen.panes.sources.speech[0].text
        await press(pilot, "C", "G", "k", "enter")
        await press(pilot, *"Ada Falk", "enter")
        assert words in [quote.text for quote in named(screen.article, "Ada Falk").quotes]
        kept = app.library.articles.get(screen.kept_article.id or 0)
        assert kept.blocks == with_parts().blocks
        assert kept.corrections == (Correction(words, "Ada Falk"),)


def named(article: Article, name: str) -> Source:
    """The source of that name."""
    return next(source for source in article.sources if source.name == name)
