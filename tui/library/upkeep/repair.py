"""Mending what can be mended, after everything was put aside as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tui.library.articles import bulk, kept_articles, outlet_names, pictures, records
from tui.library.articles.record_schema import LAST_NUMBER, is_feed_record, is_joined_voice, without_wrong_parts
from tui.library.feeds.feed_records import read_feed_records, write_feed_record
from tui.library.indexes import voice_counts
from tui.library.indexes.rebuilding import rebuild_index, rebuild_recent, recount
from tui.library.indexes.word_index import Changes
from tui.library.library_errors import DamagedError, raising_library_errors
from tui.library.store import disk_reserve
from tui.library.store.connection import DATABASE, LOG_ENDING, SHARED_ENDING, Connections
from tui.library.sync.account_copies import copy_account
from tui.library.upkeep import check, salvage
from tui.library.voices.voice_records import read_voice_records, write_voice_record
from tui.system.new_file import folder_of_the_day, sync_folder
from tui.text.amounts import counted

SALVAGED = "salvaged.sqlite"
BATCH = 200  # articles a transaction
LOST = "its file was lost"
NOT_PUT_BACK = "article {number}, which was removed, cannot be put back any more"
NOTHING_LEFT = "nothing in {path} can be read any more: put a backup in its place"


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did and what could not be read any more, a line for each; where the library is as it was before.

    ``health`` is what is wrong with it still.
    """

    done: tuple[str, ...]
    lost: tuple[str, ...]
    before: Path | None
    health: check.Health


def repair(folder: Path, now: Callable[[], float] = time.time) -> Repaired:
    """Mends the library in a folder; nothing is done, and nothing put aside, if it is sound.

    Put aside means: a copy of the database, and the stray files themselves, in a folder
    ``before-repair-DATE`` of the library.
    """
    health = check.examine(folder)
    kinds = _repairable(health)
    if not kinds:
        return Repaired((), (), None, health)
    aside = _aside(folder, now())
    done, lost = list[str](), list[str]()
    if "damaged" in kinds or not _mend(folder, aside, kinds, int(now()), done, lost):
        done, lost = _rescue(folder, aside, int(now()))
        if kinds := _repairable(check.examine(folder)):
            _mend(folder, aside, kinds, int(now()), done, lost)
    return Repaired(tuple(done), tuple(lost), aside, check.examine(folder))


def _repairable(health: check.Health) -> set[str]:
    return {problem.kind for problem in health.problems if problem.repairable}


def _aside(folder: Path, now: float) -> Path:
    """A folder with the database as it is."""
    with raising_library_errors(folder):
        aside = folder_of_the_day(folder, "before-repair", now)
        for end in ("", LOG_ENDING):
            if (folder / (DATABASE + end)).exists():
                shutil.copy2(folder / (DATABASE + end), aside / (DATABASE + end))
    return aside


def _mend(folder: Path, aside: Path, kinds: set[str], now: int, done: list[str], lost: list[str]) -> bool:
    """Mends what is wrong in a file that is sound as a file; whether that was enough."""
    connections = check.opened(folder)
    try:
        if "permissions" in kinds:
            _close_to_others(folder)
        if "no folder" in kinds:
            (folder / pictures.FOLDER).rename(aside / pictures.FOLDER)
        with connections.writing() as db:
            _drop_orphans(db)
            _write_again_what_lost_its_text(db, now, lost)
            _forget_lost_pictures(db, folder)
            if kinds & {"index", "bodies", "orphans"}:
                rebuild_index(db)
            recount(db)
        _move_stray(connections, aside)
    except DamagedError:
        return False
    finally:
        connections.close()
    done += [MENDED[kind] for kind in sorted(kinds)]
    return not _repairable(check.examine(folder))


