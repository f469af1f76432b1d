"""One pass over a page for what it states of itself, ``<meta>``, ``<title>``, JSON-LD, canonical link, headings,
and for the links and first paragraphs that tell more of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.convert.metadata import json_ld

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

MOST = {"h1": 40, "meta": 600, "a": 4_000, "p": 150}  # elements looked at; of others all
JSON_LD_META = "script:ld+json"  # what frameworks that write the head from data make of a script of it


@dataclass(eq=False, repr=False)
class PageHead:
    """``contents``: what ``<meta>`` elements give under each lower-case name, as it stands.

    ``canonical`` is the address as given, not yet made absolute; ``scripts`` the texts of those that carry JSON-LD.
    """

    contents: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    canonical: str | None = None
    headings: Sequence[HtmlElement] = ()
    links: Sequence[HtmlElement] = ()
    paragraphs: Sequence[HtmlElement] = ()
    scripts: list[str] = field(default_factory=list)
    json_ld: json_ld.JsonLd = field(default_factory=json_ld.JsonLd)
    _lines: dict[str, str | None] = field(default_factory=dict)  # what ``meta`` said of a name, which is asked again

    @property
    def description(self) -> str | None:
        """What the page gives as its summary."""
        return self.meta("og:description") or self.meta("description")

    def meta(self, name: str) -> str | None:
        """The first value under this name, on one line."""
        if name not in self.contents:
            return None
        if name not in self._lines:
            self._lines[name] = json_ld.plain(self.contents[name][0]) or None
        return self._lines[name]

    def all(self, name: str) -> list[str]:
        """All values under this name, each on one line."""
        return [line for line in map(json_ld.plain, self.contents.get(name, ())) if line]

    def values(self, names: Sequence[str]) -> list[str]:
        """The first values under those of these names that are given, in the order of the names."""
        return [value for n in names if n in self.contents and (value := self.meta(n))]


def read_page_head(elements: ElementsByTag) -> PageHead:
    """What the page states of itself."""
    headings, links, paragraphs = (elements.of(tag)[: MOST[tag]] for tag in ("h1", "a", "p"))
    head = PageHead(headings=headings, links=links, paragraphs=paragraphs)
    for tag, note in NOTED.items():
        for element in elements.of(tag)[: MOST.get(tag)]:
            note(head, element)
    head.json_ld = json_ld.of_texts([*head.scripts, *head.contents.get(JSON_LD_META, ())])
    return head


def _note_meta(head: PageHead, element: HtmlElement) -> None:
    get = element.get
    content = get("content")
    name = get("property") or get("name") or get("itemprop") or get("http-equiv")
    if content and name and not content.isspace():
        head.contents.setdefault(name.strip().lower(), []).append(content)
        item = get("itemprop")
        if item and item != name:
            head.contents.setdefault(item.strip().lower(), []).append(content)


def _note_link(head: PageHead, element: HtmlElement) -> None:
    if head.canonical is None and "canonical" in (element.get("rel") or "").lower().split():
        head.canonical = element.get("href")


def _note_script(head: PageHead, element: HtmlElement) -> None:
    if "ld+json" in (element.get("type") or "").lower():
        head.scripts.append(element.text or "")


def _note_title(head: PageHead, element: HtmlElement) -> None:
    head.title = head.title or json_ld.plain(element.text or "")


NOTED: dict[str, Callable[[PageHead, HtmlElement], None]] = {
    "link": _note_link,
    "meta": _note_meta,
    "script": _note_script,
    "title": _note_title,
}
