"""The name of an outlet for what stands under its host: what only a feed has names none, the pages do.

It holds within a feed, and there for one host: feeds gather from many hosts, and a host may have many outlets.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from tui.library.store import address_keys, row_values
from tui.library.store.row_values import Listed

NEWEST = 50  # articles of a feed that are asked for the names of their outlets


def of_feed(db: sqlite3.Connection, feed: int) -> dict[str, str]:
    """What the outlets of a feed are called, by the hosts of its entries, in the articles that were fetched last."""
    rows = db.execute(
        "SELECT entry.address, site FROM entry JOIN article ON article.id = entry.article"
        " WHERE entry.feed = ? AND entry.article IS NOT NULL AND fetched = 1 AND entry.address IS NOT NULL"
        " ORDER BY entry.article DESC LIMIT ?",
        (feed, NEWEST),
    )
    names = dict[str, str]()
    for key, site in rows:
        host = address_keys.host(address_keys.as_address(key))
        if host and site and site != host:
            names.setdefault(host, site)
    return names


def named(listed: Listed, names: Mapping[str, str]) -> Listed:
    """What is listed of an article, under the name of its outlet where only the host stood."""
    return row_values.with_site(listed, names.get(listed.site or "", listed.site))


def share(db: sqlite3.Connection, number: int, host: str | None) -> None:
    """Gives what the feeds of an article have under that host, for want of a name, the name that the article gives.

    Found by the host, which after the first time nothing of these feeds is listed under.
    """
    (site,) = db.execute("SELECT site FROM article WHERE id = ?", (number,)).fetchone()
    if not host or not site or site == host:
        return
    unnamed = db.execute(
        "SELECT id FROM article WHERE site = ? AND EXISTS (SELECT 1 FROM entry"
        " JOIN entry AS its ON its.feed = entry.feed WHERE entry.article = article.id AND its.article = ?)",
        (host, number),
    ).fetchall()
    for (other,) in unnamed:
        _rename(db, other, host, site)


def share_all(db: sqlite3.Connection) -> None:
    """The same for all feeds of a library whose articles were written anew, each as its own text has it."""
    for (feed,) in db.execute("SELECT id FROM feed").fetchall():
        for host, site in of_feed(db, feed).items():
            unnamed = "SELECT article.id FROM entry JOIN article ON article.id = article WHERE feed = ? AND site = ?"
            for (number,) in db.execute(unnamed, (feed, host)).fetchall():
                _rename(db, number, host, site)


def _rename(db: sqlite3.Connection, number: int, host: str, site: str) -> None:
    db.execute("UPDATE article SET site = ? WHERE id = ?", (site, number))
    db.execute("UPDATE citation SET site = (SELECT id FROM site WHERE name = ?) WHERE article = ?", (site, number))
    (line,) = db.execute("SELECT folded FROM line WHERE article = ?", (number,)).fetchone()
    db.execute("UPDATE line SET folded = ? WHERE article = ?", (row_values.renamed_line(line, host, site), number))
