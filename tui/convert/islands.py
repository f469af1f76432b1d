"""JSON-LD: what a page says about itself in ``<script type="application/ld+json">``.

Real pages hold broken JSON: raw newlines in strings, HTML comments around it, trailing commas, HTML
entities.  What cannot be read even so is passed over; nothing here raises.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ISLAND = 3_000_000  # characters of one script; longer ones are data dumps
MAX_THINGS = 2_000  # objects of a page that are looked at
MAX_DEPTH = 12  # objects inside objects

WRAPPING = re.compile(r"\A[\s;]*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)?\s*")
TRAILING_COMMA = re.compile(r",\s{0,200}([}\]])")

# Kinds of schema.org's tree under Article, with others that pages use for one.
ARTICLE_NAMES = """
    Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle
    OpinionNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle BlogPosting
    LiveBlogPosting SocialMediaPosting DiscussionForumPosting TechArticle Report Review Recipe ClaimReview
    CriticReview MediaReview
"""
ARTICLE_KINDS = frozenset(ARTICLE_NAMES.split())
PAGE_KINDS = frozenset(("WebPage", "ItemPage", "VideoObject", "PodcastEpisode", "Event", "QAPage"))

Thing = dict[str, Any]


def things(root: HtmlElement) -> list[Thing]:
    """Every object of the page's JSON-LD, outer before inner, in the order of the page."""
    found: list[Thing] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for thing in _walk(_load(script.text or ""), 0):
                if len(found) >= MAX_THINGS:
                    return found
                found.append(thing)
    return found


def kinds(thing: Thing) -> frozenset[str]:
    """The names of a thing's types, without the vocabulary's address."""
    given = thing.get("@type")
    names = given if isinstance(given, list) else [given]
    return frozenset(n.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for n in names if isinstance(n, str))


def listed(value: object) -> list[Any]:
    """A value that may be absent, one or many, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def worded(value: object) -> str | None:
    """The words of a value that may be a string, ``{"@value": …}`` or a list of such."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _load(text: str) -> object:
    if not text or len(text) > MAX_ISLAND:
        return None
    body = WRAPPING.sub("", text, count=1)
    for attempt in (body, TRAILING_COMMA.sub(r"\1", body)):
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(attempt)
            return value
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: object, depth: int) -> Iterator[Thing]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _walk(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for part in value.values():
            if isinstance(part, dict | list):
                yield from _walk(part, depth + 1)
