"""Mending what can be mended, after everything was put aside as it was."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.library.articles import body_blob, kept_articles, pictures
from tui.library.library_errors import DamagedError, LibraryError, raising_library_errors
from tui.library.search import recent_index
from tui.library.search.index import Changes
from tui.library.store import check, disk_reserve
from tui.library.store.connection import DATABASE, Connections
from tui.library.voices import voice_counts

if TYPE_CHECKING:
    import sqlite3

STATE = ("read", "starred", "later", "fraction", "block", '"offset"')
LOST = "its file was lost"


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did: a line for each thing, where the library is as it was before, and what is left."""

    done: tuple[str, ...]
    before: Path | None
    health: check.Health


def repair(folder: Path, now: Callable[[], float] = time.time) -> Repaired:
    """Mends the library in a folder; nothing is done, and nothing put aside, if it is sound.

    Put aside means: a copy of the database, and the stray files themselves, in a folder
    ``before-repair-DATE`` of the library.
    """
    health = check.examine(folder)
    kinds = {problem.kind for problem in health.problems if problem.repairable}
    if not kinds:
        return Repaired((), None, health)
    aside = _aside(folder, now())
    done = _salvage(folder, aside) if "damaged" in kinds else _mend(folder, aside, kinds)
    return Repaired(tuple(done), aside, check.examine(folder))


def _aside(folder: Path, now: float) -> Path:
    """A folder with the database as it is."""
    name = time.strftime("before-repair-%Y-%m-%d", time.gmtime(now))
    aside, n = folder / name, 2
    with raising_library_errors(folder):
        while aside.exists():
            aside, n = folder / f"{name}-{n}", n + 1
        aside.mkdir(mode=0o700)
        for end in ("", "-wal"):
            if (folder / (DATABASE + end)).exists():
                shutil.copy2(folder / (DATABASE + end), aside / (DATABASE + end))
    return aside


def _mend(folder: Path, aside: Path, kinds: set[str]) -> list[str]:
    connections = Connections(folder)
    try:
        if "permissions" in kinds:
            _close_to_others(folder)
        with connections.writing() as db:
            _drop_orphans(db)
            _drop_bodyless(db)
            _forget_lost_pictures(db, folder)
            if kinds & {"index", "bodies", "orphans"}:
                rebuild_index(db)
            recount(db)
        _move_stray(connections, aside)
    finally:
        connections.close()
    return [MENDED[kind] for kind in sorted(kinds)]


MENDED = {
    "bodies": "articles that had lost their text were removed from the list",
    "counts": "the sections were counted anew",
    "index": "the search was built anew",
    "lost pictures": "pictures that had lost their files were noted as missing",
    "orphans": "rows of articles that are gone were removed",
    "permissions": "the files were closed to others",
    "stray pictures": "files that belong to no article were moved to the copy",
}


def _salvage(folder: Path, aside: Path) -> list[str]:
    """A new library of every article that can still be read from the damaged one."""
    new = folder / "repairing"
    shutil.rmtree(new, ignore_errors=True)
    saved = _read_all(aside / DATABASE, new)
    if not saved:
        shutil.rmtree(new, ignore_errors=True)
        raise DamagedError(f"nothing in {folder / DATABASE} can be read any more: put a backup in its place")
    with raising_library_errors(folder):
        for end in ("-wal", "-shm"):
            (folder / (DATABASE + end)).unlink(missing_ok=True)
        (new / DATABASE).replace(folder / DATABASE)
        shutil.rmtree(new, ignore_errors=True)
    connections = Connections(folder)
    try:
        with connections.writing() as db:
            _forget_lost_pictures(db, folder)
    finally:
        connections.close()
    return [f"{saved} articles were saved from the damaged file"]


def _read_all(damaged: Path, new: Path) -> int:
    import sqlite3

    target = Connections(new)
    source = sqlite3.connect(damaged, isolation_level=None)
    source.execute("PRAGMA writable_schema = ON")  # else SQLite refuses a file that is shorter than it should be
    saved = 0
    try:
        for number in _ids(source):
            saved += _take_over(source, target, number)
        disk_reserve.reserve(new)
    finally:
        source.close()
        target.close()
        (new / disk_reserve.NAME).unlink(missing_ok=True)
    return saved


def _ids(source: sqlite3.Connection) -> list[int]:
    """Every id that any readable page names, by walking the tables from both ends."""
    import sqlite3

    found: set[int] = set()
    for table, column in (("body", "article"), ("article", "id"), ("line", "article")):
        for way in ("", "DESC"):
            try:
                for (number,) in source.execute(f"SELECT {column} FROM {table} ORDER BY {column} {way}"):
                    found.add(number)
            except sqlite3.DatabaseError:
                continue
    # Between two readable stretches there may be articles that no walk reaches but a search does.
    return list(range(1, max(found) + 1)) if found else []


