"""When a page says that its article was published and last changed: in its data, in its head and in what it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.convert.metadata import date_lines, page_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag
    from tui.convert.metadata.json_ld import JsonLdNode
    from tui.convert.metadata.page_head import PageHead

TIMES = 20  # <time> elements looked at far from the heading
PUBLISHED_WORDS = """
    article:published_time og:article:published_time datepublished parsely-pub-date dc.date.issued dcterms.created
    dcterms.issued dc.date.created sailthru.date publish-date publish_date publishdate pubdate published
    published_at publication_date publication-date article.published article:published date dc.date dcterms.date
    dc.date.published citation_publication_date citation_date cxenseparse:recs:publishtime originalpublicationdate
    datecreated og:published_time article_date_original shareaholic:article_published_time rnews:datepublished
    last-published sort_date published_on published-date published-on published_date publish-time publish_time
    w-published-date article:pubdate og:pubdate citation_online_date date_published datepublish article.created
    post_date article:post_date dcterms.available dc.date.available prism.publicationdate
"""
# Further names that say the same: "bt:pubDate", "first_published_at", "eprints.date", "release-date".
PUBLISHED_SHAPE = re.compile(
    r"(?:\A|[.:_-])(?:first[-_]?)?(?:publish(?:ed)?|pub|publication|release[d]?|issue[d]?|post(?:ed)?)"
    r"[-_]?(?:date(?:time)?|time|on|at)\Z|\Aeprints\.date\Z"
)
MODIFIED_WORDS = """
    article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified dc.date.modified
    revised og:article:modified_time
"""
PUBLISHED_NAMES, MODIFIED_NAMES = PUBLISHED_WORDS.split(), MODIFIED_WORDS.split()
MONTH_FIRST = frozenset(("en-US", "en-PH", None))  # languages (and None) whose 6/7/2024 is June 7


class PublicationDays:
    """The days of a page in ``language``, of which ``thing`` is the article's data; ISO 8601."""

    def __init__(
        self, elements: ElementsByTag, head: PageHead, thing: JsonLdNode, url: str | None, language: str | None
    ) -> None:
        self._elements = elements
        self._head = head
        self._thing = thing
        self._url = url
        self._month_first = language in MONTH_FIRST

    def published(self, near: Sequence[HtmlElement]) -> str | None:
        """The first of: JSON-LD and head, or a day near the heading, or so labelled, that is before theirs; date line
        near the heading, address, any time or lone day on the page, last change."""
        return (
            self._stated_or_shown(near)
            or page_dates.in_address(self._url)
            or date_lines.published(self._elements.of("time")[:TIMES], self._month_first)
            or date_lines.published(date_lines.marked_days(self._elements), self._month_first)
            or date_lines.lone_day(self._elements.root, self._month_first)
            or self._first_date(self._head.values(MODIFIED_NAMES))
        )

    def _stated_or_shown(self, near: Sequence[HtmlElement]) -> str | None:
        """The day that JSON-LD and head give, or an earlier one that the page shows; else that near the heading.

        A page that moved to another system bears the day of the move in them, and shows the day on which it appeared.
        A page that shows their day, too, has it from them.
        """
        stated = [self._thing.get(n) for n in ("datePublished", "dateCreated", "uploadDate")]
        day = self._first_date([*stated, *self._head.values(PUBLISHED_NAMES)])
        day = day or self._first_date(self._head.values([n for n in self._head.contents if PUBLISHED_SHAPE.search(n)]))
        labelled = self._labelled(near)
        believed = day or date_lines.published(near, self._month_first, labelled)
        if labelled and believed and page_dates.is_before(labelled, believed):
            return labelled  # beside it the day of a change may be shown
        if day is None:
            return believed
        first = None
        for shown in date_lines.shown(near, self._month_first):
            if not page_dates.is_before(shown, day):
                return day  # which most pages show first: nothing more need be looked at
            first = first or shown
        return first or day

    def _labelled(self, near: Sequence[HtmlElement]) -> str | None:
        """The day that the page calls that of publication, beside the heading or elsewhere."""
        times = [time.getparent() for time in self._elements.of("time")[:TIMES]]
        return date_lines.labelled(dict.fromkeys((*near, *times, *self._head.paragraphs)), self._month_first)

    def modified(self) -> str | None:
        return self._first_date([self._thing.get("dateModified"), *self._head.values(MODIFIED_NAMES)])

    def _first_date(self, values: Sequence[object]) -> str | None:
        for value in values:
            if isinstance(value, list):
                value = value[0] if value else None
            if isinstance(value, int | float):
                value = str(int(value)) if abs(value) < 1e15 else None
            found = page_dates.iso(value, self._month_first) if isinstance(value, str) else None
            if found:
                return found
        return None
