"""An article's row in the list: what is shown and what the list is ordered and filtered by."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.library.store import address_keys
from tui.library.store.moments import moment
from tui.text.folding import fold, title_key
from tui.text.odd_bytes import escape_odd_bytes

if TYPE_CHECKING:
    from tui.model.article import Article

ROW_TITLE = 300  # characters of a title in the list; the whole one is in the body
ROW_SITE = 120
COLUMNS = ("title", "site", "url", "published", "words", "captions", "sources", "dated", "title_key", "partial")
ROWS_A_STATEMENT = 30  # SQLite before 3.32 takes 999 values
NO_STATE: Mapping[str, int | float | str | None] = MappingProxyType({})


class Listed(NamedTuple):
    """What the list has of an article; ``dated`` is None where the article does not say when it was published."""

    title: str
    site: str | None
    url: str
    published: str | None
    words: int
    captions: int
    sources: int
    dated: int | None
    title_key: str
    partial: int
    line: str


class NewRow(NamedTuple):
    """What a row that is new has of its article, when that was kept, and the columns that say more than the article
    does: whether it is read, what brought it."""

    listed: Listed
    kept_at: int
    state: Mapping[str, int | float | str | None] = NO_STATE


def listed(article: Article) -> Listed:
    """What the list has of an article, made without the library."""
    title, its_site = article.title[:ROW_TITLE], site(article)
    return Listed(
        title,
        its_site,
        escape_odd_bytes(article.url or article.address),
        article.published,
        article.words,
        len(article.captions),
        len(article.sources),
        moment(article.published),
        title_key(title),
        int(any(warning.is_of_text for warning in article.warnings)),
        fold("\n".join((title, its_site or "", *article.authors[:5]))),
    )


def add(db: sqlite3.Connection, row: NewRow, number: int | None = None) -> int:
    """A new row; its id, which is the next one unless ``number`` (an id that was given out before) is set."""
    return _insert(db, [row], number)


def add_many(db: sqlite3.Connection, rows: Sequence[NewRow]) -> list[int]:
    """New rows, whose states have the same columns; their ids.

    Some a statement: before each statement that has triggers SQLite copies every page that it changes, and those of
    the counts, the sites and the orders are the same for all.
    """
    ids: list[int] = []
    for at in range(0, len(rows), ROWS_A_STATEMENT):
        some = rows[at : at + ROWS_A_STATEMENT]
        last = _insert(db, some)
        ids += range(last - len(some) + 1, last + 1)
    return ids


def _insert(db: sqlite3.Connection, rows: Sequence[NewRow], number: int | None = None) -> int:
    """The id of the last row; those before it have the ones before, as SQLite counts up in a transaction."""
    values = [
        value for row in rows for value in (number, row.kept_at, *_values(row.listed, row.kept_at), *row.state.values())
    ]
    last = db.execute(_statement((*COLUMNS, *rows[0].state), len(rows)), values).lastrowid
    assert last is not None
    lines = [(last - len(rows) + 1 + at, row.listed.line) for at, row in enumerate(rows)]
    db.executemany("INSERT INTO line VALUES (?, ?)", lines)
    return last


@cache
def _statement(columns: tuple[str, ...], rows: int) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    places = f"(?, ?{', ?' * len(columns)})"
    return f"INSERT INTO article (id, kept_at, {names}) VALUES {', '.join([places] * rows)}"


def change(db: sqlite3.Connection, number: int, article: Article, kept_at: int) -> None:
    """The row of a newer text; one that names no site stays under the name that was known for its host."""
    columns, new = ", ".join(f"{name} = ?" for name in COLUMNS), listed(article)
    url, known = db.execute("SELECT url, site FROM article WHERE id = ?", (number,)).fetchone()
    if article.site is None and new.site and new.site == address_keys.host(url):
        new = with_site(new, known)
    # What is hidden is not counted to its site, which may be new: whoever counts it later looks for it there.
    db.execute("INSERT OR IGNORE INTO site (name) VALUES (?)", (new.site or "",))
    db.execute(f"UPDATE article SET {columns} WHERE id = ?", (*_values(new, kept_at), number))
    db.execute("INSERT OR REPLACE INTO line VALUES (?, ?)", (number, new.line))


def site(article: Article) -> str | None:
    """The name of the site, else its host; None for a file that names none."""
    found = article.site or address_keys.host(article.url or article.address)
    return found[:ROW_SITE] if found else None


def with_site(row: Listed, site: str | None) -> Listed:
    """What the list has of an article, under another site."""
    if not row.site or not site or site == row.site:
        return row
    return row._replace(site=site, line=renamed_line(row.line, row.site, site))


def renamed_line(line: str, old: str, new: str) -> str:
    """What the list is filtered by, with another site: that stands below the title."""
    return line.replace(f"\n{fold(old)}", f"\n{fold(new)}", 1)


def _values(row: Listed, kept_at: int) -> tuple[object, ...]:
    """What COLUMNS hold."""
    *values, _ = row if row.dated is not None else row._replace(dated=kept_at)
    return tuple(values)
