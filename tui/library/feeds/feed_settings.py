"""What can be set for all feeds, a folder or a feed: the nearest that is set holds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Literal

from tui.library.library_errors import LibraryError
from tui.model.frozen import value
from tui.text.cleaning import clean_line
from tui.text.dates import DAY, HOUR, MINUTE

FullText = Literal["auto", "always", "never"]
Update = Literal["keep", "mark_unread"]
UNITS = {"m": MINUTE, "h": HOUR, "d": DAY}
TIME = r"(\d{1,6})\s*([mhd]?)"
HEADER = r"(?s)([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:\s*(.+)"
LONGEST_VALUE = 4_000  # characters of a value
UNSET = "-"  # what is written where a value is to be set no longer
NOT_SET_SO = "{name}={value} cannot be set: {name} is {allowed}"


@value(frozen=True, slots=True)
class FeedSettings:
    """How a feed is read.

    ``full_text``: whether the pages of its entries are fetched (auto: where it gives summaries), ``pictures`` with
    their pictures.  ``interval`` is the least time between two refreshes in seconds.  ``headers`` are sent with each
    request, ``cookies_from`` is a Netscape cookie file.  ``keep_days``: after so many days an entry that nobody touched
    goes, 0 for never.  ``update``: whether what an entry changed later makes it unread.  ``by_story``: whether
    what tells one story is listed in one row.  ``login`` is the user as whom its own host is asked; the password is
    kept elsewhere.
    """

    full_text: FullText = "auto"
    pictures: bool = True
    interval: int | None = None
    user_agent: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    cookies_from: str | None = None
    keep_days: int = 90
    update: Update = "keep"
    by_story: bool = False
    login: str | None = None


DEFAULTS = FeedSettings()
YES, NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")


def _one_of(*allowed: str) -> Callable[[str], str | None]:
    return lambda value: value.lower() if value.lower() in allowed else None


def _flag(value: str) -> str | None:
    return "yes" if value.lower() in YES else "no" if value.lower() in NO else None


def _time(value: str) -> str | None:
    """Minutes, or a number with m, h or d; kept as seconds."""
    match = re.fullmatch(TIME, value.strip().lower())
    return str(int(match[1]) * UNITS[match[2] or "m"]) if match else None


def _days(value: str) -> str | None:
    return str(int(value)) if value.isascii() and value.isdecimal() and len(value) < 6 else None


def _headers(value: str) -> str | None:
    """Lines or parts between semicolons, each a name, a colon and a value."""
    parts = [re.fullmatch(HEADER, part.strip()) for part in re.split(r"[\n;]", value) if part.strip()]
    return "\n".join(f"{part[1]}: {clean_line(part[2])}" for part in parts if part) if all(parts) else None


def _user(value: str) -> str | None:
    """A name as RFC 7617 has it: a colon would part it from the password."""
    return None if ":" in value else _line(value)


def _line(value: str) -> str | None:
    return clean_line(value, LONGEST_VALUE) or None


# What each setting may be: the value as it is stored, or None for one that it cannot be; and that in words.
RULES: dict[str, tuple[Callable[[str], str | None], str]] = {
    "full_text": (_one_of("auto", "always", "never"), "auto, always or never"),
    "pictures": (_flag, "yes or no"),
    "interval": (_time, "minutes, or a number followed by m, h or d"),
    "user_agent": (_line, "a line of text"),
    "headers": (_headers, "lines such as “Name: value”, parted by semicolons"),
    "cookies_from": (_line, "the path of a cookie file in Netscape's format"),
    "keep_days": (_days, "a number of days, 0 for ever"),
    "update": (_one_of("keep", "mark_unread"), "keep or mark_unread"),
    "by_story": (_flag, "yes or no"),
    "login": (_user, "NAME or NAME:PASSWORD"),
}
NAMES = tuple(RULES)


def stored_value(name: str, value: str) -> str:
    """A value as it is stored, "" for one that is no longer to be set; LibraryError for what it cannot be."""
    if name not in RULES:
        raise LibraryError(f"{name} is no setting of feeds: there are {', '.join(NAMES)}")
    check, allowed = RULES[name]
    stored = check(value) if value.strip() else ""
    if stored is None:
        raise LibraryError(NOT_SET_SO.format(name=name, value=clean_line(value, 60), allowed=allowed))
    return stored


def resolved(stored: Mapping[str, str]) -> FeedSettings:
    """The settings that these stored values make, with the defaults of the others."""
    return _resolved(frozenset(stored.items()))


@lru_cache(64)  # most feeds have what is set for all of them
def _resolved(values: frozenset[tuple[str, str]]) -> FeedSettings:
    stored = dict(values)
    headers = (line.partition(": ") for line in stored.get("headers", "").splitlines())
    return FeedSettings(
        full_text=_known(stored.get("full_text"), ("auto", "always", "never"), DEFAULTS.full_text),
        pictures=stored.get("pictures", "yes") != "no",
        interval=int(stored["interval"]) if stored.get("interval", "").isdecimal() else None,
        user_agent=stored.get("user_agent"),
        headers=tuple((name, value) for name, _, value in headers),
        cookies_from=stored.get("cookies_from"),
        keep_days=int(stored["keep_days"]) if stored.get("keep_days", "").isdecimal() else DEFAULTS.keep_days,
        update="mark_unread" if stored.get("update") == "mark_unread" else "keep",
        by_story=stored.get("by_story") == "yes",
        login=stored.get("login"),
    )


def _known(value: str | None, allowed: tuple[FullText, ...], otherwise: FullText) -> FullText:
    return next((one for one in allowed if one == value), otherwise)


def written(name: str, settings: FeedSettings) -> str:
    """A setting as one writes it; "" where it is not set."""
    value = getattr(settings, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "interval" and value is not None:
        unit, seconds = next((u, s) for u, s in reversed(UNITS.items()) if value % s == 0 or u == "m")
        return f"{value // seconds}{unit}"
    if name == "headers":
        return "; ".join(f"{header}: {told}" for header, told in value)
    return "" if value is None else str(value)


def put(db: sqlite3.Connection, feed: int | None, folder: int | None, name: str, value: str) -> None:
    """Stores a value for a feed, a folder or (neither) all; "" sets it no longer."""
    db.execute("DELETE FROM feed_setting WHERE feed IS ? AND folder IS ? AND name = ?", (feed, folder, name))
    if value:
        db.execute(
            "INSERT INTO feed_setting (feed, folder, name, value) VALUES (?, ?, ?, ?)", (feed, folder, name, value)
        )


def own(db: sqlite3.Connection, feed: int | None, folder: int | None) -> dict[str, str]:
    """What is set for a feed, a folder or (neither) all, by itself."""
    wanted = "SELECT name, value FROM feed_setting WHERE feed IS ? AND folder IS ?"
    return {name: value for name, value in db.execute(wanted, (feed, folder)) if name in RULES}


def stored_for(db: sqlite3.Connection, feeds: Iterable[int]) -> dict[int, dict[str, str]]:
    """What is set for each of these feeds, by itself, its folders and all; of its folders the deepest holds."""
    of_all, of_folder, of_feed = dict[str, str](), dict[int, dict[str, str]](), dict[int, dict[str, str]]()
    for feed, folder, name, stored in db.execute("SELECT feed, folder, name, value FROM feed_setting").fetchall():
        if feed is not None:
            of_feed.setdefault(feed, {})[name] = stored
        elif folder is not None:
            of_folder.setdefault(folder, {})[name] = stored
        else:
            of_all[name] = stored
    folders: dict[int, list[int]] = {}
    if of_folder:
        depth = "length(path) - length(replace(path, char(10), ''))"
        order = f"ORDER BY {depth}, path"
        rows = db.execute(f"SELECT feed, folder FROM feed_folder JOIN folder ON folder.id = folder {order}")
        for feed, folder in rows.fetchall():
            folders.setdefault(feed, []).append(folder)
    found = {}
    for feed in feeds:
        found[feed] = dict(of_all)
        for folder in folders.get(feed, ()):
            found[feed] |= of_folder.get(folder, {})
        found[feed] |= of_feed.get(feed, {})
    return found
