"""Room put aside on the disk, so that something can still be removed when it is full.

SQLite writes before it deletes: a full disk refuses both.  The reserve is a file of nothing, given up
for the time of the deletion and taken again when there is room.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.library.library_errors import FullError
from tui.library.store.connection import Connections

NAME = "library.reserve"
SIZE = 4 * 1024 * 1024  # bytes: a transaction that removes one article of 1 MB takes about 3 MB of log


def reserve(folder: Path) -> None:
    """Puts the room aside if there is any."""
    file = folder / NAME
    with suppress(OSError):
        if file.exists() and file.stat().st_size == SIZE:
            return
        descriptor = os.open(file, os.O_CREAT | os.O_WRONLY, 0o600)
        try:
            _allocate(descriptor)
        finally:
            os.close(descriptor)


def opened(folder: Path, connect: Callable[[Path], Connections]) -> Connections:
    """Connections to the library there, for which a full disk gives the room up: SQLite writes before it reads."""
    try:
        return connect(folder)
    except FullError:
        (folder / NAME).unlink(missing_ok=True)
        return connect(folder)


@contextmanager
def released(connections: Connections) -> Iterator[None]:
    """Gives the room up inside the block; what the log took is folded into the file before it is taken again."""
    (connections.folder / NAME).unlink(missing_ok=True)
    try:
        yield
    finally:
        connections.fold_log()
        reserve(connections.folder)


def _allocate(descriptor: int) -> None:
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(descriptor, 0, SIZE)
        else:
            os.write(descriptor, bytes(SIZE))
    except OSError:
        os.ftruncate(descriptor, 0)
        raise
