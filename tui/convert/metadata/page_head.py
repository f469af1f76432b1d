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

    ``canonical`` is the address as given, not yet made absolute; ``paragraphs_before`` how many of ``paragraphs`` stand
    before each of the ``headings``; ``scripts`` the texts of those that carry JSON-LD.
    """

    contents: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    canonical: str | None = None
    headings: list[HtmlElement] = field(default_factory=list)
    paragraphs_before: list[int] = field(default_factory=list)
    links: Sequence[HtmlElement] = ()
    paragraphs: list[HtmlElement] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    json_ld: json_ld.JsonLd = field(default_factory=json_ld.JsonLd)

    @property
    def description(self) -> str | None:
        """What the page gives as its summary."""
        return self.meta("og:description") or self.meta("description")

    def meta(self, name: str) -> str | None:
        """The first value under this name, on one line."""
        given = self.contents.get(name)
        return json_ld.plain(given[0]) or None if given else None

    def all(self, name: str) -> list[str]:
        """All values under this name, each on one line."""
        return [line for line in map(json_ld.plain, self.contents.get(name, ())) if line]

    def values(self, names: Sequence[str]) -> list[str]:
        """The first values under those of these names that are given, in the order of the names."""
        return [value for n in names if n in self.contents and (value := self.meta(n))]


def read_page_head(elements: ElementsByTag) -> PageHead:
    """What the page states of itself."""
    head = PageHead(links=elements.of("a")[: MOST["a"]])
    for tag, note in NOTED.items():
        for element in elements.of(tag)[: MOST.get(tag)]:
            note(head, element)
    for element in elements.of("h1", "p"):
        if element.tag == "p":
            head.paragraphs.append(element)
        elif len(head.headings) < MOST["h1"]:
            head.headings.append(element)
            head.paragraphs_before.append(min(len(head.paragraphs), MOST["p"]))
    del head.paragraphs[MOST["p"] :]
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
