"""What a record from outside must be like: the type and range of every value, looked at before anything is written."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from tui.model.article import Article
from tui.model.stored_names import (
    ADDRESS,
    ADDRESSES,
    ADDRESSES_OF_FEED,
    ARTICLE,
    EARLIER,
    ENTRIES,
    ENTRY,
    FEED,
    FOLDERS,
    FORGOTTEN,
    HEAD,
    KEPT,
    MEMBER,
    NUMBER,
    OWN_TEXT,
    PICTURE,
    PICTURES,
    SETTINGS,
    STATE,
    SUBSCRIPTION,
    TAGS,
    UNTIL,
    VERSIONS,
    VOICE,
)
from tui.model.warning import Warning
from tui.text.cleaning import web_address
from tui.text.dates import LAST_MOMENT

LARGEST_NUMBER = 2**31 - 1  # of a count or a place in a text
LAST_NUMBER = 2**48  # of an article: far from where SQLite has no next one to give
LONGEST_LINE = 10_000  # characters of an address, a name, a tag
DIGEST = re.compile(r"[0-9a-f]{64}")

Check = Callable[[Any], bool]


class RecordError(ValueError):
    """A record that is not as it must be; says which value of it."""


def is_number(value: Any, last: int = LARGEST_NUMBER) -> bool:
    """Whether it is a whole number from 0 on."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= last


def is_moment(value: Any) -> bool:
    """Whether it is a moment in seconds since 1970 for which there is a date."""
    return is_number(value, LAST_MOMENT)


def is_line(value: Any) -> bool:
    """Whether it is a text of a length that names and addresses have."""
    return isinstance(value, str) and len(value) <= LONGEST_LINE


def is_tag(value: Any) -> bool:
    """Whether it names a tag."""
    return is_line(value) and bool(value.strip(" #\t\n"))


def is_digest(value: Any) -> bool:
    """Whether it is a hash that a picture can be named by."""
    return isinstance(value, str) and bool(DIGEST.fullmatch(value))


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _lines(value: Any) -> bool:
    return isinstance(value, list) and all(map(is_line, value))


def _settings(value: Any) -> bool:
    return isinstance(value, dict) and all(map(is_line, (*value, *value.values())))


def _flag(value: Any) -> bool:
    return value is None or isinstance(value, (bool, int, str))


def _size(value: Any) -> bool:
    """A number that is brought within its bounds when it is written, one far out of them too."""
    return value is None or (isinstance(value, (int, float)) and math.isfinite(value))


STATES: dict[str, Check] = {
    "kept_at": is_moment,
    "read": _flag,
    "starred": _flag,
    "later": _flag,
    "fraction": _size,
    "block": _or_none(lambda value: isinstance(value, int) and value <= LARGEST_NUMBER),
    "offset": _or_none(lambda value: isinstance(value, int) and value <= LARGEST_NUMBER),
    "read_at": _or_none(is_moment),
    "kept": _flag,
    "text": lambda value: value in (None, "whole", "feed", "none"),
    "fetched": _flag,
    "muted": _flag,
}
PICTURE_VALUES: dict[str, Check] = {
    "caption": is_number,
    "digest": _or_none(is_digest),
    "media_type": _or_none(is_line),
    "bytes": is_number,
    "note": _or_none(is_line),
}
ADDRESS_VALUES: dict[str, Check] = {"key": is_line, "etag": _or_none(is_line), "last_modified": _or_none(is_line)}
ENTRY_VALUES: dict[str, Check] = {
    "guid": _or_none(is_line),
    "address": _or_none(is_line),
    "title": is_line,
    "digest": is_line,
    "first_seen": is_moment,
    "last_seen": is_moment,
    "summary": _flag,
    "apart": _flag,
}
VOICE_VALUES: dict[str, Check] = {
    **dict.fromkeys(VOICE, is_line),
    "affiliation": _or_none(is_line),
    "kind": lambda value: value in ("person", "organisation", "document"),
}
assert STATES.keys() == STATE.keys()
assert PICTURE_VALUES.keys() == PICTURE.keys()
assert ADDRESS_VALUES.keys() == ADDRESS.keys()
assert ENTRY_VALUES.keys() == ENTRY.keys()
SUBSCRIPTION_VALUES: dict[str, Check] = {
    "address": lambda value: is_line(value) and bool(web_address(value)),
    "title": is_line,
    "name": is_line,
    "site": _or_none(is_line),
    "added_at": is_moment,
    "private": is_number,
    "etag": _or_none(is_line),
    "last_modified": _or_none(is_line),
    "digest": _or_none(is_line),
    "rhythm": _or_none(is_line),
    "asked_at": _or_none(is_moment),
    "next_at": is_moment,
    "not_before": is_moment,
    "errors": is_number,
    "error": _or_none(is_line),
    "failing_since": _or_none(is_moment),
    "gone": is_number,
}
assert SUBSCRIPTION_VALUES.keys() == SUBSCRIPTION.keys()
# What stands for a feed, a folder, a saved search and a mute rule.
FEED_RECORDS: dict[str, dict[str, Check]] = {
    FEED: {
        **SUBSCRIPTION_VALUES,
        FOLDERS: _lines,
        ADDRESSES_OF_FEED: _lines,
        TAGS: _lines,
        SETTINGS: _settings,
        FORGOTTEN: lambda value: isinstance(value, list) and all(_has(one, ENTRY_VALUES) for one in value),
    },
    "folder": {"path": is_line, SETTINGS: _settings},
    "search": {"name": is_line, "query": is_line},
    "mute": {FEED: _or_none(is_line), "folder": _or_none(is_line), "query": is_line, "until": _or_none(is_moment)},
}
# The parts of a record that are lists, and what each of these has.
LISTS: dict[str, Check] = {
    TAGS: is_tag,
    PICTURES: lambda value: _has(value, PICTURE_VALUES),
    ADDRESSES: lambda value: _has(value, ADDRESS_VALUES),
    ENTRIES: lambda value: _has(value, {FEED: is_line, **ENTRY_VALUES}),
    VERSIONS: lambda value: _has(value, {UNTIL: is_moment}) and is_article(value.get(EARLIER)),
}


