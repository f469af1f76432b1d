"""An article's row in the list: what is shown and what the list is ordered and filtered by."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.library.articles import address_keys
from tui.text.folding import fold, title_key
from tui.text.odd_bytes import escape_odd_bytes

if TYPE_CHECKING:
    from tui.model.article import Article

LAST_MOMENT = 253_402_300_799  # the end of the year 9999, after which Python has no dates
ROW_TITLE = 300  # characters of a title in the list; the whole one is in the body
ROW_SITE = 120
COLUMNS = ("title", "site", "url", "published", "words", "captions", "sources", "dated", "title_key", "partial")
NO_STATE: Mapping[str, int | float | str | None] = MappingProxyType({})


def add(
    db: sqlite3.Connection,
    article: Article,
    kept_at: int,
    number: int | None = None,
    state: Mapping[str, int | float | str | None] = NO_STATE,
) -> int:
    """A new row; its id, which is the next one unless ``number`` (an id that was given out before) is set.

    ``state`` are the columns that say more than the article does: whether it is read, what brought it.
    """
    added = db.execute(
        _insert((*COLUMNS, *state)),
        (number, kept_at, *_values(article, kept_at), *state.values()),
    ).lastrowid
    assert added is not None
    db.execute("INSERT INTO line VALUES (?, ?)", (added, _line(article)))
    return added


@cache
def _insert(columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO article (id, kept_at, {names}) VALUES (?, ?{', ?' * len(columns)})"


def change(db: sqlite3.Connection, number: int, article: Article, kept_at: int) -> None:
    """The row of a newer text."""
    columns = ", ".join(f"{name} = ?" for name in COLUMNS)
    db.execute(f"UPDATE article SET {columns} WHERE id = ?", (*_values(article, kept_at), number))
    db.execute("INSERT OR REPLACE INTO line VALUES (?, ?)", (number, _line(article)))


def site(article: Article) -> str | None:
    """The name of the site, else its host; None for a file that names none."""
    found = article.site or address_keys.host(article.url or article.address)
    return found[:ROW_SITE] if found else None


def moment(published: str | None) -> int | None:
    """Seconds since 1970 of an ISO 8601 date or time; without an offset it is taken as UTC."""
    if not published:
        return None
    try:
        when = datetime.fromisoformat(published)
        return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError, OSError):
        return None


def as_date(moment: int) -> datetime:
    """A stored moment in UTC; one for which there is no date as the nearest for which there is."""
    return datetime.fromtimestamp(min(max(moment, 0), LAST_MOMENT), UTC)


def _values(article: Article, kept_at: int) -> tuple[object, ...]:
    dated = moment(article.published)
    return (
        article.title[:ROW_TITLE],
        site(article),
        escape_odd_bytes(article.url or article.address),
        article.published,
        article.words,
        len(article.captions),
        len(article.sources),
        kept_at if dated is None else dated,
        title_key(article.title[:ROW_TITLE]),
        int(any(warning.is_of_text for warning in article.warnings)),
    )


def _line(article: Article) -> str:
    return fold("\n".join((article.title[:ROW_TITLE], site(article) or "", *article.authors[:5])))
