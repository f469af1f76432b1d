"""Where else a quotation stands, and what is kept by story, as one sees it and goes through it."""

from __future__ import annotations

import gc
import warnings
from dataclasses import replace
from pathlib import Path

from articles import harbour
from desk import MIDDLE, WIDE, app_for, library_with, lines_of, press, reader, rest, until

from tui.app import NewsreaderApp
from tui.library import Library
from tui.model.article import Article, Block, Caption, Mention, Quote, Source
from tui.screens.original import OriginalScreen
from tui.screens.reader.elsewhere import ReaderElsewhere, find
from tui.screens.reader.screen import ReaderScreen
from tui.screens.said_elsewhere import SaidElsewhereScreen
from tui.screens.stories import StoriesScreen, StoryScreen

NOTICE = "We had ninety minutes of notice, and we used sixty of them arguing about sandbags."
WALL = "It is a wall, not a promise,"


def gull() -> Article:
    """The vote as another outlet tells it: one quotation reworded, one the same, one voice of its own."""
    lead = (
        "Port Ellery will raise its harbour wall by a metre before the autumn storms, the council decided on Tuesday."
    )
    said = f"“{NOTICE}” said Ada Moreno, harbour engineer at the Port Authority. “{WALL}” she said."
    other = "“Two boats abreast is what we asked for,” said Nils Holm of the Fishermen’s Association."
    texts = (lead, said, other)
    return Article(
        "https://gull.example/wall",
        "A metre more for the harbour wall of Port Ellery",
        tuple(Block("paragraph", text) for text in texts),
        "\n\n".join(texts),
        url="https://gull.example/wall",
        site="The Gull",
        published="2026-03-12T19:00:00+00:00",
        captions=(Caption("The wall at low tide", "A. Reed"),),
        sources=(
            speaker(said, 1, "Ada Moreno", NOTICE, WALL),
            speaker(other, 2, "Nils Holm", "Two boats abreast is what we asked for,"),
        ),
    )


def speaker(text: str, block: int, name: str, *said: str) -> Source:
    quotes = tuple(Quote(words, "direct", block, text.index(words), text.index(words) + len(words)) for words in said)
    start = text.index(name)
    return Source(name, "person", mentions=(Mention(block, start, start + len(name)),), quotes=quotes)


def shown(app: NewsreaderApp) -> str:
    return "\n".join(lines_of(app))


async def test_a_quotation_says_where_else_it_stands_and_enter_goes_there(tmp_path: Path) -> None:
    library_with(tmp_path, gull(), harbour())
    app = app_for(tmp_path, harbour().address)
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        assert "≡ 2" in shown(app)
        await press(pilot, "2", "X", "g", "j", "j", "j")
        assert "≡ also in 1 · reworded" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SaidElsewhereScreen)
        there = shown(app)
        assert "ninety minutes of [-warning-]{+notice+}" in there
        assert "The Gull" in there
        assert "The Coast Herald, 12 Mar 2026 · earliest kept" in there
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(app).article == gull())
        await until(pilot, lambda: "ninety minutes of notice" in shown(app))


def test_no_quotation_is_sought_in_a_text_that_is_not_the_kept_one_any_more(tmp_path: Path) -> None:
    """A refresh may put the whole in the place of the feed's text while that is read."""
    *_, number = library_with(tmp_path, harbour(), gull())
    with Library.open(tmp_path) as library:
        assert len(find(library, number, gull()).recurrences) == 2
        assert find(library, number, replace(gull(), blocks=gull().blocks[:1], sources=())).recurrences == []


async def test_what_stands_elsewhere_is_said_again_after_a_speaker_was_set_right(tmp_path: Path) -> None:
    library_with(tmp_path, gull(), harbour())
    app = app_for(tmp_path, harbour().address)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "≡" in shown(app))
        await press(pilot, "2", "x", "j", "C", "enter")
        assert any(line.startswith("Now given to ") for line in app.said)
        await until(pilot, lambda: "≡" in shown(app))


async def test_y_copies_a_quotation_with_every_outlet_that_has_it(tmp_path: Path) -> None:
    library_with(tmp_path, gull(), harbour())
    app = app_for(tmp_path, harbour().address)
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        await press(pilot, "2", "X", "g", "j", "j", "y")
        await until(pilot, lambda: "also: The Gull" in app.clipboard)
        assert app.clipboard.startswith("“We had ninety minutes of warning")
        assert "reworded, Ada Moreno, https://gull.example/wall" in app.clipboard


