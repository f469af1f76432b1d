"""What a feed has of an article: a plain text of it at once, and the page that it is converted from later.

Converting takes ten times as long as all else that is done with an entry; it waits until the entry is shown, or until
nothing else is to be done.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from typing import Any

from tui.feeds.html_text import paragraphs
from tui.feeds.summaries import is_summary
from tui.library.feeds.arrivals import OwnText
from tui.model.article import Article, Block
from tui.model.feed import Enclosure, Entry, Feed
from tui.model.page import Page

NO_PAGE = "-"  # the address of an article that has none
MOST_OTHERS = 10  # entries of a feed that are looked at to tell whether it gives summaries
MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
PICTURE = re.compile(r"<(?:img|picture)\b", re.IGNORECASE)
MEDIA = ("audio", "video", "document")


def own_texts(feed: Feed) -> Callable[[Entry], OwnText]:
    """What makes the article of each entry of a feed."""

    @cache
    def whole_ones() -> Sequence[Entry]:
        return [entry for entry in feed.entries if not is_summary(entry)][:MOST_OTHERS]

    return lambda entry: OwnText(
        plain_article(entry, feed.language), _packed(entry, feed), is_summary(entry, whole_ones())
    )


def plain_article(entry: Entry, language: str | None) -> Article:
    """The entry as an article of plain paragraphs."""
    blocks = tuple(Block("paragraph", text) for text in paragraphs(_html(entry)))
    return Article(
        address=entry.url or NO_PAGE,
        title=entry.title,
        blocks=blocks,
        markdown="\n\n".join(MARKDOWN.sub(r"\\\1", block.text) for block in blocks),
        url=entry.url,
        authors=entry.authors,
        published=entry.published or entry.updated,
        modified=entry.updated,
        language=language,
    )


def as_page(packed: str) -> Page:
    """What ``OwnText.packed`` holds as a page of its own, so that it goes the way that every page goes."""
    entry: dict[str, Any] = json.loads(packed)
    title = escape(entry["title"])
    head = [
        '<meta charset="utf-8">',
        f"<title>{title}</title>",
        f'<meta property="og:title" content="{title}">',
        *(f'<meta name="author" content="{escape(author)}">' for author in entry["authors"]),
    ]
    if entry["published"]:
        head.append(f'<meta property="article:published_time" content="{escape(entry["published"])}">')
    language = f' lang="{escape(entry["language"])}"' if entry["language"] else ""
    body = f"<article><h1>{title}</h1>\n{entry['html']}\n</article>"
    html = f"<!doctype html><html{language}><head>{''.join(head)}</head><body>{body}</body></html>"
    url = entry["url"]
    return Page(url or NO_PAGE, html.encode("utf-8", "replace"), url=url, media_type="text/html", charset="utf-8")


def _packed(entry: Entry, feed: Feed) -> str | None:
    html = _with_enclosures(_html(entry), entry.enclosures)
    if not html:
        return None
    return json.dumps(
        {
            "url": entry.url,
            "title": entry.title,
            "authors": entry.authors,
            "published": entry.published or entry.updated,
            "language": feed.language,
            "html": html,
        },
        ensure_ascii=False,
    )


def _html(entry: Entry) -> str:
    return entry.content or entry.summary or ""


def _with_enclosures(html: str, enclosures: Sequence[Enclosure]) -> str:
    """The HTML with the entry's picture, if it has none itself, above it and links to its episodes below."""
    picture = next((one for one in enclosures if one.medium == "image"), None)
    if picture and not PICTURE.search(html):
        html = f'<figure><img src="{escape(picture.url)}"></figure>\n{html}'
    links = [
        f'<p><a href="{escape(one.url)}">{escape(one.title or one.url)}</a></p>'
        for one in enclosures
        if one.medium in MEDIA
    ]
    return "\n".join((html, *links)) if links else html
