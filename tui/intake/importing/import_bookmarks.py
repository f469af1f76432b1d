"""The bookmarks of an export written into the library: with their text where the export has it, else to be fetched."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection
from dataclasses import dataclass

from tui.convert import convert
from tui.intake.importing.bookmark_spool import BookmarkSpool, key_of
from tui.intake.text_page import text_page
from tui.library.articles import bulk, kept_articles, records
from tui.library.articles.unfetched import address_only, place_at, standing
from tui.library.indexes import recent_index
from tui.library.indexes.rebuilding import rebuild_recent
from tui.library.indexes.word_index import Changes
from tui.library.library import Library
from tui.library.store import body_blob
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.model.article import Article
from tui.model.bookmark import Bookmark
from tui.model.stored_names import ADDRESSES, TAGS

BATCH = 500  # bookmarks a transaction: others who write wait a quarter of a second for it
TEXTS = 10  # texts to be converted a transaction: each takes some hundredths of a second
UNREAD, READ = "unread", "read"  # what can be left out of an export
GIVING_WAY = 0.01  # seconds between two transactions, in which others may write


@dataclass(frozen=True, slots=True)
class _Entry:
    """A bookmark, its article, and whether that has a text."""

    bookmark: Bookmark
    article: Article
    with_text: bool


def import_bookmarks(
    library: Library,
    spool: BookmarkSpool,
    *,
    without: Collection[str] = (),
    progress: Progress = silent,
    stopped: Stopped = never,
) -> Report:
    """Keeps what is not kept yet, the oldest first; ``done`` counts what was kept already, too.

    ``without``: not those that are UNREAD, not those that are READ.
    """
    report, connections, now = Report(), library.connections, int(library.clock())
    order = [at for at in spool.oldest_first(now) if (READ if spool.is_read(at) else UNREAD) not in without]
    total = len(order)
    with bulk.many_writes(connections):
        at = 0
        while at < total and not report.stopped:
            if stopped():
                report.stopped = True
                break
            batch = _batch(spool, order, at)
            at += len(batch)
            many = at > bulk.WITH_RECENT
            with connections.writing(durable=False) as db:
                index = Changes(filing=any(entry.with_text for entry in batch))  # an address alone can wait for it
                _write(db, batch, now, index, report)
                if many:
                    recent_index.empty(db)
                index.write(db, with_recent=not many)
            progress(at, total)
            time.sleep(GIVING_WAY)
        with connections.writing() as db:  # with it, all those before it are on the disk
            if at > bulk.WITH_RECENT:
                rebuild_recent(db)
    return report


def _batch(spool: BookmarkSpool, order: list[int], at: int) -> list[_Entry]:
    """What is written in one transaction, made ready before that."""
    entries: list[_Entry] = []
    texts = 0
    for position in order[at : at + BATCH]:
        entries.append(_entry(spool[position]))
        texts += entries[-1].with_text
        if texts >= TEXTS:
            break
    return entries


def _entry(bookmark: Bookmark) -> _Entry:
    about = {name: getattr(bookmark, name) for name in ("authors", "published", "site", "language")}
    if bookmark.html:
        page = text_page(bookmark.address, bookmark.title, bookmark.html, **about)
        article = Report().tried(bookmark.address, lambda: convert(page))
        if article is not None:  # else there is no text in it, and it is fetched as if there were none
            return _Entry(bookmark, article, True)
    return _Entry(bookmark, address_only(bookmark.address, bookmark.title, **about), False)


def _write(db: sqlite3.Connection, batch: list[_Entry], now: int, index: Changes, report: Report) -> None:
    """Keeps each, whose addresses differ; a text comes into the place of an article of which there is no whole one."""
    new = []
    for entry in batch:
        there, record = standing(db, key_of(entry.bookmark.address)), _record(entry, now)
        if there is None:
            new.append((record, entry.article))
            continue
        records.take_over(db, there.number, record)
        if entry.with_text and not there.whole:
            kept_articles.put(db, entry.article, body_blob.compress(entry.article), now, index)
        else:
            report.known += 1
    records.write_new(db, new, index)
    report.done += len(batch)


def _record(entry: _Entry, now: int) -> records.Record:
    """What is kept of the bookmark beside its article."""
    bookmark = entry.bookmark
    saved = now if bookmark.saved is None else min(bookmark.saved, now)
    block, offset = place_at(entry.article, bookmark.progress)
    return {
        "kept_at": saved,
        "read": bookmark.read,
        "starred": bookmark.starred,
        "fraction": bookmark.progress,
        "block": block,
        "offset": offset,
        "read_at": saved if bookmark.read else None,
        "kept": True,
        "text": "whole" if entry.with_text else "none",
        "fetched": entry.with_text,
        TAGS: bookmark.tags,
        ADDRESSES: [{"key": key_of(bookmark.address)}],
    }
