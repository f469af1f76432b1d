"""Whether a library is sound: where it is, how large, and what is wrong with it."""

from __future__ import annotations

import functools
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tui.library.articles import pictures
from tui.library.indexes import recent_index
from tui.library.indexes.rebuilding import COUNT_ENTRIES, COUNT_FEEDS, COUNT_UNREAD, SECTIONS, rebuild
from tui.library.library_errors import (
    NO_PERMISSION,
    TORN,
    UNUSABLE,
    DamagedError,
    LibraryError,
)
from tui.library.store import body_blob, disk_reserve, schema
from tui.library.store.connection import DATABASE, LOG_ENDING, Connections
from tui.library.upkeep import salvage
from tui.system.paths import can_be_made, stands

MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: ``kind`` names it, ``saying`` is a line for a reader, ``repairable``: ``repair`` mends it."""

    kind: str
    saying: str
    repairable: bool = True


@dataclass(frozen=True, slots=True)
class Health:
    """What an examination found.  Sizes are in bytes; ``format`` 0: there is no library yet.

    ``earlier`` are the folders with what was there before a repair or before a backup was restored.
    """

    database: Path
    pictures: Path
    format: int
    articles: int
    database_bytes: int
    picture_files: int
    picture_bytes: int
    notice: str | None
    problems: tuple[Problem, ...]
    earlier: tuple[Path, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def examine(folder: Path) -> Health:
    """Looks at everything; changes nothing.  A whole library of 1 GB takes about ten seconds."""
    database = folder / DATABASE
    if obstacle := _obstacle(folder):
        wrong = Problem("unusable", obstacle, repairable=False)
        return Health(database, folder / pictures.FOLDER, 0, 0, 0, 0, 0, None, (wrong,))
    if not database.exists():
        return Health(database, folder / pictures.FOLDER, 0, 0, 0, 0, 0, None, ())
    try:
        connections = opened(folder)
    except UNUSABLE as error:
        return _health(folder, 0, 0, None, (Problem("unusable", str(error), repairable=False),))
    except LibraryError as error:
        return _health(folder, 0, 0, None, (_why_not_opened(database, error),))
    try:
        found = tuple(_problems(connections))
        return _health(folder, connections.format, _articles(connections), connections.notice, found)
    except UNUSABLE as error:
        return _health(folder, connections.format, 0, None, (Problem("unusable", str(error), repairable=False),))
    except LibraryError as error:
        return _health(folder, connections.format, 0, None, (Problem("damaged", str(error)),))
    finally:
        connections.close()


def opened(folder: Path) -> Connections:
    """Connections to the library in a folder."""
    return Connections(folder, rebuild, pictures.unlink_loose)


def _obstacle(folder: Path) -> str | None:
    """Why no library can be looked for in a folder, or none be made where there is none yet."""
    database = folder / DATABASE
    if stands(folder) and not folder.is_dir():
        return f"{folder} is no folder: move it away"
    if stands(database) is None or not (stands(database) or can_be_made(database)):
        return NO_PERMISSION.format(path=folder)
    return None


def _why_not_opened(database: Path, error: LibraryError) -> Problem:
    """A file that cannot be opened is damaged if it was a library; another's file is left alone."""
    if isinstance(error, DamagedError) or salvage.is_a_library(database):
        return Problem("damaged", TORN.format(path=database))
    return Problem("unusable", str(error), repairable=False)


def stray_files(connections: Connections) -> list[Path]:
    """Files among the pictures that no article has."""
    with connections.reading() as db:
        named = {str(digest) for (digest,) in db.execute("SELECT digest FROM picture WHERE digest IS NOT NULL")}
        for (blob,) in db.execute("SELECT record FROM removed"):
            named.update(digest for digest, _ in pictures.in_record(blob))
    return [file for file in _files(connections.folder) if file.name.split(".")[0] not in named]


def lost_pictures(db: sqlite3.Connection, folder: Path) -> list[tuple[int, int]]:
    """(article, caption) of pictures whose files are gone or have another size than they had."""
    rows = db.execute(
        "SELECT article, caption, digest, media_type, bytes FROM picture WHERE digest IS NOT NULL"
    ).fetchall()
    return [
        (article, caption)
        for article, caption, digest, media_type, size in rows
        if _size(pictures.path(folder, digest, media_type)) != size
    ]


