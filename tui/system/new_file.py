"""Files and folders that are made anew: whole and on the disk before they are there, never over what is there.

Everything that leaves the program is written so.  What is being written lies beside its place under a random name,
opened so that no link is followed, for its owner only; it gets its own name when it is whole, unless something has
that name by then.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tui.system.paths import make_folder

MADE_ANEW = os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
UNFINISHED = ".newsreader-{token}.part"
# What a file system says that has no second names for files (FAT, some network shares).
NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, which is at ``path`` after the block; an exception in the block leaves nothing behind.

    ``name`` of what is given is where it lies meanwhile.  Raises OSError, FileExistsError if something is at ``path``.
    """
    refuse_existing(path)
    part = path.with_name(UNFINISHED.format(token=os.urandom(8).hex()))
    try:
        with open(os.open(part, MADE_ANEW | os.O_RDWR, 0o600), "w+b") as file:
            yield _named(file, part)
            file.flush()
            os.fsync(file.fileno())
        _move_to_free_name(part, path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


@contextmanager
def replaced_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, which takes the place of the one at ``path`` after the block.  Raises OSError."""
    make_folder(path.parent)
    part = path.with_name(UNFINISHED.format(token=os.urandom(8).hex()))
    try:
        with open(os.open(part, MADE_ANEW | os.O_WRONLY, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave an empty file in the place of the one before
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which is at ``path`` after the block; an exception in the block leaves nothing behind.

    What is in it is to be made by ``new_file``.  Raises OSError, FileExistsError if something is at ``path``.
    """
    refuse_existing(path)
    part = path.with_name(UNFINISHED.format(token=os.urandom(8).hex()))
    part.mkdir(mode=0o700)
    try:
        yield part
        sync_folders(part)
        refuse_existing(path)
        part.rename(path)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    sync_folder(path.parent)


def folder_of_the_day(folder: Path, name: str, now: float) -> Path:
    """Makes a folder that is named by what is in it and by the day.  Raises OSError."""
    name = time.strftime(f"{name}-%Y-%m-%d", time.gmtime(now))
    made, n = folder / name, 2
    while made.exists():
        made, n = folder / f"{name}-{n}", n + 1
    made.mkdir(mode=0o700)
    return made


def copy_to_new_file(source: Path, target: Path) -> None:
    """A copy of a file, which shares its room on the disk where the file system can do that.  Raises OSError."""
    with source.open("rb") as content, new_file(target) as copy:
        if not _cloned(content, copy):
            shutil.copyfileobj(content, copy)


def refuse_existing(path: Path) -> None:
    """Raises FileExistsError if anything has that name, a link that leads nowhere included."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def sync_folder(folder: Path) -> None:
    """Brings the names in a folder to the disk, where the file system can do that.  Raises OSError."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(number)


def sync_folders(folder: Path) -> None:
    """``sync_folder`` for a folder and all folders in it.  Raises OSError."""
    for one in (folder, *(found for found in folder.rglob("*") if found.is_dir())):
        sync_folder(one)


def _named(file: IO[bytes], part: Path) -> IO[bytes]:
    """The file, whose name would otherwise be the number that it was opened by."""
    file.raw.name = str(part)  # type: ignore[attr-defined]
    return file


def _move_to_free_name(part: Path, path: Path) -> None:
    """Unlike renaming, giving a second name fails where something has it."""
    try:
        os.link(part, path, follow_symlinks=False)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        refuse_existing(path)
        part.rename(path)


def _cloned(source: IO[bytes], copy: IO[bytes]) -> bool:
    """Whether the system copied it, by sharing its room or at least without our reading it."""
    if not hasattr(os, "copy_file_range"):
        return False
    left = os.fstat(source.fileno()).st_size
    with suppress(OSError):
        while left > 0 and (copied := os.copy_file_range(source.fileno(), copy.fileno(), left)):
            left -= copied
        return left == 0
    source.seek(0)
    copy.seek(0)
    copy.truncate()
    return False
