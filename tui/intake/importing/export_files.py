"""The files that an import is given: one, those of a folder, or those in a ZIP file, as documents to be recognised."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from tui.intake.bookmarks.documents import Document
from tui.intake.bookmarks.export_limits import LARGEST_BESIDE
from tui.library.library_errors import LibraryError
from tui.system.open_databases import is_open_here
from tui.text.odd_bytes import escape_odd_bytes

MOST_FILES = 100_000  # of a folder or a ZIP file that are looked at
LARGEST_DIRECTORY = 10_000_000  # bytes of a ZIP file's list of its files, each of which takes ten times that in memory
END = b"PK\x05\x06"  # where that list is told of, at the end of the file
END_SIZE, LONGEST_COMMENT = 22, 65_535
DIRECTORY_SIZE_AT = slice(12, 16)
# What reading a part of a ZIP file raises when it is damaged, encrypted or compressed in a way that is not known.
UNREADABLE_PART = (BadZipFile, KeyError, EOFError, zlib.error, RuntimeError, NotImplementedError)
UNREADABLE = (*UNREADABLE_PART, ValueError)  # and what reading its list of files raises

Opener = Callable[[], BinaryIO]


class Files:
    """Files that lie beside each other, by their paths from the same place."""

    def __init__(self) -> None:
        self._openers: dict[str, Opener] = {}
        self.used: set[str] = set()

    def add(self, name: str, size: int, opener: Opener) -> Document:
        """A file as a document, which can name the others by their paths from its own; nothing else can be named."""
        self._openers[name] = opener
        folder = posixpath.dirname(name)
        return Document(name, size, opener, lambda other: self._read(posixpath.join(folder, other)))

    def _read(self, name: str) -> bytes | None:
        if name not in self._openers:
            return None
        self.used.add(name)
        try:
            with self._openers[name]() as stream:
                return stream.read(LARGEST_BESIDE)
        except (*UNREADABLE, OSError):
            return None


def of_file(path: Path) -> Document:
    """One file by itself."""
    return Document(escape_odd_bytes(path.name), path.stat().st_size, lambda: path.open("rb"))


def of_folder(files: Files, folder: Path) -> list[tuple[Path, Document]]:
    """The files of a folder and of those in it, by their names, but those of the library; links are not followed."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [
        (path, files.add(path.relative_to(folder).as_posix(), path.stat().st_size, _opener_of(path)))
        for path in paths[:MOST_FILES]
        if not is_open_here(path)
    ]


@contextmanager
def of_zip(path: Path) -> Iterator[list[Document]]:
    """The files in a ZIP file.  Raises LibraryError for one that is damaged or of too many files."""
    if directory_size(path) > LARGEST_DIRECTORY:
        raise LibraryError("this holds more files than an export has")
    files = Files()
    with _whole(), ZipFile(path) as archive:
        infos = [info for info in archive.infolist()[:MOST_FILES] if not info.is_dir()]
        yield [files.add(info.filename, info.file_size, _opener_in(archive, info.filename)) for info in infos]


@contextmanager
def _whole() -> Iterator[None]:
    try:
        yield
    except UNREADABLE as error:
        raise LibraryError(f"this is damaged or cut off: {error}") from error


def _opener_of(path: Path) -> Opener:
    return lambda: path.open("rb")


def _opener_in(archive: ZipFile, name: str) -> Opener:
    return lambda: archive.open(name)  # type: ignore[return-value]  # it is read as a binary file is


def directory_size(path: Path) -> int:
    """Bytes of a ZIP file's list of its files as the file says, before it is read into memory; 0 where it says none."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - END_SIZE - LONGEST_COMMENT))
        tail = file.read()
    at = tail.rfind(END)
    return int.from_bytes(tail[at:][DIRECTORY_SIZE_AT], "little") if at >= 0 else 0
