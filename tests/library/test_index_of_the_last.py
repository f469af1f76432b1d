"""The small index of what was kept last finds just what the large one finds."""

from pathlib import Path

import pytest
from kept_pieces import piece

from tui.library import Library
from tui.library.indexes import recent_index
from tui.library.upkeep import check


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library that counts as large from five articles on, with halves of four."""
    monkeypatch.setattr(recent_index, "LARGE", 5)
    monkeypatch.setattr(recent_index, "FULL", 4)
    return Library.open(tmp_path)


def keep(library: Library, *numbers: int) -> list[int]:
    return [library.articles.keep(piece(f"https://coast.example/{n}", f"tide{n} and tide{n % 3}")) for n in numbers]


def held(library: Library) -> int:
    """How many articles the small index holds."""
    with library.connections.reading() as db:
        return sum(db.execute(f"SELECT count(*) FROM {t}_docsize").fetchone()[0] for t in recent_index.tables(db))


def found(library: Library, typed: str, limit: int) -> list[int]:
    return [hit.row.id for hit in library.search.find(typed, limit=limit)]


def test_it_holds_between_one_and_two_halves_of_the_last_articles(library: Library) -> None:
    keep(library, *range(5))
    assert held(library) == 0
    sizes = [held(library) for n in range(5, 40) if keep(library, n)]
    assert max(sizes) == 7
    assert min(sizes[8:]) >= 4


@pytest.mark.parametrize("limit", [1, 3, 4, 7, 8, 9, 30])
def test_every_page_is_that_of_the_large_index(library: Library, limit: int) -> None:
    kept = keep(library, *range(20))
    assert found(library, "tid*", limit) == kept[::-1][:limit]
    assert [hit.row.id for hit in library.search.find("tid*", limit=limit, skip=2)] == kept[::-1][2 : 2 + limit]


def test_what_is_changed_removed_and_put_back_is_so_in_both(library: Library) -> None:
    kept = keep(library, *range(20))
    library.articles.keep(piece("https://coast.example/19", "Another text."))
    undo = library.articles.remove(kept[17:19])
    assert found(library, "tide*", 3) == kept[16:13:-1]
    library.marks.undo(undo)
    assert found(library, "tide*", 3) == kept[18:15:-1]
    assert found(library, "anoth*", 3) == [kept[19]]


def test_keeping_many_builds_it_at_the_end(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.library.articles import bulk

    monkeypatch.setattr(bulk, "WITH_RECENT", 10)
    keep(library, *range(8))
    library.articles.keep_many(piece(f"https://coast.example/{n}", f"tide{n}") for n in range(100, 400))
    assert held(library) == 4
    keep(library, 500)
    assert found(library, "tid*", 6) == list(library.articles.ids())[:6]


def test_best_first_finds_the_same_articles(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.library.search import full_text

    keep(library, *range(20))
    without = {hit.row.id for hit in library.search.find("tide1*", ranked=True)}
    monkeypatch.setattr(full_text, "ENOUGH_RECENT", 1)
    among = {hit.row.id for hit in library.search.find("tide1*", ranked=True)}
    assert among
    assert among <= without


def test_a_repair_builds_it_anew(library: Library) -> None:
    kept = keep(library, *range(20))
    with library.connections.writing() as db:
        from tui.library.indexes.rebuilding import rebuild_index

        rebuild_index(db)
    assert held(library) == 4
    assert found(library, "tide*", 30) == kept[::-1]
    assert check.examine(library.folder).sound


def test_it_begins_with_the_article_after_the_library_has_become_large(library: Library) -> None:
    held_after = []
    for number in range(11):
        keep(library, number)
        held_after.append(held(library))
    assert held_after == [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]


def test_a_word_is_completed_by_those_of_the_articles_kept_last(library: Library) -> None:
    keep(library, *range(20))
    with library.connections.reading() as db:
        some = recent_index.completions(db, "tide1")
        assert set(some) <= {"tide1", *(f"tide{n}" for n in range(10, 20))}
        assert some["tide19"] == 1
        assert recent_index.completions(db, "tide2")["tide2"] > 1
        assert not recent_index.completions(db, "tidf")
