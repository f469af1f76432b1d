"""The way to the database: a connection for each call, one writer at a time, what is acknowledged is on the disk."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import random

from tui.library.library_errors import (
    NOT_OURS,
    TORN,
    DamagedError,
    ForeignError,
    ReadOnlyError,
    raising_library_errors,
    ran_full,
)
from tui.library.store import schema
from tui.library.store.pool import Pool
from tui.system import open_databases
from tui.system.paths import make_folder
from tui.text.folding import fold

DATABASE = "library.sqlite"
LOG_ENDING = "-wal"  # of the name of the write-ahead log, which SQLite has beside the database
SHARED_ENDING = "-shm"  # and of the memory that its connections share
Files = tuple[tuple[int, int], ...]  # time and size of the database and its log
BUSY_SECONDS = 5.0
PATIENCE = 20.0  # seconds that a writer waits for its turn while nobody else gets anything done
MOST_PATIENCE = 120.0  # seconds that it waits among others who do: a machine may be very busy
ASK_AGAIN = 0.004  # seconds, on average, after which a writer asks again
PAGE_COUNT_AT = slice(28, 32)  # where a SQLite file's header says how many pages it has
PAGE_SIZE_AT = slice(16, 18)
# Bodies of about 3 kB leave an eighth of a 4 kB page empty, a twentieth of a larger one.
PAGE_SIZE = 16_384
# What a statement with triggers changes is copied before, into memory (a file costs a sixth of keeping an article),
# until the statement ends: one that changes any number of articles is to change so many at most.
ARTICLES_A_STATEMENT = 5_000
LOG_PAGES = 256  # of the log, after which it is written into the file: 4 MB
UNWRITABLE = "the library {path} is opened for reading only: give yourself the right to write there to keep and mark"
LOOKS, LOOK_AGAIN = 5, 0.05  # how often, and after how many seconds, a file is looked at that seems too short
GAVE_UP_PICTURES = "SELECT 1 FROM sqlite_temp_master WHERE name = 'loose'"  # see ``articles.pictures.loosen``
SQLITE_MAGIC = b"SQLite format 3\x00"  # how every such file begins


class Connections:
    """The connections of one process to one library.

    ``reading()`` gives a connection for the block; ``writing()`` a transaction on one, committed at the
    end of the block and rolled back by an exception.  A block within another one has the same connection.
    ``read_only`` and ``notice`` say when only reading is possible, and why.

    What is in the tables only the rooms above know: ``rebuild`` (``indexes.rebuilding``) works out the parts that
    ``schema.Step`` names, and ``unlink_loose`` (``articles.pictures``) deletes the files that a transaction gave up.
    """

    def __init__(
        self,
        folder: Path,
        rebuild: Callable[[sqlite3.Connection, frozenset[str]], None],
        unlink_loose: Callable[[Connections, sqlite3.Connection], None],
    ) -> None:
        self._rebuild, self._unlink_loose = rebuild, unlink_loose
        self.folder = folder
        self.path = folder / DATABASE
        self.read_only = False
        self.notice: str | None = None
        self._pool = Pool(self._connect)
        self._writer = threading.RLock()
        self._others_wrote = False
        self._immutable = False
        self._opened: open_databases.Identity | None = None
        with raising_library_errors(self.path):
            self._prepare()
        self._files = self._files_now()  # as they were when something was written here, or they were looked at, last

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection; what SQLite raises comes out as LibraryError."""
        with raising_library_errors(self.path), self._pool.lent() as db:
            yield db

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction.  Not ``durable``: a power cut (not a killed process) may lose the last of them."""
        if self.read_only:
            raise ReadOnlyError(self.notice or f"the library {self.path} can only be read")
        with raising_library_errors(self.path), self._writer, self._pool.lent() as db:
            if db.in_transaction:  # a room calls another: one transaction for both
                yield db
                return
            db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            try:
                with self._transaction(db):
                    self._note_others()  # none writes meanwhile
                    yield db
                self._files = self._files_now()
                if db.execute(GAVE_UP_PICTURES).fetchone():
                    self._unlink_loose(self, db)
            except BaseException as error:
                if ran_full(error):  # the log may have taken the last room
                    self.fold_log()
                raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own that sees the library as it is now, whatever is written meanwhile."""
        with raising_library_errors(self.path), self._pool.alone() as db:
            db.execute("BEGIN")
            yield db

    def fold_log(self) -> None:
        """Writes the log into the file and cuts it off, if nobody reads at the moment."""
        with suppress(sqlite3.Error), self._pool.lent() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def others_wrote(self) -> bool:
        """Whether another process wrote to the library since this was asked last, or since the opening.

        Told by the files' times and sizes, which are others after each transaction, without opening them.  To fold the
        log into the file looks as if somebody wrote.
        """
        if not self._writer.acquire(blocking=False):
            return False  # something is being written here: asked again it says so
        try:
            self._note_others()
            wrote, self._others_wrote = self._others_wrote, False
        finally:
            self._writer.release()
        return wrote

    def _note_others(self) -> None:
        before, self._files = self._files, self._files_now()
        self._others_wrote = self._others_wrote or before != self._files

    def _files_now(self) -> Files:
        found: list[tuple[int, int]] = []
        for path in (self.path, _log(self.path)):
            with suppress(OSError):  # there may be no log
                stat = path.stat()
                found.append((stat.st_mtime_ns, stat.st_size))
        return tuple(found)

    def close(self) -> None:
        """Ends; the write-ahead log is folded into the file.

        What other threads are doing is waited for, for a second; then it is interrupted, and raises ClosedError.
        """
        with raising_library_errors(self.path):
            self._pool.close()
        if self._opened is not None and self._pool.empty:  # else a thread goes on that has the file open
            open_databases.note_closed(self._opened)
            self._opened = None

    def _connect(self) -> sqlite3.Connection:
        how = "?mode=ro" + ("&immutable=1" if self._immutable else "") if self.read_only else "?mode=rw"
        db = sqlite3.connect(
            self.path.absolute().as_uri() + how,
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
        db.execute(f"PRAGMA journal_size_limit = {2 * LOG_PAGES * PAGE_SIZE}")
        db.create_function("folded", 1, fold, deterministic=True)
        return db

    def _prepare(self) -> None:
        make_folder(self.folder)
        self._opened = open_databases.note_opened(self.path, _refuse_torn)
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        if not (os.access(self.path, os.W_OK) and os.access(self.folder, os.W_OK)):
            self._only_read(UNWRITABLE.format(path=self.path))
        with self._pool.lent() as db:
            found = self._format(db)
            if found < schema.FORMAT and not self.read_only:
                self._bring_up(db)
            elif found == schema.FORMAT and not self.read_only:
                _write_ahead(db)  # a backup that was put in the place of the library is without a log
        self.format = max(found, schema.FORMAT)
        if found > schema.FORMAT:
            self._only_read(f"this library was made by a newer newsreader (format {found}): it is opened read-only")
        elif found < schema.FORMAT and self.read_only:
            raise ReadOnlyError(f"{self.path} is of an older format and cannot be written: allow writing there")

    def _format(self, db: sqlite3.Connection) -> int:
        """The format of the file, 0 for an empty one, all read at one moment: another process may be making it."""
        outside = not db.in_transaction
        if outside:
            db.execute("BEGIN")
        try:
            ((ours,), (found,)) = (db.execute(f"PRAGMA {n}").fetchone() for n in ("application_id", "user_version"))
            (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            if outside and db.in_transaction:  # an error may have ended it
                db.execute("ROLLBACK")
        if ours != schema.APPLICATION_ID and (ours or found or tables):
            raise ForeignError(NOT_OURS.format(path=self.path))
        return int(found)

    def _bring_up(self, db: sqlite3.Connection) -> None:
        """Makes the current format out of whatever is there, in one transaction."""
        if not self._format(db):
            db.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        _write_ahead(db)
        with self._transaction(db):
            steps = schema.STEPS[self._format(db) :]  # none if another process was faster
            for step in steps:
                step.migrate(db)
            if steps:
                db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {schema.FORMAT}")
                if len(steps) < schema.FORMAT:  # there may be articles
                    self._rebuild(db, frozenset().union(*(step.rebuilds for step in steps)))

    def _only_read(self, notice: str) -> None:
        """Reading only from now on; without a log to take part in, SQLite need not write its locks either."""
        self._pool.close()
        self._pool = Pool(self._connect)
        self.read_only, self.notice = True, notice
        log = _log(self.path)
        self._immutable = not os.access(self.folder, os.W_OK) and not (log.exists() and log.stat().st_size)

    @contextmanager
    def _transaction(self, db: sqlite3.Connection) -> Iterator[None]:
        self._begin(db)
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise

    def _begin(self, db: sqlite3.Connection) -> None:
        """Begins to write as soon as nobody else does.

        SQLite itself asks ever more rarely, every tenth of a second in the end, and misses the moments that an
        import leaves between two transactions; asked often, eight writers and an import get along.
        """
        patience: Patience | None = None
        db.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    db.execute("BEGIN IMMEDIATE")
                    return
                except sqlite3.OperationalError as error:
                    if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                        raise
                    if patience is None:
                        patience = Patience(db)
                    elif patience.is_over():
                        raise
                self._pool.refuse_interrupted()
                time.sleep(ASK_AGAIN * (0.5 + random()))  # noqa: S311 - spreads retries, guards nothing
        finally:
            db.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1_000)}")


