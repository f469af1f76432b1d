"""What newsboat kept, taken over: each article once, with what was read and flagged, whatever is odd in the cache."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from newsboat_caches import FEEDS, cache, cache_of_2_21, item

from tui.convert.conversion import NOTHING
from tui.intake.importing import import_newsboat as importing
from tui.intake.importing.import_newsboat import as_page, import_newsboat, is_cache
from tui.library import Library
from tui.library.library_errors import LibraryError
from tui.library.work_report import Report
from tui.model.article import Article


def taken(
    library: Library, tmp_path: Path, *items: dict[str, Any], dry: bool = False, title: object = "Coast"
) -> Report:
    """What comes of a cache with these entries."""
    return import_newsboat(library, cache(tmp_path / "cache.db", *items, title=title), dry=dry)


def refusals(report: Report) -> list[tuple[str, str]]:
    return [(refusal.what, refusal.why) for refusal in report.refused]


def the_article(library: Library) -> Article:
    (row,) = library.articles.rows(9)
    return library.articles.get(row.id)


def test_what_was_read_is_read_and_flags_are_tags_but_for_what_is_no_letter(library: Library, tmp_path: Path) -> None:
    report = taken(library, tmp_path, item(1, unread=0, flags="bA1b é"), item(2, unread=1, flags=None))
    assert (report.done, report.known, report.refused) == (2, 0, [])
    marks = {row.title: (row.read, library.marks.tags_of(row.id)) for row in library.articles.rows(9)}
    assert marks == {"Tide 1": (True, ["newsboat A", "newsboat b"]), "Tide 2": (False, [])}
    assert [hit.row.title for hit in library.search.find("Tide 2")] == ["Tide 2"]


def test_the_oldest_is_kept_first_and_of_one_moment_the_first_in_the_cache(library: Library, tmp_path: Path) -> None:
    moments = {1: 30, 2: 10, 3: 30, 4: 20}
    taken(library, tmp_path, *(item(number, pubDate=when) for number, when in moments.items()))
    assert [row.title for row in sorted(library.articles.rows(9), key=lambda row: row.id)] == [
        "Tide 2",
        "Tide 4",
        "Tide 1",
        "Tide 3",
    ]


def test_what_was_deleted_in_newsboat_is_not_taken_over(library: Library, tmp_path: Path) -> None:
    assert taken(library, tmp_path, item(1, deleted=1), item(2)).done == 1
    assert the_article(library).title == "Tide 2"


def test_what_is_only_counted_is_not_written_and_what_is_here_is_known(library: Library, tmp_path: Path) -> None:
    report = taken(library, tmp_path, item(1), item(2), item(3, content=" \n"), dry=True)
    assert (report.done, report.known, refusals(report)) == (2, 0, [("Tide 3", "newsboat kept no text of it")])
    assert library.articles.count() == 0
    assert import_newsboat(library, tmp_path / "cache.db").done == 2
    for dry in (True, False):
        report = import_newsboat(library, tmp_path / "cache.db", dry=dry)
        assert (report.done, report.known) == (2, 2)
    assert library.articles.count() == 2


def test_an_article_that_is_here_keeps_its_marks(library: Library, tmp_path: Path) -> None:
    taken(library, tmp_path, item(1, unread=0, flags="a"))
    (row,) = library.articles.rows(9)
    library.marks.read(row.id, False)
    library.marks.untag(row.id, "newsboat a")
    import_newsboat(library, tmp_path / "cache.db")
    assert [(row.read, library.marks.tags_of(row.id)) for row in library.articles.rows(9)] == [(False, [])]


def test_what_is_stopped_stays_as_far_as_it_came(library: Library, tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    file = cache(tmp_path / "cache.db", *map(item, range(5)))
    report = import_newsboat(library, file, progress=lambda *at: seen.append(at), stopped=lambda: len(seen) == 2)
    assert (report.stopped, report.done, seen, library.articles.count()) == (True, 2, [(1, 5), (2, 5)], 2)


def test_an_entry_is_named_by_its_title_or_else_its_address(library: Library, tmp_path: Path) -> None:
    report = taken(library, tmp_path, item(1, content=None), item(2, content="", title=""))
    assert [what for what, _ in refusals(report)] == ["Tide 1", "https://coast.example/2"]


def test_fields_that_an_entry_lacks_or_that_are_no_text_cost_it_nothing_more(library: Library, tmp_path: Path) -> None:
    taken(library, tmp_path, item(1, author=None, title=7, guid=b"\xff", pubDate=None, flags=b"a"), title=None)
    article = the_article(library)
    assert (article.title, article.authors, article.published) == ("7", (), None)
    assert library.marks.tags() == []
    with closing(sqlite3.connect(tmp_path / "cache.db")) as db, db:
        db.execute("DELETE FROM rss_feed")
    with Library.open(tmp_path / "other") as other:
        assert import_newsboat(other, tmp_path / "cache.db").done == 1


@pytest.mark.parametrize(
    ("url", "guid", "address"),
    [
        (" https://coast.example/a\n", "g", "https://coast.example/a"),
        ("wall 1", "g", "wall 1"),
        ("", "the guid", "the guid"),
    ],
)
def test_the_address_of_an_entry_is_its_link_or_else_what_newsboat_knows_it_by(
    url: str, guid: str, address: str
) -> None:
    made = importing.Item("Wall", "", url, guid, None, "<p>Up.</p>", True, "", "Coast")
    assert as_page(made).address == address
    assert b"published_time" not in as_page(made).body


def test_letters_that_are_none_are_replaced(library: Library, tmp_path: Path) -> None:
    file = cache(tmp_path / "cache.db", item(1))
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE rss_item SET title = CAST(x'57ff6c6c' AS TEXT)")
    import_newsboat(library, file)
    assert the_article(library).title == "W\ufffdll"


def test_what_goes_on_for_longer_than_a_line_is_cut(library: Library, tmp_path: Path) -> None:
    taken(library, tmp_path, item(1, flags="-" * 1_999 + "ab"))
    assert [tag.name for tag in library.marks.tags()] == ["newsboat a"]


def test_an_entry_that_is_longer_than_any_article_is_left_out_and_costs_the_others_nothing(
    library: Library, tmp_path: Path
) -> None:
    long = "<p>The wall holds.</p><!--{}-->"
    fits = long.format("x" * (10_000_000 - len(long) + 2))
    report = taken(library, tmp_path, item(1, content=fits), item(2, content=fits + " "), item(3))
    assert (report.done, refusals(report)) == (2, [("entry 2", "cannot be read: string or blob too big")])


def test_a_cache_that_newsboat_writes_at_the_moment_is_read_and_never_written(library: Library, tmp_path: Path) -> None:
    file = cache(tmp_path / "cache.db", item(1))
    before = file.read_bytes()
    with closing(sqlite3.connect(file, isolation_level=None)) as newsboat:
        newsboat.execute("BEGIN IMMEDIATE")
        assert import_newsboat(library, file).done == 1
    assert file.read_bytes() == before


def test_what_newsboat_did_not_write_into_its_file_yet_is_read_and_left_to_it(library: Library, tmp_path: Path) -> None:
    (tmp_path / "left").mkdir()
    with closing(sqlite3.connect(cache(tmp_path / "cache.db"), isolation_level=None)) as newsboat:
        newsboat.execute("PRAGMA journal_mode = wal")
        values = item(1)
        marks = ", ".join("?" * len(values))
        newsboat.execute(f"INSERT INTO rss_item ({', '.join(values)}) VALUES ({marks})", (*values.values(),))
        for name in ("cache.db", "cache.db-wal"):  # as it is where newsboat was killed
            (tmp_path / "left" / name).write_bytes((tmp_path / name).read_bytes())
    files = {file: file.read_bytes() for file in (tmp_path / "left").iterdir()}
    assert import_newsboat(library, tmp_path / "left" / "cache.db").done == 1
    assert {file: file.read_bytes() for file in files} == files


def test_an_entry_that_goes_meanwhile_costs_the_others_nothing(library: Library, tmp_path: Path) -> None:
    file = cache(tmp_path / "cache.db", item(1), item(2), item(3))

    def remove(_done: int, _total: int | None) -> None:
        with closing(sqlite3.connect(file)) as newsboat, newsboat:
            newsboat.execute("DELETE FROM rss_item WHERE title = 'Tide 2'")

    report = import_newsboat(library, file, progress=remove)
    assert (report.done, report.refused) == (2, [])


def test_what_is_no_cache_is_told_from_one(library: Library, tmp_path: Path) -> None:
    assert is_cache(cache(tmp_path / "cache.db"))
    assert not is_cache(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("some words " * 99)
    assert not is_cache(tmp_path / "text.db")
    with closing(sqlite3.connect(tmp_path / "half.db")) as db, db:
        db.execute(FEEDS)
    assert not is_cache(tmp_path / "half.db")
    for name, said in (
        ("half.db", "{} is not a cache of newsboat"),
        ("text.db", "{} is not a cache of newsboat, or damaged: file is not a database"),
        ("none.db", "there is no file {}: newsboat keeps its cache.db in ~/.newsboat"),
    ):
        with pytest.raises(LibraryError) as raised:
            import_newsboat(library, tmp_path / name)
        assert str(raised.value) == said.format(tmp_path / name)


def test_newsboat_s_articles_are_taken_over_with_what_was_read(library: Library, tmp_path: Path) -> None:
    cache_of_2_21(tmp_path / "cache.db")
    seen: list[tuple[int, int | None]] = []
    report = import_newsboat(library, tmp_path / "cache.db", progress=lambda *at: seen.append(at))
    assert [(row.title, row.read) for row in library.articles.rows(9)] == [
        ("Boats", False),
        ("Tides", True),
    ]
    boats, tides = (library.articles.get(row.id) for row in library.articles.rows(9))
    assert (boats.published, tides.published) == ("2023-11-14T22:13:21+00:00", "2023-11-14T22:13:20+00:00")
    assert (tides.authors, tides.address, tides.site) == (("R. Sand",), "https://coast.example/0", "Coast")
    assert (report.done, seen[-1]) == (2, (4, 4))
    assert [(r.what, r.why) for r in report.refused] == [
        ("Empty", "newsboat kept no text of it"),
        ("Odd", NOTHING),
    ]
    assert [tag.name for tag in library.marks.tags()] == ["newsboat a", "newsboat b"]
    assert import_newsboat(library, tmp_path / "cache.db").known == 2


@pytest.mark.parametrize(
    ("moment", "published"),
    [
        (1_700_000_000, "2023-11-14T22:13:20+00:00"),
        (0, None),
        (-1, None),
        ("soon", None),
        (2**33, None),
        (2**40, None),  # after the last year that there is
    ],
)
def test_the_day_of_newsboat_s_article_is_taken_over_where_it_is_one(
    library: Library, tmp_path: Path, moment: object, published: str | None
) -> None:
    cache_of_2_21(tmp_path / "cache.db")
    with closing(sqlite3.connect(tmp_path / "cache.db")) as db, db:
        db.execute("UPDATE rss_item SET pubDate = ?", (moment,))
    import_newsboat(library, tmp_path / "cache.db")
    assert {library.articles.get(row.id).published for row in library.articles.rows(9)} == {published}


@pytest.mark.parametrize("content", [b"", b"no database at all " * 100])
def test_what_is_no_cache_of_newsboat_is_said(library: Library, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cache.db").write_bytes(content)
    with pytest.raises(LibraryError, match=r"cache\.db is not a"):
        import_newsboat(library, tmp_path / "cache.db")
    with pytest.raises(LibraryError, match="there is no file"):
        import_newsboat(library, tmp_path / "none.db")
