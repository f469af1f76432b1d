"""The whole library in one file, which ``intake/import_archive`` reads."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tui.library.archive_format import ARTICLES, FEEDS, FORMAT, MANIFEST, VOICES
from tui.library.articles import pictures, records
from tui.library.feeds.feed_records import read_feed_records
from tui.library.library import Library
from tui.library.library_errors import LibraryError, raising_library_errors
from tui.library.store.connection import Connections
from tui.library.voices.voice_records import read_voice_records
from tui.library.work_report import Progress, Report, Stopped, StoppedError, never, silent
from tui.model.stored_names import ARTICLE, EARLIER, VERSIONS
from tui.system.new_file import new_file
from tui.text.addresses import without_login
from tui.text.odd_bytes import escape_odd_bytes


def write_archive(library: Library, file: Path, *, progress: Progress = silent, stopped: Stopped = never) -> Report:
    """Writes the archive, whole or not at all; a file that is there is not overwritten."""
    report = Report()
    try:
        with (
            raising_library_errors(file),
            library.connections.snapshot() as db,
            new_file(file) as out,
            ZipFile(out, "w", ZIP_DEFLATED) as archive,
        ):
            (total,) = db.execute("SELECT count(*) FROM article").fetchone()
            archive.writestr(MANIFEST, json.dumps({"newsreader": "library", "format": FORMAT, "articles": total}))
            _write_articles(db, archive, report, total, progress, stopped)
            feeds = read_feed_records(db)
            archive.writestr(FEEDS, "\n".join(json.dumps(feed, ensure_ascii=False) for feed in feeds))
            voices = read_voice_records(db)
            archive.writestr(VOICES, "\n".join(json.dumps(voice, ensure_ascii=False) for voice in voices))
            _write_pictures(library.connections, db, archive, report)
    except StoppedError:
        return Report(stopped=True)
    return report


def _write_articles(
    db: sqlite3.Connection, archive: ZipFile, report: Report, total: int, progress: Progress, stopped: Stopped
) -> None:
    with archive.open(ARTICLES, "w", force_zip64=True) as out:
        for (number,) in db.execute("SELECT id FROM article ORDER BY id"):
            if stopped():
                raise StoppedError
            try:
                record = _shareable(records.read_record(db, number))
            except LibraryError as error:
                report.refuse(f"article {number}", error)
                continue
            line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            out.write(line.encode("utf-8", "surrogatepass") + b"\n")
            report.done += 1
            progress(report.done, total)


def _shareable(record: records.Record) -> records.Record:
    """The record with odd bytes in names of files written out: JSON is text; and with no login in its addresses."""
    for article in (record[ARTICLE], *(version[EARLIER] for version in record[VERSIONS])):
        article["address"] = escape_odd_bytes(without_login(article["address"]))
    return record


def _write_pictures(connections: Connections, db: sqlite3.Connection, archive: ZipFile, report: Report) -> None:
    for digest, media_type in db.execute(
        "SELECT digest, min(media_type) FROM picture WHERE digest IS NOT NULL GROUP BY digest ORDER BY digest"
    ):
        file = pictures.path(connections.folder, digest, media_type)
        if file.exists():
            archive.write(file, f"{pictures.FOLDER}/{digest}", ZIP_STORED)
        else:
            report.refuse(f"picture {digest[:12]}", "its file is missing: run newsreader doctor")