class Patience:
    """How long a writer waits: as long as others get something done, then for ``PATIENCE``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db, self._began = db, time.monotonic()
        self._until, self._seen = self._began + PATIENCE, self._version()

    def is_over(self) -> bool:
        """Whether it is to be given up."""
        now = time.monotonic()
        if now <= self._until:
            return False
        seen, self._seen = self._seen, self._version()
        self._until = now + PATIENCE
        return self._seen == seen or now > self._began + MOST_PATIENCE

    def _version(self) -> int:
        """Another one after each transaction of another connection."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)


def _write_ahead(db: sqlite3.Connection) -> None:
    """Turns the write-ahead log on; SQLite does not wait here by itself when another process does the same."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            if db.execute("PRAGMA journal_mode").fetchone() == ("wal",):
                return
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


def _refuse_torn(path: Path) -> None:
    """Raises ForeignError for a file that is no database, DamagedError for one shorter than its header says."""
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        if any((path.parent / "pictures").glob("*/*")):  # there was a library here
            raise DamagedError(TORN.format(path=path))
        return
    if not header.startswith(SQLITE_MAGIC[: len(header)]):
        raise ForeignError(NOT_OURS.format(path=path))
    if len(header) < 100 or all(_too_short(path) for _ in range(LOOKS)):
        raise DamagedError(TORN.format(path=path))


def _too_short(path: Path) -> bool:
    """Whether the file has fewer pages than its header says and no log that might have them.

    While another process writes its log into the file it may look so; then one waits a little.
    """
    with path.open("rb") as file:
        header = file.read(100)
    page = int.from_bytes(header[PAGE_SIZE_AT], "big")
    size = (65_536 if page == 1 else page) * int.from_bytes(header[PAGE_COUNT_AT], "big")
    log = _log(path)
    short = path.stat().st_size < size and not (log.exists() and log.stat().st_size)
    if short:
        time.sleep(LOOK_AGAIN)
    return short


def _log(path: Path) -> Path:
    """The write-ahead log beside the database."""
    return path.with_name(path.name + LOG_ENDING)
