"""Where the article stands in the page: its parts, in reading order, without what is not the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Body:
    """``parts``: elements to be walked in order; ``lead``: the standfirst shown above them."""

    parts: list[HtmlElement]
    lead: str | None = None
    warnings: tuple[str, ...] = ()


def find(root: HtmlElement, metadata: Metadata, url: str | None) -> Body:
    """The article's body; the tree is changed."""
    from tui.convert import captions

    container = root
    for path in ("//*[contains(@itemprop,'articleBody')]", "//*[contains(@class,'entry-content')]", "//article", "//main"):
        found = root.xpath(path)
        if found:
            container = max(found, key=lambda e: sum(len(p.text_content()) for p in e.iter("p")))
            break
    for tag in ("nav", "footer", "aside", "form"):
        for element in list(container.iter(tag)):
            element.drop_tree()
    return Body([*captions.stray(root, container), container])
