"""Files that are not, or no longer, what a library should be: each is told apart, none is overwritten."""

import importlib
import os
import pkgutil
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from earlier_formats import EARLIER
from kept_pieces import pictured, piece, quoted

import tui.library
from tui.library import Library, LibraryError, View
from tui.library.library_errors import DamagedError, ForeignError, FullError, ReadOnlyError
from tui.library.store import schema
from tui.library.store.connection import DATABASE
from tui.library.upkeep import check, repair

pytestmark = pytest.mark.usefixtures("from_nothing")


def filled(folder: Path, count: int = 30) -> list[int]:
    """A library of some articles, closed again."""
    with Library.open(folder) as library:
        texts = [f"Tide number {n}: " + " ".join(f"{n}x{m * m}" for m in range(300)) for n in range(count)]
        kept = [library.articles.keep(piece(f"https://coast.example/{n}", text)) for n, text in enumerate(texts)]
        library.pictures.keep(kept[0], 0, b"picture", "image/png")
        return kept


@pytest.mark.parametrize("number", range(1, schema.FORMAT))
def test_a_library_of_every_earlier_format_is_brought_up_with_everything_in_it(tmp_path: Path, number: int) -> None:
    source = quoted("Ada Moreno", "The harbour wall", None, "Port Authority")
    kept = [
        piece(f"https://coast.example/{n}", "The harbour wall rises.", sources=(source,), captions=pictured("a", "b"))
        for n in range(3)
    ]
    EARLIER[number](tmp_path, kept)
    (tmp_path / DATABASE).chmod(0o600)
    with Library.open(tmp_path) as library:
        assert [library.articles.get(row.id) for row in library.articles.rows(9)] == kept[::-1]
        row = library.articles.rows(1)[0]
        assert (row.read, row.starred, row.fraction, row.missing) == (True, True, 0.5, 1)
        assert library.articles.reading_position(1) == (0, 5)
        assert library.articles.find("https://coast.example/1") == 2
        assert library.articles.validators("https://coast.example/1") == ("tag", None)
        assert len(library.search.find("harbour")) == 3
        assert library.voices.page()[0].articles == 3
        assert library.articles.count(View("starred")) == 3
        assert library.articles.keep(kept[1]) == 2
    assert check.examine(tmp_path).sound


