"""An archive of a whole library taken in.

What comes out of an archive is from outside like any page: it is cleaned, and a picture must match its hash.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from tui.intake.importing.export_files import UNREADABLE_PART
from tui.library.archive_format import ARTICLES, FEEDS, FORMAT, MANIFEST, VOICES
from tui.library.articles import bulk, kept_articles, outlet_names, pictures, records
from tui.library.articles.record_schema import LAST_NUMBER, check_record, is_digest, is_feed_record, is_joined_voice
from tui.library.feeds.feed_records import write_feed_record
from tui.library.indexes.word_index import Changes
from tui.library.library import Library
from tui.library.library_errors import LibraryError, raising_library_errors
from tui.library.store.connection import Connections
from tui.library.voices.voice_records import write_voice_record
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.model.article import Article
from tui.model.stored_names import FEED, NUMBER, PICTURES
from tui.system.content_types import picture_type
from tui.text.cleaning import clean, is_harmless

# Bytes, after decompression, that are read of each.
LONGEST_MANIFEST = 100_000
LONGEST_RECORD = 16_000_000  # one article with all its versions
LONGEST_VOICE = 100_000
LARGEST_PICTURE = 50_000_000
# JSON values in one record: a list or an object of nothing takes 60 bytes of memory for each two of text.
MOST_VALUES = 500_000
BATCH = 20
NOT_KNOWN = 2  # whether a feed is on this machine or its network

NO_RECORD = (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError)


def import_archive(
    library: Library, file: Path, *, progress: Progress = silent, stopped: Stopped = never, dry: bool = False
) -> Report:
    """Takes in what is in an archive, or (``dry``) counts it; articles that a person kept already stay as they are."""
    report, connections = Report(), library.connections
    with raising_library_errors(file), _readable(file), ZipFile(file) as archive:
        total = _manifest(archive, file)
        if FEEDS in archive.namelist() and not dry:
            with archive.open(FEEDS) as lines, connections.writing() as db:
                _read_feeds(db, lines, report)
        with archive.open(ARTICLES) as lines, bulk.many_writes(connections):
            _read_articles(connections, archive, lines, report, total, progress, stopped, dry=dry)
        if not (report.stopped or dry):
            with archive.open(VOICES) as lines, connections.writing() as db:
                _read_voices(db, lines)
                outlet_names.share_all(db)
    return report


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    try:
        yield
    except UNREADABLE_PART as error:
        raise LibraryError(f"{file} is damaged or no newsreader archive: {error}") from error


def _manifest(archive: ZipFile, file: Path) -> int | None:
    """How many articles there are; LibraryError if this is no archive or one of a newer format."""
    try:
        with archive.open(MANIFEST) as stream:
            manifest = json.loads(stream.read(LONGEST_MANIFEST))
        known, total = manifest["newsreader"] == "library", manifest.get("articles")
    except NO_RECORD:
        known, manifest, total = False, {}, None
    if not known:
        raise LibraryError(f"{file} is no newsreader archive")
    if not isinstance(manifest.get("format"), int) or manifest["format"] > FORMAT:
        raise LibraryError(f"{file} was made by a newer newsreader: update this one to read it")
    return total if isinstance(total, int) and total >= 0 else None


def _read_articles(
    connections: Connections,
    archive: ZipFile,
    lines: IO[bytes],
    report: Report,
    total: int | None,
    progress: Progress,
    stopped: Stopped,
    *,
    dry: bool,
) -> None:
    with connections.reading() as db:
        empty = not db.execute("SELECT 1 FROM article LIMIT 1").fetchone()
    coming = _records(lines, report)
    while batch := list(islice(coming, BATCH)):
        if stopped():
            report.stopped = True
            return
        for record, _ in batch if not dry else ():
            _read_pictures(connections, archive, record, report)
        with connections.writing() as db:
            index = Changes()
            for record, article in batch:
                if dry:
                    report.done += 1
                    report.known += kept_articles.known(db, article) is not None
                else:
                    _write_article(db, record, article, index, report, with_number=empty)
            index.write(db)
        progress(report.done, total)


def _records(lines: IO[bytes], report: Report) -> Iterator[tuple[records.Record, Article]]:
    """Each line's record, cleaned and checked, and its article; lines that are none are refused."""
    for number, line in enumerate(_lines(lines, LONGEST_RECORD), start=1):
        try:
            yield read_record(line)
        except NO_RECORD as error:
            report.refuse(f"line {number}", f"not an article: {error}")


