"""An archive of a whole library taken in.

What comes out of an archive is from outside like any page: it is cleaned, and a picture must match its hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tui.library.archive_format import ARTICLES, FORMAT, MANIFEST, VOICES
from tui.library.articles import bulk, kept_articles, pictures, records
from tui.library.library import Library
from tui.library.library_errors import LibraryError, raising_library_errors
from tui.library.search.index import Changes
from tui.library.store.connection import Connections
from tui.library.voices import voice_counts
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.model.article import Article
from tui.model.stored_names import HEAD, MEMBER, NUMBER, PICTURES
from tui.text.cleaning import SUSPECT, clean

if TYPE_CHECKING:
    import sqlite3
    from zipfile import ZipFile

LONGEST_RECORD = 64_000_000  # bytes of one article with all its versions
LARGEST_PICTURE = 50_000_000
BATCH = 50

NOT_WHOLE = (ValueError, TypeError, KeyError, AttributeError, OverflowError)


def import_archive(library: Library, file: Path, *, progress: Progress = silent, stopped: Stopped = never) -> Report:
    """Takes in what is in an archive; articles that are kept already stay as they are."""
    from zipfile import BadZipFile, ZipFile

    report, connections = Report(), library.connections
    try:
        with raising_library_errors(file), ZipFile(file) as archive:
            total = _manifest(archive, file)
            with archive.open(ARTICLES) as lines, bulk.many_writes(connections):
                _read_articles(connections, archive, lines, report, total, progress, stopped)
            if not report.stopped:
                with connections.writing() as db:
                    _read_voices(db, archive)
    except (BadZipFile, KeyError, EOFError) as error:
        raise LibraryError(f"{file} is damaged or no newsreader archive: {error}") from error
    return report


def _manifest(archive: ZipFile, file: Path) -> int | None:
    """How many articles there are; LibraryError if this is no archive or one of a newer format."""
    try:
        manifest = json.loads(archive.read(MANIFEST))
        known, total = manifest["newsreader"] == "library", manifest.get("articles")
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        known, manifest, total = False, {}, None
    if not known:
        raise LibraryError(f"{file} is no newsreader archive")
    if not isinstance(manifest.get("format"), int) or manifest["format"] > FORMAT:
        raise LibraryError(f"{file} was made by a newer newsreader: update this one to read it")
    return total if isinstance(total, int) else None


def _read_articles(
    connections: Connections,
    archive: ZipFile,
    lines: IO[bytes],
    report: Report,
    total: int | None,
    progress: Progress,
    stopped: Stopped,
) -> None:
    with connections.reading() as db:
        empty = not db.execute("SELECT 1 FROM article LIMIT 1").fetchone()
    coming = _records(lines, report)
    while batch := list(islice(coming, BATCH)):
        if stopped():
            report.stopped = True
            return
        for record, _ in batch:
            _read_pictures(connections, archive, record, report)
        with connections.writing() as db:
            index = Changes()
            for record, article in batch:
                _take(db, record, article, index, report, as_id=empty)
            index.write(db)
        progress(report.done, total)


def _records(lines: IO[bytes], report: Report) -> Iterator[tuple[records.Record, Article]]:
    """Each line's record, cleaned, and its article; lines that are none are refused."""
    number = 0
    while line := lines.readline(LONGEST_RECORD):
        number += 1
        try:
            text = line.decode("utf-8", "replace")
            record = json.loads(text)
            if SUSPECT.search(text) or "\\u" in text:
                record = _cleaned(record)
            yield record, records.article_of(record)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            report.refuse(f"line {number}", f"not an article: {error}")


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {clean(str(name)): _cleaned(one) for name, one in value.items()}
    return value


def _take(
    db: sqlite3.Connection, record: records.Record, article: Article, index: Changes, report: Report, *, as_id: bool
) -> None:
    """Keeps one record whole or not at all."""
    import sqlite3

    own = Changes()
    db.execute("SAVEPOINT one")
    try:
        if kept_articles.known(db, article) is not None:
            report.known += 1
        else:
            records.write_record(db, record, article, own, as_id=int(record[NUMBER]) if as_id else None)
            index.join(own)
        report.done += 1
    except (*NOT_WHOLE, sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError) as error:
        db.execute("ROLLBACK TO one")
        report.refuse(str(record.get(NUMBER)), f"not whole: {error}")
    finally:
        db.execute("RELEASE one")


def _read_pictures(connections: Connections, archive: ZipFile, record: records.Record, report: Report) -> None:
    """Puts an article's pictures in their place; one that is missing or wrong is noted in the record."""
    given = record.get(PICTURES)
    for picture in given if isinstance(given, list) else ():
        digest = picture.get("digest") if isinstance(picture, dict) else None
        if digest and not _read_picture(connections, archive, str(digest), picture.get("media_type")):
            report.refuse(f"picture {str(digest)[:12]}", "missing or damaged in the archive")
            picture.update(digest=None, note="was missing in the archive")


def _read_picture(connections: Connections, archive: ZipFile, digest: str, media_type: str | None) -> bool:
    try:
        with archive.open(f"{pictures.FOLDER}/{digest}") as stream:
            data = stream.read(LARGEST_PICTURE + 1)
    except KeyError:
        return False
    if len(data) > LARGEST_PICTURE or hashlib.sha256(data).hexdigest() != digest:
        return False
    pictures.write(pictures.path(connections.folder, digest, media_type), data)
    return True


def _read_voices(db: sqlite3.Connection, archive: ZipFile) -> None:
    """Joins and parts voices as they were by hand."""
    for line in archive.read(VOICES).decode("utf-8", "replace").splitlines():
        try:
            given = _cleaned(json.loads(line))
            member = voice_counts.known(db, given[MEMBER])
            head = voice_counts.known(db, given[HEAD]) if given[HEAD] else None
        except (ValueError, TypeError, KeyError, RecursionError):
            continue
        if member is not None and (head is not None or not given[HEAD]):
            before = db.execute("SELECT coalesce(joined, id) FROM voice WHERE id = ?", (member,)).fetchone()[0]
            db.execute("UPDATE voice SET joined = ?, by_hand = 1 WHERE id = ?", (head, member))
            voice_counts.recount(db, [member, before])
