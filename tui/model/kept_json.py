"""An Article as JSON, whole, for keeping.

The kept form holds every field of every value, defaults left out, so that a later version may add
fields without touching what is stored.  The names are those of ``stored_names``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

from tui.model.article import Article, Block, Caption, Correction, Frame, LeftOut, Link, Mention, Quote, Source, Span
from tui.model.stored_names import KEPT
from tui.model.warning import Warning, read_back
from tui.text.cleaning import without_logins

ADDRESSES = ("address", "url")


def pack(article: Article) -> str:
    """The whole article as JSON, without what came enclosed with it (that is kept apart)."""
    return json.dumps(article, default=_written, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Article:
    """The article that ``pack`` made into ``text``; fields that this version does not know are passed over.

    Earlier versions kept addresses with the logins that stood in them, which are left out.
    """
    record = json.loads(text)
    for name in ADDRESSES:
        if "@" in (record.get(name) or ""):
            record[name] = without_logins(record[name])
    record["blocks"] = tuple(_block(b) for b in record.get("blocks", ()))
    record["captions"] = tuple(_value(Caption, c) for c in record.get("captions", ()))
    record["sources"] = tuple(_whole_source(s) for s in record.get("sources", ()))
    record["links"] = tuple(_value(Link, link) for link in record.get("links", ()))
    record["authors"] = tuple(record.get("authors", ()))
    if record.get("left_out") is not None:
        record["left_out"] = tuple(map(_left_out, record["left_out"]))
    record["corrections"] = tuple(_value(Correction, c) for c in record.get("corrections", ()))
    record["warnings"] = tuple(map(read_back, record.get("warnings", ())))
    return _value(Article, record)


# How each value is written: the names, what a field is that is left out, and how all fields are read at once.
WRITTEN: dict[type, tuple[tuple[str, ...], tuple[Any, ...], Callable[[Any], tuple[Any, ...]]]] = {
    kind: (tuple(names), tuple(defaults[field] for field in names.values()), attrgetter(*names.values()))
    for kind, names in KEPT.items()
    for defaults in [{field.name: field.default for field in fields(kind)}]
}


def _written(value: object) -> dict[str, Any] | str:
    if isinstance(value, Warning):
        return value.text
    names, defaults, values = WRITTEN[type(value)]
    return {n: v for n, v, left_out in zip(names, values(value), defaults, strict=True) if v != left_out}


T = TypeVar("T")
# The names that are those of their fields still: a record of these alone need not be translated.
UNCHANGED = {kind: frozenset(n for n, field in names.items() if n == field) for kind, names in KEPT.items()}


def _value(kind: type[T], record: dict[str, Any]) -> T:
    if record.keys() <= UNCHANGED[kind]:
        return kind(**record)
    names = KEPT[kind]
    return kind(**{names[name]: content for name, content in record.items() if name in names})


def _block(record: dict[str, Any]) -> Block:
    if "spans" in record:
        record["spans"] = tuple(_value(Span, s) for s in record["spans"])
    if "within" in record:
        record["within"] = tuple(_value(Frame, f) for f in record["within"])
    return _value(Block, record)


def _left_out(record: dict[str, Any]) -> LeftOut:
    record["blocks"] = tuple(map(_block, record["blocks"]))
    return _value(LeftOut, record)


def _whole_source(record: dict[str, Any]) -> Source:
    record["mentions"] = tuple(_value(Mention, m) for m in record.get("mentions", ()))
    record["names"] = tuple(record.get("names", ()))
    record["quotes"] = tuple(_whole_quote(q) for q in record.get("quotes", ()))
    return _value(Source, record)


def _whole_quote(record: dict[str, Any]) -> Quote:
    if record.get("cue"):
        record["cue"] = _value(Mention, record["cue"])
    return _value(Quote, record)
