"""A backup in the library's place; what was there is kept beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tui.library.articles import pictures
from tui.library.library_errors import (
    BusyError,
    DamagedError,
    ForeignError,
    ReadOnlyError,
    raising_library_errors,
)
from tui.library.store.connection import DATABASE, LOG_ENDING, SHARED_ENDING, SQLITE_MAGIC
from tui.library.store.schema import APPLICATION_ID
from tui.library.upkeep import check
from tui.library.upkeep.backup import pictures_beside
from tui.system.new_file import copy_to_new_file, folder_of_the_day, new_file, sync_folder, sync_folders
from tui.system.open_databases import is_open_here
from tui.system.paths import make_folder

RESTORING = "restoring"
LOG_FILES = (DATABASE + LOG_ENDING, DATABASE + SHARED_ENDING)
NO_BACKUP = "{file} is no backup of a newsreader library"
IN_USE = "another newsreader is using the library: quit it, then try again"


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it: how many articles there are now, and where what was there before is, if there was anything."""

    articles: int
    pictures: int
    before: Path | None


def is_backup(file: Path) -> bool:
    """Whether the file says in its header that it is a library's database.  Raises OSError."""
    with file.open("rb") as content:
        header = content.read(100)
    return header.startswith(SQLITE_MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def restore(folder: Path, file: Path, now: Callable[[], float] = time.time) -> Restored:
    """Puts the backup ``file``, with the pictures beside it, in the place of the library in ``folder``.

    It is copied and examined first: a damaged one changes nothing.  Killed at any moment, it leaves one library or
    the other, each with all its pictures.
    """
    new = folder / RESTORING
    with raising_library_errors(file):
        if not is_backup(file):
            raise ForeignError(NO_BACKUP.format(file=file))
    with raising_library_errors(folder):
        make_folder(folder)
        shutil.rmtree(new, ignore_errors=True)
        try:
            new.mkdir(mode=0o700)
            health = _copy(file, new)
            with _alone(folder) as library:
                before = _put_aside(folder, library, now())
                _put_in_place(new, folder)
            return Restored(health.articles, health.picture_files, before)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _copy(file: Path, new: Path) -> check.Health:
    """Copies the backup and examines the copy.  Raises DamagedError."""
    copy_to_new_file(file, new / DATABASE)
    (new / pictures.FOLDER).mkdir(mode=0o700)
    beside = pictures_beside(file)
    for picture in _files(beside):
        target = new / pictures.FOLDER / picture.relative_to(beside)
        make_folder(target.parent)
        copy_to_new_file(picture, target)
    health = check.examine(new)
    wrong = next((problem for problem in health.problems if problem.kind in ("damaged", "unusable")), None)
    if wrong:
        raise DamagedError(f"{file} is damaged; the library is as it was")
    for name in LOG_FILES:  # it was closed, so that there is nothing in them
        (new / name).unlink(missing_ok=True)
    return health


@contextmanager
def _alone(folder: Path) -> Iterator[sqlite3.Connection | None]:
    """Sees to it that no other process has the library open, and that everything is in its file, not in the log.

    What is given has it open, None where there is no library that can be.
    """
    db = None
    with ExitStack() as held:
        if (folder / DATABASE).exists():
            with suppress(DamagedError, ForeignError, ReadOnlyError):  # nobody can have that open
                connections = check.opened(folder)
                held.callback(connections.close)
                try:
                    db = held.enter_context(connections.reading())
                    db.execute("PRAGMA busy_timeout = 0")
                    db.execute("PRAGMA journal_mode = DELETE").fetchone()
                    db.execute("PRAGMA locking_mode = EXCLUSIVE")
                    db.execute("BEGIN EXCLUSIVE")
                    db.execute("COMMIT")  # the lock stays: nothing else is copied of what is being written to
                except Exception as error:
                    if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                        raise BusyError(IN_USE) from error
                    raise
        yield db


def _put_aside(folder: Path, library: sqlite3.Connection | None, now: float) -> Path | None:
    """What is there under second names in a folder of its own; the library stays whole where it is."""
    place = folder / pictures.FOLDER
    there = [folder / name for name in (DATABASE, *LOG_FILES) if (folder / name).exists()]
    if not there and not os.path.lexists(place):
        return None
    aside = folder_of_the_day(folder, "before-restore", now)
    if place.is_symlink() or not place.is_dir():  # not what we made
        with suppress(FileNotFoundError):
            place.rename(aside / pictures.FOLDER)
    for file in (*there, *_files(place)):
        _give_second_name(file, aside / file.relative_to(folder), library)
    sync_folders(aside)
    return aside


def _put_in_place(new: Path, folder: Path) -> None:
    """One renaming makes the library another: before it the pictures of both are there, after it one's go.

    Pictures are named by what is in them, so that those of two libraries can lie in one folder.
    """
    place = folder / pictures.FOLDER
    place.mkdir(mode=0o700, exist_ok=True)
    place.chmod(0o700)
    restored = [file.relative_to(new) for file in _files(new / pictures.FOLDER)]
    for picture in restored:
        make_folder((folder / picture).parent)
        (new / picture).replace(folder / picture)
    sync_folders(place)
    for name in LOG_FILES:  # SQLite would write them into the other file
        (folder / name).unlink(missing_ok=True)
    sync_folder(folder)
    (new / DATABASE).replace(folder / DATABASE)
    sync_folder(folder)
    for file in {file.relative_to(folder) for file in _files(place)} - set(restored):
        (folder / file).unlink()


def _files(folder: Path) -> list[Path]:
    """The files in a folder and the folders in it, links left out; none where there is no folder."""
    found = sorted(folder.rglob("*")) if folder.is_dir() else ()
    return [file for file in found if file.is_file() and not file.is_symlink()]


def _give_second_name(file: Path, name: Path, library: sqlite3.Connection | None) -> None:
    """A copy where the file system has no second names; of the library by who has it open, lest the locks go."""
    make_folder(name.parent)
    try:
        os.link(file, name)
    except OSError:
        if library is None or not is_open_here(file):
            copy_to_new_file(file, name)
            return
        with new_file(name) as part, closing(sqlite3.connect(part.name, isolation_level=None)) as copy:
            library.backup(copy)
