"""What the reader knows of an article beside its text, read at one time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from articles import harbour, plain
from desk import NOW

from tui.intake.reading_list import Opened
from tui.library import Library
from tui.library.pending_marks import PendingMarks
from tui.panes.header import NOTHING_KEPT
from tui.screens.reader.kept_article import KeptArticle, Record, read_record, read_target


def kept(folder: Path) -> tuple[KeptArticle, PendingMarks]:
    pending = PendingMarks()
    with Library.open(folder) as library:
        number = library.articles.keep(harbour())
        library.pictures.note(number, 0, "the server is gone; try again later")
        target = read_target(library, number)
    assert target is not None
    return KeptArticle(*target, pending), pending


def test_the_same_article_by_number_and_by_address(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(plain("Pier", "Text.", address="https://coast.example/pier"))
        assert read_target(library, number) == read_target(library, "https://coast.example/pier")
        assert read_target(library, "https://coast.example/other") is None


def test_notes_give_the_reason_without_what_to_do(tmp_path: Path) -> None:
    kept_article, _ = kept(tmp_path)
    assert kept_article.picture_notes == {0: "not kept: the server is gone"}
    assert kept_article.picture_file(0) is None


def test_a_text_in_whose_place_a_newer_one_was_kept_has_its_own_pictures(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(harbour())
        first, second, *others = harbour().captions
        library.articles.keep(replace(harbour(), captions=(second, first, *others)))
        file = library.pictures.keep(number, 0, b"the second", "image/png")
        library.pictures.note(number, 1, "404")
        record = read_record(library, Opened(harbour(), number, fresh=False))
    assert (record.files, record.notes) == ({1: file}, {0: "404"})


def test_a_star_shows_while_it_waits_and_stays_when_it_is_written(tmp_path: Path) -> None:
    kept_article, pending = kept(tmp_path)
    assert not kept_article.has_mark("starred")
    assert kept_article.id is not None
    mark = pending.add([kept_article.id], "starred", True)
    assert kept_article.completeness(NOW).starred
    pending.drop(mark)
    assert not kept_article.has_mark("starred")
    kept_article.marked("starred", True)
    assert kept_article.has_mark("starred")


def test_a_place_is_saved_once(tmp_path: Path) -> None:
    kept_article, _ = kept(tmp_path)
    assert not kept_article.move_to((0, 0))
    assert kept_article.move_to((3, 7))
    assert not kept_article.move_to((3, 7))


def test_of_what_is_not_kept_nothing_is_known() -> None:
    kept_article = KeptArticle(Opened(harbour(), None, fresh=True), Record(), PendingMarks())
    assert kept_article.completeness(NOW) == NOTHING_KEPT
    assert kept_article.words == harbour().words
    assert not kept_article.has_mark("starred")
    assert not kept_article.move_to((3, 7))
    kept_article.marked("starred", True)
    assert not kept_article.has_mark("starred")
