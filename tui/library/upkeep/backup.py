"""A copy of the library, made while it is in use."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tui.library.articles import pictures
from tui.library.library_errors import of_sqlite, raising_library_errors, ran_full
from tui.library.store.connection import Connections
from tui.library.work_report import Progress, Report, Stopped, StoppedError, never, silent
from tui.system.new_file import copy_to_new_file, new_file, new_folder, refuse_existing
from tui.system.paths import make_folder

PAGES_A_STEP = 2_000  # of 16 kB: others may write between two steps


def pictures_beside(file: Path) -> Path:
    """The folder with the pictures of a backup."""
    return file.with_name(f"{file.name}-{pictures.FOLDER}")


def backup(connections: Connections, file: Path, progress: Progress = silent, stopped: Stopped = never) -> Report:
    """Copies the database to ``file`` and the pictures to the folder ``file``-pictures beside it.

    The copy is the library as it is at the end of copying, whole or not there at all.  Where the file system can
    do that the pictures share their room with those of the library until one of the two is written to.
    """
    report, folder = Report(), pictures_beside(file)
    try:
        with raising_library_errors(file):
            refuse_existing(folder)
            with new_file(file) as part:
                _copy_database(connections, Path(part.name), file, progress, stopped)
                with new_folder(folder) as pictures_part:
                    report.done = _copy_pictures(connections, pictures_part, stopped)
    except StoppedError:
        report.stopped = True
    return report


def _copy_database(connections: Connections, part: Path, file: Path, progress: Progress, stopped: Stopped) -> None:
    def step(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total)
        if stopped():
            raise StoppedError

    with connections.snapshot() as source:
        target = sqlite3.connect(part, isolation_level=None)
        try:
            source.backup(target, pages=PAGES_A_STEP, progress=step)
            target.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            if ran_full(error):  # it is the copy for which there is no room
                raise of_sqlite(error, file) from error
            raise
        finally:
            target.close()


def _copy_pictures(connections: Connections, folder: Path, stopped: Stopped) -> int:
    source = connections.folder / pictures.FOLDER
    copied = 0
    for picture in sorted(source.rglob("*")) if source.is_dir() else ():
        if stopped():
            raise StoppedError
        if picture.is_file() and not picture.name.startswith("."):
            target = folder / picture.relative_to(source)
            make_folder(target.parent)
            copy_to_new_file(picture, target)
            copied += 1
    return copied
