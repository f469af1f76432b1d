"""Everyone cited across the library, and what a page changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from articles import harbour, plain
from desk import (
    MIDDLE,
    WIDE,
    app_for,
    app_reading,
    library_with,
    lines_of,
    lose_short_timers,
    press,
    reader,
    said,
    until,
)

from tui.model.article import Article, Block, Mention, Quote, Source
from tui.screens.quotations import QuotationsScreen
from tui.screens.reader.screen import ReaderScreen
from tui.screens.voices import VoicesScreen


def quoting(name: str, affiliation: str | None, words: str, title: str) -> Article:
    """An article in which one person says one thing."""
    text = f"“{words}” said {name} on Monday."
    quote = Quote(words, "direct", 0, 1, 1 + len(words))
    mention = Mention(0, text.index(name), text.index(name) + len(name))
    source = Source(name, "person", "surveyor", affiliation, (mention,), (quote,))
    return replace(plain(title, text, site="Quay"), blocks=(Block("paragraph", text),), sources=(source,))


async def test_voices_lists_who_is_cited_most_first(tmp_path: Path) -> None:
    library_with(tmp_path, harbour(), quoting("Ada Moreno", "Port Authority", "Not one stone is loose,", "Stones"))
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "W")
        assert isinstance(app.screen, VoicesScreen)
        assert lines_of(app)[1].split() == ["Name", "Articles", "Outlets", "Quoted"]
        assert lines_of(app)[2].split()[:6] == ["▌", "Ada", "Moreno", "2", "2", "7"]


async def test_a_busy_machine_leaves_nobody_elses_words_beside_a_voice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library_with(
        tmp_path,
        quoting("Rosalind Sand", None, "The tide came early,", "Tides"),
        quoting("Ada Moreno", None, "Not one stone is loose,", "Stones"),
    )
    app = app_for(tmp_path)
    async with app.run_test(size=(160, 40)) as pilot:
        lose_short_timers(monkeypatch)
        await press(pilot, "W")
        await until(pilot, lambda: any("Not one stone" in line for line in lines_of(app)))
        await press(pilot, "j")
        await until(pilot, lambda: any("The tide" in line for line in lines_of(app)))


async def test_enter_shows_what_a_voice_said_and_enter_opens_it_there(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=(100, 16)) as pilot:
        await press(pilot, "W", "slash", *"moreno", "enter", "enter")
        assert isinstance(app.screen, QuotationsScreen)
        assert "“Nobody wants another night like that”" in lines_of(app)[1]
        await press(pilot, "G", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: "Ask my successor" in "\n".join(lines_of(app)))


async def test_a_voice_says_when_and_in_which_outlets_it_spoke(tmp_path: Path) -> None:
    spoke = [
        replace(quoting("Ada Moreno", None, f"Stone {n} is loose,", f"Stones {n}"), published=day, site=site)
        for n, (day, site) in enumerate((("2026-01-05", "Quay"), ("2026-03-06", "Quay"), ("2026-03-09", "Gull")))
    ]
    library_with(tmp_path, *spoke)
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "W", "enter")
        assert lines_of(app)[1].strip() == "2026-01 ▄ █ 2026-03"
        assert lines_of(app)[2].strip() == "Quay 2 · Gull 1"


async def test_namesakes_stay_apart_until_joined_and_part_again(tmp_path: Path) -> None:
    library_with(
        tmp_path,
        quoting("Ann Lee", "Northmere University", "It will hold,", "One"),
        quoting("Ann Lee", "Port Authority", "It will not,", "Two"),
    )
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "W")
        assert len(app.library.voices.page()) == 2
        await press(pilot, "plus", "enter")
        assert len(app.library.voices.page()) == 1
        assert "Ann Lee +1" in "\n".join(lines_of(app))
        assert " 1 voice " in lines_of(app)[-1]
        await press(pilot, "minus", "enter")
        assert len(app.library.voices.page()) == 2


async def test_the_filter_finds_a_voice(tmp_path: Path) -> None:
    library_with(tmp_path, harbour())
    app = app_for(tmp_path)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "W", "slash", *"lin")
        assert "Lin Hsiao-wen" in lines_of(app)[2]
        await press(pilot, *"zzz")
        assert "Nobody of that name" in "\n".join(lines_of(app))


async def test_markup_in_a_name_is_text(tmp_path: Path) -> None:
    library_with(
        tmp_path,
        quoting("[b]Ann[/b] [@click=app.quit]x[/]", "One", "It will hold,", "One"),
        quoting("[b]Ann[/b] [@click=app.quit]x[/]", "Two", "It will not,", "Two"),
    )
    app = app_for(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "W", "plus")
        assert "Join to [b]Ann[/b] [@click=app.quit]x[/]" in "\n".join(lines_of(app))


def changed() -> Article:
    """The harbour piece with one number changed and a paragraph more."""
    article = harbour()
    blocks = tuple(replace(b, text=b.text.replace("eleven to two", "ten to three")) for b in article.blocks)
    return replace(article, blocks=(*blocks, Block("paragraph", "An earlier text gave the vote wrongly.")), sources=())


async def test_what_a_page_changed_is_shown_word_by_word(tmp_path: Path) -> None:
    library_with(tmp_path, harbour(), changed())
    app = app_for(tmp_path, harbour().address)
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "D")
        text = " ".join(lines_of(app))
        assert "[-eleven-]" in text
        assert "{+ten+}" in text
        assert "Nobody wants another" not in text
        await press(pilot, "w")
        assert "Nobody wants another" in " ".join(lines_of(app))


async def test_a_page_with_one_text_says_so(tmp_path: Path) -> None:
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "D")
        assert said(app) == ["Only one text of this page is kept"]
        assert reader(app)