def wrong_counts(db: sqlite3.Connection) -> bool:
    """Whether a section's number of articles is not what is in it."""
    counted = db.execute(
        f"SELECT {', '.join(f'coalesce(sum({condition}), 0)' for condition in SECTIONS.values())} FROM article"
    ).fetchone()
    known = dict(db.execute("SELECT section, articles FROM tally").fetchall())
    if counted != tuple(known.get(name) for name in SECTIONS):
        return True
    if db.execute(f"SELECT 1 FROM article WHERE feeds != ({COUNT_FEEDS}) LIMIT 1").fetchone():
        return True
    counts = f"({COUNT_ENTRIES}), ({COUNT_UNREAD})"
    if db.execute(f"SELECT 1 FROM feed WHERE (entries, unread) != ({counts}) LIMIT 1").fetchone():
        return True
    return bool(
        db.execute(
            "SELECT 1 FROM site WHERE articles != (SELECT count(*) FROM article WHERE coalesce(site, '') = name"
            " AND NOT muted AND (name != '' OR site IS NULL)) LIMIT 1"
        ).fetchone()
        or db.execute(
            "SELECT 1 FROM tag WHERE articles != (SELECT count(*) FROM tagging WHERE tag = tag.id) LIMIT 1"
        ).fetchone()
    )


def unreadable_bodies(db: sqlite3.Connection) -> list[int]:
    """Articles whose text is not there or cannot be read."""
    rows = db.execute("SELECT id, packed FROM article LEFT JOIN body ON body.article = id ORDER BY id")
    return [number for number, blob in rows if not is_readable(blob)]


def unreadable_versions(db: sqlite3.Connection) -> list[int]:
    """Older texts, by their own numbers, that cannot be read."""
    return [number for number, blob in db.execute("SELECT id, packed FROM version") if not is_readable(blob)]


def unreadable_removed(db: sqlite3.Connection) -> list[int]:
    """Removed articles that cannot be put back."""
    return [number for number, blob in db.execute("SELECT article, record FROM removed") if not is_readable(blob)]


def is_readable(blob: object) -> bool:
    """Whether it is what was written: the compressed text carries a sum of what it was made of."""
    try:
        return isinstance(blob, bytes) and bool(body_blob.unsqueeze(blob))
    except DamagedError:
        return False


def is_another_schema(db: sqlite3.Connection) -> bool:
    """Whether the tables, columns and triggers are not those that a library of this format has."""
    if _names(db) != _names_in_a_new_library():
        return True
    try:
        for change in CHANGES:  # which triggers see, too
            db.execute(f"EXPLAIN {change}").fetchall()
    except sqlite3.OperationalError:
        return True
    return False


CHANGES = (
    "INSERT INTO article (title, url, kept_at, words, captions, sources) VALUES ('', '', 0, 0, 0, 0)",
    "UPDATE article SET site = '', read = 1, starred = 1, later = 1",
    "DELETE FROM article",
    "INSERT INTO tagging VALUES (1, 1)",
    "DELETE FROM tagging",
    "INSERT INTO entry (feed, article, title, digest, first_seen, last_seen) VALUES (1, 1, '', '', 0, 0)",
    "UPDATE entry SET article = 1",
    "DELETE FROM entry",
    "UPDATE article SET kept = 1, muted = 1",
    "INSERT INTO outbox (entry, mark, value) VALUES (1, 'read', 1)",
    "DELETE FROM feed",
)


