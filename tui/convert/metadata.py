"""What a page says about itself: title, authors, times, language, site, addresses, standfirst."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from tui.cleaning import clean_line
from tui.convert import bylines, dates, islands, origins, surroundings, titles, tongues
from tui.convert.titles import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

MAX_HEADINGS = 40  # first-level headings looked at
MAX_METAS = 600  # <meta> elements looked at
SAMPLE = 150  # paragraphs whose text shows the language

PUBLISHED_NAMES = """
    article:published_time og:article:published_time datepublished parsely-pub-date dc.date.issued dcterms.created dcterms.issued
    dc.date.created sailthru.date publish-date publish_date publishdate pubdate published published_at publication_date
    publication-date article.published article:published date dc.date dcterms.date dc.date.published citation_publication_date
    citation_date cxenseparse:recs:publishtime originalpublicationdate datecreated og:published_time article_date_original
    shareaholic:article_published_time rnews:datepublished last-published sort_date
"""
MODIFIED_NAMES = """
    article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified dc.date.modified revised
    og:article:modified_time
"""
SITE_NAMES = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "twitter:app:name:iphone",
    "publisher",
    "dc.publisher",
)
AUTHOR_NAME = re.compile(
    r"(?:\A|[.:_-])(?:authors?|byl|byline|dc\.creator|writer)\Z|\A(?:dc|dcterms)\.creator\Z|\Aog:author\Z"
)
PERSONLESS = re.compile(r"twitter:|facebook|msvalidate|image|copyright|url|link|avatar|position|type|id\Z")
TITLE_PLACES = (
    ("og:title", "og"),
    ("twitter:title", "twitter"),
    ("headline", "other"),
    ("dc.title", "other"),
    ("sailthru.title", "other"),
)
MONTH_FIRST = frozenset(("en-US", "en-PH", "fil"))
UNHEADED = frozenset(("nav", "footer", "aside"))


@dataclass(frozen=True, slots=True)
class Metadata:
    """Cleaned; None or empty where the page says nothing.

    Times are ISO 8601, with an offset where the page gives one; ``language`` is "en" or "pt-BR";
    ``original`` is where a republished article came from; both addresses are absolute http(s) ones.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    site: str | None = None
    lead: str | None = None
    original: str | None = None
    canonical: str | None = None


@dataclass
class _Head:
    """What one pass over the tree finds of a page's own statements."""

    metas: dict[str, str] = field(default_factory=dict)
    many: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    canonical: str | None = None
    headings: list[HtmlElement] = field(default_factory=list)
    islands: islands.Islands = field(default_factory=islands.Islands)


def read(root: HtmlElement, url: str | None) -> Metadata:
    """The metadata of a page whose tree is still whole; ``url`` is where the page came from."""
    head = _head(root)
    canonical = origins.absolute(head.canonical, url) or origins.absolute(head.metas.get("og:url"), url)
    thing = head.islands.article((canonical, url))
    language = _language(root, head, thing)
    site, papers = _site(head, thing, url or canonical)
    candidates = _titles(head, thing)
    title = titles.choose(candidates, titles.Names.of(papers, (url, canonical), _sections(head, thing)))
    heading = _heading(root, head, title)
    after = surroundings.after(heading) if heading is not None else []
    near = [*after, *(surroundings.before(heading) if heading is not None else [])]
    month_first = language in MONTH_FIRST or language is None
    return Metadata(
        title=title,
        authors=_authors(root, head, thing, near, papers, site),
        published=_published(root, head, thing, near, month_first, url or canonical),
        modified=_first_date(
            [thing.get("dateModified"), *(head.metas.get(n) for n in MODIFIED_NAMES.split())], month_first
        ),
        language=language,
        site=site,
        lead=surroundings.lead(after, _description(head), [t for _, t in candidates]),
        original=origins.of(root, url or canonical, (canonical, url, head.metas.get("og:url")), head.metas),
        canonical=canonical,
    )


def _head(root: HtmlElement) -> _Head:
    head, scripts = _Head(), []
    seen = 0
    for element in root.iter("meta", "link", "title", "h1", "script"):
        if element.tag == "meta" and seen < MAX_METAS:
            seen += 1
            _note_meta(element, head)
        elif element.tag == "script":
            if "ld+json" in (element.get("type") or "").lower():
                scripts.append(element)
        elif element.tag == "h1":
            if len(head.headings) < MAX_HEADINGS:
                head.headings.append(element)
        elif element.tag == "title" and not head.title:
            head.title = islands.plain(element.text or "")
        elif (
            element.tag == "link"
            and head.canonical is None
            and "canonical" in (element.get("rel") or "").lower().split()
        ):
            head.canonical = element.get("href")
    head.islands = islands.read(scripts)
    return head


def _note_meta(element: HtmlElement, head: _Head) -> None:
    content = element.get("content")
    if not content or not content.strip():
        return
    line = islands.plain(content)
    for key in ("property", "name", "itemprop", "http-equiv"):
        name = (element.get(key) or "").strip().lower()
        if name and line:
            head.metas.setdefault(name, line)
            head.many.setdefault(name, []).append(line)


def _language(root: HtmlElement, head: _Head, thing: islands.Thing) -> str | None:
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    declared = (
        declared
        or head.metas.get("content-language")
        or islands.worded(thing.get("inLanguage"))
        or head.metas.get("og:locale")
    )
    texts = (p.text for p in islice(root.iter("p"), SAMPLE))
    sample = " ".join(t for t in texts if t and len(t) > 20)
    return tongues.settle(declared, sample)