def _take_over(source: sqlite3.Connection, target: Connections, number: int) -> bool:
    """One article with its state and pictures, if its body can be read; what else cannot be read is left out."""
    import sqlite3

    try:
        row = source.execute("SELECT packed FROM body WHERE article = ?", (number,)).fetchone()
        if row is None:
            return False
        article = body_blob.expand(row[0])
    except (sqlite3.DatabaseError, LibraryError, ValueError, KeyError, TypeError):
        return False
    state = _maybe(source, f"SELECT kept_at, {', '.join(STATE)} FROM article", number)
    index = Changes()
    with target.writing() as db:
        kept_at = state[0][0] if state else 0
        kept_articles.add(db, article, body_blob.compress(article), kept_at, index, number=number)
        kept_articles.register_addresses(db, article, number)
        if state:
            db.execute(
                f"UPDATE article SET {', '.join(f'{name} = ?' for name in STATE)} WHERE id = ?", (*state[0][1:], number)
            )
        for picture in _maybe(
            source, "SELECT caption, digest, media_type, bytes, note FROM picture", number, "article"
        ):
            db.execute("INSERT OR IGNORE INTO picture VALUES (?, ?, ?, ?, ?, ?)", (number, *picture))
        pictures.count(db, number)
        index.write(db)
    return True


def _maybe(source: sqlite3.Connection, select: str, number: int, column: str = "id") -> list[tuple[Any, ...]]:
    import sqlite3

    try:
        return source.execute(f"{select} WHERE {column} = ?", (number,)).fetchall()
    except sqlite3.DatabaseError:
        return []


def rebuild_index(db: sqlite3.Connection) -> None:
    """The index of words and the voices anew from the bodies."""
    db.execute("INSERT INTO word (word) VALUES ('delete-all')")
    index = Changes()
    for (number,) in db.execute("SELECT id FROM article ORDER BY id").fetchall():
        try:
            article = kept_articles.stored(db, number)
        except (DamagedError, ValueError):
            continue
        index.add(number, article)
        index.write(db, with_recent=False)
        voice_counts.uncount_sources(db, number)
        voice_counts.count_sources(db, number, article)
    recent_index.fill(db)


def recount(db: sqlite3.Connection) -> None:
    """Every number that is kept rather than counted, counted."""
    counts = {"all": "1", "unread": "NOT read", "starred": "starred", "later": "later"}
    for section, condition in counts.items():
        db.execute(
            f"UPDATE tally SET articles = (SELECT count(*) FROM article WHERE {condition}) WHERE section = ?",
            (section,),
        )
    db.execute("INSERT OR IGNORE INTO site (name) SELECT DISTINCT coalesce(site, '') FROM article")
    db.execute("UPDATE site SET articles = (SELECT count(*) FROM article WHERE coalesce(site, '') = name)")
    db.execute("UPDATE tag SET articles = (SELECT count(*) FROM tagging WHERE tag = tag.id)")


def _drop_orphans(db: sqlite3.Connection) -> None:
    """Rows whose article, tag or voice is gone."""
    for table, rowid, *_ in db.execute("PRAGMA foreign_key_check").fetchall():
        if rowid is not None:
            db.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    for table in ("address", "picture", "tagging", "citation", "line", "body", "version"):
        db.execute(f"DELETE FROM {table} WHERE article NOT IN (SELECT id FROM article)")


def _drop_bodyless(db: sqlite3.Connection) -> None:
    for number in check.unread_bodies(db):
        voice_counts.uncount_sources(db, number)
        db.execute("DELETE FROM article WHERE id = ?", (number,))


def _forget_lost_pictures(db: sqlite3.Connection, folder: Path) -> None:
    for number, caption in check.lost_pictures(db, folder):
        db.execute(
            "UPDATE picture SET digest = NULL, bytes = 0, note = ? WHERE article = ? AND caption = ?",
            (LOST, number, caption),
        )
        pictures.count(db, number)


def _move_stray(connections: Connections, aside: Path) -> None:
    for file in check.stray_files(connections):
        target = aside / pictures.FOLDER / file.name
        target.parent.mkdir(mode=0o700, exist_ok=True)
        os.replace(file, target)


def _close_to_others(folder: Path) -> None:
    for file in (folder / DATABASE, folder / disk_reserve.NAME):
        if file.exists():
            file.chmod(0o600)
    if (folder / pictures.FOLDER).exists():
        (folder / pictures.FOLDER).chmod(0o700)