MENDED = {
    "bodies": "articles that had lost their text were given the one before, or wait to be fetched again",
    "counts": "the sections were counted anew",
    "index": "the search was built anew",
    "no folder": "what stood in the place of the pictures was moved to the copy",
    "lost pictures": "pictures that had lost their files were noted as missing",
    "orphans": "rows of articles that are gone were removed",
    "permissions": "the files were closed to others",
    "stray pictures": "files that belong to no article were moved to the copy",
}


def _rescue(folder: Path, aside: Path, now: int) -> tuple[list[str], list[str]]:
    """A new library of everything that can still be read of the damaged one; what was saved, and what is lost."""
    new = folder / "repairing"
    shutil.rmtree(new, ignore_errors=True)
    lost: list[str] = []
    try:
        with raising_library_errors(folder):
            new.mkdir(mode=0o700)
            salvage.salvage(aside / DATABASE, new / SALVAGED)
            with closing(sqlite3.connect(new / SALVAGED, isolation_level=None)) as source:
                saved = _write_anew(source, new, now, lost)
            if not saved:
                raise DamagedError(NOTHING_LEFT.format(path=folder / DATABASE))
            for end in (LOG_ENDING, SHARED_ENDING):
                (folder / (DATABASE + end)).unlink(missing_ok=True)
            (new / DATABASE).replace(folder / DATABASE)
            sync_folder(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    articles, feeds = saved
    done = f"{counted(articles, 'article')} {'was' if articles == 1 else 'were'}"
    if feeds:
        done = f"{counted(articles, 'article')} and {counted(feeds, 'feed')} were"
    return [f"{done} saved from the damaged file"], lost


def _write_anew(source: sqlite3.Connection, new: Path, now: int, lost: list[str]) -> tuple[int, int] | None:
    """Writes a library of what was salvaged; how many articles and feeds are in it, None if there are neither."""
    target, numbers = check.opened(new), _numbers(source)
    try:
        with target.writing() as db:
            feeds = _write_feeds(source, db, lost)
        with bulk.many_writes(target):
            for start in range(0, len(numbers), BATCH):
                with target.writing(durable=False) as db:
                    index = Changes()
                    for number in numbers[start : start + BATCH]:
                        _write_article(source, db, number, now, index, lost)
                    index.write(db, with_recent=False)
        with target.writing() as db:
            for number in numbers:
                kept_articles.register_where_free(db, number)
            outlet_names.share_all(db)
            _write_removed(source, db, lost)
            _write_voices(source, db, lost)
            copy_account(source, db, lost)
            _go_on_counting(source, db)
            rebuild_recent(db)
    finally:
        target.close()
    return (len(numbers), feeds) if numbers or feeds else None


def _numbers(source: sqlite3.Connection) -> list[int]:
    """The numbers of the articles of which anything is left."""
    tables = {"article": "id", **dict.fromkeys(("body", "version", "address", "picture", "tagging"), "article")}
    every = " UNION ".join(f"SELECT {column} FROM {table}" for table, column in tables.items())
    return [number for (number,) in source.execute(f"{every} ORDER BY 1")]


def _write_article(
    source: sqlite3.Connection, db: sqlite3.Connection, number: int, now: int, index: Changes, lost: list[str]
) -> None:
    record, lines = records.read_what_is_left(source, number, now)
    record, wrong = without_wrong_parts(record)
    record.setdefault("kept_at", now)
    lines += [f"“{name}” of it could not be read" for name in wrong]
    article = records.article_of(record)
    as_id = number if 0 < number <= LAST_NUMBER else None
    records.write_record(db, record, article, index, as_id=as_id)
    lost += [f"article {number} ({article.title[:60]}): {line}" for line in lines]


def _write_removed(source: sqlite3.Connection, db: sqlite3.Connection, lost: list[str]) -> None:
    """What is kept back for undo."""
    for number, removed_at, blob in source.execute("SELECT article, removed_at, record FROM removed"):
        if check.is_readable(blob):
            db.execute("INSERT INTO removed VALUES (?, ?, ?)", (number, removed_at, blob))
        else:
            lost.append(NOT_PUT_BACK.format(number=number))


def _write_feeds(source: sqlite3.Connection, db: sqlite3.Connection, lost: list[str]) -> int:
    """Feeds before the articles, whose entries name them; how many there are."""
    for record in read_feed_records(source):
        if is_feed_record(record):
            write_feed_record(db, record)
        else:
            lost.append("a feed, a saved search or a mute rule could not be read")
    return int(db.execute("SELECT count(*) FROM feed").fetchone()[0])


def _write_voices(source: sqlite3.Connection, db: sqlite3.Connection, lost: list[str]) -> None:
    for record in read_voice_records(source):
        if is_joined_voice(record):
            write_voice_record(db, record)
        else:
            lost.append("a voice that was joined by hand could not be read")


def _go_on_counting(source: sqlite3.Connection, db: sqlite3.Connection) -> None:
    """No number that was given out is given out again: undo would find another article under it."""
    last = "SELECT coalesce(max({column}), 0) FROM {table}"
    named = source.execute("SELECT seq FROM sequence WHERE name = 'article'").fetchall()
    numbers = [number for (number,) in named if isinstance(number, int) and number <= LAST_NUMBER]
    for column, table in (("article", "removed"), ("id", "article")):
        numbers += db.execute(last.format(column=column, table=table)).fetchone()
    db.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'article'", (max(numbers),))


def _drop_orphans(db: sqlite3.Connection) -> None:
    """Rows whose article, tag or voice is gone."""
    for table, rowid, *_ in db.execute("PRAGMA foreign_key_check").fetchall():
        if rowid is not None:
            db.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    for table in ("address", "picture", "tagging", "citation", "line", "body", "version", "own_text", "prefetch"):
        db.execute(f"DELETE FROM {table} WHERE article NOT IN (SELECT id FROM article)")
    for table, owner in (("tagging", "tag"), ("citation", "voice")):  # their rows have no number to delete them by
        db.execute(f"DELETE FROM {table} WHERE {owner} NOT IN (SELECT id FROM {owner})")


def _write_again_what_lost_its_text(db: sqlite3.Connection, now: int, lost: list[str]) -> None:
    """Older texts that cannot be read go; an article whose own cannot be read is written anew of what is left."""
    for number in check.unreadable_versions(db):
        db.execute("DELETE FROM version WHERE id = ?", (number,))
        lost.append("an older text of an article could not be read")
    for number in check.unreadable_removed(db):
        db.execute("DELETE FROM removed WHERE article = ?", (number,))
        lost.append(NOT_PUT_BACK.format(number=number))
    for number in check.unreadable_bodies(db):
        record, lines = records.read_what_is_left(db, number, now)
        voice_counts.uncount_sources(db, number)
        db.execute("DELETE FROM article WHERE id = ?", (number,))
        article = records.article_of(record)
        records.write_record(db, record, article, Changes(), as_id=number)  # the index is built anew
        lost += [f"article {number} ({article.title[:60]}): {line}" for line in lines]


def _forget_lost_pictures(db: sqlite3.Connection, folder: Path) -> None:
    for number, caption in check.lost_pictures(db, folder):
        pictures.give_up(db, number, caption, LOST)


def _move_stray(connections: Connections, aside: Path) -> None:
    for file in check.stray_files(connections):
        target = aside / pictures.FOLDER / file.name
        target.parent.mkdir(mode=0o700, exist_ok=True)
        os.replace(file, target)


def _close_to_others(folder: Path) -> None:
    if folder.stat().st_mode & 0o022:
        folder.chmod(0o700)
    for file in (folder / DATABASE, folder / disk_reserve.NAME):
        if file.exists():
            file.chmod(0o600)
    if (folder / pictures.FOLDER).exists():
        (folder / pictures.FOLDER).chmod(0o700)
