"""Articles are marked from scripts: by number or address, several ways at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.cli import main
from tui.library import Library
from tui.model.article import Article, Block

URL = "https://coast.example/wall"


@pytest.fixture
def library() -> Library:
    """A library of three articles, 1 to 3; 1 is that of ``URL``."""
    library = Library.open(Path(os.environ["XDG_DATA_HOME"], "newsreader"))
    for address in (URL, f"{URL}/pier", f"{URL}/quay"):
        library.articles.keep(Article(address, "Title", (Block("paragraph", "Words."),), "Words."))
    return library


def marks(library: Library, number: int) -> tuple[bool, bool, bool, list[str]]:
    """What an article is marked: read, starred, later, tags."""
    row = library.articles.row(number)
    assert row
    return row.read, row.starred, row.later, library.marks.tags_of(number)


def test_marks_are_set_together_and_taken_away(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mark", "--read", "--star", "--later", "--tag", "sea", "--tag", "#storms", URL, "3"]) == 0
    assert marks(library, 1) == marks(library, 3) == (True, True, True, ["sea", "storms"])
    assert marks(library, 2) == (False, False, False, [])
    assert capsys.readouterr().out.splitlines() == [
        "2 articles marked read",
        "2 articles starred",
        "2 articles put off for later",
        "2 articles tagged sea",
        "2 articles tagged storms",
    ]
    assert main(["mark", "--unread", "--unstar", "--unlater", "--untag", "SEA", "1"]) == 0
    assert marks(library, 1) == (False, False, False, ["storms"])
    assert marks(library, 3)[0]


def test_what_is_marked_already_stays(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    main(["mark", "--star", "1"])
    assert main(["mark", "--star", "1", "2"]) == 0
    assert capsys.readouterr().out.splitlines() == ["1 article starred", "1 article starred"]


def test_an_article_that_is_not_kept_costs_the_others_nothing(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mark", "--read", "77", "https://coast.example/none", "1"]) == 1
    printed = capsys.readouterr()
    assert printed.out == "1 article marked read\n"
    assert printed.err.splitlines() == [
        "newsreader: 77: no such article is kept; see newsreader list",
        "newsreader: https://coast.example/none: no such article is kept; see newsreader list",
    ]
    assert marks(library, 1)[0]


@pytest.mark.parametrize(
    "words",
    [["1"], ["--read"], ["--read", "--unread", "1"], ["--later", "--unlater", "1"], ["--tag", " # ", "1"]],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_not_done(
    library: Library, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["mark", *words])
    assert ended.value.code == 2
    assert capsys.readouterr().err
    assert marks(library, 1) == (False, False, False, [])