async def test_what_is_kept_is_listed_by_story_and_a_story_says_who_is_quoted_where(tmp_path: Path) -> None:
    library_with(tmp_path, gull(), harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "W", "B")
        assert isinstance(app.screen, StoriesScreen)
        assert "+1 outlet" in shown(app)
        assert "The Coast Herald" not in shown(app)
        await press(pilot, "x")
        assert "The Coast Herald" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, StoryScreen)
        lines = [" ".join(line.split()) for line in lines_of(app)]
        assert "Ada Moreno ● ●" in lines
        assert "Nils Holm · ● only in 2" in lines
        assert any("Quotations that several have 2" in line for line in lines)
        await press(pilot, "j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(app).article == gull())


async def test_without_stories_one_is_told_what_would_be_listed(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "W", "B")
        assert "No stories yet" in shown(app)


async def test_a_republished_article_names_its_original_and_is_compared_with_it(tmp_path: Path) -> None:
    copy = replace(
        harbour(),
        address="https://gull.example/again",
        url="https://gull.example/again",
        site="The Gull",
        original=harbour().url,
    )
    library_with(tmp_path, harbour(), copy)
    app = app_for(tmp_path, copy.address)
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        await until(pilot, lambda: "the same text from The Coast Herald" in shown(app))
        await press(pilot, "D")
        assert isinstance(app.screen, OriginalScreen)
        assert "No word of the text differs" in shown(app)


async def test_a_library_of_before_is_looked_through_while_one_reads(tmp_path: Path) -> None:
    library_with(tmp_path, gull(), harbour())
    app = app_for(tmp_path)
    with app.library.connections.writing() as db:
        db.execute("INSERT INTO quoted (quoted) VALUES ('delete-all')")
        db.execute("DELETE FROM trace")
        db.execute("UPDATE tracing SET below = 3")
    async with app.run_test(size=MIDDLE) as pilot:
        await rest(pilot)
        await press(pilot, "B")
        assert "+1 outlet" in shown(app)


FROST = replace(
    gull(),
    address="https://quay.example/frost",
    url="https://quay.example/frost",
    title="Apricots of Sorn",
    published="2026-03-01",
    site="Quay",
    blocks=(Block("paragraph", "Late frost took the apricots."),),
    markdown="Late frost took the apricots.",
    captions=(),
    sources=(),
)


async def test_b_lists_a_row_for_a_story_which_unfolds_and_counts_as_seen_once_one_of_it_was_read(
    tmp_path: Path,
) -> None:
    library_with(tmp_path, gull(), harbour(), FROST)
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "B")
        assert "● ▸ A metre more" in shown(app)
        assert "+1 outlet" in shown(app)
        assert "● Apricots of Sorn" in shown(app)
        assert harbour().title not in shown(app)
        await press(pilot, "right", "j")
        assert f"●     {harbour().title}" in shown(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(app).article == harbour())
        await press(pilot, "escape")
        await until(pilot, lambda: "○ ▾ A metre more" in shown(app))
        assert [row.read for row in app.library.articles.rows(9) if row.title != FROST.title] == [True, False]
        await press(pilot, "left")
        assert harbour().title not in shown(app)
        await press(pilot, "equals_sign")
        assert isinstance(app.screen, StoryScreen)
        await press(pilot, "escape", "B")
        assert f"  {harbour().title}" in shown(app)


async def test_feeds_can_be_set_to_be_listed_by_story(tmp_path: Path) -> None:
    library_with(tmp_path, gull(), harbour())
    with Library.open(tmp_path) as library:
        library.feeds.set(None, "by_story", "yes")
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await rest(pilot)
        assert "+1 outlet" in shown(app)


async def test_a_look_that_another_one_forestalls_is_given_up_without_a_word(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path, harbour().address)
    async with app.run_test(size=WIDE) as pilot:
        await rest(pilot)
        screen = reader(app)
        elsewhere = ReaderElsewhere(app, screen.kept_article, screen.panes, lambda: None)
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            elsewhere.look()
            elsewhere.look()
            await press(pilot)
            gc.collect()
    assert [str(one.message) for one in warned] == []
