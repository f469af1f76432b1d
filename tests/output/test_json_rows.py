"""What is printed of an article's row for scripts."""

from __future__ import annotations

from kept_pieces import PNG, pictured, piece

from tui.library import Library
from tui.output.json_rows import article_row


def test_pictures_are_all_there_or_some_or_none(library: Library) -> None:
    number = library.articles.keep(piece(captions=pictured("Wall", "Sea")))
    told = []
    for caption in range(3):
        row = library.articles.row(number)
        assert row
        told.append(article_row(row, (), ()).pictures)
        if caption < 2:
            library.pictures.keep(number, caption, PNG + bytes([caption]), "image/png")
    assert told == ["none", "some", "all"]
