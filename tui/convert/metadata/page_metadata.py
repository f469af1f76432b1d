"""What a page says about itself: title, authors, times, language, site, addresses, standfirst."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from tui.convert.metadata import (
    author_boxes,
    author_links,
    byline_elements,
    byline_rows,
    bylines,
    json_ld,
    language_detection,
    near_headline,
    page_head,
    republished,
    signed_paragraphs,
    stated_pictures,
    title_headings,
    titles,
)
from tui.convert.metadata.page_labels import CommonWords
from tui.convert.metadata.publication_days import PublicationDays
from tui.convert.metadata.titles import letters
from tui.model import frozen
from tui.text.addresses import is_ip_address
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

MAX_HEADINGS = 150  # lower headings looked at when none of the first level shows the title
SAMPLED = 20  # characters from which a paragraph shows the language
SITES_AMONG = 60  # objects of the page's data among which one names the site
FIRST_LINKS = 12  # links among which the site's name leads to its front page

SITE_NAMES = (
    "og:site_name application-name apple-mobile-web-app-title twitter:app:name:iphone publisher dc.publisher"
).split()
SITE_KINDS = frozenset(("WebSite", "NewsMediaOrganization"))
AUTHOR_NAME = re.compile(
    r"(?:\A|[.:_-])(?:authors?(?:[_-]?name)?|byl|byline|writer)\Z|\A(?:(?:dc|dcterms)\.|content[_-])?creator\Z"
)
AUTHOR_ENDS = ("author", "authors", "byl", "byline", "writer", "creator", "authorname", "author_name", "author-name")
PERSONLESS = re.compile(r"twitter:|facebook|image|copyright|url|link|avatar|position|type")
TITLE_PLACES = (
    ("og:title", "og"),
    ("twitter:title", "twitter"),
    ("headline", "other"),
    ("dc.title", "other"),
    ("sailthru.title", "other"),
)


@frozen.value(frozen=True, slots=True)
class Metadata:
    """Cleaned; None or empty where the page says nothing.

    Times are ISO 8601, with an offset where the page gives one; ``language`` is "en" or "pt-BR";
    ``original`` is where a republished article came from; both addresses are absolute http(s) ones.
    ``pictures`` are those that the article's data describes.
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
    pictures: tuple[stated_pictures.StatedPicture, ...] = ()


def read_metadata(elements: ElementsByTag, url: str | None, *, original: bool = True) -> Metadata:
    """The metadata of a page whose tree is still whole; ``url`` is where the page came from.

    ``original``: whether it is asked where a republished article came from, for which all its links are looked at.
    """
    return _Page(elements, url).metadata(original=original)