def _site(head: _Head, thing: islands.Thing, url: str | None) -> tuple[str | None, list[str]]:
    """The site's name, and all names that the publication goes by."""
    publisher = islands.worded(head.islands.resolve(next(iter(islands.listed(thing.get("publisher"))), None)))
    sites = [islands.worded(t.get("name")) for t in head.islands.things[:60] if islands.kinds(t) & SITE_KINDS]
    papers = [
        n for n in (*(head.metas.get(k) for k in SITE_NAMES), publisher, *sites) if n and not n.startswith("http")
    ]
    site = (
        head.metas.get("og:site_name") or (sites[0] if sites else None) or publisher or (papers[0] if papers else None)
    )
    return site or origins.host(url), papers


SITE_KINDS = frozenset(("WebSite", "NewsMediaOrganization"))


def _description(head: _Head) -> str | None:
    return head.metas.get("og:description") or head.metas.get("description")


def _sections(head: _Head, thing: islands.Thing) -> list[str]:
    named = [s for n in ("article:section", "section") for s in head.many.get(n, [])]
    return named + [islands.plain(s) for s in islands.listed(thing.get("articleSection")) if isinstance(s, str)]


def _titles(head: _Head, thing: islands.Thing) -> list[tuple[str, str]]:
    """Everything that may be the title, with its place as in ``titles.WEIGHTS``."""
    texts = [(h, surroundings.text_of(h)) for h in head.headings]
    shown = [(h, t) for h, t in texts if t]
    found = [("heading", t) for h, t in shown if not _is_aside(h)] or [("heading", t) for _, t in shown]
    headline = islands.worded(thing.get("headline"))
    found += [("island", headline)] if headline else []
    found += [(place, head.metas[name]) for name, place in TITLE_PLACES if name in head.metas]
    return found + ([("head", head.title)] if head.title else [])


def _heading(root: HtmlElement, head: _Head, title: str | None) -> HtmlElement | None:
    """The heading that shows the title; else the first one of the first level that has text."""
    wanted = letters(title or "")
    if not wanted:
        return next(iter(head.headings), None)
    for heading in (*head.headings, *islice(root.iter("h2", "h3", "h4"), MAX_HEADINGS)):
        shown = letters(surroundings.text_of(heading))
        if shown and (wanted in shown or (shown in wanted and len(shown) * 2 > len(wanted))):
            return heading
    return next((h for h in head.headings if surroundings.text_of(h)), None)


def _is_aside(heading: HtmlElement) -> bool:
    return any(a.tag in UNHEADED for a in islice(heading.iterancestors(), 12))


def _authors(
    root: HtmlElement,
    head: _Head,
    thing: islands.Thing,
    near: Sequence[HtmlElement],
    papers: Sequence[str],
    site: str | None,
) -> tuple[str, ...]:
    """Who is named first in JSON-LD, head, byline near the heading, any byline.

    The publication's other names (its publisher, an agency that publishes itself) count when no place names a
    person; the name that is shown as the site never does.
    """
    own = frozenset(map(letters, papers)) | _organisations(head, thing)
    publication: tuple[str, ...] = ()
    for offer in _author_offers(root, head, thing, near):
        named = tuple(n for n in bylines.names(offer) if letters(n) != letters(site or ""))
        people = tuple(n for n in named if letters(n) not in own)
        if people:
            return people
        publication = publication or named
    return publication


def _organisations(head: _Head, thing: islands.Thing) -> frozenset[str]:
    """The authors that JSON-LD calls organisations, for comparison."""
    given = map(head.islands.resolve, islands.listed(thing.get("author")))
    return frozenset(
        letters(islands.worded(a) or "") for a in given if isinstance(a, dict) and "Organization" in islands.kinds(a)
    )


def _author_offers(
    root: HtmlElement, head: _Head, thing: islands.Thing, near: Sequence[HtmlElement]
) -> Iterator[list[str]]:
    given = [*islands.listed(thing.get("author")), *islands.listed(thing.get("creator"))]
    yield [n for n in map(_author_name, map(head.islands.resolve, given)) if n]
    for name, lines in head.many.items():
        if AUTHOR_NAME.search(name) and not PERSONLESS.search(name):
            yield [line for line in lines if not line.startswith(("http", "@", "www."))]
    yield surroundings.authors(near)
    yield surroundings.authors(surroundings.marked_bylines(root))


def _author_name(author: object) -> str | None:
    if isinstance(author, dict) and "name" not in author:
        author = author.get("byline") or " ".join(
            p for p in (author.get("givenName"), author.get("familyName")) if isinstance(p, str)
        )
    return islands.worded(author)


def _published(
    root: HtmlElement,
    head: _Head,
    thing: islands.Thing,
    near: Sequence[HtmlElement],
    month_first: bool,
    url: str | None,
) -> str | None:
    """The first of: JSON-LD, head, date line near the heading, address, any date on the page, last change."""
    stated = _first_date(
        [
            thing.get("datePublished"),
            thing.get("dateCreated"),
            thing.get("uploadDate"),
            *(head.metas.get(n) for n in PUBLISHED_NAMES.split()),
        ],
        month_first,
    )
    return (
        stated
        or surroundings.published(near, month_first)
        or dates.in_address(url)
        or surroundings.published(list(islice(root.iter("time"), 20)), month_first)
        or _first_date([head.metas.get(n) for n in MODIFIED_NAMES.split()], month_first)
    )


def _first_date(values: Sequence[object], month_first: bool) -> str | None:
    for value in values:
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, int | float):
            value = str(int(value))
        found = dates.iso(value, month_first) if isinstance(value, str) else None
        if found:
            return found
    return None
