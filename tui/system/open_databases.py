"""Databases that this process has open: nothing but SQLite may read their files meanwhile.

Closing any descriptor of a file takes back all POSIX locks that the process has on it (sqlite.org/howtocorrupt.html,
2.2).  SQLite has its locks on the database and, while there is a log, on the shared memory beside it; without them
another process takes the log away from under the connections that are open.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")  # how the names of the files go on that SQLite has beside a database

Identity = tuple[int, int]  # what tells a file from all others on the machine: its device and inode

_open: Counter[Identity] = Counter()
_changes = threading.Lock()


def note_opened(database: Path, before: Callable[[Path], None]) -> Identity:
    """Notes that a database is going to be opened; to be handed to ``note_closed`` once for each time.

    It is made if it is not there.  ``before`` may read it, and is not called if it is open already.  What that raises
    goes through, and nothing is noted then.
    """
    with _changes:
        if not database.exists():
            os.close(os.open(database, os.O_CREAT | os.O_RDWR, 0o600))
        identity = _identity(database)
        if not _open[identity]:
            before(database)
        _open[identity] += 1
        return identity


def note_closed(identity: Identity) -> None:
    """Notes that one of those who opened a database has closed it."""
    with _changes:
        _open[identity] -= 1


def is_open_here(path: Path) -> bool:
    """Whether this process has the database open that a file is, or belongs to."""
    if not _open:
        return False
    try:
        real = os.path.realpath(path)
        ends = [end for end in BESIDE if real.endswith(end)]
        identity = _identity(Path(real.removesuffix(ends[0])) if ends else Path(real))
    except (OSError, ValueError):
        return False
    with _changes:
        return _open[identity] > 0


def _identity(path: Path) -> Identity:
    status = path.stat()
    return status.st_dev, status.st_ino
