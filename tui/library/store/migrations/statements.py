"""Running a script of SQL inside a transaction."""

from __future__ import annotations

import sqlite3


def run(db: sqlite3.Connection, script: str) -> None:
    """Each statement of a script inside the transaction that is open (``executescript`` would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if statement.strip() and sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
