"""The account taken over by repair into a library that is written anew: feeds have other numbers in it."""

from __future__ import annotations

import sqlite3

from tui.library.sync import accounts

FEED = "id, account, stream, title, labels, own_labels"
ENTRY = "id, account, item, article, read, starred"
LOST = "the account that feeds are kept in step with could not be read: newsreader sync add makes it again"


def copy_account(source: sqlite3.Connection, db: sqlite3.Connection, lost: list[str]) -> None:
    """Copies the account with all that is known of its server, after the feeds and the articles are there."""
    copied = source.execute(f"SELECT {accounts.COLUMNS} FROM account").fetchall()
    if not copied:
        if source.execute("SELECT 1 FROM synced_feed UNION ALL SELECT 1 FROM synced_entry LIMIT 1").fetchone():
            lost.append(LOST)
        return
    feeds = _feeds(source, db)
    db.executemany(f"INSERT INTO account ({accounts.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", copied[:1])
    db.execute("UPDATE account SET last_own_feed = (SELECT coalesce(max(id), 0) FROM feed)")
    known = copied[0][0]
    for feed, *values in source.execute(f"SELECT feed, {FEED} FROM synced_feed WHERE account = ?", (known,)):
        if feed is None or feed in feeds:
            row = (feeds.get(feed), *values)
            db.execute(f"INSERT OR IGNORE INTO synced_feed (feed, {FEED}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    for feed, *values in source.execute(f"SELECT feed, {ENTRY} FROM synced_entry WHERE account = ?", (known,)):
        row = (feeds.get(feed), *values)
        db.execute(f"INSERT OR IGNORE INTO synced_entry (feed, {ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    for row in source.execute("SELECT id, entry, mark, name, value FROM outbox"):
        db.execute(
            "INSERT OR IGNORE INTO outbox (id, entry, mark, name, value) SELECT ?, ?, ?, ?, ?"
            " WHERE EXISTS (SELECT 1 FROM synced_entry WHERE id = ?)",
            (*row, row[1]),
        )


def _feeds(source: sqlite3.Connection, db: sqlite3.Connection) -> dict[int, int]:
    """The new numbers of feeds by the old ones."""
    now = dict(db.execute("SELECT address, id FROM feed").fetchall())
    was = source.execute("SELECT id, address FROM feed").fetchall()
    return {number: now[address] for number, address in was if address in now}