class _Page:
    """A page with what its head says, for the questions of which each may need the answer of another."""

    def __init__(self, elements: ElementsByTag, url: str | None) -> None:
        self.elements = elements
        self.root = elements.root
        self.head = page_head.read_page_head(elements)
        given = self.head.canonical, self.head.meta("og:url")
        self.canonical = next(filter(None, (republished.absolute(a, url) for a in given)), None)
        self.addresses = (self.canonical, url, self.head.meta("og:url"))
        self.url = url or self.canonical
        self.thing = self.head.json_ld.article(self.addresses)
        self.language = self._language()
        self.site, self.papers = self._site()
        self.names = titles.Names.of(self.papers, self.addresses, self._sections())
        self.candidates = self._titles()
        self.title = titles.choose(self.candidates, self.names)
        self.common_words = CommonWords(elements)
        self._organisations = self._author_organisations()

    def metadata(self, *, original: bool) -> Metadata:
        heading = self._heading(self.title)
        after = near_headline.after(heading) if heading is not None else []
        near = [*after, *near_headline.before(heading)] if heading is not None else self._before_text()
        summary = near_headline.lead(after, self.head.description, {text for _, text in self.candidates})
        days = PublicationDays(self.elements, self.head, self.thing, self.url, self.language)
        return Metadata(
            title=self.title,
            authors=self._authors(near),
            published=days.published(near),
            modified=days.modified(),
            language=self.language,
            site=self.site,
            lead=clean_line(summary) if summary else None,
            original=republished.of(self.head.links, self.url, self.addresses, self.head.meta) if original else None,
            canonical=self.canonical,
            pictures=stated_pictures.read_pictures(self.thing, self.head.json_ld),
        )

    def _language(self) -> str | None:
        declared = self.root.get("lang") or self.root.get("xml:lang") or self.head.meta("content-language")
        declared = declared or json_ld.worded(self.thing.get("inLanguage")) or self.head.meta("og:locale")
        return language_detection.settle(declared, self._sample())

    def _sample(self) -> str:
        """Running text of the page, enough to tell its language by."""
        texts: list[str] = []
        length = 0
        for paragraph in self.head.paragraphs:
            text = paragraph.text
            if text and len(text) > SAMPLED:
                texts.append(text)
                length += len(text)
                if length > language_detection.MAX_TEXT:
                    break
        return " ".join(texts)

    def _site(self) -> tuple[str | None, list[str]]:
        """The site's name, and all names that the publication goes by."""
        publisher = next(iter(json_ld.listed(self.thing.get("publisher"))), None)
        published_by = json_ld.worded(self.head.json_ld.resolve(publisher))
        things = self.head.json_ld.things[:SITES_AMONG]
        sites = [json_ld.worded(t.get("name")) for t in things if not SITE_KINDS.isdisjoint(json_ld.kinds(t))]
        named = (*self.head.values(SITE_NAMES), published_by, *sites)
        papers = [n for n in named if n and not n.startswith(("http", "@"))]
        # Some pages give the article's title as the name of an application.
        title, called = letters(self.head.meta("og:title") or ""), self.head.meta("og:site_name")
        papers = [n for n in papers if letters(n) != title or n == called]
        host = (name for name in (republished.host(self.url),) if not is_ip_address(name))  # asked where no name is
        first = chain((called, *sites, published_by, *papers), host)
        shown = next((n for n in first if n and not n.startswith("http")), None)
        return (shown.split(" | ")[0].lstrip("@ ") or None if shown else None), papers

    def _sections(self) -> list[str]:
        named = [s for n in ("article:section", "section") for s in self.head.all(n)]
        return named + [
            json_ld.plain(s) for s in json_ld.listed(self.thing.get("articleSection")) if isinstance(s, str)
        ]

    def _titles(self) -> list[tuple[str, str]]:
        """Everything that may be the title, with its place as in ``titles.WEIGHTS``."""
        stated = [("json_ld", json_ld.worded(self.thing.get("headline")))]
        stated += [(place, self.head.meta(name)) for name, place in TITLE_PLACES]
        stated += [("head", self.head.title)]
        given = [(place, text) for place, text in stated if text]
        return [*title_headings.candidates(self.elements, self.head, given, self.names), *given]

    def _heading(self, title: str | None) -> HtmlElement | None:
        """The heading that shows the title; else the first one of the first level that has text."""
        wanted = letters(title or "")
        shows = next((h for h in self.head.headings if _shows(h, wanted)), None)
        if shows is None and wanted:
            shows = next((h for h in self.elements.of("h2", "h3", "h4")[:MAX_HEADINGS] if _shows(h, wanted)), None)
        return shows if shows is not None else next((h for h in self.head.headings if near_headline.text_of(h)), None)

    def _authors(self, near: Sequence[HtmlElement]) -> tuple[str, ...]:
        """The people named first in JSON-LD, head and byline near the heading, else elsewhere on the page.

        Where nobody is named in full: who is named by one word, an agency, then the outlet or desk that signs.
        """
        single: tuple[str, ...] = ()
        agency: tuple[str, ...] = ()
        signed: list[str] = []
        outlet = False
        for lines, stated in self._author_offers(near):
            if not lines:
                continue
            people, others = self._people_and_others(lines, stated)
            outlet = outlet or (
                stated and any(letters(line) in self.names.known | self._organisations for line in lines)
            )
            if people and stated and json_ld.kinds(self.thing) & json_ld.POSTINGS:
                return people  # as members of a forum call themselves
            if stated and people and all(map(bylines.names_house, people)):
                agency = agency or people  # a byline that the page shows may name a person
                continue
            if any(" " in name or not name.isascii() for name in people):
                return people
            single, agency = single or people, agency or others
            signed += lines
        return (
            single
            or agency
            or self._authors_elsewhere(near, far=not outlet)
            or self._outlet(signed, near)
            or self._owner()
        )

    def _outlet(self, signed: Sequence[str], near: Sequence[HtmlElement]) -> tuple[str, ...]:
        """The outlet or desk that signs."""
        beside_day = (n for n in byline_rows.facts(near) if letters(n) in self.names.known | self.names.hosts)
        signing = chain(signed, byline_elements.signatures(near), beside_day)
        return tuple(islice((n for n in map(bylines.organisation, signing) if n), 1))

    def _owner(self) -> tuple[str, ...]:
        """The person whose name the site bears, whose name links to its front page, or whose rights it reserves."""
        home = (link for link in self.head.links[:FIRST_LINKS] if self._leads_home(link.get("href") or ""))
        called = chain(
            self.papers,
            titles.PARTING.split(self.head.title)[-1:],
            map(near_headline.text_of, home),
            byline_elements.rights_holders(self.elements),
        )
        title = letters(self.title or "")
        owners = (bylines.owner(name) for name in called)
        return tuple(islice((n for n in owners if n and letters(n) not in title), 1))

    def _leads_home(self, address: str) -> bool:
        there = republished.host(address)
        return title_headings.is_front_page(address) and there in (None, republished.host(self.url))

    def _before_text(self) -> list[HtmlElement]:
        """What stands before the running text of a page without any heading."""
        running = (p for p in self.head.paragraphs if len(p.text or "") >= near_headline.PARAGRAPH)
        first = next(running, None)
        return near_headline.before(first) if first is not None else []

    def _people_and_others(self, lines: Sequence[str], stated: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The people whom a byline names, and who else is named but the publication itself."""
        own, organisations = self.names.known | self.names.hosts, self._organisations
        # "The Coast Herald, Porthaven": what follows the paper is its place.
        foreign = (line for line in lines if "," not in line or letters(line.split(",")[0]) not in own)
        named = [n for n in bylines.names(foreign, stated=stated) if letters(n) not in own]
        if not stated:
            named = [n for n in named if not self.common_words.make(n)]
        return tuple(n for n in named if letters(n) not in organisations), tuple(named)

    def _authors_elsewhere(self, near: Sequence[HtmlElement], far: bool) -> tuple[str, ...]:
        """The people named where bylines are less sure: by their form near the heading, or far from it."""
        title = letters(self.title or "")
        for lines in self._offers_elsewhere(near, far):
            people, _ = self._people_and_others(lines, stated=False) if lines else ((), ())
            people = tuple(name for name in people if letters(name) not in title)
            if people:
                return people
        return ()

    def _offers_elsewhere(self, near: Sequence[HtmlElement], far: bool) -> Iterator[list[str]]:
        """Less sure bylines in the order in which they are believed, each looked for when none before names anyone."""
        yield signed_paragraphs.signature(self.head.paragraphs)
        yield from byline_elements.likely_authors(near)
        yield author_boxes.with_occupation(near)
        yield byline_elements.labelled_anywhere(self.elements)
        yield author_boxes.presented(self.head.paragraphs)
        if not far:
            return
        yield byline_elements.authors_anywhere(self.elements)
        yield byline_elements.led_anywhere(self.elements)
        yield author_links.lone_profile(self.head.links)

    def _author_organisations(self) -> frozenset[str]:
        """The authors that JSON-LD calls organisations, for comparison."""
        given = map(self.head.json_ld.resolve, self._listed("author"))
        found = (a for a in given if isinstance(a, dict) and any(k.endswith("Organization") for k in json_ld.kinds(a)))
        return frozenset(letters(json_ld.worded(a) or "") for a in found)

    def _author_offers(self, near: Sequence[HtmlElement]) -> Iterator[tuple[list[str], bool]]:
        """Bylines in the order in which they are believed, and whether the page states that they are names."""
        given = (self.head.json_ld.resolve(a) for name in ("author", "creator") for a in self._listed(name))
        yield [n for author in given for n in _author_names(author)], True
        for name in self.head.contents:
            if name.endswith(AUTHOR_ENDS) and AUTHOR_NAME.search(name) and not PERSONLESS.search(name):
                yield [line for line in self.head.all(name) if not line.startswith(("http", "@", "www."))], True
        yield self._labelled_in_head(), True
        for lines in byline_elements.authors(near):
            yield lines, False

    def _listed(self, name: str) -> list[Any]:
        """The values of a property of the article's data; a list in a list counts as one."""
        values = json_ld.listed(self.thing.get(name))
        return list(islice(chain.from_iterable(v if isinstance(v, list) else [v] for v in values), json_ld.MAX_LISTED))

    def _labelled_in_head(self) -> list[str]:
        """What the head gives under a label of its own: "twitter:label1" says "Written by", "twitter:data1" whom."""
        labels = [(n, self.head.meta(f"twitter:label{n}")) for n in (1, 2)]
        data = [self.head.meta(f"twitter:data{n}") for n, label in labels if label and bylines.is_label(label)]
        return [line for line in data if line]


def _shows(heading: HtmlElement, title: str) -> bool:
    """Whether a heading has a title's letters, or more than half of them."""
    shown = letters(near_headline.text_of(heading))
    return bool(shown) and (title in shown or (shown in title and len(shown) * 2 > len(title)))


def _author_names(author: object) -> list[str]:
    if isinstance(author, dict) and "name" not in author:
        parts = (author.get("givenName"), author.get("familyName"))
        author = author.get("byline") or " ".join(p for p in parts if isinstance(p, str))
    names = json_ld.listed(author.get("name")) if isinstance(author, dict) else [author]
    return [name for name in map(json_ld.worded, names) if name]
