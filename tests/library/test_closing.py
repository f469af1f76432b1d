"""A library is closed while others use it: what is running ends, nothing is lost, nothing crashes."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from kept_pieces import piece

from tui.intake.importing.import_any import import_any
from tui.intake.open import gather_pictures, open_article
from tui.library import Library
from tui.library.library_errors import ClosedError, DamagedError, LibraryError
from tui.library.store import pool
from tui.library.store.connection import DATABASE, Connections
from tui.library.upkeep import check
from tui.model.page import ReadingError
from tui.system.open_databases import is_open_here

ENDLESS = "WITH RECURSIVE tide(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM tide) SELECT count(*) FROM tide"


class Beside:
    """A call in a thread of its own; ``error`` is what it raised."""

    def __init__(self, call: Callable[[], object]) -> None:
        self.error: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(call,), daemon=True)
        self._thread.start()

    def _run(self, call: Callable[[], object]) -> None:
        try:
            call()
        except Exception as error:  # noqa: BLE001 - looked at below
            self.error = error

    def end(self) -> None:
        self._thread.join(30)
        assert not self._thread.is_alive()


def wait_until_it_refuses(connections: Connections) -> None:
    """Until closing has begun."""
    try:
        while True:
            with connections.reading():
                pass
    except ClosedError:
        return


def test_closing_waits_for_what_is_being_written(tmp_path: Path) -> None:
    connections = Library.open(tmp_path).connections
    inside, may_end = threading.Event(), threading.Event()

    def write() -> None:
        with connections.writing() as db:
            db.execute("INSERT INTO site (name) VALUES ('slow')")
            inside.set()
            may_end.wait(30)

    writer = Beside(write)
    inside.wait(30)
    closer = Beside(connections.close)
    wait_until_it_refuses(connections)
    may_end.set()
    writer.end()
    closer.end()
    assert (writer.error, closer.error) == (None, None)
    with sqlite3.connect(tmp_path / DATABASE) as db:
        assert db.execute("SELECT count(*) FROM site WHERE name = 'slow'").fetchone() == (1,)
    db.close()


def test_what_takes_longer_is_interrupted_and_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "PATIENCE", 0.0)
    connections = Library.open(tmp_path).connections
    inside = threading.Event()

    def write() -> None:
        with connections.writing() as db:
            db.execute("INSERT INTO site (name) VALUES ('slow')")
            inside.set()
            db.execute(ENDLESS).fetchone()

    writer = Beside(write)
    inside.wait(30)
    connections.close()
    writer.end()
    assert isinstance(writer.error, ClosedError)
    with sqlite3.connect(tmp_path / DATABASE) as db:
        assert db.execute("SELECT count(*) FROM site").fetchone() == (0,)
    db.close()


def test_a_writer_who_waits_for_another_process_does_not_hold_the_one_who_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "PATIENCE", 0.0)
    library = Library.open(tmp_path)
    other = sqlite3.connect(tmp_path / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asking = threading.Event()

    def keep() -> None:
        asking.set()
        library.articles.keep(piece())

    writer = Beside(keep)
    asking.wait(30)
    library.close()
    writer.end()
    other.close()
    assert isinstance(writer.error, ClosedError)


def test_work_that_cannot_be_interrupted_is_left_and_closes_its_own_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "PATIENCE", 0.0)
    monkeypatch.setattr(pool, "INTERRUPTING", 0.0)
    connections = Library.open(tmp_path).connections
    inside, may_go_on = threading.Event(), threading.Event()
    seen: list[sqlite3.Connection] = []

    def read() -> None:
        with connections.reading() as db:
            seen.append(db)
            inside.set()
            may_go_on.wait(30)
            db.execute("SELECT 1").fetchone()

    reader = Beside(read)
    inside.wait(30)
    connections.close()
    may_go_on.set()
    reader.end()
    assert reader.error is None
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        seen[0].execute("SELECT 1")


def test_a_closed_library_says_so(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    number = library.articles.keep(piece())
    library.close()
    for ask in (
        lambda: library.articles.get(number),
        lambda: library.marks.star(number),
        lambda: library.backup(tmp_path / "b"),
    ):
        with pytest.raises(ClosedError, match="closed"):
            ask()
    library.close()


def test_a_thread_gets_the_connection_back_that_it_had(tmp_path: Path) -> None:
    connections = Library.open(tmp_path).connections
    seen: dict[str, sqlite3.Connection] = {}
    both = threading.Barrier(2)

    def read(name: str) -> None:
        with connections.reading() as first:
            both.wait(30)
        both.wait(30)
        with connections.reading() as second:
            seen[name] = second
            both.wait(30)
        assert first is second

    readers = [Beside(lambda name=name: read(name)) for name in "ab"]  # type: ignore[misc]
    for reader in readers:
        reader.end()
        assert reader.error is None
    assert seen["a"] is not seen["b"]
    connections.close()


def test_what_many_threads_read_while_it_is_closed_is_whole_or_refused(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(piece())
    for _ in range(20):
        library = Library.open(tmp_path)
        begun = threading.Barrier(4)

        def read(library: Library = library, begun: threading.Barrier = begun) -> None:
            begun.wait(30)
            while True:
                assert library.articles.get(number) == piece()
                assert library.search.find("harbour")

        readers = [Beside(read) for _ in range(3)]
        begun.wait(30)
        library.close()
        for reader in readers:
            reader.end()
            assert isinstance(reader.error, ClosedError), reader.error
    assert check.examine(tmp_path).sound


LOCKED = """
import fcntl, sys
for name in sys.argv[1:]:
    try:
        with open(name, "r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("locked")
"""
OWN_FILES = (DATABASE, f"{DATABASE}-shm")  # those that have locks while there is a log


def holds_its_locks(folder: Path) -> bool:
    """Whether other processes find the locks without which they take the log away."""
    files = [str(folder / name) for name in OWN_FILES]
    told = subprocess.run([sys.executable, "-c", LOCKED, *files], check=True, capture_output=True, text=True)
    return told.stdout.split() == ["locked"] * len(files)


def keep_one(library: Library) -> None:
    library.articles.keep(piece("https://pier.example/1"))
    assert len(library.articles.rows(9)) == 1


def test_a_library_opened_twice_in_a_process_keeps_its_locks(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        keep_one(library)
        with Library.open(tmp_path):
            pass
        assert holds_its_locks(tmp_path)


def open_as_a_page(library: Library, name: Path) -> None:
    with pytest.raises(ReadingError):
        asyncio.run(open_article(str(name), library))


def open_as_a_picture(library: Library, name: Path) -> None:
    picture = name.relative_to(library.connections.folder)
    page = library.connections.folder / "page.html"
    page.write_text(f'<article><p>{"The wall will rise. " * 30}<figure><img src="{picture}"><figcaption>The wall.')
    opened = asyncio.run(open_article(str(page), library))
    assert asyncio.run(gather_pictures(opened, library)).keys() == {0}


def import_it(library: Library, name: Path) -> None:
    with pytest.raises(LibraryError):
        import_any(library, name)


def import_its_folder(library: Library, name: Path) -> None:
    with pytest.raises(LibraryError):
        import_any(library, name.parent)


@pytest.mark.parametrize("own", OWN_FILES)
@pytest.mark.parametrize("linked", [False, True], ids=["", "by a link"])
@pytest.mark.parametrize("opens", [open_as_a_page, open_as_a_picture, import_it, import_its_folder])
def test_nothing_that_a_reader_or_a_page_names_gives_the_locks_up(
    tmp_path: Path, own: str, linked: bool, opens: Callable[[Library, Path], None]
) -> None:
    with Library.open(tmp_path) as library:
        keep_one(library)
        name = tmp_path / own
        if linked:
            name = tmp_path / "wall.png"
            name.symlink_to(own)
        opens(library, name)
        assert holds_its_locks(tmp_path)


def test_a_library_that_is_open_is_told_from_other_files_when_it_is_imported(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library, pytest.raises(LibraryError, match="the library itself"):
        import_any(library, tmp_path / DATABASE)


def test_a_library_closed_twice_leaves_it_to_the_other_who_has_it_open(tmp_path: Path) -> None:
    first, second = Library.open(tmp_path), Library.open(tmp_path)
    first.close()
    first.close()
    assert is_open_here(tmp_path / DATABASE)
    second.close()
    assert not is_open_here(tmp_path / DATABASE)


def test_a_library_that_was_closed_is_looked_at_again_when_it_is_opened(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        keep_one(library)
    file = tmp_path / DATABASE
    file.write_bytes(file.read_bytes()[:-20_000])
    with pytest.raises(DamagedError):
        Library.open(tmp_path)