def test_a_newer_format_is_opened_for_reading_and_said(tmp_path: Path) -> None:
    (number, *_) = filled(tmp_path)
    with sqlite3.connect(tmp_path / DATABASE) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = (tmp_path / DATABASE).read_bytes()
    with Library.open(tmp_path) as library:
        assert library.read_only
        assert library.notice
        assert "newer newsreader" in library.notice
        assert len(library.articles.rows(99)) == 30
        assert library.articles.get(number).blocks
        library.articles.set_reading_position(number, 0, 3, 0.1)
        with pytest.raises(ReadOnlyError, match="newer newsreader"):
            library.articles.keep(piece("https://coast.example/new"))
        with pytest.raises(ReadOnlyError):
            library.marks.star(number)
    assert (tmp_path / DATABASE).read_bytes() == before


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9])
def test_a_truncated_library_is_said_and_left_alone(tmp_path: Path, share: float) -> None:
    filled(tmp_path)
    whole = (tmp_path / DATABASE).read_bytes()
    cut = whole[: int(len(whole) * share)]
    (tmp_path / DATABASE).write_bytes(cut)
    with pytest.raises(DamagedError, match="damaged: run newsreader doctor --repair, or put a backup in its place"):
        Library.open(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == cut
    assert [problem.kind for problem in check.examine(tmp_path).problems] == ["damaged"]


def test_a_library_that_lacks_its_last_byte_is_said(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.keep(piece())
    whole = (tmp_path / DATABASE).read_bytes()
    (tmp_path / DATABASE).write_bytes(whole[:-1])
    with pytest.raises(DamagedError, match="damaged"):
        Library.open(tmp_path)
    (tmp_path / DATABASE).write_bytes(whole)
    Library.open(tmp_path).close()


def test_a_library_cut_to_nothing_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / DATABASE).write_bytes(b"")
    with pytest.raises(DamagedError, match="damaged"):
        Library.open(tmp_path)


def test_what_can_be_read_of_a_truncated_library_is_saved(tmp_path: Path) -> None:
    filled(tmp_path, 200)
    whole = (tmp_path / DATABASE).read_bytes()
    cut = whole[: len(whole) * 3 // 4]
    (tmp_path / DATABASE).write_bytes(cut)
    repaired = repair.repair(tmp_path, now=lambda: 1_800_000_000.0)
    assert repaired.health.sound
    assert repaired.before
    assert (repaired.before / DATABASE).read_bytes() == cut
    with Library.open(tmp_path) as library:
        assert library.articles.count() > 50
        assert library.search.find("tide")


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_text("a shopping list\n" * 100)
    with pytest.raises(ForeignError, match="is not a newsreader library: move it away"):
        Library.open(tmp_path)
    assert not repair.repair(tmp_path).done
    assert (tmp_path / DATABASE).read_text() == "a shopping list\n" * 100


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as db:
        db.execute("CREATE TABLE recipe (name)")
    db.close()
    before = (tmp_path / DATABASE).read_bytes()
    with pytest.raises(ForeignError, match="is not a newsreader library"):
        Library.open(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == before


def test_a_folder_in_the_place_of_the_library_is_said(tmp_path: Path) -> None:
    (tmp_path / DATABASE).mkdir()
    with pytest.raises(LibraryError, match="library"):
        Library.open(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("")
    with pytest.raises(LibraryError, match="kept"):
        Library.open(tmp_path / "kept")


def test_a_missing_picture_folder_is_made_again(tmp_path: Path) -> None:
    (number, *_) = filled(tmp_path)
    shutil.rmtree(tmp_path / "pictures")
    with Library.open(tmp_path) as library:
        assert library.pictures.find(number, 0) is None
        assert [problem.kind for problem in check.examine(tmp_path).problems] == ["lost pictures"]
        file = library.pictures.keep(number, 0, b"picture", "image/png")
        assert library.pictures.find(number, 0) == file
    assert check.examine(tmp_path).sound


def test_a_damaged_body_is_said_when_it_is_opened(tmp_path: Path) -> None:
    (number, *_) = filled(tmp_path)
    with sqlite3.connect(tmp_path / DATABASE) as db:
        db.execute("UPDATE body SET packed = x'00ff' WHERE article = ?", (number,))
    db.close()
    with Library.open(tmp_path) as library, pytest.raises(DamagedError, match="run newsreader doctor"):
        library.articles.get(number)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone can read and reach, as a reader without rights needs."""
    places = (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp"))
    reached = (p for p in places if p.is_dir() and all(above.stat().st_mode & 0o001 for above in (p, *p.parents)))
    if (place := next(reached, None)) is None:
        pytest.skip("no folder for temporary files is open to others")
    folder = Path(tempfile.mkdtemp(prefix="newsreader-test-", dir=place))
    folder.chmod(0o755)
    yield folder
    subprocess.run(["rm", "-rf", str(folder)], check=True)


def load_room() -> None:
    """Load what the library loads late: a process without rights may not read the folder of the program itself."""
    for module in pkgutil.walk_packages(tui.library.__path__, "tui.library."):
        importlib.import_module(module.name)


def as_nobody(does: Callable[[], object]) -> str:
    """What a process without rights says: "ok", or the line of the error."""
    load_room()
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            os.setgroups([])
            os.setgid(65_534)
            os.setuid(65_534)
            said = "ok"
            try:
                does()
            except LibraryError as error:
                said = str(error)
            os.write(writing, said.encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with open(reading, encoding="utf-8") as pipe:
        return pipe.read()


as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become a user without rights")


@as_root
def test_a_library_without_write_permission_is_read_and_said(open_folder: Path) -> None:
    (number, *_) = filled(open_folder)
    (open_folder / DATABASE).chmod(0o644)

    def read() -> None:
        with Library.open(open_folder) as library:
            assert library.notice
            assert "reading only" in library.notice
            assert len(library.articles.rows(99)) == 30
            assert library.articles.get(number).blocks
            assert library.search.find("tide")
            library.articles.set_reading_position(number, 0, 3, 0.1)

    def write() -> None:
        with Library.open(open_folder) as library:
            library.marks.star(number)

    assert as_nobody(read) == "ok"
    assert "give yourself the right to write there" in as_nobody(write)


@as_root
def test_a_library_that_may_not_even_be_read_is_said(open_folder: Path) -> None:
    filled(open_folder)
    assert "no permission to use" in as_nobody(lambda: Library.open(open_folder))


@as_root
def test_a_place_where_no_library_can_be_made_is_said(open_folder: Path) -> None:
    assert "no permission to use" in as_nobody(lambda: Library.open(open_folder / "new"))


def say_what_is_wrong(folder: Path) -> None:
    raise LibraryError("; ".join(problem.saying for problem in check.examine(folder).problems) or "sound")


@as_root
def test_a_folder_that_nobody_may_look_into_is_said(open_folder: Path) -> None:
    filled(open_folder)
    open_folder.chmod(0)
    assert as_nobody(lambda: say_what_is_wrong(open_folder)) == (
        f"no permission to use {open_folder}: give yourself the right to write there"
    )
    open_folder.chmod(0o700)
    assert check.examine(open_folder).sound


@as_root
def test_a_place_where_no_library_can_be_made_is_no_sound_place(open_folder: Path) -> None:
    new = open_folder / "new" / "newsreader"
    assert as_nobody(lambda: say_what_is_wrong(new)) == (
        f"no permission to use {new}: give yourself the right to write there"
    )
    assert check.examine(new).sound


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A disk of 16 MB, or of as many as the test asks for."""
    folder = tmp_path / "disk"
    folder.mkdir()
    size = getattr(request, "param", 16)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}m,mode=0700", "none", str(folder)]
    if os.geteuid() != 0 or not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here: that needs root and tmpfs")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_up(library: Library) -> list[int]:
    """Keeps articles until the disk is full."""
    kept = []
    for n in range(20_000):
        text = " ".join(f"tide{n}word{m}" for m in range(900))
        try:
            kept.append(library.articles.keep(piece(f"https://coast.example/{n}", text, title=f"Tide {n}")))
        except FullError:
            return kept
    raise AssertionError("the disk never was full")


def test_on_a_full_disk_nothing_is_lost_and_reading_and_deleting_go_on(small_disk: Path) -> None:
    with Library.open(small_disk) as library:
        kept = fill_up(library)
        with open(small_disk / "rest", "wb") as rest, pytest.raises(OSError, match="No space"):
            rest.write(bytes(16_000_000))
        assert [row.id for row in library.articles.rows(30_000)] == kept[::-1]
        assert library.articles.get(kept[-1]).title == f"Tide {len(kept) - 1}"
        assert library.search.find("tide3word7")
        with pytest.raises(FullError, match="no room left on the disk"):
            library.pictures.keep(kept[0], 0, bytes(100_000), "image/png")
        for number in kept[:10]:
            library.articles.remove(number)
        assert [row.id for row in library.articles.rows(30_000)] == kept[:9:-1]
        assert library.articles.keep(piece("https://coast.example/again", "There is room again."))
    assert check.examine(small_disk).sound


def test_a_library_on_a_full_disk_is_opened_read_and_deleted_from(small_disk: Path) -> None:
    with Library.open(small_disk) as library:
        number, other = (library.articles.keep(piece(f"https://coast.example/{n}")) for n in range(2))
    with suppress(OSError), open(small_disk / "rest", "wb") as rest:
        rest.write(bytes(16_000_000))
    with Library.open(small_disk) as library:
        assert library.articles.get(number).blocks
        library.articles.remove(number)
    with Library.open(small_disk) as library:
        assert list(library.articles.ids()) == [other]
    assert check.examine(small_disk).sound


def test_on_a_full_disk_many_are_deleted_at_once(small_disk: Path) -> None:
    with Library.open(small_disk) as library:
        kept = fill_up(library)
        undo = library.articles.remove(kept[: len(kept) // 2])
        assert library.articles.count() == len(kept) - len(kept) // 2
        library.marks.undo(undo)
    assert check.examine(small_disk).sound
    with Library.open(small_disk) as library:
        assert library.articles.keep(piece("https://coast.example/again", "There is room again."))


@pytest.mark.parametrize("small_disk", [13], indirect=True)  # room to keep half of it back, not for half of it twice
def test_what_a_full_disk_has_room_to_keep_back_comes_back(small_disk: Path) -> None:
    with Library.open(small_disk) as library:
        kept = fill_up(library)
        undo = library.articles.remove(kept[: len(kept) // 2])
        assert len(undo.articles) == len(kept) // 2
        library.marks.undo(undo)
        assert [row.id for row in library.articles.rows(30_000)] == kept[::-1]
        assert library.search.find("tide3word7")
    assert check.examine(small_disk).sound
