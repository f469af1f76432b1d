"""JSON-LD: what a page says about itself in ``<script type="application/ld+json">``.

Real pages hold broken JSON: raw newlines in strings, HTML comments around it, trailing commas, HTML
entities.  What cannot be read even so is passed over; nothing here raises.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tui.model import frozen
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable


MAX_ISLAND = 3_000_000  # characters of one script; longer ones are data dumps
MAX_ISLANDS = 60  # scripts of a page
MAX_THINGS = 2_000  # objects of a page that are looked at
MAX_DEPTH = 12  # objects inside objects
MAX_LISTED = 200  # values of one property

WRAPPING = re.compile(r"\A\s{0,400}(?:<!--|<!\[CDATA\[|//\s?<!\[CDATA\[|/\*\s?<!\[CDATA\[\s?\*/)?[\s;]{0,400}")
TRAILING_COMMA = re.compile(r",\s{0,200}([}\]])")

# Kinds of schema.org's tree under Article, with others that pages use for one.
ARTICLE_NAMES = """
    Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle
    OpinionNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle BlogPosting
    LiveBlogPosting SocialMediaPosting DiscussionForumPosting TechArticle Report Review Recipe ClaimReview
    CriticReview MediaReview MedicalScholarlyArticle
"""
ARTICLE_KINDS = frozenset(ARTICLE_NAMES.split())
POSTINGS = frozenset(("DiscussionForumPosting", "SocialMediaPosting"))
# What may be described instead of an article: asked only when there is none.
PAGE_KINDS = frozenset(("WebPage", "ItemPage", "VideoObject", "PodcastEpisode", "QAPage", "CreativeWork", "Event"))

JsonLdNode = dict[str, Any]
HOLDING = (dict, list)  # values of JSON that hold others
DECODER = json.JSONDecoder(strict=False)


@frozen.value(frozen=True, slots=True)
class JsonLd:
    """The objects of a page's JSON-LD, outer before inner, in the order of the page."""

    things: tuple[JsonLdNode, ...] = ()
    named: dict[str, JsonLdNode] = field(default_factory=dict)

    def resolve(self, value: object) -> object:
        """What ``{"@id": …}`` points to, if it says nothing else and its target is on the page."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self.named.get(value["@id"], value)
        return value

    def article(self, addresses: Iterable[str | None] = ()) -> JsonLdNode:
        """The article that the page is about: the one naming one of ``addresses``, else the first; else ``{}``."""
        for wanted in (ARTICLE_KINDS, PAGE_KINDS):
            found = [t for t in self.things if not wanted.isdisjoint(kinds(t)) and says_something(t)]
            if found:
                pages = {_bare(a) for a in addresses if a}
                return next((t for t in found if pages & set(map(_bare, _addresses(t)))), found[0])
        return {}


def of_texts(scripts: Iterable[str]) -> JsonLd:
    """The islands in the texts of scripts."""
    found: list[JsonLdNode] = []
    named: dict[str, JsonLdNode] = {}
    for count, script in enumerate(scripts):
        if count >= MAX_ISLANDS:
            break
        _gather(_load(script), 0, found)
    for thing in found:
        name = thing.get("@id")
        if isinstance(name, str) and ("name" in thing or "url" in thing):
            named.setdefault(name, thing)
    return JsonLd(tuple(found), named)


def kinds(thing: JsonLdNode) -> frozenset[str]:
    """The names of a thing's types, without the vocabulary's address."""
    given = thing.get("@type")
    if isinstance(given, str):
        return _kind(given)
    names = given[:8] if isinstance(given, list) else []
    return frozenset().union(*(_kind(n) for n in names if isinstance(n, str)))


@lru_cache(maxsize=512)
def _kind(name: str) -> frozenset[str]:
    return frozenset((name.rsplit("/", 1)[-1].rsplit(":", 1)[-1],))


def says_something(thing: JsonLdNode) -> bool:
    """Whether an article is described and not just pointed at."""
    return any(thing.get(k) for k in ("headline", "datePublished", "author", "articleBody", "name"))


def listed(value: object) -> list[Any]:
    """A value that may be absent, one or many, as a list; ``{"@list": […]}`` counts as many."""
    if isinstance(value, dict) and isinstance(value.get("@list"), list):
        value = value["@list"]
    if value is None:
        return []
    return value[:MAX_LISTED] if isinstance(value, list) else [value]


def worded(value: object) -> str | None:
    """One clean line from a value that may be a string, ``{"@value": …}``, something named or a list of such."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return plain(value) or None


def plain(text: str) -> str:
    """One clean line; entities that were escaped twice are read (``&amp;quot;``), tags dropped."""
    if "&" in text:
        text = html.unescape(text[:20_000])
        if "&" in text and ";" in text:
            text = html.unescape(text)
    if "<" in text:
        text = TAG.sub(" ", text[:20_000])
    return clean_line(text)


TAG = re.compile(r"<\s?/?[a-zA-Z][^<>]{0,500}>")


def _load(text: str) -> object:
    if not text or len(text) > MAX_ISLAND:
        return None
    body = WRAPPING.sub("", text, count=1)
    found = _decoded(body)
    return found if found is not None else _decoded(TRAILING_COMMA.sub(r"\1", body))


def _decoded(text: str) -> object:
    try:
        return DECODER.raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _gather(value: object, depth: int, found: list[JsonLdNode]) -> None:
    """Add the objects in a value of JSON, outer before inner."""
    if depth > MAX_DEPTH or len(found) >= MAX_THINGS:
        return
    if isinstance(value, dict):
        found.append(value)
        value = value.values()
    elif not isinstance(value, list):
        return
    for part in value:
        if isinstance(part, HOLDING):
            _gather(part, depth + 1, found)


def _addresses(thing: JsonLdNode) -> list[str]:
    given = [thing.get("url"), thing.get("mainEntityOfPage"), thing.get("@id")]
    given += [g.get("@id") or g.get("url") for g in given if isinstance(g, dict)]
    return [g for g in given if isinstance(g, str)]


def _bare(address: str) -> str:
    return address.split("#")[0].split("?")[0].rstrip("/").removeprefix("https:").removeprefix("http:")
