"""The connections of one process to one database: each is lent to one thread at a time and closed by who has it."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui.library.library_errors import ClosedError

PATIENCE = 1.0  # seconds that closing waits for what is running
INTERRUPTING = 0.5  # seconds after that in which it is interrupted, again and again
AGAIN = 0.01  # seconds between two interruptions: one that falls between two statements has no effect


class Pool:
    """Lends connections that ``connect`` makes; what a thread gives back is lent again, preferably to that thread.

    A thread that asks while it has one gets the same: one transaction for both.  After ``close`` nothing is lent.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._changed = threading.Condition()
        self._idle: list[tuple[int, sqlite3.Connection]] = []  # with the thread that had it, the last given back last
        self._lent: set[sqlite3.Connection] = set()
        self._own = threading.local()
        self._closed = self._interrupted = False

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread until the end of the block.  Raises ClosedError."""
        has: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if has is not None:
            self.refuse_interrupted()
            yield has
            return
        connection = self._own.connection = self._take()
        try:
            yield connection
        finally:
            self._own.connection = None
            self._give_back(connection)

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own, which is closed at the end of the block.  Raises ClosedError."""
        connection = self._new()
        try:
            yield connection
        finally:
            with self._changed:
                self._lent.remove(connection)
                connection.close()
                self._changed.notify_all()

    @property
    def empty(self) -> bool:
        """Whether no connection is open: never lent ones are made only when asked for."""
        with self._changed:
            return not (self._idle or self._lent)

    def refuse_interrupted(self) -> None:
        """Raises ClosedError where what is running should end: to be asked by what waits."""
        if self._interrupted:
            raise ClosedError

    def close(self) -> None:
        """Lends nothing more; returns when everything is given back and closed, or after a second and a half.

        What is lent still is interrupted after a second.  Who has it closes it; nobody else ever does.
        """
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            self._changed.wait_for(lambda: not self._lent, PATIENCE)
            until = time.monotonic() + INTERRUPTING
            while self._lent and time.monotonic() < until:
                self._interrupted = True
                for connection in self._lent:
                    connection.interrupt()
                self._changed.wait(AGAIN)
        for _, connection in idle:
            connection.close()

    def _take(self) -> sqlite3.Connection:
        me = threading.get_ident()
        with self._changed:
            if self._idle:
                mine = (at for at, (thread, _) in enumerate(self._idle) if thread == me)
                _, connection = self._idle.pop(next(mine, -1))
                self._lent.add(connection)
                return connection
        return self._new()

    def _new(self) -> sqlite3.Connection:
        connection = self._connect()
        with self._changed:
            if not self._closed:
                self._lent.add(connection)
                return connection
        connection.close()
        raise ClosedError

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._changed:
            self._lent.remove(connection)
            if self._closed:
                connection.close()  # with the lock held: who closes the pool returns after that
            else:
                self._idle.append((threading.get_ident(), connection))
            self._changed.notify_all()
