"""Speakers set right by hand stay with an article: when its page is fetched anew, in archives, in the voices."""

from __future__ import annotations

from pathlib import Path

from tui.convert.sources import cite
from tui.library import Library
from tui.model.article import Article, Block
from tui.model.corrections import with_correction

TEXT = "“The wall held,” said Ada Moreno. “It was close,” said Bo Lind."


def article(text: str = TEXT) -> Article:
    blocks = (Block("paragraph", text),)
    return Article("https://quay.example/wall", "Wall", blocks, text, sources=cite(blocks, "en"))


def said(page: Article) -> dict[str, list[str]]:
    return {source.name: [quote.text for quote in source.quotes] for source in page.sources}


def test_a_correction_outlives_the_page_s_next_text(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(article())
        library.articles.correct(number, with_correction(article(), "The wall held,", "Bo Lind"))
        library.articles.keep(article())
        assert said(library.articles.get(number)) == {"Bo Lind": ["The wall held,", "It was close,"]}
        library.articles.keep(article(f"{TEXT} More is to come."))
        assert library.articles.get(number).blocks[0].text == f"{TEXT} More is to come."
        assert said(library.articles.get(number)) == {"Bo Lind": ["The wall held,", "It was close,"]}


def test_a_correction_is_taken_back(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(article())
        library.articles.correct(number, with_correction(article(), "The wall held,", None))
        library.articles.correct(number, article())
        assert library.articles.get(number) == article()


def test_voices_count_what_was_set_right(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(article())
        library.articles.correct(number, with_correction(article(), "The wall held,", "Bo Lind"))
        assert [voice.name for voice in library.voices.page(10)] == ["Bo Lind"]
