"""What is at a path: of which kind it is taken for, what is told of it, what may be left out, what it is not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import newsboat_caches
import pytest
from export_samples import LAMP, POCKET_FILES, QUAY, SAMPLES, TIDE, csv, write, zipped
from newsboat_caches import item

from tui.intake.importing.import_any import export_form, import_any, looked_through
from tui.intake.importing.import_found import Found
from tui.library import Library
from tui.library.library_errors import LibraryError
from tui.output.archive import write_archive

PAGE = "<!doctype html><title>{0}</title><article><h1>{0}</h1>{1}</article>"
SAID = "<p>The wall holds, and the council says that it will go on holding through the winter.</p>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (folder := tmp_path / "folder").mkdir()
    return folder


def page(file: Path, text: str = SAID) -> Path:
    file.write_text(PAGE.format(file.stem, text))
    return file


def cache(file: Path, *addresses: str) -> Path:
    """A cache of newsboat with an article at each address."""
    return newsboat_caches.cache(file, *(item(n, url=address, content=SAID * 3) for n, address in enumerate(addresses)))


def archive(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "there") as there:
        import_any(there, write(tmp_path, "pocket.csv"))
        write_archive(there, tmp_path / "all.zip")
    return tmp_path / "all.zip"


def told(found: Found) -> tuple[list[str], list[str]]:
    return found.lines, [choice.line for choice in found.choices]


def why(library: Library, path: Path) -> str:
    with pytest.raises(LibraryError) as raised:
        import_any(library, path)
    assert library.articles.count() == 0
    return str(raised.value)


def test_a_database_of_another_program_is_nothing_to_take_over(library: Library, tmp_path: Path, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "tides.db")) as db, db:
        db.execute("CREATE TABLE tide (height)")
    assert "is not a cache of newsboat" in why(library, folder / "tides.db")
    library.backup(folder / "backup")
    assert why(library, folder) == "there is no export, cache.db or page in this folder"
    assert why(library, tmp_path / "none").startswith("this cannot be read: no such file")


@pytest.mark.parametrize("name", ["Wall.html", "Wall.HTM", "wall.md", "wall.txt"])
def test_a_page_by_itself_is_a_saved_page(library: Library, folder: Path, name: str) -> None:
    page(folder / name)
    page(folder / "other.html")
    with looked_through(library, folder / name) as found:
        assert told(found) == (["a saved page"], ["a saved page (folder)"])
        assert (found.format, found.counts_itself, found.holds_articles) == ("a saved page", False, True)
        assert found.keep(library, dry=True).kept == 1
        assert library.articles.count() == 0
        assert (found.keep(library).kept, found.keep(library).doubled) == (1, 1)
    assert library.articles.count() == 1


@pytest.mark.parametrize("name", ["page.php", "page.css", "page"])
def test_what_is_a_page_by_its_text_alone_is_none(library: Library, folder: Path, name: str) -> None:
    assert why(library, page(folder / name)).startswith("this is no export")
    assert why(library, folder).startswith("there is no export")


def test_all_that_a_folder_holds_is_told_and_each_of_it_can_be_left_out(library: Library, folder: Path) -> None:
    write(folder, "instapaper.csv")
    (folder / "pocket.zip").write_bytes(zipped(POCKET_FILES))
    cache(folder / "cache.db", TIDE, QUAY)
    (folder / "below").mkdir()
    page(folder / "below" / "one.HTML")
    page(folder / "two.txt")
    page(folder / "style.css")
    with looked_through(library, folder) as found:
        lines, choices = told(found)
        assert lines == [
            "Instapaper, Pocket: 3 articles, to be fetched",
            "read: 2 · starred: 0 · tags and folders: 6 · saved: 22 July 2023 – 14 November 2023",
            "more than once in it: 2",
            "left out: notes (1), not an address of the web (1), highlights (2)",
            "newsboat",
            "2 saved pages",
        ]
        assert choices == [
            "1 unread article",
            "2 articles that you have read",
            "newsboat (cache.db)",
            "2 saved pages (folder)",
        ]
        assert (found.format, found.counts_itself) == ("Instapaper, Pocket, newsboat, 2 saved pages", True)
        named = {choice.line: choice.name for choice in found.choices}
        for line in choices[2:]:
            assert found.keep(library, without=set(named.values()) - {named[line]}).kept == 2
            assert library.articles.count() == (2 if line == choices[2] else 4)
        outcome = found.keep(library)
        assert (outcome.kept, outcome.doubled) == (1, 2 + 6)  # newsboat's two are Pocket's, too
    assert library.articles.count() == 5


def test_two_caches_are_two_choices_and_lists_beside_them_are_newsboat_s(library: Library, folder: Path) -> None:
    for name, address in (("one", LAMP), ("two", QUAY)):
        (folder / name).mkdir()
        cache(folder / name / "cache.db", address)
    (folder / "one" / "urls").write_text("https://coast.example/feed.xml\n")
    (folder / "list.txt").write_text(f"{TIDE}\n")
    with looked_through(library, folder) as found:
        lines, choices = told(found)
        assert lines[0] == "a list of addresses, newsboat: 1 article, to be fetched"
        assert lines[-3:] == ["feeds: 1", "newsboat", "newsboat"]
        assert choices[-2:] == ["newsboat (cache.db)"] * 2
        first = found.choices[-2]
        assert found.keep(library, without={first.name}).kept == 2
    assert library.articles.find(LAMP) is None
    assert [row.address for row in library.feeds.rows()] == ["https://coast.example/feed.xml"]


def test_a_cache_by_itself_is_newsboat_s(library: Library, folder: Path) -> None:
    with looked_through(library, cache(folder / "cache.db", LAMP)) as found:
        assert told(found) == (["newsboat"], ["newsboat (cache.db)"])
        assert found.keep(library).kept == 1


def test_of_many_refusals_the_first_are_named_and_all_are_counted(library: Library, folder: Path) -> None:
    for number in range(23):
        page(folder / f"{number:02}.html", "")
        (folder / f"{number:02}.html").write_text("<p> </p>")
    page(folder / "wall.html")
    outcome = import_any(library, folder)
    assert (outcome.kept, len(outcome.report.refused), outcome.report.unlisted) == (1, 20, 3)
    reasons = outcome.skipped
    assert reasons["others"] == 3
    assert sum(reasons.values()) == 23
    assert len(reasons) == 2
    (folder / "wall.html").unlink()
    for file in sorted(folder.iterdir())[:3]:
        file.unlink()
    assert "others" not in +import_any(library, folder).skipped


def test_what_is_stopped_between_two_exports_is_not_kept(library: Library, folder: Path) -> None:
    for number in range(3):
        (folder / f"{number}.csv").write_bytes(
            csv("title,url,time_added,tags,status", f"T{number},{TIDE}/{number},1600000000,,unread")
        )
    page(folder / "wall.html")
    asked: list[int] = []

    def at_the_second() -> bool:
        asked.append(len(asked))
        return len(asked) > 2

    with looked_through(library, folder, stopped=at_the_second) as found:
        assert found.lines[0] == "Pocket: 1 article, to be fetched"
        assert found.keep(library).report.stopped
    assert library.articles.count() == 0


def test_how_far_it_is_is_told_while_it_is_looked_through_and_kept(library: Library, tmp_path: Path) -> None:
    path, looked, kept = write(tmp_path, "pocket.csv"), [], []
    with looked_through(library, path, progress=lambda *at: looked.append(at)) as found:
        assert looked == [(2, None)]
        found.keep(library, progress=lambda *at: kept.append(at))
    assert kept == [(2, 2)]
    both: list[tuple[int, int | None]] = []
    import_any(library, path, progress=lambda *at: both.append(at))
    assert both == [(2, None), (2, 2)]


def test_the_form_of_an_export_is_known_and_of_all_else_none_is(tmp_path: Path, folder: Path) -> None:
    exported = archive(tmp_path)
    write(tmp_path, "pocket.zip")
    files = {
        "noise.bin": bytes(range(256)),
        "torn.zip": b"PK\3\4",
        "other.zip": zipped({"a": b"x"}),
        "second.zip": zipped({"a": b"x", "list.csv": SAMPLES["instapaper.csv"].body}),
        "page.html": PAGE.format("Wall", SAID).encode(),
    }
    for name, body in files.items():
        (folder / name).write_bytes(body)
    forms = {name: export_form(folder / name) for name in (*files, "none")}
    assert forms == {**dict.fromkeys((*files, "none"), ""), "second.zip": "Instapaper"}
    assert export_form(tmp_path / "pocket.csv") == export_form(tmp_path / "pocket.zip") == "Pocket"
    assert export_form(exported) == "an archive of newsreader"
    assert export_form(folder) == ""


def test_an_export_that_cannot_be_read_costs_the_others_in_a_zip_file_nothing(library: Library, folder: Path) -> None:
    body = bytearray(zipped({"a.csv": SAMPLES["pocket.csv"].body, "b.csv": SAMPLES["instapaper.csv"].body}))
    body[40] ^= 0xFF  # within what is packed of the first
    (folder / "two.zip").write_bytes(body)
    with looked_through(library, folder / "two.zip") as found:
        assert found.format == "Instapaper"
        assert found.keep(library).kept == 1
