"""A backup put in the place of the library."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
import whole_library
from kept_pieces import piece

from tui.intake.importing.import_any import import_any
from tui.library import Library, LibraryError
from tui.library.store.connection import DATABASE
from tui.library.upkeep import check
from tui.library.upkeep.restore import restore


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    whole_library.fill(tmp_path / "other")
    with Library.open(tmp_path / "other") as library:
        library.backup(tmp_path / "backup.sqlite")
    return tmp_path / "backup.sqlite"


def test_a_restored_library_is_that_of_the_backup_and_what_was_there_is_a_library_still(
    tmp_path: Path, backup: Path
) -> None:
    with Library.open(tmp_path / "library") as library:
        number = library.articles.keep(piece())
        library.pictures.keep(number, 0, whole_library.PICTURE + b"another", "image/png")
    restored = restore(tmp_path / "library", backup)
    assert (restored.articles, restored.pictures) == (4, 1)
    with Library.open(tmp_path / "library", now=lambda: whole_library.REMOVED) as library:
        whole_library.check(library)
        whole_library.check_undo(library)
    assert check.examine(tmp_path / "library").sound
    assert restored.before
    assert restored.before.parent == tmp_path / "library"
    with Library.open(restored.before) as before:
        assert before.articles.get(number) == piece()
        assert before.pictures.find(number, 0)


def test_a_backup_is_restored_where_there_is_no_library(tmp_path: Path, backup: Path) -> None:
    assert restore(tmp_path / "new" / "library", backup).before is None
    with Library.open(tmp_path / "new" / "library") as library:
        assert library.articles.count() == 3


def test_who_reads_a_restored_library_does_not_hold_who_writes(tmp_path: Path, backup: Path) -> None:
    restore(tmp_path / "library", backup)
    with Library.open(tmp_path / "library") as reader, Library.open(tmp_path / "library") as writer:
        number = reader.articles.ids()[0]
        with reader.connections.snapshot() as db:
            before = db.execute("SELECT starred FROM article WHERE id = ?", (number,)).fetchone()
            writer.marks.star(number, not before[0])
            assert db.execute("SELECT starred FROM article WHERE id = ?", (number,)).fetchone() == before


def test_a_backup_is_restored_over_a_damaged_library(tmp_path: Path, backup: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / DATABASE).write_bytes(b"SQLite format 3\0 and no more")
    restored = restore(tmp_path / "library", backup)
    assert restored.before
    assert (restored.before / DATABASE).read_bytes() == b"SQLite format 3\0 and no more"
    assert check.examine(tmp_path / "library").sound


@pytest.mark.parametrize("wrong", ["damaged", "cut", "another file", "nothing"])
def test_what_is_no_whole_backup_changes_nothing(tmp_path: Path, backup: Path, wrong: str) -> None:
    with Library.open(tmp_path / "library") as library:
        library.articles.keep(piece())
    if wrong == "nothing":
        backup.unlink()
    else:
        data = bytearray(backup.read_bytes())
        data[5 * 16_384 : 9 * 16_384] = b"\xaa" * 4 * 16_384
        cut = {"damaged": bytes(data), "cut": bytes(data[: len(data) // 2]), "another file": b"mine"}
        backup.write_bytes(cut[wrong])
    with pytest.raises(LibraryError):
        restore(tmp_path / "library", backup)
    with Library.open(tmp_path / "library") as library:
        assert library.articles.count() == 1
    assert not [file for file in (tmp_path / "library").iterdir() if file.is_dir()]


def test_nothing_is_restored_over_a_library_that_is_in_use(tmp_path: Path, backup: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        number = library.articles.keep(piece())
        with pytest.raises(LibraryError, match="is using the library"):
            restore(tmp_path / "library", backup)
        library.marks.star(number)
    with Library.open(tmp_path / "library") as library:
        assert [row.starred for row in library.articles.rows(9)] == [True]


def test_a_library_stays_closed_to_others_where_files_have_no_second_names(
    tmp_path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        number = library.articles.keep(piece())
        library.pictures.keep(number, 0, whole_library.PICTURE + b"another", "image/png")
    read = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM article')"
    answers = []

    def refuse(source: Path, *_: object, **__: object) -> None:
        """As FAT does; a picture is copied after the library."""
        if source.is_relative_to(folder / "pictures"):
            reader = subprocess.run([sys.executable, "-c", read, str(folder / DATABASE)], capture_output=True)
            answers.append(reader.stderr)
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    restored = restore(folder, backup)
    assert [b"database is locked" in answer for answer in answers] == [True]
    assert restored.before
    with Library.open(restored.before) as before:
        assert before.articles.get(number) == piece()
    assert check.examine(folder).sound


def test_importing_a_backup_says_what_it_is(tmp_path: Path, backup: Path) -> None:
    with Library.open(tmp_path / "library") as library, pytest.raises(LibraryError, match="newsreader restore"):
        import_any(library, backup)


@pytest.mark.parametrize("moment", [1e12, -1e12, 4e10])
def test_a_clock_that_is_years_off_breaks_nothing(tmp_path: Path, moment: float) -> None:
    with Library.open(tmp_path, now=lambda: moment) as library:
        number = library.articles.keep(piece())
        library.articles.keep(piece("https://coast.example/wall", "Other words."))
        library.marks.read(number)
        assert len(library.articles.rows(9)) == 1
        assert len(library.versions.of(number)) == 2
        library.marks.undo(library.articles.remove(number))
        assert len(library.articles.rows(9)) == 1


def test_a_date_that_is_none_in_the_database_is_shown_as_the_nearest(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.keep(piece())
        with library.connections.writing() as db:
            db.execute("UPDATE article SET kept_at = 1000000000000, dated = 1000000000000")
        assert library.articles.rows(1)[0].kept_at.year == 9999
