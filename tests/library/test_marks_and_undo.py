"""Marks, tags and removal on one article or many, and taking them back."""

import pytest
from clock import NOW, Clock
from kept_pieces import pictured, piece, quoted

from tui.library import Library, LibraryError, View
from tui.library.library_errors import MissingError


@pytest.fixture
def three(library: Library) -> list[int]:
    return [library.articles.keep(piece(f"https://coast.example/{n}", f"Wall number {n}")) for n in range(3)]


def test_undo_gives_back_only_what_was_changed(library: Library, three: list[int]) -> None:
    library.marks.star(three[0])
    undo = library.marks.star(three)
    assert (undo.articles, undo.saying) == (tuple(three[1:]), "2 articles starred")
    library.marks.undo(undo)
    assert [row.id for row in library.articles.rows(9, view=View("starred"))] == [three[0]]


def test_each_change_is_said_in_words(library: Library, three: list[int]) -> None:
    said = [
        undo.saying
        for undo in (
            library.marks.read(three[0]),
            library.marks.read(three[0], False),
            library.marks.star(three[0]),
            library.marks.star(three[0], False),
            library.marks.later(three[0]),
            library.marks.later(three[0], False),
            library.marks.tag(three, "sea"),
            library.marks.untag(three[:2], "sea"),
            library.articles.remove(three),
        )
    ]
    assert said == [
        "1 article marked read",
        "1 article marked unread",
        "1 article starred",
        "1 article no longer starred",
        "1 article put off for later",
        "1 article no longer put off",
        "3 articles tagged sea",
        "2 articles no longer tagged sea",
        "3 articles removed",
    ]


def test_what_is_kept_by_no_one_cannot_be_marked(library: Library, three: list[int]) -> None:
    for change in (library.marks.read, library.marks.star, library.marks.later, library.articles.remove):
        with pytest.raises(MissingError, match="no longer kept"):
            change(99)
        assert change([]).articles == ()
    assert library.marks.star([99, three[0]]).articles == (three[0],)
    assert library.marks.star(three[0]).articles == ()  # starred already


def test_when_an_article_was_read_goes_with_the_mark(library: Library, clock: Clock, three: list[int]) -> None:
    def read_at() -> object:
        with library.connections.reading() as db:
            return db.execute("SELECT read_at FROM article WHERE id = ?", (three[0],)).fetchone()[0]

    clock.now = NOW + 0.9
    undo = library.marks.read(three[0])
    assert read_at() == NOW
    library.marks.undo(undo)
    assert read_at() is None


def test_a_tag_on_many_is_undone(library: Library, three: list[int]) -> None:
    undo = library.marks.tag(three, "  #Sea walls ")
    assert [(count.name, count.articles) for count in library.marks.tags()] == [("Sea walls", 3)]
    library.marks.undo(undo)
    assert library.marks.tags() == []


def test_a_tag_needs_a_name(library: Library, three: list[int]) -> None:
    with pytest.raises(LibraryError, match="needs a name"):
        library.marks.tag(three, " ")


def test_what_was_removed_comes_back_as_it_was(library: Library) -> None:
    source = quoted("Ada Moreno", "The harbour wall", "engineer", "Port Authority")
    article = piece(sources=(source,), captions=pictured("The wall"))
    number = library.articles.keep(article)
    file = library.pictures.keep(number, 0, b"picture", "image/png")
    library.marks.tag(number, "sea")
    library.marks.star(number)
    library.articles.set_reading_position(number, 1, 4, 0.5)
    before = library.articles.row(number)
    undo = library.articles.remove(number)
    assert (library.search.find("harbour"), library.voices.page(), library.articles.find(article.address)) == (
        [],
        [],
        None,
    )
    library.marks.undo(undo)
    assert library.articles.row(number) == before
    assert library.articles.get(number) == article
    assert (library.articles.reading_position(number), library.marks.tags_of(number)) == ((1, 4), ["sea"])
    assert library.pictures.find(number, 0) == file
    assert [hit.row.id for hit in library.search.find("harbour")] == [number]
    assert [voice.name for voice in library.voices.page()] == ["Ada Moreno"]


def test_the_versions_of_what_was_removed_come_back_too(library: Library) -> None:
    number = library.articles.keep(piece("https://coast.example/a", "The first text of it."))
    library.articles.keep(piece("https://coast.example/a", "The second text of it."))
    library.marks.undo(library.articles.remove(number))
    assert library.versions.get(number, 1).blocks[0].text == "The first text of it."


def test_what_was_removed_long_ago_is_given_up_with_its_picture(library: Library, clock: Clock) -> None:
    first = library.articles.keep(piece("https://coast.example/1"))
    file = library.pictures.keep(first, 0, b"picture", "image/png")
    undo = library.articles.remove(first)
    assert file.exists()
    clock.now += 15 * 86_400
    library.articles.remove(library.articles.keep(piece("https://coast.example/2")))
    assert not file.exists()
    library.marks.undo(undo)
    assert library.articles.rows(9) == []


def test_removing_what_is_not_kept_says_so(library: Library, three: list[int]) -> None:
    library.articles.remove(three)
    with pytest.raises(LibraryError, match="no longer kept"):
        library.articles.remove(three[0])


def test_marking_what_is_not_kept_says_so(library: Library) -> None:
    with pytest.raises(LibraryError, match="no longer kept"):
        library.marks.star(7)
