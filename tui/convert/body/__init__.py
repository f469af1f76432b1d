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
    from tui.convert.body import pruning, weighing

    container = weighing.container(root, weighing.weigh(root))
    strays = captions.stray(root, container)
    pruning.prune(container)
    return Body([*strays, container])
