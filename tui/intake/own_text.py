"""What a feed has of an article: a plain text of it at once, and the page that it is converted from later.

Converting takes ten times as long as all else that is done with an entry; it waits until the entry is shown, or until
nothing else is to be done.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from html import escape
from itertools import islice
from typing import Any

from tui.feeds.html_text import paragraph_lines
from tui.feeds.summaries import is_summary
from tui.intake.text_page import text_page
from tui.library.feeds.feed_articles import OwnText
from tui.model.article import Article, Block
from tui.model.entry_key import Key
from tui.model.feed import Enclosure, Entry, Feed
from tui.model.page import Page

NO_PAGE = "-"  # the address of an article that has none
ENOUGH_WORDS = 0.5  # of the words of the plain text, under which something was lost in converting
MOST_OTHERS = 10  # entries of a feed that are looked at to tell whether it gives summaries
MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
PICTURE = re.compile(r"<(?:img|picture)\b", re.IGNORECASE)
MEDIA = ("audio", "video", "document")


def own_texts(feed: Feed, entries: Mapping[Key, Entry]) -> Callable[[Key], OwnText]:
    """What makes the article of each of these entries of a feed."""

    @cache
    def seems_cut(entry: Entry) -> bool:
        return is_summary(entry)

    @cache
    def whole_ones() -> Sequence[Entry]:
        return list(islice((entry for entry in feed.entries if not seems_cut(entry)), MOST_OTHERS))

    def own_text(key: Key) -> OwnText:
        entry = entries[key]
        summary = seems_cut(entry) and (not whole_ones() or is_summary(entry, whole_ones()))
        return OwnText.of(plain_article(entry, feed.language), _packed(entry, feed), summary=summary)

    return own_text


def plain_article(entry: Entry, language: str | None) -> Article:
    """The entry as an article of plain paragraphs."""
    blocks = tuple(Block("paragraph", text) for text in paragraph_lines(_html(entry)))
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
    """What ``OwnText.of`` was given as a page of its own, so that it goes the way that every page goes."""
    entry: dict[str, Any] = json.loads(packed)
    page = text_page(
        entry["url"] or NO_PAGE,
        entry["title"],
        entry["html"],
        authors=tuple(entry["authors"]),
        published=entry["published"],
        language=entry["language"],
    )
    return replace(page, url=entry["url"])


def like_the_entry(plain: Article, converted: Article) -> Article:
    """What was converted, under the title, names and dates that the feed gives; the plain text if it has much more."""
    if converted.words < ENOUGH_WORDS * plain.words:
        return plain
    return replace(
        converted,
        address=plain.address,
        title=plain.title,
        url=plain.url,
        authors=plain.authors,
        published=plain.published,
        modified=plain.modified,
        site=plain.site,
    )


def with_what_was_known(article: Article, before: Article) -> Article:
    """The article of a page with the day and the authors that its feed gives, where the page itself names none."""
    return replace(article, published=article.published or before.published, authors=article.authors or before.authors)


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
