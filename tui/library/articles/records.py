"""Everything that is kept about one article as JSON values: what an archive holds, and what undo puts back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from tui.library.articles import entry_records, kept_articles, marks, rows, tags, unfetched
from tui.library.indexes.word_index import Changes
from tui.library.library_errors import MissingError
from tui.library.store import address_keys, body_blob, row_values
from tui.model.article import Article
from tui.model.kept_json import pack, unpack
from tui.model.stored_names import (
    ADDRESS,
    ADDRESSES,
    ARTICLE,
    EARLIER,
    NUMBER,
    PICTURE,
    PICTURES,
    STATE,
    TAGS,
    UNTIL,
    VERSIONS,
)
from tui.model.warning import Warning
from tui.text.cleaning import web_address

TEXTS: tuple[str, ...] = ("whole", "feed", "none")
# How a value from outside of what is kept of the reading of an article is brought within its bounds.
BOUNDS: dict[str, Callable[[Any], int | float | str | None]] = {
    "kept_at": int,
    "read": lambda value: int(bool(value)),
    "starred": lambda value: int(bool(value)),
    "later": lambda value: int(bool(value)),
    "fraction": lambda value: min(1.0, max(0.0, float(value))),
    "block": lambda value: max(0, int(value)),
    "offset": lambda value: max(0, int(value)),
    "read_at": lambda value: int(value) or None,
    "kept": lambda value: int(bool(value)),
    "text": lambda value: value if value in TEXTS else "whole",
    "fetched": lambda value: int(bool(value)),
    "muted": lambda value: int(bool(value)),
}
# What an article is of which a record, of a time before there were feeds or with a part lost, does not say it.
UNSAID: dict[str, int | str] = {"kept": 1, "text": "whole", "fetched": 1}
ADD_ADDRESS = f"INSERT OR IGNORE INTO address (article, {', '.join(ADDRESS.values())}) VALUES (?, ?, ?, ?)"
_STATE_COLUMNS = ", ".join(f'"{column}"' for column in STATE.values())

Record = dict[str, Any]


def read_record(db: sqlite3.Connection, number: int) -> Record:
    """The record of a kept article."""
    state = db.execute(f"SELECT {_STATE_COLUMNS} FROM article WHERE id = ?", (number,)).fetchone()
    if state is None:
        raise MissingError("this article is no longer kept")
    return {
        NUMBER: number,
        **dict(zip(STATE, state, strict=True)),
        ARTICLE: json.loads(pack(body_blob.stored(db, number))),
        **_what_belongs_to_it(db, number),
        VERSIONS: [_version(*row) for row in _version_rows(db, number)],
    }


def read_what_is_left(db: sqlite3.Connection, number: int, now: int) -> tuple[Record, list[str]]:
    """The record of an article in a database from which rows are missing, and a line for each part that is lost.

    Where its text is lost, the newest that it had before stands for it; where there is none, an article without
    a text, so that marks, tags and the address at which it can be had again stay.
    """
    lost: list[str] = []
    columns = ", ".join(f'"{name}"' for name in (*STATE.values(), *ROW))
    row = db.execute(f"SELECT {columns} FROM article WHERE id = ?", (number,)).fetchone()
    if row is None:
        lost.append("its marks and place could not be read")
    row = row or (now, *(UNSAID.get(name, 0) for name in list(STATE)[1:]), *[None] * len(ROW))
    versions = []
    for version in _version_rows(db, number):
        try:
            versions.append(_version(*version))
        except body_blob.UNREADABLE:
            lost.append("an older text could not be read")
    record: Record = {
        NUMBER: number,
        **dict(zip(STATE, row, strict=False)),
        **_what_belongs_to_it(db, number),
        VERSIONS: versions,
    }
    try:
        record[ARTICLE] = json.loads(pack(body_blob.stored(db, number)))
    except body_blob.UNREADABLE:
        record[PICTURES] = []  # which captions they are of is lost with the text
        if versions:
            lost.append("its newest text could not be read: the one before stands for it")
            newest = {name: value for name, value in zip(ROW, row[len(STATE) :], strict=True) if value is not None}
            record[ARTICLE] = versions[-1][EARLIER] | _head_of_row(newest)
        else:
            lost.append("its text could not be read: fetch it again")
            record[ARTICLE] = json.loads(pack(_without_text(dict(zip(ROW, row[len(STATE) :], strict=True)), record)))
    return record, lost


ROW = ("title", "site", "url", "published")
LOST_TEXT = "the text was lost when the library was damaged: fetch it again"


def _head_of_row(row: dict[str, Any]) -> dict[str, Any]:
    """What the list has of the head of an article whose newest text is lost, as far as it is whole there."""
    if len(row.get("title", "")) >= row_values.ROW_TITLE:
        del row["title"]
    if not web_address(row.get("url", "")):
        row.pop("url", None)
    return row


def _without_text(row: dict[str, Any], record: Record) -> Article:
    """What is known of an article whose text is lost."""
    keys = [str(address["key"]) for address in record[ADDRESSES]]
    address = row["url"] or next((address_keys.as_address(key) for key in keys), "-")
    return Article(
        address=address,
        title=row["title"] or "An article whose text was lost",
        blocks=(),
        markdown="",
        url=web_address(address),
        published=row["published"],
        site=row["site"],
        warnings=(Warning("incomplete", LOST_TEXT),),
    )


def _what_belongs_to_it(db: sqlite3.Connection, number: int) -> Record:
    return {
        ADDRESSES: _rows(db, "address", ADDRESS, number),
        TAGS: tags.names_of(db, number),
        PICTURES: _rows(db, "picture", PICTURE, number),
        **entry_records.read_entries(db, number),
    }


def _version_rows(db: sqlite3.Connection, number: int) -> list[tuple[int, bytes]]:
    return db.execute("SELECT kept_at, packed FROM version WHERE article = ? ORDER BY id", (number,)).fetchall()


def _version(until: int, blob: bytes) -> Record:
    return {UNTIL: until, EARLIER: json.loads(pack(body_blob.expand(blob)))}


def article_of(record: Record) -> Article:
    """The article in a record."""
    return unpack(json.dumps(record[ARTICLE]))


def write_record(db: sqlite3.Connection, record: Record, article: Article, index: Changes, *, as_id: int | None) -> int:
    """Puts an article back from its record: under that id if it is free, else under a new one.

    Raises ValueError, TypeError or KeyError, or what SQLite does, for a record that is not whole.
    """
    if as_id is not None and rows.is_kept(db, as_id):
        as_id = None
    blob, state = body_blob.compress(article), _state(record)
    number = kept_articles.add(db, article, blob, int(record["kept_at"]), index, number=as_id, state=state)
    _write_what_belongs_to_it(db, record, number)
    for name in record.get(TAGS, ()):
        tags.add_tag(db, name, [number])
    return number


def write_new(db: sqlite3.Connection, new: Sequence[tuple[Record, Article]], index: Changes) -> None:
    """Puts in many articles, each from its record, none of which is kept, in less time than one by one."""
    made = [
        kept_articles.NewArticle(article, body_blob.compress(article), int(record["kept_at"]), _state(record))
        for record, article in new
    ]
    numbers = kept_articles.add_many(db, made, index)
    for (record, _), number in zip(new, numbers, strict=True):
        _write_what_belongs_to_it(db, record, number)
    tags.add_tags(db, ((number, record.get(TAGS, ())) for (record, _), number in zip(new, numbers, strict=True)))


def _write_what_belongs_to_it(db: sqlite3.Connection, record: Record, number: int) -> None:
    _write_versions(db, record, number)
    for address in record.get(ADDRESSES, ()):
        db.execute(
            ADD_ADDRESS,
            (number, *(address.get(name) for name in ADDRESS)),
        )
    for picture in record.get(PICTURES, ()):
        db.execute(
            f"INSERT OR REPLACE INTO picture (article, {', '.join(PICTURE.values())}) VALUES (?, ?, ?, ?, ?, ?)",
            (number, *(picture.get(name) for name in PICTURE)),
        )
    entry_records.write_entries(db, record, number)


def take_over(db: sqlite3.Connection, number: int, record: Record) -> None:
    """Keeps what only a feed brought so far, with the marks, the tags and the place of a record of the same article.

    What a person kept stays as it is.
    """
    kept = db.execute("SELECT kept FROM article WHERE id = ?", (number,)).fetchone()
    if kept != (0,) or not _said(record, "kept"):
        return
    for name in marks.MARKS:
        if _said(record, name):
            marks.set_mark(db, number, name, True, int(record["kept_at"]))
    for name in record.get(TAGS, ()):
        tags.add_tag(db, name, [number])
    fraction = BOUNDS["fraction"](_said(record, "fraction"))
    block, offset = unfetched.place_at(body_blob.stored(db, number), float(fraction or 0))
    db.execute(
        'UPDATE article SET kept = 1, muted = 0, fraction = ?, block = ?, "offset" = ? WHERE id = ?',
        (fraction, block, offset, number),
    )


def squeeze(record: Record) -> bytes:
    """The record as a compressed blob."""
    return body_blob.squeeze(json.dumps(record, ensure_ascii=False, separators=(",", ":")))


def unsqueeze(blob: bytes) -> Record:
    """The record in a blob."""
    record: Record = json.loads(body_blob.unsqueeze(blob))
    return record


def _write_versions(db: sqlite3.Connection, record: Record, number: int) -> None:
    for version in record.get(VERSIONS, ()):
        blob = body_blob.compress(unpack(json.dumps(version[EARLIER])))
        db.execute("INSERT INTO version (article, kept_at, packed) VALUES (?, ?, ?)", (number, version[UNTIL], blob))


def _state(record: Record) -> dict[str, int | float | str | None]:
    """The columns of an article's row that say what was done with it, but for when it was kept.

    They come with the row: each that is changed afterwards would be counted anew in every section.
    """
    state = {column: BOUNDS[name](_said(record, name)) for name, column in STATE.items() if name != "kept_at"}
    if state["starred"] or state["later"]:
        state["kept"], state["muted"] = 1, 0
    pictures = record.get(PICTURES, ())
    kept = sum(picture.get("digest") is not None for picture in pictures)
    return state | {
        "versions": len(record.get(VERSIONS, ())) + 1,
        "pictures": kept,
        "missing": len(pictures) - kept,
    }


def _said(record: Record, name: str) -> Any:
    """A value of a record's state, or what it is when the record does not say it."""
    value = record.get(name)
    return (UNSAID.get(name, 0) if value is None else value) or 0


def _rows(db: sqlite3.Connection, table: str, names: dict[str, str], number: int) -> list[Record]:
    columns = ", ".join(names.values())
    found = db.execute(f"SELECT {columns} FROM {table} WHERE article = ? ORDER BY 1", (number,))
    return [dict(zip(names, row, strict=True)) for row in found]
