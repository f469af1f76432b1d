"""The list: narrow rows, a page at a time, in any section and order.

Every page is found by an index from where the page before it ended, so that the first page, and each
after it, costs the same whatever the size of the library.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from tui.library.articles.tags import Count
from tui.library.store.connection import Connections
from tui.library.store.moments import as_date
from tui.library.store.schema import MUTED, UNREAD
from tui.model.frozen import value
from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import without_logins
from tui.text.folding import fold, title_key

if TYPE_CHECKING:
    from tui.library.indexes import query
else:  # few lists are filtered
    (query,) = lazy_modules("tui.library.indexes", "query")

Section = Literal["all", "unread", "kept", "starred", "later", "muted", "site", "tag", "feed", "folder", "search"]
Text = Literal["whole", "feed", "none"]
Order = Literal["kept", "date", "title", "length"]


@value(frozen=True, slots=True)
class Row:
    """One line of the list.

    ``kept_at`` is in UTC; ``published`` as the page gave it; ``fraction`` 0–1, how far it was read;
    ``captions``, ``pictures`` (kept), ``sources``, ``missing`` (pictures that could not be had or were
    given up for space) and ``versions`` are counts; ``partial``: the article has warnings that something
    is missing; ``dated``: seconds since 1970 of its date, or of its keeping when it has none.  ``kept``: a person
    touched it, else a feed alone brought it; ``text``: the whole article, what the feed itself has of it, or none;
    ``muted``: a mute rule hides it; ``feeds`` counts the feeds that have it.
    """

    id: int
    title: str
    site: str | None
    url: str
    kept_at: datetime
    published: str | None
    words: int
    read: bool
    starred: bool
    fraction: float
    captions: int
    pictures: int
    sources: int
    later: bool = False
    partial: bool = False
    missing: int = 0
    versions: int = 1
    dated: int = 0
    kept: bool = True
    text: Text = "whole"
    muted: bool = False
    feeds: int = 0


@value(frozen=True, slots=True)
class View:
    """What is listed: a section, an order, and what was typed to filter by.

    ``name`` is that of the site or tag, or the number of the feed or folder; ``unread``: only what is not read.
    What is muted is in its own section only.  Of the orders, ``kept`` and ``date`` go newest first, ``length`` longest
    first, ``title`` from A; ``backwards`` turns that round.  ``typed`` is a search (see ``indexes.query``) whose words
    are in title, site or authors, case and accents aside.
    """

    section: Section = "all"
    name: str = ""
    order: Order = "kept"
    backwards: bool = False
    typed: str = ""
    unread: bool = False


ALL = View()
COLUMNS = (
    "article.id, title, site, url, kept_at, published, words, read, starred, fraction,"
    " captions, pictures, sources, later, partial, missing, versions, dated,"
    " kept, text, muted, feeds"
)
# Asked so, what is muted is looked up once, and the index that gives the order is read alone; asked only where anything
# is muted.
NOT_MUTED = "article.id NOT IN (SELECT id FROM article WHERE muted = 1)"
# A folder is named by its path; what is in the folders below it is in it, too.
IN_FOLDER = (
    "SELECT article FROM entry WHERE feed IN (SELECT feed FROM feed_folder JOIN folder ON folder.id = folder"
    " WHERE instr(path || char(10), ? || char(10)) = 1)"
)
SECTIONS = {
    "all": "1",
    "unread": UNREAD,
    "kept": "kept = 1",
    "starred": "starred = 1",
    "later": "later = 1",
    "muted": MUTED,
    "site": "site IS ?",
    "tag": "article.id IN (SELECT article FROM tagging JOIN tag ON tag.id = tag WHERE key = ?)",
    "feed": "article.id IN (SELECT article FROM entry WHERE feed = ? AND article IS NOT NULL)",
    "folder": f"article.id IN ({IN_FOLDER} AND article IS NOT NULL)",
}
HIDING = ("all", "site", "feed", "folder", "search")  # the sections that may have what is muted
MUTED_OF_FEED = (
    "SELECT count(*) FROM article JOIN entry ON article = article.id WHERE muted = 1 AND entry.feed = feed.id"
)
NAMED = ("site", "tag", "feed", "folder")
ORDERS = {"kept": "article.id", "date": "dated", "title": "title_key", "length": "words"}


def from_columns(values: tuple[Any, ...]) -> Row:
    """The Row made of COLUMNS."""
    number, title, site, url, kept_at, published, words, read, starred, *rest = values
    fraction, captions, pictures, sources, later, partial, missing, versions, dated, kept, text, muted, feeds = rest
    return Row(
        number, title, site, without_logins(url), as_date(kept_at), published, words,
        bool(read), bool(starred), fraction, captions, pictures, sources, bool(later), bool(partial),
        missing, versions, dated, bool(kept), text, bool(muted), feeds,
    )  # fmt: skip


def page(connections: Connections, limit: int, after: Row | int | None, view: View = ALL) -> list[Row]:
    """The next rows of a view after that one."""
    with connections.reading() as db:
        last = row(db, after) if isinstance(after, int) and view.order != "kept" else after
        where, values = _where(db, view)
        if last is not None:
            where, values = _after(where, values, view, last)
        found = db.execute(f"SELECT {COLUMNS} {where} {_order(view)} LIMIT ?", (*values, limit))
        return [from_columns(columns) for columns in found]


def ids(connections: Connections, view: View = ALL) -> array[int]:
    """The ids of all articles of a view in its order: eight bytes each, about 20 ms for 100,000."""
    with connections.reading() as db:
        where, values = _where(db, view)
        return array("q", (n for (n,) in db.execute(f"SELECT article.id {where} {_order(view)}", values)))


def of_ids(connections: Connections, numbers: list[int]) -> list[Row]:
    """The rows of these articles in the given order; those no longer kept are left out."""
    with connections.reading() as db:
        found = (row(db, number) for number in numbers)
        return [one for one in found if one is not None]


def row(db: sqlite3.Connection, number: int) -> Row | None:
    """The row of one article."""
    found = db.execute(f"SELECT {COLUMNS} FROM article WHERE id = ?", (number,)).fetchone()
    return from_columns(found) if found else None


def is_kept(db: sqlite3.Connection, number: int) -> bool:
    """Whether there is an article of that id."""
    return db.execute("SELECT 1 FROM article WHERE id = ?", (number,)).fetchone() is not None


def count(connections: Connections, view: View = ALL) -> int:
    """How many articles a view lists; without a filter it is not counted but known."""
    with connections.reading() as db:
        if view.typed.strip() or view.unread or view.section in ("folder", "search"):
            where, values = _where(db, view)
            return int(db.execute(f"SELECT count(*) {where}", values).fetchone()[0])
        if view.section == "site":
            found = db.execute("SELECT articles FROM site WHERE name = ?", (view.name,)).fetchone()
        elif view.section == "tag":
            found = db.execute("SELECT articles FROM tag WHERE key = ?", (fold(view.name),)).fetchone()
        elif view.section == "feed":
            found = db.execute(f"SELECT entries - ({MUTED_OF_FEED}) FROM feed WHERE id = ?", (view.name,)).fetchone()
        else:
            found = db.execute("SELECT articles FROM tally WHERE section = ?", (view.section,)).fetchone()
    return int(found[0]) if found else 0


def sites(connections: Connections) -> list[Count]:
    """Every site, the one with most articles first; the name "" stands for files that name none."""
    with connections.reading() as db:
        found = db.execute("SELECT name, articles FROM site WHERE articles > 0 ORDER BY articles DESC, name")
        return [Count(*values) for values in found]


def _where(db: sqlite3.Connection, view: View) -> tuple[str, tuple[Any, ...]]:
    """FROM and WHERE of a view, and the values for its marks."""
    section, values = _section(view)
    typed, wanted = query.list_filter(view.typed) if view.typed else ((), ())
    conditions = [*section, *([UNREAD] if view.unread else [])]
    if view.section in HIDING and not view.unread and MUTED not in (*section, *typed) and any_muted(db):
        conditions.append(NOT_MUTED)
    if not typed:
        return f"FROM article WHERE {' AND '.join(conditions)}", values
    if view.order == "kept":  # both tables are in this order: the page is full as soon as enough lines fit
        source, conditions = "article JOIN line ON line.article = article.id", conditions + typed
    else:
        source = "article"
        conditions.append(
            "article.id IN (SELECT article.id FROM article JOIN line ON line.article = article.id"
            f" WHERE {' AND '.join(typed)})"
        )
    return f"FROM {source} WHERE {' AND '.join(conditions)}", (*values, *wanted)


def _section(view: View) -> tuple[Sequence[str], tuple[Any, ...]]:
    """What holds for the articles of a section; of a saved search, whose name is what it looks for, what that asks."""
    if view.section == "search":
        return query.as_conditions(view.name)
    name = fold(view.name) if view.section == "tag" else (view.name or None)
    return (SECTIONS[view.section],), (name,) if view.section in NAMED else ()


def any_muted(db: sqlite3.Connection) -> bool:
    """Whether a mute rule hides anything."""
    (muted,) = db.execute("SELECT articles FROM tally WHERE section = 'muted'").fetchone()
    return bool(muted)


def _descends(view: View) -> bool:
    return (view.order != "title") != view.backwards


def _order(view: View) -> str:
    way = "DESC" if _descends(view) else "ASC"
    first = ORDERS[view.order]
    return f"ORDER BY {first} {way}" + ("" if view.order == "kept" else f", article.id {way}")


def _after(where: str, values: tuple[Any, ...], view: View, last: Row | int) -> tuple[str, tuple[Any, ...]]:
    sign = "<" if _descends(view) else ">"
    if isinstance(last, int) or view.order == "kept":
        return f"{where} AND article.id {sign} ?", (*values, last if isinstance(last, int) else last.id)
    key = {"date": last.dated, "title": title_key(last.title), "length": last.words}[view.order]
    return f"{where} AND ({ORDERS[view.order]}, article.id) {sign} (?, ?)", (*values, key, last.id)
