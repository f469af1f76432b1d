"""Values as exports write them → values of a bookmark: addresses, moments, tags, yes and no, shares."""

from __future__ import annotations

import ast
import json
import math
import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

from tui.convert.links import absolute
from tui.intake.bookmarks.export_limits import LONGEST_TAG, LONGEST_TITLE, MOST_TAGS
from tui.model.bookmark import Bookmark
from tui.model.subscription import Skipped
from tui.text.cleaning import clean_line
from tui.text.dates import moment

NO_ADDRESS, NO_WEB = "no address", "not an address of the web"
NOTES, HIGHLIGHTS = "notes", "highlights"
# Before the web there was nothing to save; an export that says so means that it does not know.
EARLIEST_SAVED, LATEST_SAVED = 631_152_000, 4_102_444_800  # 1990 and 2100
UNITS = (1, 1_000, 1_000_000)  # of a second; in no more than one of them a count is a moment between these
FROM_1601 = 11_644_473_600  # seconds between what Chrome counts from and 1970
DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?\Z")
YES = frozenset(("true", "1", "yes"))
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,2}\Z")
MOST_AUTHORS = 20
LONGEST_LIST = 20_000  # characters of a list that is written in a cell


def bookmark(address: object, title: object = "", **values: Any) -> Bookmark | Skipped:
    """A bookmark of what an export says, or why it is none; a title that only repeats the address is none."""
    written, name = text(address).strip(), line(title)
    url = web(written)
    if url is None:
        return Skipped(NO_WEB if SCHEME.match(written) else NO_ADDRESS, clean_line(name or written, 300))
    return Bookmark(url, "" if name in (written, url) else name, **values)


def web(value: object) -> str | None:
    """An absolute http(s) address; None for any other."""
    written = text(value).strip()
    return absolute(written, None) if SCHEME.match(written) else None


def text(value: object) -> str:
    """A value as text; anything but a text or a number is none."""
    return value if isinstance(value, str) else str(value) if type(value) in (int, float) else ""


def line(value: object) -> str:
    """A value as a clean line."""
    return clean_line(text(value), LONGEST_TITLE)


def html_line(value: str) -> str:
    """A line of HTML without tags as plain text."""
    return clean_line(unescape(value[: 4 * LONGEST_TITLE]), LONGEST_TITLE)


def html_attribute(value: str) -> str:
    """An attribute's value; only references that are closed are replaced, since many write addresses as they are."""
    return REFERENCE.sub(lambda reference: unescape(reference.group()), value) if "&" in value else value


def tags(names: object) -> tuple[str, ...]:
    """Clean names, each once whatever its case; of objects their ``name`` or ``label``."""
    found: dict[str, str] = {}
    for name in names if isinstance(names, list | tuple) else ():
        if isinstance(name, dict):
            name = name.get("name") or name.get("label")
        cleaned = clean_line(text(name).strip().lstrip("#"), LONGEST_TAG)
        if cleaned:
            found.setdefault(cleaned.casefold(), cleaned)
        if len(found) >= MOST_TAGS:
            break
    return tuple(found.values())


def parted_tags(written: str, mark: str) -> tuple[str, ...]:
    """Tags in one text, parted by a mark."""
    return tags(written[:LONGEST_LIST].split(mark))


def listed_tags(written: str) -> tuple[str, ...]:
    """Tags in a cell that holds a list of JSON or of Python; a cell without brackets holds them parted by commas."""
    written = written.strip()[:LONGEST_LIST]
    if not written.startswith("["):
        return parted_tags(written, ",")
    try:
        return tags(json.loads(written))
    except (ValueError, RecursionError):
        pass
    try:
        return tags(ast.literal_eval(written))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return ()


def names(value: object) -> tuple[str, ...]:
    """Authors, in one text or in a list."""
    found = value if isinstance(value, list) else [value]
    return tuple(name for one in found[:MOST_AUTHORS] if (name := line(one)))


def language(value: object) -> str | None:
    """A language's code, such as "en" or "en-GB"; None for what is none."""
    code = text(value).strip().replace("_", "-")
    return code if LANGUAGE.match(code) else None


def yes(value: object) -> bool:
    """Whether a value says yes: true, 1, TRUE."""
    return value is True or text(value).strip().lower() in YES


def share(value: object, of: float = 1.0) -> float:
    """A number as a share, 0–1, of ``of``."""
    try:
        number = float(text(value) or 0) / of
    except (ValueError, OverflowError):
        return 0.0
    return min(1.0, max(0.0, number)) if math.isfinite(number) else 0.0


def count(value: object) -> int:
    """A small number of things; 0 for what is none."""
    written = text(value).strip()
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else 0


def unix_moment(value: object) -> int | None:
    """Seconds since 1970 of a count of seconds, milliseconds or microseconds since then."""
    try:
        number = float(text(value).strip() or 0)
    except (ValueError, OverflowError):
        return None
    found = (_bounded(number / unit) for unit in UNITS)
    return next((seconds for seconds in found if seconds is not None), None)


def chrome_moment(value: object) -> int | None:
    """Seconds since 1970 of microseconds since 1601."""
    try:
        return _bounded(int(text(value).strip()) // 1_000_000 - FROM_1601) if len(text(value)) < 30 else None
    except ValueError:
        return None


def written_moment(value: object) -> int | None:
    """Seconds since 1970 of a written date (ISO 8601, with a blank for the T too), or of a count of seconds."""
    written = text(value).strip()[:60]
    if written.replace(".", "", 1).isdecimal() and len(written) > 8:
        return unix_moment(written)
    when = moment(written)
    return _of_datetime(when) if when else None


def day_first_moment(written: str) -> int | None:
    """Seconds since 1970 of a date such as 31/01/2024 10:00:00, taken as UTC; written the ISO way too."""
    match = DAY_FIRST.match(written.strip()[:60])
    if not match:
        return written_moment(written)
    day, month, year, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return _of_datetime(datetime(year, month, day, hour, minute, second, tzinfo=UTC))
    except ValueError:
        return None


def iso_date(value: object) -> str | None:
    """A written date as it is kept: ISO 8601; None for none."""
    when = moment(text(value).strip()[:60])
    return when.isoformat() if when else None


def _of_datetime(when: datetime) -> int | None:
    try:
        return _bounded(when.timestamp())
    except (OverflowError, ValueError, OSError):
        return None


def _bounded(seconds: float) -> int | None:
    return int(seconds) if EARLIEST_SAVED <= seconds <= LATEST_SAVED else None
