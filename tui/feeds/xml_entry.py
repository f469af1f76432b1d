"""An item of RSS or RDF, an entry of Atom → Entry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tui.convert.links import absolute
from tui.feeds import html_text, text_construct
from tui.feeds.enclosures import enclosures, may_have_enclosures
from tui.feeds.feed_dates import feed_date
from tui.feeds.feed_limits import MAX_CHILDREN, MAX_ID, MAX_NAMES, MAX_TITLE
from tui.feeds.vocabulary import Names, local_name
from tui.model.feed import Enclosure, Entry
from tui.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What says a thing, the surest name first; of one name said twice, the last counts where a feed corrects itself so.
TITLES = ("title", "atom:title", "dc:title", "media:title", "itunes:title")
CONTENTS = ("content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem")
SUMMARIES = (
    "description", "summary", "atom:summary", "dc:description", "dcterms:abstract", "itunes:summary",
    "media:description", "abstract", "itunes:subtitle",
)  # fmt: skip
PUBLISHED = (
    "published", "pubdate", "atom:published", "dcterms:issued", "issued", "atom:issued", "dc:date", "dcterms:created",
    "created", "date", "dcterms:date",
)  # fmt: skip
UPDATED = ("updated", "atom:updated", "dcterms:modified", "modified", "atom:modified", "lastmod")
IDS = ("guid", "id", "atom:id", "dc:identifier")
PEOPLE = ("author", "atom:author", "dc:creator", "dc:author", "itunes:author")
TAGS = ("category", "atom:category", "dc:subject", "itunes:keywords", "media:keywords")
LISTED = ("itunes:keywords", "media:keywords")  # several words with commas between
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
RDF_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
PAGES = ("", "text/html", "application/xhtml+xml")
CDF_ADDRESS, CDF_CHANGED = ("HREF", "href"), ("LASTMOD", "LastMod", "lastmod")
WEB = ("http://", "https://")
REMEMBERED = 256  # names of authors and tags, which the entries of a feed share

Fields = dict[str, list["Element"]]


class EntryReader:
    """Makes entries of one document's elements.

    ``base`` is the address that the document's own addresses are relative to, ``based`` whether it holds an xml:base.
    """

    def __init__(self, names: Names, base: str | None, *, based: bool, authors: tuple[str, ...] = ()) -> None:
        self._names = names
        self._base = base
        self._based = based
        self._authors = authors
        self._addresses = html_text.AddressResolver()
        self._bases: dict[Element, str | None] = {}
        self._xml_base: str | None = None  # what is in force where an entry stands

    def entry(self, element: Element) -> Entry | None:
        """The entry; None when there is nothing in it."""
        names = self._names
        self._xml_base = self._base_in(element, self._base_around(element)) if self._based else None
        fields: Fields = {}
        for child in islice(element.iterchildren("*"), MAX_CHILDREN):
            if (name := names[child.tag]) in fields:
                fields[name].append(child)
            else:
                fields[name] = [child]
        enclosed = self._enclosed(element) if may_have_enclosures(fields) else ()
        for group in fields.get("media:group", ())[:9]:
            for child in islice(group.iterchildren("*"), MAX_CHILDREN):
                fields.setdefault(names.of(child), []).append(child)
        return self._made(element, enclosed, fields)

    def _enclosed(self, element: Element) -> tuple[Enclosure, ...]:
        children = islice(element.iterchildren("*"), MAX_CHILDREN)
        named = [(self._names[child.tag], child) for child in children]
        return enclosures(named, self._xml_base or self._base, self._names)

    def _made(self, element: Element, enclosed: tuple[Enclosure, ...], fields: Fields) -> Entry | None:
        identity, address_of_id = self._identity(element, fields)
        url = self._link(element, fields) or address_of_id
        content_element, summary_element = _texts(fields)
        summary, content = self._html(summary_element, url), self._html(content_element, url)
        title = own_title = _title(fields)
        if not title:
            title = html_text.made_title(summary or "") or html_text.made_title(content or "") or url or ""
        entry = Entry(
            title=title,
            url=url,
            id=identity,
            published=_date(fields, PUBLISHED),
            updated=_date(fields, UPDATED) or feed_date(_attribute(element, CDF_CHANGED)),
            authors=self._people(fields) or self._authors,
            summary=summary,
            content=content,
            enclosures=enclosed,
            tags=_tags(fields),
            untitled=not own_title,
        )
        says = (title, identity, summary, content, entry.published, entry.updated, entry.enclosures, entry.authors)
        return entry if any(says) else None

    def _base_around(self, element: Element) -> str | None:
        """What an xml:base around an element says, remembered for those beside it."""
        parent = element.getparent()
        if parent is None:
            return None
        if parent not in self._bases:
            self._bases[parent] = self._base_in(parent, self._base_around(parent))
        return self._bases[parent]

    def _base_in(self, element: Element, around: str | None) -> str | None:
        own = element.get(XML_BASE) if self._based else None
        return around if own is None else absolute(own, around or self._base) or around

    def _base_of(self, child: Element, otherwise: str | None = None) -> str | None:
        """What addresses in an entry's element are relative to; ``otherwise`` where no xml:base says it."""
        return self._base_in(child, self._xml_base) or otherwise or self._base

    def _identity(self, element: Element, fields: Fields) -> tuple[str | None, str | None]:
        """The guid as it stands, and the address that it is, if it is meant as one."""
        for each in _every(fields, IDS):
            written = text_construct.inner_text(each).strip() if not len(each) else text_construct.markup(each)
            identity = clean(written)[:MAX_ID].strip()
            if not identity:
                continue
            if self._based and local_name(each.tag) == "id" and (base := self._base_of(each)):
                identity = _joined(base, identity)
            is_link = (each.get("isPermaLink") or "").strip().lower() != "false" and identity.startswith(WEB)
            return identity, absolute(identity, None) if is_link else None
        about = clean(element.get(RDF_ABOUT) or "").strip()[:MAX_ID]
        return about or None, absolute(about, self._base)

    def _link(self, element: Element, fields: Fields) -> str | None:
        """The address of the entry's page."""
        for each in fields.get("feedburner:origlink", ()):  # where the link of the same entry only counts readers
            if url := absolute(each.text, self._base):
                return url
        for name in ("link", "atom:link"):
            if url := self._page(fields.get(name, ())):
                return url
        href = _attribute(element, CDF_ADDRESS)
        return absolute(href, self._xml_base or self._base) if href else None

    def _page(self, links: Sequence[Element]) -> str | None:
        """Among links to pages the first of Atom's, the last of RSS's; else the first to something else."""
        found = [(link, url) for link in links if _is_alternate(link) and (url := self._address(link))]
        pages = [pair for pair in found if (pair[0].get("type") or "").lower().partition(";")[0] in PAGES]
        if not pages:
            return found[0][1] if found else None
        return next((url for link, url in pages if link.get("rel")), pages[-1][1])

    def _address(self, link: Element) -> str | None:
        written = link.get("href") or link.get(RDF_RESOURCE) or text_construct.inner_text(link)
        return absolute(clean(written), self._base_of(link)) if written.strip() else None

    def _html(self, element: Element | None, url: str | None) -> str | None:
        if element is None:
            return None
        text = text_construct.as_html(element)
        if not text:
            return None
        return clean(self._addresses.resolved(text, self._base_of(element, url))) or None

    def _people(self, fields: Fields) -> tuple[str, ...]:
        return people(_every(fields, PEOPLE), self._names)


