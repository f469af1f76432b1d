"""A new library is a copy of one that was made once in this process: making one takes five times as long."""

from __future__ import annotations

import functools
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from unittest import mock

from tui.library import Library
from tui.library.store.connection import DATABASE, Connections

BRING_UP = "_bring_up"  # the method that makes a library out of an empty file, or of one of an older format
make = getattr(Connections, BRING_UP)


@functools.cache
def made_once() -> sqlite3.Connection:
    """A new library, in memory."""
    made = sqlite3.connect(":memory:", check_same_thread=False)
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(Connections, BRING_UP, make):
        with closing(Library.open(Path(folder))):
            pass
        with closing(sqlite3.connect(Path(folder) / DATABASE)) as file:
            file.backup(made)
    return made


def copy(connections: Connections, db: sqlite3.Connection) -> None:
    """In the place of ``Connections._bring_up``: what is made of an empty file is what was made of another."""
    if not connections.path.stat().st_size:
        made_once().backup(db)
    make(connections, db)
