"""What can be read of a damaged library, put into a database that can be asked: rows as they are, nothing derived."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tui.library.library_errors import DamagedError
from tui.library.store import body_blob, schema
from tui.library.store.migrations import to_format_2
from tui.library.upkeep.damaged_file import DamagedFile, DamagedRow, Value

# What is not worked out from the articles.  Of these, rows on pages that no tree leads to are known by their shape.
KNOWN_BY_SHAPE = ("article", "version", "removed", "voice", "picture", "address", "tag", "body", "feed", "entry")
OF_FEEDS = ("feed_address", "folder", "feed_folder", "feed_tag", "feed_setting", "saved_search", "mute_rule")
OF_AN_ACCOUNT = ("account", "synced_feed", "synced_entry", "outbox")
TABLES = (*KNOWN_BY_SHAPE, *OF_FEEDS, *OF_AN_ACCOUNT, "own_text", "tagging", "sqlite_sequence")
TAGGING_TURNED = "tagging_of"  # the index, which holds the same pairs the other way round
TYPES: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "REAL": (int, float), "TEXT": (str,), "BLOB": (bytes,)}


class TableColumn(NamedTuple):
    """A column of a table of today's format."""

    name: str
    type: str
    required: bool
    default: Value
    key: int


def is_a_library(path: Path) -> bool:
    """Whether there are articles in a file that does not say that it is a library any more."""
    file = DamagedFile(path)
    rows = (row for root in (file.roots().get("body"),) if root for row in file.rows(root))
    return any(_is_body(row.values) for found in (rows, file.stray_rows()) for row in found)


def salvage(damaged: Path, target: Path) -> int:
    """Fills a new database at ``target`` from the file and the log beside it; how many pages and rows were broken."""
    file = DamagedFile(damaged)
    roots = file.roots()
    columns = _columns()
    with closing(sqlite3.connect(target, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")  # it is made again if it does not come to its end
        db.execute("BEGIN")
        for table in TABLES:
            _make_table(db, table, columns[table])
        for table in TABLES:
            for row in file.rows(roots[table]) if roots.get(table) else ():
                _add(db, table, columns[table], row)
        for row in file.rows(roots[TAGGING_TURNED]) if roots.get(TAGGING_TURNED) else ():
            _add(db, "tagging", columns["tagging"], DamagedRow(None, row.values[::-1]))
        _add_strays(db, file, roots, columns)
        db.execute(f"INSERT INTO tag (id, name, key) {_LOST_TAGS}")
        db.execute("COMMIT")
    return file.broken


_LOST_TAGS = (
    "SELECT DISTINCT tag, 'lost tag ' || tag, 'lost tag ' || tag FROM tagging WHERE tag NOT IN (SELECT id FROM tag)"
)


def _columns() -> dict[str, list[TableColumn]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        for step in schema.STEPS:
            step.migrate(db)
        found = {}
        for table in TABLES:
            rows = db.execute('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', (table,))
            found[table] = [
                TableColumn(name, kind, bool(required), _literal(db, default), key)
                for name, kind, required, default, key in rows.fetchall()
            ]
    return found


def _literal(db: sqlite3.Connection, default: str | None) -> Value:
    """What a default stands for; it is SQL of our own schema."""
    value: Value = db.execute(f"SELECT {default or 'NULL'}").fetchone()[0]
    return value


def _make_table(db: sqlite3.Connection, table: str, columns: list[TableColumn]) -> None:
    if table == "sqlite_sequence":
        table = "sequence"
    names = ", ".join(f'"{column.name}"' for column in columns)
    keys = ", ".join(f'"{column.name}"' for column in sorted(columns, key=lambda c: c.key) if column.key)
    db.execute(f"CREATE TABLE {table} ({names}{f', PRIMARY KEY ({keys})' if keys else ''})")
    if any(column.name == "article" for column in columns):
        db.execute(f"CREATE INDEX {table}_of ON {table} (article)")


def _add(db: sqlite3.Connection, table: str, columns: list[TableColumn], row: DamagedRow) -> None:
    """Adds a row if it has the shape of the table's rows, unless there is one of that key."""
    values = _fitting(columns, row)
    if values is None:
        return
    if table == "body":
        values[1] = _of_today(values[1])
    name = "sequence" if table == "sqlite_sequence" else table
    db.execute(f"INSERT OR IGNORE INTO {name} VALUES ({', '.join('?' * len(values))})", values)


def _of_today(blob: Value) -> Value:
    """A body as it is kept today; in the first format it was JSON alone."""
    try:
        is_first = isinstance(blob, bytes) and body_blob.unsqueeze(blob).startswith("{")
        return to_format_2.packed_anew(blob) if is_first and isinstance(blob, bytes) else blob
    except body_blob.UNREADABLE:
        return blob


def _fitting(columns: list[TableColumn], row: DamagedRow) -> list[Value] | None:
    """The values of the columns, with the defaults of those that came later; None if they are of another table."""
    values = list(row.values)
    if not 0 < len(values) <= len(columns):
        return None
    values += [column.default for column in columns[len(values) :]]
    if row.rowid is not None and columns[0].key and values[0] is None:
        values[0] = row.rowid  # the column that is another name for the rowid
    for column, value in zip(columns, values, strict=True):
        if value is None:
            if column.required or column.key:
                return None
        elif column.type and not isinstance(value, TYPES[column.type]):
            return None
    return values


def _add_strays(
    db: sqlite3.Connection, file: DamagedFile, roots: dict[str, int], columns: dict[str, list[TableColumn]]
) -> None:
    """Adds what lies on pages that no tree leads to, if any page that should lead there is broken."""
    if not file.broken and all(roots.get(table) for table in TABLES):
        return
    for name, root in roots.items():  # what the other trees lead to is theirs
        if root and name not in TABLES:
            for _ in file.rows(root):
                pass
    for table, row in _named(file.stray_rows(), columns):
        _add(db, table, columns[table], row)


def _named(rows: Iterator[DamagedRow], columns: dict[str, list[TableColumn]]) -> Iterator[tuple[str, DamagedRow]]:
    """Rows with the table whose shape they have."""
    for row in rows:
        for table in KNOWN_BY_SHAPE:
            has_rowid = table not in ("picture", "address")
            alike = len(row.values) == len(columns[table]) and has_rowid == (row.rowid is not None)
            if alike and (table != "body" or _is_body(row.values)) and _fitting(columns[table], row):
                yield table, row
                break


def _is_body(values: list[Value]) -> bool:
    """Whether it is the row of an article's text: the index of words has rows of that shape too."""
    if len(values) != 2 or not isinstance(values[1], bytes):
        return False
    try:
        body_blob.unsqueeze(values[1])
    except DamagedError:
        return False
    return True
