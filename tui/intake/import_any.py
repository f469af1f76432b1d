"""Articles from elsewhere, by what a path is: an archive, newsboat's cache, a folder of saved pages."""

from __future__ import annotations

from pathlib import Path

from tui.intake.import_archive import import_archive
from tui.intake.import_folder import import_folder
from tui.intake.import_newsboat import import_newsboat
from tui.library.library import Library
from tui.library.library_errors import LibraryError
from tui.library.store.connection import in_use_here
from tui.library.store.restore import is_backup
from tui.library.work_report import Progress, Report, Stopped, never, silent

SQLITE, ZIP = b"SQLite format 3\x00", b"PK"
BACKUP = "this is a backup of a library: newsreader restore puts it in the place of the one you have"
ITSELF = "this is the library itself, whose articles are here already"
NEITHER = "this is no archive, no cache.db and no folder; a single page is kept by opening it"


def import_any(library: Library, path: Path, *, progress: Progress = silent, stopped: Stopped = never) -> Report:
    """Takes over what is there; LibraryError where it is none of the three."""
    if path.is_dir():
        return import_folder(library, path, progress=progress, stopped=stopped)
    if in_use_here(path):
        raise LibraryError(ITSELF)
    beginning = _beginning(path)
    if beginning == SQLITE:
        if is_backup(path):
            raise LibraryError(BACKUP)
        return import_newsboat(library, path, progress=progress, stopped=stopped)
    if beginning.startswith(ZIP):
        return import_archive(library, path, progress=progress, stopped=stopped)
    raise LibraryError(NEITHER)


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE))
    except OSError as error:
        raise LibraryError(f"this cannot be read: {(error.strerror or 'unknown').lower()}; check the name") from error