def check_record(record: Any) -> None:
    """Raises RecordError for an article's record of which any value is of another type or out of its range."""
    if not isinstance(record, dict):
        raise RecordError("not a record")
    wrong = next(_wrong_parts(record, LISTS), None)
    if wrong is None and not is_number(record.get(NUMBER), 2**63):
        wrong = NUMBER
    if wrong is None and not (is_article(record.get(ARTICLE)) and _has_its_captions(record[ARTICLE])):
        wrong = ARTICLE
    if wrong is not None:
        raise RecordError(f"what stands as “{wrong}” cannot be that")


def without_wrong_parts(record: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The record of one of our own articles without the values that damage has changed, and the names of these.

    Its texts are what they were: they carry a sum of what is in them.
    """
    lists: dict[str, Check] = {**LISTS, VERSIONS: lambda value: is_moment(value[UNTIL])}
    wrong = list(_wrong_parts(record, lists))
    kept = {name: value for name, value in record.items() if name not in wrong}
    for name in (name for name in wrong if name in lists):
        kept[name] = [one for one in record[name] if lists[name](one)]
    return kept, wrong


def is_joined_voice(value: Any) -> bool:
    """Whether it is the record of a voice that was joined or parted by hand."""
    return (
        isinstance(value, dict)
        and _has(value.get(MEMBER), VOICE_VALUES)
        and (not value.get(HEAD) or _has(value[HEAD], VOICE_VALUES))
    )


def is_feed_record(value: Any) -> bool:
    """Whether it is the record of a feed, of a folder's settings, of a saved search or a mute rule."""
    if not isinstance(value, dict) or len(value) != 1:
        return False
    ((kind, record),) = value.items()
    return kind in FEED_RECORDS and _has(record, FEED_RECORDS[kind])


def is_article(value: Any) -> bool:
    """Whether it is a packed article: every value of its type, every mention and quotation in a block that is there."""
    if not _conforms(value, Article):
        return False
    blocks = len(value.get("blocks", ()))
    return all(place < blocks for source in value.get("sources", ()) for place in _places(source))


def _has_its_captions(article: dict[str, Any]) -> bool:
    shown = [block["caption"] for block in article.get("blocks", ()) if block.get("caption") is not None]
    return all(caption < len(article.get("captions", ())) for caption in shown)


def _places(source: dict[str, Any]) -> Iterator[int]:
    for place in (*source.get("mentions", ()), *source.get("quotes", ())):
        yield place["block"]
        if place.get("cue"):
            yield place["cue"]["block"]


def _wrong_parts(record: dict[str, Any], lists: dict[str, Check]) -> Iterator[str]:
    """The names of what is wrong in a record, its number and its article aside."""
    yield from (name for name, check in STATES.items() if not check(record.get(name)))
    if not isinstance(record.get(OWN_TEXT), (str, NoneType)):
        yield OWN_TEXT
    for name, check in lists.items():
        values = record.get(name, [])
        if not isinstance(values, list) or not all(check(value) for value in values):
            yield name


def _has(value: Any, checks: dict[str, Check]) -> bool:
    return isinstance(value, dict) and all(check(value.get(name)) for name, check in checks.items())


@cache
def _fields(kind: type) -> tuple[dict[str, Any], frozenset[str]]:
    """The types of a value's fields by the names under which they are kept, and the names that must be there."""
    hints = get_type_hints(kind)
    kept = {name: hints[field] for name, field in KEPT[kind].items()}
    needed = {name for name, field in KEPT[kind].items() if not _has_default(kind, field)}
    return kept, frozenset(needed)


def _has_default(kind: type, field: str) -> bool:
    return next(one.default for one in fields(kind) if one.name == field) is not MISSING


def _conforms(value: Any, kind: Any) -> bool:
    """Whether a JSON value is one of that type of the model."""
    if kind is Warning:  # kept as its sentence
        return isinstance(value, str)
    origin = get_origin(kind)
    if origin is Literal:
        return value in get_args(kind) if isinstance(value, str) else False
    if origin in (Union, UnionType):
        return any(_conforms(value, one) for one in get_args(kind))
    if origin is tuple:
        return isinstance(value, list) and all(_conforms(one, get_args(kind)[0]) for one in value)
    if isinstance(kind, type) and is_dataclass(kind):
        types, needed = _fields(kind)
        return (
            isinstance(value, dict)
            and needed <= value.keys()
            and all(_conforms(one, types[name]) for name, one in value.items() if name in types)
        )
    if kind is int:
        return is_number(value)
    return isinstance(value, kind) if kind in (str, bool, NoneType) else False
