"""A copy of the library, made while it is in use."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tui.library.articles import pictures
from tui.library.library_errors import told_plainly
from tui.library.store.connection import Connections, make_folder
from tui.library.store.new_file import refuse_existing
from tui.library.work_report import Progress, Report, Stopped, never, silent

PAGES_A_STEP = 2_000  # of 16 kB: others may write between two steps


class _StoppedError(Exception):
    """Leaves SQLite's copying."""


def backup(connections: Connections, file: Path, progress: Progress = silent, stopped: Stopped = never) -> Report:
    """Copies the database to ``file`` and the pictures to the folder ``file``-pictures beside it.

    The copy is the library as it is at the end of copying, whole or not there at all.  Where the disk
    allows it the pictures are the same files under a second name, so that they take no room.
    """
    report = Report()
    folder = file.with_name(file.name + "-" + pictures.FOLDER)
    refuse_existing(file)
    refuse_existing(folder)
    part = file.with_name(file.name + ".part")
    try:
        with told_plainly(part):
            os.close(os.open(part, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
            _copy(connections, part, progress, stopped)
            report.done = _copy_pictures(connections, folder, stopped)
            part.rename(file)
    except _StoppedError:
        report.stopped = True
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        part.unlink(missing_ok=True)
    return report


def _copy(connections: Connections, part: Path, progress: Progress, stopped: Stopped) -> None:
    import sqlite3

    def step(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total)
        if stopped():
            raise _StoppedError

    with connections.snapshot() as source:
        target = sqlite3.connect(part, isolation_level=None)
        try:
            source.backup(target, pages=PAGES_A_STEP, progress=step)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()


def _copy_pictures(connections: Connections, folder: Path, stopped: Stopped) -> int:
    source = connections.folder / pictures.FOLDER
    make_folder(folder)
    copied = 0
    for picture in sorted(source.rglob("*")) if source.is_dir() else ():
        if stopped():
            raise _StoppedError
        if picture.is_file() and not picture.name.startswith("."):
            target = folder / picture.relative_to(source)
            make_folder(target.parent)
            _link_or_copy(picture, target)
            copied += 1
    return copied


def _link_or_copy(picture: Path, target: Path) -> None:
    try:
        os.link(picture, target)
    except OSError:
        shutil.copyfile(picture, target)