@functools.cache
def _names_in_a_new_library() -> frozenset[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        for step in schema.STEPS:
            step.migrate(new)
        return _names(new)


def _names(db: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    things = {(kind, name) for kind, name in db.execute("SELECT type, name FROM sqlite_master")}
    columns = (
        (name, *(column for (column,) in db.execute("SELECT name FROM pragma_table_info(?)", (name,))))
        for kind, name in things
        if kind == "table"
    )
    return frozenset((kind, name) for kind, name in things if not name.startswith("sqlite_stat")).union(columns)


def damaged_words(db: sqlite3.Connection) -> bool:
    """Whether the index of words cannot be read through."""
    for table in ("word", "quoted", *recent_index.TABLES):
        vocabulary = f"temp.{table}_whole"
        try:
            db.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {vocabulary} USING fts5vocab('main', '{table}', 'row')")
            db.execute(f"SELECT sum(cnt) FROM {vocabulary}").fetchone()
        except sqlite3.DatabaseError:
            return True
    return False


def unindexed(db: sqlite3.Connection) -> int:
    """How many articles the index of words lacks, or has that are gone."""
    lacking = db.execute("SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM word_docsize)").fetchone()[0]
    gone = db.execute("SELECT count(*) FROM word_docsize WHERE id NOT IN (SELECT id FROM article)").fetchone()[0]
    return int(lacking + gone) + _unfiled(db)


def _unfiled(db: sqlite3.Connection) -> int:
    """How many articles lack what is filed of them, those that wait for it aside, or are gone and have it."""
    (lacking,) = db.execute(
        "SELECT count(*) FROM article WHERE id >= (SELECT below FROM tracing) AND id NOT IN (SELECT article FROM trace)"
    ).fetchone()
    (gone,) = db.execute("SELECT count(*) FROM trace WHERE article NOT IN (SELECT id FROM article)").fetchone()
    return int(lacking + gone)


def _problems(connections: Connections) -> Iterator[Problem]:
    with connections.reading() as db:
        torn = [str(line) for (line,) in db.execute(f"PRAGMA integrity_check({MOST_LISTED})") if line != "ok"]
        if torn:
            yield Problem("damaged", f"the file is damaged: {torn[0].splitlines()[-1]}")
            return
        if not connections.notice and is_another_schema(db):
            yield Problem("damaged", "the file is damaged: its tables are not those of a library")
            return
        if connections.notice:  # a newer format: what its tables mean is not known
            return
        yield from _problems_of_tables(db)
        if lost := lost_pictures(db, connections.folder):
            yield Problem("lost pictures", f"{len(lost)} pictures have lost their files")
    if stray := stray_files(connections):
        yield Problem("stray pictures", f"{len(stray)} files among the pictures belong to no article")
    if (connections.folder / pictures.FOLDER).exists() and not (connections.folder / pictures.FOLDER).is_dir():
        yield Problem("no folder", f"{connections.folder / pictures.FOLDER} is no folder: no picture can be kept")
    if open_to_others := _open_to_others(connections.folder):
        yield Problem("permissions", open_to_others)


def _problems_of_tables(db: sqlite3.Connection) -> Iterator[Problem]:
    """What in a file that is whole does not go together."""
    if orphans := db.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem("orphans", f"{len(orphans)} rows are left over from articles that were deleted")
    if lacking := len(unreadable_bodies(db)) + len(unreadable_versions(db)) + len(unreadable_removed(db)):
        yield Problem("bodies", f"{lacking} texts of articles are lost")
    if damaged_words(db):
        yield Problem("index", "the search is damaged")
    elif wrong := unindexed(db):
        yield Problem("index", f"{wrong} articles are missing from the search, or in it without being kept")
    if wrong_counts(db):
        yield Problem("counts", "the numbers of articles in the sections are wrong")


def _open_to_others(folder: Path) -> str | None:
    """What others may read, or change: who may write into the folder can put another library there."""
    if folder.stat().st_mode & 0o022:
        return f"others may write into {folder}"
    files = (folder / DATABASE, folder / pictures.FOLDER, folder / disk_reserve.NAME)
    found = (file for file in files if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077)
    return next((f"others may read {file}" for file in found), None)


def _health(folder: Path, found: int, articles: int, notice: str | None, problems: tuple[Problem, ...]) -> Health:
    files = list(_files(folder))
    return Health(
        database=folder / DATABASE,
        pictures=folder / pictures.FOLDER,
        format=found,
        articles=articles,
        database_bytes=sum(_size(folder / (DATABASE + end)) or 0 for end in ("", LOG_ENDING)),
        picture_files=len(files),
        picture_bytes=sum(_size(file) or 0 for file in files),
        notice=notice,
        problems=problems,
        earlier=tuple(sorted(folder.glob("before-re*"))),
    )


def _articles(connections: Connections) -> int:
    with connections.reading() as db:
        return int(db.execute("SELECT count(*) FROM article").fetchone()[0])


def _files(folder: Path) -> Iterator[Path]:
    found = folder / pictures.FOLDER
    return (file for file in sorted(found.rglob("*")) if file.is_file()) if found.is_dir() else iter(())


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None
