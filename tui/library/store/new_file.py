"""Files that must not be there yet."""

from __future__ import annotations

from pathlib import Path

from tui.library.library_errors import LibraryError


def refuse_existing(file: Path) -> None:
    """Raises LibraryError if something is there, a dangling link included."""
    if file.exists() or file.is_symlink():
        raise LibraryError(f"{file} is there already: give another name")
