"""What can go wrong with a library, in one clean line: what it is and what to do."""

from __future__ import annotations

import errno
import re
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.model.page import ReadingError
from tui.text.amounts import size
from tui.text.cleaning import clean_line


class LibraryError(ReadingError):
    """Something that the library could not do; ``str(error)`` is one clean line saying why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(clean_line(message))


class BusyError(LibraryError):
    """Another process kept the library locked for longer than one waits."""


class FullError(LibraryError):
    """There is no room left on the disk."""


class DamagedError(LibraryError):
    """The file is not, or no longer, a sound library."""


class ForeignError(LibraryError):
    """The file is no library at all; nothing is done to it."""


class ReadOnlyError(LibraryError):
    """The library can be read, not written."""


class MissingError(LibraryError):
    """No such article, picture or voice is kept."""


class ClosedError(LibraryError):
    """The library was closed before, or while, it was asked; what was being written is taken back."""

    def __init__(self, message: str = "the library is closed") -> None:
        super().__init__(message)


NO_PERMISSION = "no permission to use {path}: give yourself the right to write there"
# The library as a whole cannot be used at the moment, whatever is in it, and whoever is asked for what.
UNUSABLE = (BusyError, FullError, ReadOnlyError, ClosedError)


@contextmanager
def raising_library_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite and the disk raise into a LibraryError about the library at ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        raise of_sqlite(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quotes what it cannot make sense of
        raise DamagedError(TORN.format(path=path)) from error
    except OSError as error:
        raise of_system(error, path) from error


def ran_full(error: BaseException) -> bool:
    """Whether SQLite or the system found no room on the disk."""
    named = getattr(error, "sqlite_errorname", "") in RAN_FULL
    return (
        isinstance(error, FullError) or named or (isinstance(error, sqlite3.Error) and bool(re.match(MADE, str(error))))
    )


def of_sqlite(error: sqlite3.Error, path: Path) -> LibraryError:
    """The LibraryError for what SQLite said."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if ran_full(error):
        return _full(path)
    for beginnings, kind, message in SAYINGS:
        if name.startswith(beginnings):
            return kind(message.format(path=path, folder=path.parent))
    return LibraryError(f"the library {path} did not answer ({error}): run newsreader doctor")


def of_system(error: OSError, path: Path) -> LibraryError:
    """The LibraryError for what the system said."""
    where = error.filename or path
    if isinstance(error, FileExistsError):
        return LibraryError(f"{where} is there already: give another name")
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyError(NO_PERMISSION.format(path=where))
    return LibraryError(f"{where}: {error.strerror or error}")


def _full(path: Path) -> FullError:
    """Why nothing more can be written beside ``path``: a limit on the size of files looks like a full disk."""
    limit = _most_bytes_of_a_file()
    if limit is not None:
        return FullError(
            f"{path} cannot be written: no file may grow beyond {size(limit)} here (ulimit -f): raise that"
        )
    return FullError(FULL.format(folder=path.parent))


def _most_bytes_of_a_file() -> int | None:
    """How large the system lets this process make a file; None without such a limit."""
    limit, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    return None if limit == resource.RLIM_INFINITY else limit


# FTS5 gives its own code for whatever stands in the way of a new table, and the reason in words only.
MADE = r"fts5: error creating shadow table \w+: (?:disk I/O error|database or disk is full)$"
RAN_FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE")
FULL = "no room left on the disk of {folder}: free some space or remove articles, then try again"
NOT_OURS = "{path} is not a newsreader library: move it away, or give another place for the library"
TORN = "the library {path} is damaged: run newsreader doctor --repair, or put a backup in its place"
SAYINGS: tuple[tuple[tuple[str, ...], type[LibraryError], str], ...] = (
    (("SQLITE_BUSY", "SQLITE_LOCKED"), BusyError, "another newsreader is busy with {path}: try again in a moment"),
    (("SQLITE_NOTADB",), ForeignError, NOT_OURS),
    (("SQLITE_INTERRUPT",), ClosedError, "the library {path} was closed meanwhile"),
    (("SQLITE_CORRUPT",), DamagedError, TORN),
    (
        ("SQLITE_READONLY",),
        ReadOnlyError,
        "the library {path} cannot be written: give yourself the right to write there",
    ),
    (
        ("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"),
        ReadOnlyError,
        "the library {path} cannot be opened: look at the permissions of {folder}",
    ),
)