def read_record(line: bytes | None) -> tuple[records.Record, Article]:
    """A record from outside, cleaned and checked, and its article.  Raises one of NO_RECORD."""
    if line is None or sum(map(line.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise ValueError("too large")
    record = _cleaned_record(line)
    check_record(record)
    return record, records.article_of(record)


def _lines(stream: IO[bytes], longest: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is too long, of which no more than that is in memory."""
    while line := stream.readline(longest):
        if len(line) < longest or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(longest)
        yield None


def _cleaned_record(line: bytes) -> Any:
    """The record in a line; what could steer a terminal is not in it any more."""
    text = line.decode("utf-8", "replace")
    record = json.loads(text)
    return record if is_harmless(text) and "\\u" not in text else _cleaned(record)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {clean(str(name)): _cleaned(one) for name, one in value.items()}
    return value


def _write_article(
    db: sqlite3.Connection,
    record: records.Record,
    article: Article,
    index: Changes,
    report: Report,
    *,
    with_number: bool,
) -> None:
    """Keeps one record whole or not at all."""
    own, number = Changes(), record[NUMBER]
    db.execute("SAVEPOINT one")
    try:
        if (known := kept_articles.known(db, article)) is not None:
            records.take_over(db, known, record)
            report.known += 1
        else:
            as_id = number if with_number and 0 < number <= LAST_NUMBER else None
            records.write_record(db, record, article, own, as_id=as_id)
            index.join(own)
        report.done += 1
    except (*NO_RECORD, sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError) as error:
        db.execute("ROLLBACK TO one")
        report.refuse(str(number), f"not whole: {error}")
    finally:
        db.execute("RELEASE one")


def _read_pictures(connections: Connections, archive: ZipFile, record: records.Record, report: Report) -> None:
    """Puts an article's pictures in their place; one that is missing or wrong is noted in the record."""
    for picture in record.get(PICTURES, ()):
        if picture["digest"] is not None and not _read_picture(connections, archive, picture):
            report.refuse(f"picture {picture['digest'][:12]}", "missing or damaged in the archive")
            picture.update(digest=None, media_type=None, bytes=0, note="was missing in the archive")


def _read_picture(connections: Connections, archive: ZipFile, picture: dict[str, Any]) -> bool:
    """Whether the picture is there and is what it is said to be; its type and size are those of what is in it."""
    digest = picture["digest"]
    if not is_digest(digest):
        return False
    try:
        with archive.open(f"{pictures.FOLDER}/{digest}") as stream:
            data = stream.read(LARGEST_PICTURE + 1)
    except UNREADABLE_PART:
        return False
    media_type = picture_type(data)
    if media_type is None or len(data) > LARGEST_PICTURE or hashlib.sha256(data).hexdigest() != digest:
        return False
    picture.update(media_type=media_type, bytes=len(data))
    pictures.write(pictures.path(connections.folder, digest, media_type), data)
    return True


def _read_feeds(db: sqlite3.Connection, lines: IO[bytes], report: Report) -> None:
    """Feeds before the articles, whose entries name them; an archive gives no right to ask this machine's network."""
    for number, line in enumerate(_lines(lines, LONGEST_RECORD), start=1):
        try:
            record = _cleaned_record(line or b"")
        except NO_RECORD:
            record = None
        if not is_feed_record(record):
            report.refuse(f"line {number} of the feeds", "no feed, saved search or mute rule")
            continue
        if FEED in record:
            record[FEED]["private"] = NOT_KNOWN
        write_feed_record(db, record)


def _read_voices(db: sqlite3.Connection, lines: IO[bytes]) -> None:
    """Joins and parts voices as they were by hand."""
    for line in _lines(lines, LONGEST_VOICE):
        try:
            record = _cleaned_record(line or b"")
        except NO_RECORD:
            continue
        if is_joined_voice(record):
            write_voice_record(db, record)
