"""Every line that a library says of what is wrong with it, whole: what it is, and what can be done."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest
import whole_library
from kept_pieces import piece, quoted

from tui.library import Library
from tui.library.library_errors import (
    BusyError,
    ClosedError,
    DamagedError,
    ForeignError,
    FullError,
    LibraryError,
    ReadOnlyError,
    of_sqlite,
    of_system,
    ran_full,
)
from tui.library.store.connection import DATABASE
from tui.library.upkeep import check, repair

PATH = Path("/home/ada/library.sqlite")


def of(name: str, message: str = "it said so") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind", "line"),
    [
        ("SQLITE_BUSY_SNAPSHOT", BusyError, f"another newsreader is busy with {PATH}: try again in a moment"),
        ("SQLITE_LOCKED", BusyError, f"another newsreader is busy with {PATH}: try again in a moment"),
        (
            "SQLITE_NOTADB",
            ForeignError,
            f"{PATH} is not a newsreader library: move it away, or give another place for the library",
        ),
        ("SQLITE_INTERRUPT", ClosedError, f"the library {PATH} was closed meanwhile"),
        (
            "SQLITE_CORRUPT_VTAB",
            DamagedError,
            f"the library {PATH} is damaged: run newsreader doctor --repair, or put a backup in its place",
        ),
        (
            "SQLITE_READONLY",
            ReadOnlyError,
            f"the library {PATH} cannot be written: give yourself the right to write there",
        ),
        *(
            (
                name,
                ReadOnlyError,
                f"the library {PATH} cannot be opened: look at the permissions of {PATH.parent}",
            )
            for name in ("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")
        ),
        *(
            (
                name,
                FullError,
                f"no room left on the disk of {PATH.parent}: free some space or remove articles, then try again",
            )
            for name in ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE")
        ),
        ("SQLITE_ERROR", LibraryError, f"the library {PATH} did not answer (it said so): run newsreader doctor"),
    ],
)
def test_what_sqlite_says_is_told_with_what_to_do(name: str, kind: type[LibraryError], line: str) -> None:
    told = of_sqlite(of(name), PATH)
    assert (type(told), str(told)) == (kind, line)


@pytest.mark.parametrize("why", ["disk I/O error", "database or disk is full"])
def test_a_new_table_for_which_there_is_no_room_is_a_full_disk(why: str) -> None:
    assert ran_full(of("SQLITE_ERROR", f"fts5: error creating shadow table word_data: {why}"))
    assert not ran_full(of("SQLITE_ERROR", "fts5: error creating shadow table word_data: it is there"))
    assert ran_full(FullError("x"))
    assert not ran_full(LibraryError("x"))


@pytest.mark.parametrize(
    ("number", "kind", "line"),
    [
        (errno.EEXIST, LibraryError, "/b is there already: give another name"),
        (errno.EACCES, ReadOnlyError, "no permission to use /b: give yourself the right to write there"),
        (errno.EPERM, ReadOnlyError, "no permission to use /b: give yourself the right to write there"),
        (errno.EROFS, ReadOnlyError, "no permission to use /b: give yourself the right to write there"),
        *(
            (
                number,
                FullError,
                f"no room left on the disk of {PATH.parent}: free some space or remove articles, then try again",
            )
            for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        ),
        (errno.EISDIR, LibraryError, "/b: Is a directory"),
    ],
)
def test_what_the_system_says_is_told_with_what_to_do(number: int, kind: type[LibraryError], line: str) -> None:

    told = of_system(OSError(number, os.strerror(number), "/b"), PATH)
    assert (type(told), str(told)) == (kind, line)
    assert str(of_system(OSError("odd"), PATH)) == f"{PATH}: odd"


def filled(folder: Path) -> None:
    with Library.open(folder) as library:
        for n in range(3):
            said = quoted("Ada Moreno", "The harbour wall")
            number = library.articles.keep(piece(f"https://coast.example/{n}", "The harbour wall", sources=(said,)))
            library.pictures.keep(number, 0, b"picture", "image/png")


def change(folder: Path, *statements: str) -> None:
    """Does something to the database that the library would not."""
    db = sqlite3.connect(folder / DATABASE)
    for sql in ("PRAGMA foreign_keys = OFF", *statements):
        db.execute(sql)
    db.commit()
    db.close()


LOST_TEXT = "articles that had lost their text were given the one before, or wait to be fetched again"
MISSING = "2 articles are missing from the search, or in it without being kept"


@pytest.mark.parametrize(
    ("sql", "sayings", "done"),
    [
        (
            "INSERT INTO picture (article, caption) VALUES (77, 1), (77, 2)",
            ("2 rows are left over from articles that were deleted",),
            ("rows of articles that are gone were removed",),
        ),
        ("UPDATE body SET packed = x'00' WHERE article < 3", ("2 texts of articles are lost",), (LOST_TEXT,)),
        ("DELETE FROM body WHERE article < 3", ("2 texts of articles are lost",), (LOST_TEXT,)),
        (
            "UPDATE word_data SET block = x'00' WHERE id > 10",
            ("the search is damaged",),
            ("the search was built anew",),
        ),
        ("DELETE FROM word_docsize WHERE id < 3", (MISSING,), ("the search was built anew",)),
        ("DELETE FROM trace WHERE article < 3", (MISSING,), ("the search was built anew",)),
        *(
            (sql, ("the numbers of articles in the sections are wrong",), ("the sections were counted anew",))
            for sql in (
                "UPDATE tally SET articles = articles + 1 WHERE section = 'all'",
                "UPDATE tally SET articles = articles + 1 WHERE section = 'starred'",
                "UPDATE article SET feeds = 1 WHERE id = 2",
                "INSERT INTO feed (address, title, added_at, entries) VALUES ('a', '', 0, 1)",
                "INSERT INTO feed (address, title, added_at, unread) VALUES ('a', '', 0, 1)",
                "UPDATE site SET articles = articles + 1",
                "INSERT INTO tag (name, key, articles) VALUES ('sea', 'sea', 1)",
            )
        ),
        (
            "UPDATE picture SET bytes = 1 WHERE article < 3",
            ("2 pictures have lost their files",),
            ("pictures that had lost their files were noted as missing",),
        ),
    ],
)
def test_what_is_wrong_in_a_library_is_said_and_what_was_done_about_it(
    tmp_path: Path, sql: str, sayings: tuple[str, ...], done: tuple[str, ...]
) -> None:
    filled(tmp_path)
    change(tmp_path, sql)
    problems = check.examine(tmp_path).problems
    assert tuple(problem.saying for problem in problems) == sayings
    assert all(problem.repairable for problem in problems)
    repaired = repair.repair(tmp_path)
    assert repaired.done == done
    assert repaired.health.problems == ()


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE tracing",
        "ALTER TABLE article ADD COLUMN mine TEXT",
        "CREATE TABLE mine (x)",
        "DROP TRIGGER IF EXISTS entry_added",
        "DROP INDEX article_dated",
    ],
)
def test_tables_that_are_not_those_of_a_library_are_said(tmp_path: Path, sql: str) -> None:
    filled(tmp_path)
    change(tmp_path, sql)
    if sql != "DROP TRIGGER IF EXISTS entry_added":
        (problem,) = check.examine(tmp_path).problems
        assert problem.saying == "the file is damaged: its tables are not those of a library"
    assert repair.repair(tmp_path).health.sound


def test_what_others_may_do_with_a_library_is_said(tmp_path: Path) -> None:
    filled(tmp_path)
    for path, mode in ((tmp_path, 0o722), (tmp_path / DATABASE, 0o640), (tmp_path / "pictures", 0o701)):
        before = path.stat().st_mode & 0o777
        path.chmod(mode)
        does = "write into" if path == tmp_path else "read"
        assert [problem.saying for problem in check.examine(tmp_path).problems] == [f"others may {does} {path}"]
        repaired = repair.repair(tmp_path)
        assert repaired.done == ("the files were closed to others",)
        assert path.stat().st_mode & 0o777 == before & 0o700


def test_a_place_that_can_hold_no_library_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (problem,) = check.examine(tmp_path / "file").problems
    assert (problem.kind, problem.repairable) == ("unusable", False)
    assert problem.saying == f"{tmp_path / 'file'} is no folder: move it away"
    assert repair.repair(tmp_path / "file").done == ()


def test_what_a_repair_could_not_read_is_told_line_by_line(tmp_path: Path) -> None:
    whole_library.fill(tmp_path)
    change(
        tmp_path,
        "UPDATE body SET packed = x'00' WHERE article IN (1, 3)",
        "UPDATE version SET packed = x'00'",
        "UPDATE removed SET record = x'00'",
    )
    lost = repair.repair(tmp_path).lost
    assert "an older text of an article could not be read" in lost
    assert "article 3 (A lecture): its text could not be read: fetch it again" in lost
    assert [line for line in lost if line.endswith("which was removed, cannot be put back any more")]


def test_a_library_of_which_nothing_is_left_is_said_and_left_alone(tmp_path: Path) -> None:
    filled(tmp_path)
    data = (tmp_path / DATABASE).read_bytes()
    (tmp_path / DATABASE).write_bytes(data[:16_384] + b"\xaa" * (len(data) - 16_384))
    with pytest.raises(DamagedError, match=f"nothing in {tmp_path / DATABASE} can be read any more: put a backup"):
        repair.repair(tmp_path)
    assert (tmp_path / DATABASE).stat().st_size == len(data)
    assert not (tmp_path / "repairing").exists()


def test_what_is_said_of_the_account(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        with pytest.raises(LibraryError) as none:
            library.sync.remove()
        assert str(none.value) == "there is no account; newsreader sync add URL makes one"
        library.sync.add("https://reader.example/api", "anna", private=False)
        assert library.sync.add("https://reader.example/api", "anna", private=False) == library.sync.account()
        with pytest.raises(LibraryError) as other:
            library.sync.add("https://reader.example/api", "ben", private=False)
        assert str(other.value) == (
            "there is an account already, anna at https://reader.example/api; newsreader sync remove ends it"
        )