def _is_alternate(link: Element) -> bool:
    return (link.get("rel") or "alternate").lower() == "alternate"


def people(elements: list[Element], names: Names) -> tuple[str, ...]:
    """The names of authors, each once: of a person's elements the name, else the address of mail."""
    found: dict[str, None] = {}
    for element in elements[:MAX_NAMES]:
        named = _named_part(element, names) if len(element) else element
        if name := person(text_construct.inner_text(named)[:MAX_TITLE]):
            found[name] = None
    return tuple(found)


def _named_part(element: Element, names: Names) -> Element:
    """What of an author's elements names the person."""
    parts = {names.of(child).rpartition(":")[2]: child for child in element.iterchildren("*")}
    return next((parts[part] for part in ("name", "email") if part in parts and parts[part].text), element)


@lru_cache(maxsize=REMEMBERED)
def person(text: str) -> str:
    """A name as RSS writes people: ``mail@host (Name)``, ``Name <mail@host>``, or the name alone."""
    text = html_text.title_line(text)
    before, bracket, rest = text.partition("(")
    if bracket and "@" in before and rest.rstrip().endswith(")"):
        return rest.rstrip()[:-1].strip() or before.strip()
    before, bracket, rest = text.partition("<")
    if bracket and "@" in rest and before.strip():
        return before.strip().strip('"')
    return text


def _title(fields: Fields) -> str:
    for each in _every(fields, TITLES):
        if text := text_construct.as_title(each):
            return text
    return ""


def _texts(fields: Fields) -> tuple[Element | None, Element | None]:
    """The elements that hold the whole text and the summary; of two summaries the longer is the whole text."""
    content = _first_with_text(fields, CONTENTS)
    summary = _first_with_text(fields, SUMMARIES)
    if content is None and fields.get("description") and fields.get("summary"):
        both = [fields["description"][-1], fields["summary"][-1]]
        both.sort(key=lambda each: len(text_construct.inner_text(each)))
        summary, content = both
    return content, summary


def _first_with_text(fields: Fields, wanted: tuple[str, ...]) -> Element | None:
    for each in _every(fields, wanted):
        if len(each) or (each.text and not each.text.isspace()):
            return each
    return None


def _every(fields: Fields, wanted: tuple[str, ...]) -> list[Element]:
    return [element for name in wanted if name in fields for element in fields[name]]


def _date(fields: Fields, wanted: tuple[str, ...]) -> str | None:
    """The last date of the first name that has one."""
    for name in wanted:
        for element in reversed(fields.get(name, ())):
            if found := feed_date(text_construct.inner_text(element)):
                return found
    return None


def _attribute(element: Element, spellings: tuple[str, ...]) -> str:
    """An attribute of an item of CDF; asked for by name, as lxml lists 400,000 of them in minutes."""
    return next((value for name in spellings if (value := element.get(name))), "") if element.attrib else ""


def _tags(fields: Fields) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in TAGS:
        for element in fields.get(name, ())[:MAX_NAMES]:
            text = element.get("label") or element.get("term") or text_construct.inner_text(element)
            for part in text.split(",") if name in LISTED else (text,):
                if (tag := _tag(part[:MAX_TITLE])) and len(found) < MAX_NAMES:
                    found[tag] = None
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def _tag(text: str) -> str:
    return clean_line(html_text.title_line(text), 100)


def _joined(base: str, identity: str) -> str:
    try:
        return urljoin(base, identity)
    except ValueError:
        return identity
