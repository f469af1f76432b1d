"""A picture stays with the caption that names it, whatever becomes of the text around it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from kept_pieces import piece

from tui.library import Library
from tui.library.articles.pictures import in_record
from tui.library.upkeep import repair
from tui.model.article import Article, Caption, Enclosed

PAGE = "/home/ada/saved/wall.html"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path) as kept:
        yield kept


def web(name: str, text: str = "A caption") -> Caption:
    """The caption of a picture of the web."""
    return Caption(text, image=f"https://coast.example/{name}.jpg")


def captioned(*captions: Caption, **more: Any) -> Article:
    """An article with these captions."""
    return piece(captions=captions, **more)


def kept(library: Library, number: int) -> dict[int, bytes]:
    """The pictures of the kept text, by caption."""
    return contents(library, number, library.articles.get(number))


def contents(library: Library, number: int, article: Article) -> dict[int, bytes]:
    """The pictures that are shown with a text, by caption."""
    found = library.pictures.shown(number, article).files
    alone = {n: file for n in range(len(article.captions)) if (file := library.pictures.find(number, n))}
    if article == library.articles.get(number):
        assert found == alone
    return {caption: file.read_bytes() for caption, file in sorted(found.items())}


def keep(library: Library, article: Article, pictures: dict[int, bytes]) -> int:
    """Keeps an article with its pictures."""
    number = library.articles.keep(article)
    for caption, data in pictures.items():
        library.pictures.keep(number, caption, data, "image/png")
    return number


def files_of(library: Library) -> set[bytes]:
    """What is in the files of pictures."""
    return {file.read_bytes() for file in (library.folder / "pictures").glob("*/*")}


def test_a_picture_moves_with_its_caption_when_one_comes_before_it(library: Library) -> None:
    number = keep(library, captioned(web("a")), {0: b"a"})
    library.articles.keep(captioned(web("b"), web("a")))
    assert kept(library, number) == {1: b"a"}


def test_a_picture_stays_though_its_caption_has_other_words(library: Library) -> None:
    number = keep(library, captioned(web("a"), web("b")), {0: b"a", 1: b"b"})
    library.articles.keep(captioned(web("b", "Put right"), web("a")))
    assert kept(library, number) == {0: b"b", 1: b"a"}


def test_a_picture_shown_twice_is_shown_twice(library: Library) -> None:
    number = keep(library, captioned(web("a")), {0: b"a"})
    library.articles.keep(captioned(web("a"), web("b"), web("a")))
    assert kept(library, number) == {0: b"a", 2: b"a"}


def test_what_the_newer_text_does_not_show_goes_with_its_file(library: Library) -> None:
    number = keep(library, captioned(web("a"), web("b")), {0: b"a", 1: b"b"})
    library.articles.keep(captioned(web("b")))
    assert kept(library, number) == {0: b"b"}
    assert files_of(library) == {b"b"}
    row = library.articles.row(number)
    assert row
    assert (row.pictures, row.missing, row.captions) == (1, 0, 1)


def test_a_file_that_another_article_shows_stays(library: Library) -> None:
    other = keep(library, captioned(web("b"), address="https://coast.example/other"), {0: b"a"})
    keep(library, captioned(web("a")), {0: b"a"})
    library.articles.keep(captioned(web("b")))
    assert kept(library, other) == {0: b"a"}


def test_a_renewal_that_is_not_written_gives_no_picture_up(library: Library) -> None:
    number = keep(library, captioned(web("a")), {0: b"a"})

    def stop_in_the_middle() -> None:
        with library.connections.writing():
            library.articles.keep(captioned(web("b")))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_in_the_middle()
    library.articles.keep(piece("https://coast.example/other"))
    assert kept(library, number) == {0: b"a"}


def test_a_file_is_there_until_all_that_was_written_with_its_renewal_is(library: Library) -> None:
    keep(library, captioned(web("a")), {0: b"a"})
    with library.connections.writing():
        library.articles.keep(captioned(web("b")))
        assert files_of(library) == {b"a"}
    assert files_of(library) == set()


def test_why_a_picture_is_not_here_moves_with_its_caption(library: Library) -> None:
    number = library.articles.keep(captioned(web("a"), web("c")))
    library.pictures.note_all(number, {0: "404", 1: "503"})
    library.articles.keep(captioned(web("b"), web("a")))
    assert library.pictures.notes(number) == {1: "404"}
    row = library.articles.row(number)
    assert row
    assert (row.pictures, row.missing) == (0, 1)


def test_a_picture_that_is_here_comes_before_why_it_could_not_be_had_once(library: Library) -> None:
    number = keep(library, captioned(web("a"), web("a", "Again")), {1: b"a"})
    library.pictures.note(number, 0, "404")
    library.articles.keep(captioned(web("a")))
    assert (kept(library, number), library.pictures.notes(number)) == ({0: b"a"}, {})


def test_what_a_feed_has_gives_its_pictures_to_the_page_s_text(library: Library) -> None:
    article = captioned(web("a"))
    number = keep(library, article, {0: b"a"})
    library.entries.has_page(
        number,
        replace(article, captions=(web("b"), web("a"))),
        pictures=False,
        etag=None,
        last_modified=None,
        lifetime=0,
    )
    assert kept(library, number) == {1: b"a"}


def test_a_picture_without_an_address_is_named_by_its_words(library: Library) -> None:
    number = keep(library, captioned(Caption("The wall"), Caption("The gate", alt="open")), {0: b"wall", 1: b"gate"})
    library.articles.keep(captioned(Caption("The gate", alt="open"), Caption("The wall, 1911")))
    assert kept(library, number) == {0: b"gate"}


def test_words_that_name_two_pictures_name_none(library: Library) -> None:
    number = keep(library, captioned(Caption("A photo"), Caption("A photo"), web("a")), {0: b"1", 1: b"2", 2: b"a"})
    library.articles.keep(captioned(web("a"), Caption("A photo")))
    assert kept(library, number) == {0: b"a"}


def test_a_picture_of_no_words_and_no_address_is_not_told_from_others(library: Library) -> None:
    number = keep(library, captioned(Caption(""), web("a")), {0: b"1", 1: b"a"})
    library.articles.keep(captioned(web("a"), Caption("")))
    assert kept(library, number) == {0: b"a"}


def test_a_picture_that_came_inside_a_page_is_named_by_what_is_in_it(library: Library) -> None:
    one, two = Caption("One", local="cid:data1"), Caption("Two", local="cid:data2")
    number = keep(library, captioned(one, enclosed=(Enclosed("cid:data1", "image/png", b"1"),)), {0: b"1"})
    inside = (Enclosed("cid:data1", "image/png", b"new"), Enclosed("cid:data2", "image/png", b"1"))
    library.articles.keep(captioned(one, two, enclosed=inside))
    assert kept(library, number) == {1: b"1"}


def test_another_picture_under_the_name_of_one_inside_a_page_is_another(library: Library) -> None:
    one = Caption("One", local="cid:data1")
    number = keep(library, captioned(one, enclosed=(Enclosed("cid:data1", "image/png", b"1"),)), {0: b"1"})
    library.articles.keep(captioned(one, title="Newer", enclosed=(Enclosed("cid:data1", "image/png", b"2"),)))
    assert kept(library, number) == {}


def test_a_picture_inside_a_page_stays_when_its_article_is_kept_again_as_it_was(library: Library) -> None:
    one = Caption("One", local="cid:data1")
    number = keep(library, captioned(one, enclosed=(Enclosed("cid:data1", "image/png", b"1"),)), {0: b"1"})
    library.articles.keep(replace(library.articles.get(number), left_out=()))
    assert kept(library, number) == {0: b"1"}


@pytest.mark.parametrize(("page", "there"), [(PAGE, {1: b"a"}), ("/home/ada/other/wall.html", {})])
def test_a_file_beside_a_page_is_another_beside_another_page(
    library: Library, page: str, there: dict[int, bytes]
) -> None:
    canonical = "https://coast.example/the-wall"
    here, other = Caption("The wall", local="files/1.png"), Caption("The gate", local="files/2.png")
    number = keep(library, captioned(here, address=PAGE, url=canonical), {0: b"a"})
    again = library.articles.keep(captioned(other, here, address=page, url=canonical))
    assert (again, kept(library, number)) == (number, there)


def test_a_page_of_the_same_captions_in_another_folder_has_other_pictures(library: Library) -> None:
    canonical, here = "https://coast.example/the-wall", Caption("The wall", local="files/1.png")
    number = keep(library, captioned(here, address=PAGE, url=canonical), {0: b"a"})
    library.articles.keep(captioned(here, address="/home/ada/other/wall.html", url=canonical))
    assert kept(library, number) == {}


def test_an_older_text_is_shown_with_its_own_pictures(library: Library) -> None:
    older = captioned(web("a"), web("c"))
    number = keep(library, older, {0: b"a", 1: b"c"})
    library.articles.keep(captioned(web("b"), web("c"), web("a")))
    library.pictures.keep(number, 0, b"b", "image/png")
    assert contents(library, number, older) == {0: b"a", 1: b"c"}


def test_why_a_picture_is_not_here_is_said_of_the_text_that_is_shown(library: Library) -> None:
    older = captioned(web("a"))
    number = library.articles.keep(captioned(web("b"), web("a")))
    library.pictures.note_all(number, {0: "404", 1: "503"})
    assert library.pictures.shown(number, older).notes == {0: "503"}


def test_a_picture_that_comes_after_a_newer_text_goes_where_that_shows_it(library: Library) -> None:
    older = captioned(web("a"), web("c"))
    number = library.articles.keep(older)
    library.articles.keep(captioned(web("b"), web("a")))
    library.pictures.keep(number, 0, b"a", "image/png", of=older)
    library.pictures.keep(number, 1, b"c", "image/png", of=older)
    library.pictures.note_all(number, {0: "404", 1: "404"}, of=older)
    assert kept(library, number) == {1: b"a"}
    assert library.pictures.notes(number) == {}
    assert files_of(library) == {b"a"}


def test_undo_brings_an_article_back_with_its_pictures_in_their_places(library: Library) -> None:
    number = keep(library, captioned(web("a")), {0: b"a"})
    library.articles.keep(captioned(web("b"), web("a")))
    library.marks.undo(library.articles.remove(number))
    assert kept(library, number) == {1: b"a"}


def test_what_is_kept_back_for_undo_keeps_its_picture(library: Library) -> None:
    gone = keep(library, captioned(web("a"), address="https://coast.example/gone"), {0: b"a"})
    number = keep(library, captioned(web("a")), {0: b"a"})
    undo = library.articles.remove(gone)
    library.articles.keep(captioned(web("b")))
    with library.connections.reading() as db:
        (record,) = db.execute("SELECT record FROM removed").fetchone()
    assert in_record(record) == [(hashlib.sha256(b"a").hexdigest(), "image/png")]
    library.marks.undo(undo)
    assert (kept(library, gone), kept(library, number)) == ({0: b"a"}, {})


def test_where_the_newest_text_is_lost_none_of_its_pictures_is_shown_with_the_one_before(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(captioned(web("a")))
        keep(library, piece(piece().address, "Quite another text of it.", captions=(web("b"),)), {0: b"b"})
        with library.connections.writing() as db:
            db.execute("UPDATE body SET packed = x'00'")
    repair.repair(tmp_path)
    with Library.open(tmp_path) as library:
        assert library.articles.get(number).captions == (web("a"),)
        assert kept(library, number) == {}
