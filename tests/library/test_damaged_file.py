"""A file read page by page: of a whole one all that SQLite reads of it, of a damaged one all but what is damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tui.library.upkeep.damaged_file import PAGE_SIZES, DamagedFile, DamagedRow, Value

EDGES = [2**bits for bits in (0, 7, 8, 15, 16, 23, 24, 31, 32, 47, 48, 62)]
VALUES: list[Value] = [
    None,
    0,
    *EDGES,
    *(edge - 1 for edge in EDGES),
    *(-edge for edge in EDGES),
    *(-edge - 1 for edge in EDGES),
    2**63 - 1,
    -(2**63),
    0.5,
    -1e300,
    "",
    "wall",
    "Łódź 漢字",
    "x" * 57,  # from 58 letters on, its type takes two bytes
    "x" * 58,
    b"",
    b"\x00\xff",
    b"\x01" * 5_000,
    "long " * 4_000,
]


def made(path: Path, page_size: int = 4_096, *more: str) -> sqlite3.Connection:
    """A file with a table of values, one without rowids, one with an index, and deleted rows."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA page_size = {page_size}")
    for statement in more:
        db.execute(statement)
    db.execute("CREATE TABLE kept (value, other, third)")
    db.execute("CREATE TABLE sorted (name TEXT PRIMARY KEY, value) WITHOUT ROWID")
    db.execute("CREATE INDEX by_value ON kept (third)")
    db.execute("PRAGMA user_version = 7")
    with db:
        db.execute("BEGIN")
        db.executemany("INSERT INTO kept VALUES (?, ?, ?)", [(value, n, value) for n, value in enumerate(VALUES)])
        db.executemany("INSERT INTO kept VALUES (?, ?, NULL)", [(f"row {n}", -n) for n in range(900)])
        db.executemany("INSERT INTO sorted VALUES (?, ?)", [(f"name {n:03}" * 3, n) for n in range(300)])
        db.execute("DELETE FROM kept WHERE other BETWEEN -800 AND -300")
        db.execute("COMMIT")
    return db


def kept(db: sqlite3.Connection) -> list[DamagedRow]:
    return [DamagedRow(rowid, values) for rowid, *values in db.execute("SELECT rowid, * FROM kept ORDER BY rowid")]


@pytest.mark.parametrize("page_size", PAGE_SIZES)
def test_a_whole_file_is_read_as_sqlite_reads_it(page_size: int, tmp_path: Path) -> None:
    with closing(made(tmp_path / "a.db", page_size)) as db:
        file = DamagedFile(tmp_path / "a.db")
        roots = file.roots()
        assert (file.page_size, file.user_version) == (page_size, 7)
        assert list(file.rows(roots["kept"])) == kept(db)
        without = [row.values for row in file.rows(roots["sorted"])]
        assert sorted(without) == [list(row) for row in db.execute("SELECT * FROM sorted ORDER BY name")]
        indexed = [row.values for row in file.rows(roots["by_value"])]
        assert sorted(row[1] for row in indexed) == [row.rowid for row in kept(db)]  # type: ignore[type-var]
        assert file.broken == 0


def test_what_is_in_the_log_and_committed_is_read_too(tmp_path: Path) -> None:
    with closing(made(tmp_path / "a.db", 1_024, "PRAGMA journal_mode = wal", "PRAGMA wal_autocheckpoint = 0")) as db:
        assert (tmp_path / "a.db-wal").stat().st_size > 0
        file = DamagedFile(tmp_path / "a.db")
        assert list(file.rows(file.roots()["kept"])) == kept(db)
        before = kept(db)
        db.execute("UPDATE kept SET value = 'changed'")
        log = (tmp_path / "a.db-wal").read_bytes()
        (tmp_path / "a.db-wal").write_bytes(log[:-1])  # the last transaction is not whole
        file = DamagedFile(tmp_path / "a.db")
        assert list(file.rows(file.roots()["kept"])) == before


def test_a_page_that_makes_no_sense_costs_what_is_on_it(tmp_path: Path) -> None:
    with closing(made(tmp_path / "a.db", 512)) as db:
        whole = kept(db)
    data = bytearray((tmp_path / "a.db").read_bytes())
    root = DamagedFile(tmp_path / "a.db").roots()["kept"]
    lost = 0
    for page in range(root + 1, len(data) // 512, 9):
        harmed = data[:]
        harmed[page * 512 : (page + 1) * 512] = b"\xaa" * 512
        (tmp_path / "a.db").write_bytes(harmed)
        file = DamagedFile(tmp_path / "a.db")
        found = list(file.rows(root))
        assert len([row for row in found if row not in whole]) <= 1  # one that goes on over that page
        assert len(found) > len(whole) // 2
        lost += file.broken > 0
    assert lost


def test_what_no_tree_leads_to_any_more_is_found_and_what_was_deleted_is_not(tmp_path: Path) -> None:
    with closing(made(tmp_path / "a.db", 512)) as db:
        db.execute("DELETE FROM sorted WHERE value > 100")
        whole = kept(db)
    data = bytearray((tmp_path / "a.db").read_bytes())
    roots = DamagedFile(tmp_path / "a.db").roots()
    data[(roots["kept"] - 1) * 512 : roots["kept"] * 512] = bytes(512)
    (tmp_path / "a.db").write_bytes(data)
    file = DamagedFile(tmp_path / "a.db")
    assert len(list(file.rows(roots["sorted"]))) == 101
    assert [row for row in file.rows(1) if row.values[1] == "kept"]
    list(file.rows(roots["by_value"]))
    assert list(file.rows(roots["kept"])) == []
    assert file.broken == 1
    assert sorted(file.stray_rows(), key=lambda row: row.rowid or 0) == whole


def test_a_file_that_is_none_has_nothing_in_it(tmp_path: Path) -> None:
    for content in (b"", b"\x00" * 99, b"words " * 9_999):
        (tmp_path / "a.db").write_bytes(content)
        file = DamagedFile(tmp_path / "a.db")
        assert (file.page_size, file.roots(), list(file.rows(2))) == (16_384, {}, [])
