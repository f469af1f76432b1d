"""Articles from elsewhere, by what a path is: an archive, newsboat's cache, a folder of saved pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.library_errors import LibraryError
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.model.article import Article
from tui.model.page import Page

if TYPE_CHECKING:
    from tui.library.library import Library

Convert = Callable[[Page], Article]
SQLITE, ZIP = b"SQLite format 3\x00", b"PK"
NEITHER = "this is no archive, no cache.db and no folder; a single page is kept by opening it"


def import_any(
    library: Library, path: Path, convert: Convert, *, progress: Progress = silent, stopped: Stopped = never
) -> Report:
    """Takes over what is there; LibraryError where it is none of the three."""
    if path.is_dir():
        return library.import_folder(path, convert, progress=progress, stopped=stopped)
    beginning = _beginning(path)
    if beginning == SQLITE:
        return library.import_newsboat(path, convert, progress=progress, stopped=stopped)
    if beginning.startswith(ZIP):
        return library.read_archive(path, progress=progress, stopped=stopped)
    raise LibraryError(NEITHER)


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE))
    except OSError as error:
        raise LibraryError(f"this cannot be read: {(error.strerror or 'unknown').lower()}; check the name") from error
