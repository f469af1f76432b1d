"""An Article as JSON: the public contract (one line an article), and whole, for keeping.

The kept form holds every field of every value, defaults left out, so that a later version may add
fields without touching what is stored.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from tui.model.article import Article, Block, Caption, Frame, Link, Mention, Quote, Source, Span


def contract(article: Article) -> str:
    """One line of JSON, the form that ``newsreader convert --to json`` promises."""
    record = {
        "address": article.address,
        "url": article.url,
        "title": article.title,
        "authors": article.authors,
        "published": article.published,
        "modified": article.modified,
        "language": article.language,
        "site": article.site,
        "lead": article.lead,
        "original": article.original,
        "markdown": article.markdown,
        "text": article.text,
        "captions": [_caption(c) for c in article.captions],
        "sources": [_source(s) for s in article.sources],
        "links": [{"text": link.text, "url": link.url, "block": link.block} for link in article.links],
        "warnings": article.warnings,
    }
    return json.dumps(record, ensure_ascii=False)


def failure(address: str, error: str) -> str:
    """One line of JSON for an address that could not be converted."""
    return json.dumps({"address": address, "error": error}, ensure_ascii=False)


def pack(article: Article) -> str:
    """The whole article as JSON, without what came enclosed with it (that is kept apart)."""
    record = _record(article)
    record.pop("enclosed", None)
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Article:
    """The article that ``pack`` made into ``text``; fields that this version does not know are passed over."""
    record = json.loads(text)
    record["blocks"] = tuple(_block(b) for b in record.get("blocks", ()))
    record["captions"] = tuple(_value(Caption, c) for c in record.get("captions", ()))
    record["sources"] = tuple(_whole_source(s) for s in record.get("sources", ()))
    record["links"] = tuple(_value(Link, link) for link in record.get("links", ()))
    for name in ("authors", "warnings"):
        record[name] = tuple(record.get(name, ()))
    return _value(Article, record)


def _caption(caption: Caption) -> dict[str, Any]:
    return {
        "text": caption.text,
        "credit": caption.credit,
        "alt": caption.alt,
        "image": caption.image,
        "block": caption.block,
    }


def _place(place: Mention) -> dict[str, int]:
    return {"block": place.block, "start": place.start, "end": place.end}


def _source(source: Source) -> dict[str, Any]:
    return {
        "name": source.name,
        "kind": source.kind,
        "role": source.role,
        "affiliation": source.affiliation,
        "mentions": [_place(m) for m in source.mentions],
        "quotes": [_quote(q) for q in source.quotes],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "kind": quote.kind,
        "block": quote.block,
        "start": quote.start,
        "end": quote.end,
        "continued": quote.continued,
        "evidence": _place(quote.cue) if quote.cue else None,
    }


def _record(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return {
            f.name: _record(getattr(value, f.name))
            for f in fields(value)
            if f.default is MISSING or getattr(value, f.name) != f.default
        }
    if isinstance(value, tuple):
        return [_record(v) for v in value]
    return value


T = TypeVar("T")
_KNOWN: dict[type[Any], frozenset[str]] = {
    kind: frozenset(f.name for f in fields(kind))
    for kind in (Article, Block, Caption, Frame, Link, Mention, Quote, Source, Span)
}


def _value(kind: type[T], record: dict[str, Any]) -> T:
    known = _KNOWN[kind]
    return kind(**(record if record.keys() <= known else {k: v for k, v in record.items() if k in known}))


def _block(record: dict[str, Any]) -> Block:
    if "spans" in record:
        record["spans"] = tuple(_value(Span, s) for s in record["spans"])
    if "within" in record:
        record["within"] = tuple(_value(Frame, f) for f in record["within"])
    return _value(Block, record)


def _whole_source(record: dict[str, Any]) -> Source:
    record["mentions"] = tuple(_value(Mention, m) for m in record.get("mentions", ()))
    record["quotes"] = tuple(_whole_quote(q) for q in record.get("quotes", ()))
    return _value(Source, record)


def _whole_quote(record: dict[str, Any]) -> Quote:
    if record.get("cue"):
        record["cue"] = _value(Mention, record["cue"])
    return _value(Quote, record)
