"""A backup in the library's place; what was there is kept beside it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
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
from tui.library.store import check
from tui.library.store.backup import pictures_beside
from tui.library.store.connection import DATABASE, Connections, make_folder
from tui.library.store.schema import APPLICATION_ID
from tui.system.new_file import copy_to_new_file, folder_of_the_day, sync_folder

RESTORING = "restoring"
LOG_FILES = (DATABASE + "-wal", DATABASE + "-shm")
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
    return header.startswith(b"SQLite format 3\0") and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def restore(folder: Path, file: Path, now: Callable[[], float] = time.time) -> Restored:
    """Puts the backup ``file``, with the pictures beside it, in the place of the library in ``folder``.

    It is copied and examined first: a damaged one changes nothing.  Killed on the way, it can be done again; what
    was there is in the folder ``before-restore-DATE`` or in its place.
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
            with _alone(folder):
                before = _put_aside(folder, now())
                _put_in_place(new, folder)
            return Restored(health.articles, health.picture_files, before)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _copy(file: Path, new: Path) -> check.Health:
    """Copies the backup and examines the copy.  Raises DamagedError."""
    copy_to_new_file(file, new / DATABASE)
    (new / pictures.FOLDER).mkdir(mode=0o700)
    beside = pictures_beside(file)
    for picture in sorted(beside.rglob("*")) if beside.is_dir() else ():
        if picture.is_file() and not picture.is_symlink():
            target = new / pictures.FOLDER / picture.relative_to(beside)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            copy_to_new_file(picture, target)
    health = check.examine(new)
    wrong = next((problem for problem in health.problems if problem.kind in ("damaged", "unusable")), None)
    if wrong:
        raise DamagedError(f"{file} is damaged; the library is as it was")
    for name in LOG_FILES:  # it was closed, so that there is nothing in them
        (new / name).unlink(missing_ok=True)
    return health


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Sees to it that no other process has the library open, and that everything is in its file, not in the log."""
    with ExitStack() as held:
        if (folder / DATABASE).exists():
            with suppress(DamagedError, ForeignError, ReadOnlyError):  # nobody can have that open
                connections = Connections(folder)
                held.callback(connections.close)
                try:
                    db = held.enter_context(connections.reading())
                    db.execute("PRAGMA busy_timeout = 0")
                    db.execute("PRAGMA journal_mode = DELETE").fetchone()
                    db.execute("PRAGMA locking_mode = EXCLUSIVE")
                    db.execute("BEGIN EXCLUSIVE")
                except Exception as error:
                    if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                        raise BusyError(IN_USE) from error
                    raise
        yield


def _put_aside(folder: Path, now: float) -> Path | None:
    """What is there under second names in a folder of its own, so that it is never nowhere."""
    there = [name for name in (DATABASE, *LOG_FILES, pictures.FOLDER) if (folder / name).exists()]
    if not there:
        return None
    aside = folder_of_the_day(folder, "before-restore", now)
    for name in (DATABASE, *LOG_FILES):
        if (folder / name).exists():
            try:
                os.link(folder / name, aside / name)
            except OSError:
                shutil.copy2(folder / name, aside / name)
    if (folder / pictures.FOLDER).exists():
        (folder / pictures.FOLDER).rename(aside / pictures.FOLDER)
    sync_folder(aside)
    return aside


def _put_in_place(new: Path, folder: Path) -> None:
    (new / pictures.FOLDER).rename(folder / pictures.FOLDER)
    for name in LOG_FILES:
        (folder / name).unlink(missing_ok=True)
    (new / DATABASE).replace(folder / DATABASE)
    sync_folder(folder)
