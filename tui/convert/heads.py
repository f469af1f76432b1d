"""One pass over a page for what it states of itself: ``<meta>``, ``<title>``, JSON-LD, canonical link, headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.convert import islands

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_HEADINGS = 40  # first-level headings looked at
MAX_METAS = 600  # <meta> elements looked at
MAX_SHORT = 1_000  # characters of a statement that is not a description
TAGS = ("meta", "link", "title", "h1", "script")
NAMING = ("property", "name", "itemprop", "http-equiv")


@dataclass
class Head:
    """``metas``: the first value under each lower-case name; ``many``: all of them; values are clean lines.

    ``canonical`` is the address as given, not yet made absolute.
    """

    metas: dict[str, str] = field(default_factory=dict)
    many: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    canonical: str | None = None
    headings: list[HtmlElement] = field(default_factory=list)
    islands: islands.Islands = field(default_factory=islands.Islands)

    @property
    def description(self) -> str | None:
        """What the page gives as its summary."""
        return self.metas.get("og:description") or self.metas.get("description")

    def values(self, names: str) -> list[str | None]:
        """The first values under these names, in the order of the names."""
        return [self.metas.get(n) for n in names.split()]


def read(root: HtmlElement) -> Head:
    """What the page states of itself."""
    head = Head()
    scripts: list[HtmlElement] = []
    metas = 0
    for element in root.iter(*TAGS):
        tag = element.tag
        if tag == "meta":
            metas += 1
            if metas <= MAX_METAS:
                _note_meta(head, element)
        elif tag == "link":
            if head.canonical is None and "canonical" in (element.get("rel") or "").lower().split():
                head.canonical = element.get("href")
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower():
                scripts.append(element)
        elif tag == "h1":
            if len(head.headings) < MAX_HEADINGS:
                head.headings.append(element)
        elif not head.title:
            head.title = islands.plain(element.text or "")
    head.islands = islands.read(scripts)
    return head


def _note_meta(head: Head, element: HtmlElement) -> None:
    content = element.get("content")
    if not content or not content.strip():
        return
    line = islands.plain(content)
    for key in NAMING:
        name = (element.get(key) or "").strip().lower()
        if name and line:
            head.metas.setdefault(name, line)
            head.many.setdefault(name, []).append(line)
